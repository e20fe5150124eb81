"""Acts of scrutiny told by a verb, and who must be their subject for them to be that."""

import pytest
from spacy.language import Language

from kg.coref.acts import _matters
from tests.coref.reading import read

pytestmark = pytest.mark.model


def acts(nlp: Language, text: str) -> list[str]:
    """The verbs that speak of an event."""
    cast = read(nlp, text)
    return [t.text for t in cast.doc if t.pos_ == "VERB" and t.i in cast.at and cast.at[t.i].head is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inspectors from the Care Commission walked through Elm Lodge Ltd in June.", ["walked"]),
        ("A team from the Mines Safety Board visited the site on Sunday.", ["visited"]),
        ("The Standards Board spent a week at Brightgas Ltd.", ["spent"]),
        ("The Fisheries Inspectorate looked over the books of Nordsea Ltd.", ["looked"]),
        ("The Auditor General, Ana Reis, went over the books of Lisbon Water Ltd.", ["went"]),
        ("Four of the examiners from the Solvency Inspectorate toured Brightgas Ltd.", ["toured"]),
        ("The Anti-Graft Bureau enquired into how the deeds were lost.", ["enquired"]),
        ("The Rail Safety Board, an agency that is probing the derailment, said so.", ["probing"]),
        ("Brightgas Ltd is under fire. Ms Ruth Okafor is reviewing its training.", ["reviewing"]),
        ("The Standards Board is reviewing how the tests were lost.", ["reviewing"]),
        ("The Coastal Agency said it was looking into the spill.", ["looking"]),
        ("The Mines Safety Board, which visited in December, was scathing.", ["visited"]),
        ("Inspectors from the Care Commission called there in April.", ["called"]),
        ("The Care Inspectorate rated the home poor. Inspectors returned in October.", ["returned"]),
        ("The Ethics Commissioner, Paul Ardent, examined the role of Ms Jane Pell.", ["examined"]),
        ("The Roads Commissioner, Paul Ardent, examined the role of Ms Jane Pell.", ["examined"]),
        ("A parliamentary committee is examining the Tax Ministry's handling of the loans.", ["examining"]),
        ("The Auditor General, Ana Reis, will examine the contract.", ["examine"]),
        ("Cells at Elm Road were inspected by officers of the Custody Board in July.", ["inspected"]),
        ("The Patients' Union surveyed Oakfield Hospital in May.", ["surveyed"]),
        ("Nordsea Ltd was hired to go over the books of Brightgas Ltd.", ["go"]),
        ("The Standards Board had been requested by Ms Ruth Okafor to review the fund.", ["review"]),
    ],
)
def test_what_a_watchdog_does_to_someone_is_an_act(nlp: Language, text: str, expected: list[str]) -> None:
    assert acts(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Members of the choir visited Oakfield Hospital in May.",
        "The Education Minister, Ana Reis, toured Elm School.",
        "The Mines Safety Board spent £2m at Brightgas Ltd.",
        "Ruth Lund, the Ombudsman, had spent ten years at Brightgas Ltd.",
        "The Roads Commissioner, Paul Ardent, examined Ms Jane Pell.",
        "The Custody Board had not once audited the cells at Elm Road.",
        "The council asked Brightgas Ltd to come back in May.",
        "The Care Commission did not look at Elm Lodge Ltd.",
        "Brightgas Ltd is reviewing its own training.",
        "The Standards Board looked at the weather.",
        "The Care Commission returned the deposit to Elm Lodge Ltd in May.",
        "The minister returned in October.",
        "Nordsea Ltd went over the books of Brightgas Ltd.",
    ],
)
def test_what_others_do_is_none(nlp: Language, text: str) -> None:
    assert acts(nlp, text) == []


def test_acts_on_different_bodies_are_different_events(nlp: Language) -> None:
    cast = read(nlp, "Ofsted inspected Wigan Council in May. Ofsted inspected Kent Council in June.")
    assert len([t for t in cast.things if t.head is not None]) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Care Commission inspected Elm Lodge in May 2018. It inspected Elm Lodge in June 2019.", 2),
        (
            "Ofsted's inspection of Elm Lodge School in May 2018 was short. Ofsted inspected Elm Lodge School in 2019.",
            2,
        ),
        ("The Care Commission inspected Elm Lodge in May 2018. Its May 2018 inspection found mould.", 1),
        ("The Care Commission inspected Elm Lodge in May. It inspected Elm Lodge in 2019.", 1),
    ],
)
def test_acts_of_different_months_are_different_events(nlp: Language, text: str, expected: int) -> None:
    cast = read(nlp, text)
    assert len([t for t in cast.things if t.head is not None]) == expected


def test_who_is_brought_in_looks(nlp: Language) -> None:
    cast = read(nlp, "The audit committee of Brightgas Ltd brought in Nordsea LLP to look into the payments.")
    verb = next(t for t in cast.doc if t.text == "look")
    assert verb.i in cast.at


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Auditor General, Ana Reis, examined the contract at the request of Tom Okoro.", set()),
        ("The Auditor General, Ana Reis, examined the role of Tom Okoro.", {"Tom Okoro"}),
    ],
)
def test_nobody_is_looked_at_who_asked_for_it(nlp: Language, text: str, whose: set[str]) -> None:
    cast = read(nlp, text)
    verb = next(t for t in cast.doc if t.text == "examined")
    assert {t.name for t in _matters(cast, verb, "examine", frozenset({"request"}))} == whose
