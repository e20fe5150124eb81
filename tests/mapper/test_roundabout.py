"""Powers, calls, answers and verdicts said in a roundabout way; and their likes that say none."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

POWERS = [
    "Ofwat is responsible for regulating Thames Water.",
    "The minister tasked Ofwat with supervising Thames Water.",
    "Ofwat is responsible for Thames Water.",
    "It is the job of Ofwat to supervise Thames Water.",
    "Ofwat holds Thames Water to account.",
    "Thames Water's regulator, Ofwat, declined to act.",
    "Ofwat is Thames Water's watchdog.",
    "Thames Water falls within the remit of Ofwat.",
    "Thames Water works under the eye of Ofwat.",
    "Thames Water is under the control of Ofwat.",
    "Thames Water is subject to supervision by Ofwat.",
]
CALLS = [
    "The Home Office requested an inspection by Ofwat.",
    "The Home Office called for an inquiry by Ofwat into the spill.",
    "Ofwat published its data at the Home Office's request.",
    "On the orders of the Home Office, Ofwat published its data.",
    "Ofwat ignored the Home Office's demand that it publish its data.",
    "Ofwat has implemented the recommendations of the Home Office.",
    "The Home Office pushed Ofwat to publish its data.",
    "The Home Office summoned Ofwat to appear in June.",
    "The Home Office sent a letter to Ofwat urging it to publish its data.",
    "In a letter urging Ofwat to publish its data, the Home Office said the delay was costly.",
    "Thames Water, along with the Home Office, asked Ofwat to publish its data.",
]
ANSWERS = [
    "Ofwat concurred with the Home Office's findings.",
    "Seven of the Home Office's recommendations were accepted in full by Ofwat.",
    "Ofwat has addressed the Home Office's recommendations.",
    "The Home Office criticised Ofwat. Ofwat said the allegations were without foundation.",
]
REFERRALS = [
    "The Home Office complained to Ofwat.",
    "The Home Office alerted Ofwat.",
    "The Home Office brought the matter to the attention of Ofwat.",
    "The Home Office appealed to Ofwat.",
    "Following a referral from the Home Office, Ofwat opened an investigation.",
]
PRAISE = [
    "The Home Office said it had every confidence in Ofwat.",
    "The Home Office found that Ofwat had acted reasonably.",
    "The Home Office's report was full of praise for Ofwat.",
    "The Home Office was satisfied that Ofwat had made the changes.",
]


@pytest.mark.parametrize("text", POWERS)
def test_who_is_to_watch_whom(nlp: Language, text: str) -> None:
    assert "Ofwat oversees Thames Water" in claims(nlp, text, frozenset({OV.oversees}))


@pytest.mark.parametrize(
    ("texts", "relation"),
    [
        (CALLS, OV.callsOn),
        (REFERRALS, OV.refersTo),
        (PRAISE, OV.praises),
    ],
    ids=["calls", "referrals", "praise"],
)
def test_who_calls_on_refers_to_or_praises_whom(nlp: Language, texts: list[str], relation: str) -> None:
    said = f"Home Office {relation.rsplit('#', 1)[-1]} Ofwat"
    assert [text for text in texts if said not in claims(nlp, text, frozenset({relation}))] == []


@pytest.mark.parametrize("text", ANSWERS)
def test_who_answers_whom(nlp: Language, text: str) -> None:
    assert any(c.startswith("Ofwat respondsTo Home Office") for c in claims(nlp, text, frozenset({OV.respondsTo})))


def test_thanks_for_a_report_answer_it(nlp: Language) -> None:
    text = "The Home Office published its report on Ofwat. Ofwat thanked the Home Office for the report."
    assert "Ofwat respondsTo Home Office report on Ofwat" in claims(nlp, text, frozenset({OV.respondsTo}))


def test_a_reply_still_to_come_is_only_planned(nlp: Language) -> None:
    text = "The Home Office published its report on Ofwat. Ofwat will respond to the report in June."
    assert claims(nlp, text, frozenset({OV.respondsTo})) == {"Ofwat respondsTo Home Office report on Ofwat (proposed)"}


def test_an_apology_after_a_report_answers_it(nlp: Language) -> None:
    text = "The Home Office published its report on Ofwat. Ofwat has apologised to its customers."
    assert claims(nlp, text, frozenset({OV.respondsTo})) == {"Ofwat respondsTo Home Office report on Ofwat"}


REFUSED = [
    ("Ofwat is responsible for the losses of Thames Water.", OV.oversees),
    ("Ofwat requested papers from the Home Office.", OV.callsOn),
    ("The Home Office welcomed the recommendations of Ofwat.", OV.callsOn),
    ("The Home Office appealed to Ofwat to act.", OV.refersTo),
    ("Ofwat complained about the Home Office.", OV.refersTo),
    ("The Home Office has no confidence in Ofwat.", OV.praises),
    ("Ofwat accepted a loan from the Home Office.", OV.respondsTo),
    ("Ofwat published its data at the Home Office.", OV.callsOn),
]


@pytest.mark.parametrize(("text", "relation"), REFUSED)
def test_what_says_none(nlp: Language, text: str, relation: str) -> None:
    assert claims(nlp, text, frozenset({relation})) == set()


def test_who_calls_for_an_inquiry_does_not_commission_it(nlp: Language) -> None:
    for text in (
        "The Home Office called for an inquiry into Thames Water.",
        "Ofwat seeks an inquiry into Thames Water.",
    ):
        assert claims(nlp, text, frozenset({OV.commissions})) == set()


def test_whoever_was_asked_to_review_did_so_where_the_text_tells_of_it(nlp: Language) -> None:
    asked = "The Home Office asked Anna Boyd to find out how Thames Water had lost the money."
    wanted = "Anna Boyd investigates Thames Water"
    assert claims(nlp, asked, frozenset({OV.investigates})) == {f"{wanted} (proposed)"}
    told = f"{asked} I received her report in May."
    assert claims(nlp, told, frozenset({OV.investigates})) == {wanted}


FACED = [
    ("Thames Water faced calls from Anna Boyd to resign.", "Anna Boyd callsOn Thames Water", OV.callsOn),
    ("Thames Water has resisted calls from Anna Boyd to pay up.", "Anna Boyd callsOn Thames Water", OV.callsOn),
    ("Anna Boyd called for John Smith to be sacked.", "Anna Boyd callsOn John Smith", OV.callsOn),
    ("Thames Water was found guilty of misconduct by Ofwat.", "Ofwat sanctions Thames Water", OV.sanctions),
    (
        "Thames Water pleaded guilty at Leeds Crown Court to two charges.",
        "Leeds Crown Court sanctions Thames Water",
        OV.sanctions,
    ),
]


@pytest.mark.parametrize(("text", "claim", "relation"), FACED)
def test_who_faces_what_from_whom(nlp: Language, text: str, claim: str, relation: str) -> None:
    assert claims(nlp, text, frozenset({relation})) == {claim}


def test_what_an_inquiry_is_after_it_has_not_found(nlp: Language) -> None:
    text = "Ofwat held hearings into Thames Water's failures."
    assert claims(nlp, text, frozenset({OV.criticises})) == set()


ORDERED = [
    "The Home Office hired Anna Boyd to conduct an audit of Thames Water.",
    "Anna Boyd was appointed by the Home Office to lead an audit of Thames Water.",
    "The Home Office has directed that an audit of Thames Water be carried out.",
    "On behalf of the Home Office, Anna Boyd carried out an audit of Thames Water.",
]


@pytest.mark.parametrize("text", ORDERED)
def test_who_has_an_audit_made(nlp: Language, text: str) -> None:
    made = claims(nlp, text, frozenset({OV.commissions}))
    assert len(made) == 1
    assert next(iter(made)).startswith("Home Office commissions")


WISHED = [
    "The Home Office issued a call for Ofwat to publish its accounts.",
    "The Home Office's demand that Ofwat publish its accounts was ignored.",
    "The Home Office is calling on Ofwat to publish its accounts.",
]


@pytest.mark.parametrize("text", WISHED)
def test_whom_a_call_is_on(nlp: Language, text: str) -> None:
    assert claims(nlp, text, frozenset({OV.callsOn, OV.oversees})) == {"Home Office callsOn Ofwat"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Reis, the minister, launched a Care Commission investigation of Elm Hospital Ltd.",
            {"Ana Reis commissions", "Care Commission conducts", "Care Commission investigates"},
        ),
        (
            "Ana Reis, the minister, launched an Inspector General's investigation of Elm Hospital Ltd.",
            {"Ana Reis commissions"},
        ),
        ("Ofwat launched its own investigation of Elm Hospital Ltd.", {"Ofwat conducts", "Ofwat investigates"}),
    ],
)
def test_who_launches_anothers_inquiry_does_not_look_into_anyone(nlp: Language, text: str, expected: set[str]) -> None:
    found = claims(nlp, text, frozenset({OV.commissions, OV.conducts, OV.investigates}))
    assert len(found) == len(expected)
    assert all(any(one.startswith(start) for one in found) for start in expected)
