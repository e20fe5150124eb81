"""Titles of reports and names of inquiries."""

import pytest
from spacy.language import Language

from tests.coref.reading import read

pytestmark = pytest.mark.model


def titles(nlp: Language, text: str) -> list[str]:
    """The names of the events of a text that have one."""
    return [t.name for t in read(nlp, text).things if t.head is not None and t.named]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He was the subject of a report, Broken Windows, in which the Ombudsman condemned Kent Police.",
            "Broken Windows",
        ),
        ('The panel issued a report, "Thin Ice", on the ferry.', "Thin Ice"),
        ("The Okello Commission was set up in 2011. Justice Grace Okello led it.", "Okello Commission"),
    ],
)
def test_what_stands_beside_the_noun_is_its_title(nlp: Language, text: str, expected: str) -> None:
    assert titles(nlp, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A paper by the firm's own director of safety, Ann Lee, shows how warnings were lost.",
        "In its report, Kent Police said sorry.",
        "The report, Ms Lee said, was late.",
        "Harbours Committee, Third Report. We visited two docks. The Harbours Committee thanks its clerks.",
        "Roads and Ferries Committee, Second Report",
    ],
)
def test_authors_and_speakers_are_no_titles(nlp: Language, text: str) -> None:
    assert titles(nlp, text) == []
