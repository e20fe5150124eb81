"""Families of turns of phrase for praise, blame, punishment and removal, each with a likeness that says none."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

SAID = frozenset({OV.criticises, OV.praises, OV.sanctions, OV.removes})

TURNS = [
    ("Helen Cole reserved her scorn for the Treasury.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole had harsher words for the Treasury.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole came out swinging against the Treasury.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole gave the Treasury a dressing down.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole poured cold water on the Treasury's plan.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole laid the blame at the Treasury's door.", {"Helen Cole criticises Treasury"}),
    ("The Treasury drew the ire of Helen Cole.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole did not mince her words about the Treasury.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole gave the Treasury a pat on the back.", {"Helen Cole praises Treasury"}),
    ("Helen Cole held the Treasury up as an example.", {"Helen Cole praises Treasury"}),
    ("Helen Cole reserved her warmest words for the Treasury.", {"Helen Cole praises Treasury"}),
    ("Helen Cole found much to admire at the Treasury.", {"Helen Cole praises Treasury"}),
    ("Helen Cole was kinder to the Treasury.", {"Helen Cole praises Treasury"}),
    ("The Treasury earned the admiration of Helen Cole.", {"Helen Cole praises Treasury"}),
    ("Helen Cole said the Treasury had put profit over people.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole said the Treasury had questions to answer.", {"Helen Cole criticises Treasury"}),
    ("Helen Cole said the Treasury could not be trusted.", {"Helen Cole criticises Treasury"}),
    ("The Treasury filed suit against Lloyds Bank.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury showed Anna Boyd the door.", {"Treasury removes Anna Boyd"}),
    ("The Treasury gave Anna Boyd the boot.", {"Treasury removes Anna Boyd"}),
    ("The Treasury let Anna Boyd go.", {"Treasury removes Anna Boyd"}),
]

LIKENESSES = [
    "Helen Cole gave the Treasury a week's notice of her visit.",
    "Helen Cole reserved a room for the Treasury.",
    "Helen Cole showed Anna Boyd the garden.",
    "The Treasury sent Anna Boyd to Leeds.",
    "Helen Cole held the door open for the Treasury.",
    "Helen Cole let the Treasury know.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_a_turn_of_phrase_is_read_as_the_verb_it_stands_for(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", LIKENESSES)
def test_words_that_only_look_like_the_turn_say_nothing(nlp: Language, text: str) -> None:
    assert claims(nlp, text, SAID) == set()
