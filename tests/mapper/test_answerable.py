"""What an answer is to: parts of a report, "it", a claim just made, and who speaks for whom."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

ANSWERS = frozenset({OV.respondsTo})
REPORT = "The Ombudsman published his report on Lakeside Hospital. "
TO_REPORT = "respondsTo Ombudsman report on Lakeside Hospital"

TAKEN_UP = [
    (REPORT + "Lakeside Hospital accepts every word.", {f"Lakeside Hospital {TO_REPORT}"}),
    (REPORT + "Barclays agreed with every line of the report.", {f"Barclays {TO_REPORT}"}),
    (REPORT + 'Anna Boyd said sorry. "We accept every line of it," she said.', {f"Anna Boyd {TO_REPORT}"}),
    (
        REPORT + "It makes four recommendations. Barclays accepted 4.1 and 4.4.",
        {f"Barclays {TO_REPORT}"},
    ),
    (REPORT + "Barclays has accepted all but two of the recommendations.", {f"Barclays {TO_REPORT}"}),
    (REPORT + "Barclays issued a response saying it would act.", {f"Barclays {TO_REPORT}"}),
    (REPORT + "Barclays said in response that a new office was being set up.", {f"Barclays {TO_REPORT}"}),
    (REPORT + "Barclays gave no response.", set()),
    (REPORT + "Barclays is preparing a response.", set()),
    (REPORT + "Anna Boyd dissented from Recommendation 10.", {f"Anna Boyd {TO_REPORT}"}),
    (REPORT + "Barclays welcomed the publication of the report.", {f"Barclays {TO_REPORT}"}),
    (REPORT + "Barclays accepted the thrust of the report.", {f"Barclays {TO_REPORT}"}),
    (REPORT + 'Anna Boyd calls it "fiction with footnotes".', {f"Anna Boyd {TO_REPORT}"}),
    (
        "Anna Boyd said that Lloyds Bank had lost the files. Barclays rejected that.",
        {"Barclays respondsTo Anna Boyd"},
    ),
    (
        "Anna Boyd accused Karl Lind of hiding the figures, a charge he denies.",
        {"Karl Lind respondsTo Anna Boyd"},
    ),
    (REPORT + "Lawyers for Karl Lind called the report one-sided.", {f"Karl Lind {TO_REPORT}"}),
    ("The charity's solicitors describe Lloyds Bank's claims as fantasy.", set()),
    (
        "Lloyds Bank's solicitors describe the Treasury's claims as fantasy.",
        {"Lloyds Bank respondsTo Treasury"},
    ),
    (
        "Lloyds Bank said it does not recognise the Treasury's account of the loss.",
        {"Lloyds Bank respondsTo Treasury"},
    ),
]

NOT_TAKEN_UP = [
    REPORT + "Anna Boyd kept every word of her promise.",
    REPORT + "The firm bought a plane and Anna Boyd called it a bargain.",
    REPORT + "The school accepted 40 of the 200 pupils.",
    REPORT + "Anna Boyd sold two and kept both.",
    "The Treasury criticised Karl Lind. Anna Boyd fined his lawyer.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_what_was_found_or_said_before_is_taken_up(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ANSWERS) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOT_TAKEN_UP)
def test_other_words_and_numbers_take_up_nothing(nlp: Language, text: str) -> None:
    assert claims(nlp, text, ANSWERS) == set()
