"""Posts joined to each other, named after the verb, or held in a body that only a title or a bracket tells."""

import pytest
from spacy.language import Language

from tests.mapper.reading import ties

POSTS = [
    (
        "Anna Boyd, chief executive of Acme Water and chair of the Rail Safety Board, agreed.",
        {"Anna Boyd leads Acme Water", "Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Coastal Alliance welcomed the ruling. Its director is Anna Boyd.",
        {"Anna Boyd leads Coastal Alliance"},
    ),
    (
        "The Rail Safety Board, whose chair is Anna Boyd, met in Cork.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Coastal Alliance welcomed the ruling. Its founder and president, Ms Anna Boyd, said so on Monday.",
        {"Anna Boyd leads Coastal Alliance"},
    ),
    (
        "The Freight Scrutiny Panel met. The Panel's rapporteur, Mr Tom Reid, travelled to Lyon.",
        {"Tom Reid memberOf Freight Scrutiny Panel"},
    ),
    (
        "Acme Communities was fined. Acme's president, Carter Vaughn, called it unfair.",
        {"Carter Vaughn leads Acme Communities"},
    ),
    (
        "Cllr Tom Reid (Kent County Council) spoke first.",
        {"Tom Reid memberOf Kent County Council"},
    ),
    (
        "The Ministry of Health said no. Health Minister Anna Boyd will speak on Monday.",
        {"Anna Boyd leads Ministry of Health"},
    ),
    (
        "The Fenwick County Sheriff's Office was told. Sheriff Dale Reid replied on Monday.",
        {"Dale Reid leads Fenwick County Sheriff's Office"},
    ),
]

NOTHING = [
    "Cllr Tom Reid (Ind) spoke first.",
    "The Rail Safety Board has yet to say whether its next director is in the room. Anna Boyd waited.",
    "Coastal Alliance members and the president of a bank met Anna Boyd.",
    "The Rail Safety Board met Mines Minister Tom Reid.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_a_post_is_held_in_the_body_that_is_meant(nlp: Language, text: str, expected: set[str]) -> None:
    assert ties(nlp, text) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_no_body_is_made_up(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == set()
