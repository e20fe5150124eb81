"""What someone is called: a reproach or a compliment by the words of the label; and labels that judge nobody."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

JUDGED = frozenset({OV.criticises, OV.praises})

LABELS = [
    ('Helen Cole called the Home Office "a disgrace".', {"Helen Cole criticises Home Office"}),
    ("Helen Cole described Hackney Council as woeful.", {"Helen Cole criticises Hackney Council"}),
    ("Hackney Council was described as woeful by Helen Cole.", {"Helen Cole criticises Hackney Council"}),
    ("Helen Cole labelled the Home Office a national embarrassment.", {"Helen Cole criticises Home Office"}),
    ('The Home Office was branded "not fit for purpose" by Helen Cole.', {"Helen Cole criticises Home Office"}),
    ('An "accomplished liar", Helen Cole called Peter Marsh.', {"Helen Cole criticises Peter Marsh"}),
    ("Helen Cole dismissed Hackney Council as incompetent.", {"Helen Cole criticises Hackney Council"}),
    ("Helen Cole described Hackney Council as a model for others.", {"Helen Cole praises Hackney Council"}),
    ("Hackney Council was held up as a model by Helen Cole.", {"Helen Cole praises Hackney Council"}),
    ("Helen Cole called Peter Marsh's expenses claims unacceptable.", {"Helen Cole criticises Peter Marsh"}),
    ('"The Home Office is a joke," said Helen Cole.', {"Helen Cole criticises Home Office"}),
    ("Ofsted gave Hackney Council its lowest rating.", {"Ofsted criticises Hackney Council"}),
    ("Hackney Council was given the highest rating by Ofsted.", {"Ofsted praises Hackney Council"}),
    ("Ofsted rated Hackney Council as requiring improvement.", {"Ofsted criticises Hackney Council"}),
    ("Ofsted gave Hackney Council a clean bill of health.", {"Ofsted praises Hackney Council"}),
    ("Hackney Council was given a clean bill of health by Ofsted.", {"Ofsted praises Hackney Council"}),
    ("Hackney Council received a clean bill of health from Ofsted.", {"Ofsted praises Hackney Council"}),
]

NO_LABELS = [
    "Helen Cole described the Home Office as the largest employer in Croydon.",
    "Helen Cole called Hackney Council on Monday.",
    "Helen Cole called Peter Marsh her friend.",
    'Helen Cole may call the Home Office "a disgrace".',
    'Helen Cole did not call the Home Office "a disgrace".',
    "Helen Cole, of the Home Office, described the weather as woeful.",
    "Helen Cole described Peter Marsh as the man who had found the fraud.",
    "The Home Office is a joke.",
    "Helen Cole gave Hackney Council the latest model.",
    "Helen Cole gave Hackney Council the bill.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_a_label_judges(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, JUDGED) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NO_LABELS)
def test_a_label_that_judges_nobody_is_none(nlp: Language, text: str) -> None:
    assert claims(nlp, text, JUDGED) == set()
