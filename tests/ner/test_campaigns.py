"""Bodies whose names are phrases, and what is written like one and is none."""

import pytest
from spacy.language import Language

from tests.ner.test_names import BODY, names

pytestmark = pytest.mark.model

PHRASES = [
    ("Parents Against Smog asked the ombudsman to investigate.", "Parents Against Smog"),
    ("Save Our Ferries called on the minister to act.", "Save Our Ferries"),
    ("Walkers for Clean Beaches accused the company of lying.", "Walkers for Clean Beaches"),
    ("Rivers First told the committee that the plant leaked.", "Rivers First"),
    ("In May the Friends of the River Orla urged the agency to prosecute.", "Friends of the River Orla"),
    ("Ruiz for Mayor, the campaign committee, was fined $4,000.", "Ruiz for Mayor"),
]


@pytest.mark.parametrize(("text", "name"), PHRASES)
def test_phrases_that_are_bodies(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Parents of Aisha Khan said that the school had lied.",
        "Lawyers for the city told the court that it would appeal.",
        "Residents of Ardle told the inquiry about the smoke.",
        "The Council Members urged her to go.",
        'Its report, "Children Before Profit", found many faults.',
    ],
)
def test_phrases_that_are_none(nlp: Language, text: str) -> None:
    assert not any(
        word in name for name in names(nlp, text) for word in ("Parents", "Lawyers", "Residents", "Members", "Profit")
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The parents formed Justice for Merrow Children.", "Justice for Merrow Children"),
        ("She told Justice for Amal so.", "Justice for Amal"),
        ("The Safe Rivers Initiative urged the minister to act.", "Safe Rivers Initiative"),
    ],
)
def test_causes(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY


@pytest.mark.parametrize(
    "text", ["He asked Minister for Health Ann Lee.", "Children's services director Tom Reid left."]
)
def test_posts_and_crowds_are_no_causes(nlp: Language, text: str) -> None:
    assert BODY not in names(nlp, text).values()


@pytest.mark.parametrize("text", ["The bill went to Lord Justice", "Ruiz for Mayor", "Of the Western District of Ohio"])
def test_names_that_end_a_text(nlp: Language, text: str) -> None:
    assert names(nlp, text) is not None
