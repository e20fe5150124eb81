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
]
ANSWERS = [
    "Ofwat concurred with the Home Office's findings.",
    "Seven of the Home Office's recommendations were accepted in full by Ofwat.",
    "Ofwat has addressed the Home Office's recommendations.",
    "Ofwat disputed the Home Office's account.",
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
