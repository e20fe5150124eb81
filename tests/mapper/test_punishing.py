"""Sanctions of which a sentence does not say whose they are: a court's, a prosecutor's, a watchdog's."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

SANCTIONS = frozenset({OV.sanctions})

CASES = [
    (
        "Tom Dale was tried at Stowe Crown Court. He was jailed for six years.",
        {"Stowe Crown Court sanctions Tom Dale"},
    ),
    (
        "Judge Ann Boyd heard the case at Stowe Crown Court. Tom Dale was acquitted.",
        {"Stowe Crown Court sanctions Tom Dale (denied)", "Ann Boyd sanctions Tom Dale (denied)"},
    ),
    ("A jury at Stowe Crown Court convicted Tom Dale of fraud.", {"Stowe Crown Court sanctions Tom Dale"}),
    ("The case went from Stowe Crown Court to Hale Crown Court. Tom Dale was jailed.", set()),
    (
        "The Stowe High Court heard a petition. It took years. Witnesses came. Many spoke. Tom Dale was acquitted.",
        set(),
    ),
    ("An inquest opened at Stowe Coroner's Court. Tom Dale was jailed in May.", set()),
    (
        "Harbour Rail Ltd was fined £2m, the Rail Safety Authority said.",
        {"Rail Safety Authority sanctions Harbour Rail Ltd"},
    ),
    ("Harbour Rail Ltd was fined £2m, the Stowe Herald said.", set()),
    (
        "Tom Dale will not be charged, the Crown Prosecution Service said.",
        {"Crown Prosecution Service sanctions Tom Dale (denied)"},
    ),
    (
        "Tom Dale was struck off after the Nursing Board upheld three complaints.",
        {"Nursing Board sanctions Tom Dale"},
    ),
    ("The Rail Inspectorate recommended that Harbour Rail Ltd be prosecuted.", set()),
    ("The Rail Inspectorate visited Stowe. Constable Tom Dale was given a written warning.", set()),
    (
        "Harbour Rail Ltd was convicted of two offences in a case brought by the Rail Safety Authority.",
        {"Rail Safety Authority sanctions Harbour Rail Ltd"},
    ),
]
WORDED = [
    ("Harbour Rail Ltd faces a fine from the Rail Board.", {"Rail Board sanctions Harbour Rail Ltd (proposed)"}),
    ("The Rail Board threatened Harbour Rail Ltd with a fine.", {"Rail Board sanctions Harbour Rail Ltd (proposed)"}),
    ("The Rail Board announced charges against Tom Dale.", {"Rail Board sanctions Tom Dale"}),
    ("The World Bank announced the debarment of Harbour Rail.", {"World Bank sanctions Harbour Rail"}),
    ("Harbour Rail Ltd received a formal warning from the Rail Board.", {"Rail Board sanctions Harbour Rail Ltd"}),
    ("Nurse Tom Dale was cautioned by the Nursing Board.", {"Nursing Board sanctions Tom Dale"}),
    ("Two former executives of Harbour Rail were charged with fraud by the Rail Board.", set()),
    ("The High Court jailed businessman Tom Dale for contempt.", {"High Court sanctions Tom Dale"}),
    ("The Nursing Board cautioned that Tom Dale was ill.", set()),
]


PASSED = [
    (
        "The Police Conduct Office sent a file of evidence to the Crown Prosecution Service.",
        {"Police Conduct Office refersTo Crown Prosecution Service"},
    ),
    ("The Police Conduct Office submitted a file to the Director of Public Prosecutions.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_punishes_is_whoever_tries_charges_or_says_so(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SANCTIONS) == expected


@pytest.mark.parametrize(("text", "expected"), WORDED)
def test_words_for_sanctions_under_way_or_given_out(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SANCTIONS) == expected


@pytest.mark.parametrize(("text", "expected"), PASSED)
def test_a_file_is_passed_on_and_answers_nobody(nlp: Language, text: str, expected: set[str]) -> None:
    found = claims(nlp, text, frozenset({OV.refersTo, OV.respondsTo}))
    assert expected <= found
    assert not any("respondsTo" in claim for claim in found)
