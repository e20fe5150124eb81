"""What a text calls a body or a person besides their names."""

import pytest
from spacy.language import Language

from tests.coref.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("Ofgem, the energy regulator, opened an inquiry.", "Ofgem", "regulator"),
        ("Acme Ltd is the contractor.", "Acme Ltd", "contractor"),
        ("The broadcaster RTE apologised in May.", "RTE", "broadcaster"),
        ("Mary Walsh, a nurse, gave evidence.", "Mary Walsh", "nurse"),
        ("Mary Walsh, 61, gave evidence.", "Mary Walsh", "61"),
    ],
)
def test_nouns_that_are_said_of_someone_are_theirs(nlp: Language, text: str, name: str, noun: str) -> None:
    nouns = {t.name: t.nouns for t in read(nlp, text).things}
    assert noun in nouns[name]


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("Ofgem fined the supplier.", "Ofgem", "supplier"),
        ("Mary Walsh met a nurse.", "Mary Walsh", "nurse"),
        ("Mary Walsh, 2019, is a portrait.", "Mary Walsh", "2019"),
    ],
)
def test_nouns_that_only_stand_near_are_not(nlp: Language, text: str, name: str, noun: str) -> None:
    nouns = {t.name: t.nouns for t in read(nlp, text).things}
    assert noun not in nouns[name]
