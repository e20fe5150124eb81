"""What someone says of themselves right after a reproach answers it."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

ANSWERS = frozenset({OV.respondsTo})
FAULT = "The Treasury criticised Lloyds Bank. "
CALL = "Anna Boyd urged Karl Lind to resign. "

SPOKEN = [
    (FAULT + "Lloyds Bank said it had hired more auditors.", {"Lloyds Bank respondsTo Treasury"}),
    (
        FAULT + "A spokesman for Lloyds Bank said it had since hired more auditors.",
        {"Lloyds Bank respondsTo Treasury"},
    ),
    (
        "Anna Boyd accused Karl Lind of theft. Lind told reporters that he had kept every receipt.",
        {"Karl Lind respondsTo Anna Boyd"},
    ),
    (CALL + "Lind said he would not step down.", {"Karl Lind respondsTo Anna Boyd"}),
    (FAULT + "Barclays said it had hired more auditors.", set()),
    (FAULT + "Lloyds Bank said rain was likely.", set()),
    (FAULT + "The weather was fine. Nobody came. Lloyds Bank said it had hired more auditors.", set()),
    (CALL + "Lind said rain was likely.", set()),
    (FAULT + "Lloyds Bank must say whether it lost the money.", set()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_who_speaks_of_themselves_after_a_reproach_answers_it(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ANSWERS) == expected
