"""Whom a plural means that is spelt out name by name, and what is no such list."""

import pytest
from spacy.language import Language

from tests.coref.reading import read

pytestmark = pytest.mark.model

PEOPLE = ["Anna Boyd", "Mark Finch"]
BODIES = ["Barclays", "Ofgem"]

LISTED = [
    ("Kent Police sacked two officers: Anna Boyd and Mark Finch.", "officers", PEOPLE),
    ("Two officers of Kent Police, Anna Boyd and Mark Finch, resigned.", "officers", PEOPLE),
    ("Two officers were sacked: sergeant Anna Boyd, 45, and clerk Mark Finch.", "officers", PEOPLE),
    ("The directors who resigned from Barclays were Anna Boyd and Mark Finch.", "directors", PEOPLE),
    ("Among those charged were Anna Boyd and Mark Finch.", "those", PEOPLE),
    ("Those dismissed include Anna Boyd and Mark Finch.", "Those", PEOPLE),
    ("The two agencies (Barclays and Ofgem) were fined.", "agencies", BODIES),
    ("The agencies that were fined are Barclays and Ofgem.", "agencies", BODIES),
]

UNLISTED = [
    ("Kent Police sacked the officers, Anna Boyd and Mark Finch said.", "officers"),
    ("Two directors, Barclays and Ofgem, appealed.", "directors"),
    ("The directors met Anna Boyd and Mark Finch.", "directors"),
    ("The directors were Anna Boyd and Mark Finch's friends.", "directors"),
    ("The agencies, non-Barclays lenders and Ofgem, were fined.", "agencies"),
]


@pytest.mark.parametrize(("text", "word", "names"), LISTED)
def test_a_plural_means_those_named_after_it(nlp: Language, text: str, word: str, names: list[str]) -> None:
    cast = read(nlp, text)
    (token,) = [t for t in cast.doc if t.text == word]
    assert [thing.name for thing in cast.together[token.i]] == names


@pytest.mark.parametrize(("text", "word"), UNLISTED)
def test_names_that_merely_follow_are_not_meant(nlp: Language, text: str, word: str) -> None:
    cast = read(nlp, text)
    assert not [t.text for t in cast.doc if t.text == word and t.i in cast.together]
