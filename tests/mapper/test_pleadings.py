"""Suits of those who enforce the law, and what their papers allege; who says one thing and calls for another."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

SAID = frozenset({OV.criticises, OV.callsOn, OV.sanctions})

SUITS = [
    (
        "The Justice Department filed a civil rights lawsuit against Lloyds Bank. "
        "The complaint alleges that Lloyds Bank misled its customers.",
        {"Justice Department sanctions Lloyds Bank", "Justice Department criticises Lloyds Bank"},
    ),
    (
        "The complaint, filed by the Environment Agency, alleges that Lloyds Bank misled its customers.",
        {"Environment Agency criticises Lloyds Bank"},
    ),
    ("Barclays sued Lloyds Bank.", set()),
    ("The complaint alleges that Lloyds Bank misled its customers.", set()),
    (
        "The Environment Agency dismissed the complaint. The complaint alleges that Lloyds Bank misled its customers.",
        set(),
    ),
]

SAYING = [
    (
        "Anna Boyd said it was a step in the right direction and called on Lloyds Bank to publish its plans.",
        {"Anna Boyd callsOn Lloyds Bank"},
    ),
    (
        "Anna Boyd said passengers had waited too long and criticised Lloyds Bank.",
        {"Anna Boyd criticises Lloyds Bank"},
    ),
    ("Anna Boyd said Barclays was there and criticised Lloyds Bank.", {"Barclays criticises Lloyds Bank"}),
    ("The Auditor-General reported serious failures at Lloyds Bank.", {"Auditor-General criticises Lloyds Bank"}),
    ("The Auditor-General reported to Lloyds Bank.", set()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*SUITS, *SAYING])
def test_whose_word_and_whose_act_it_is(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected
