"""Reproaches and praise by what someone feels, owed or finds odd, and by what a label says inside."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

JUDGED = frozenset({OV.criticises, OV.praises, OV.callsOn})

CASES = [
    ("Ann Boyd was worried by the Rail Bureau.", {"Ann Boyd criticises Rail Bureau"}),
    (
        "The Transport Committee was deeply concerned by the Department for Roads' handling of the contract.",
        {"Transport Committee criticises Department for Roads"},
    ),
    ("Ann Boyd was pleased with the Rail Bureau.", {"Ann Boyd praises Rail Bureau"}),
    ("Ann Boyd was concerned by the floods.", set()),
    ("Ann Boyd said Harbour Rail ought to have told passengers.", {"Ann Boyd criticises Harbour Rail"}),
    ("Ann Boyd said Harbour Rail ought to tell passengers.", {"Ann Boyd callsOn Harbour Rail"}),
    ("Ann Boyd said Harbour Rail must not have known.", set()),
    ("Ann Boyd said it was unacceptable that Harbour Rail kept no log.", {"Ann Boyd criticises Harbour Rail"}),
    ("Ann Boyd said it was a disgrace that Harbour Rail had no plan.", {"Ann Boyd criticises Harbour Rail"}),
    ("Ann Boyd said it was a disgrace that Harbour Rail was denied funds.", set()),
    ("Ann Boyd saw it as an overreaction by Harbour Rail.", {"Ann Boyd criticises Harbour Rail"}),
    ("Ann Boyd called the delay a betrayal of Harbour Rail's promise.", {"Ann Boyd criticises Harbour Rail"}),
    ("Ann Boyd called it a failure of imagination.", set()),
    ("Ann Boyd was unimpressed by the evidence given by Tom Dale.", {"Ann Boyd criticises Tom Dale"}),
    ("Ann Boyd welcomed the steps taken by Harbour Rail.", {"Ann Boyd praises Harbour Rail"}),
    ("Ann Boyd considered that Harbour Rail had misled her.", {"Ann Boyd criticises Harbour Rail"}),
    ("Ann Boyd said Harbour Rail had been asleep at its desk.", {"Ann Boyd criticises Harbour Rail"}),
    ("Ann Boyd said Tom Dale had leaned on her.", {"Ann Boyd criticises Tom Dale"}),
]
UNDONE = [
    ("Ann Boyd complained that Harbour Rail had not replied.", {"Ann Boyd criticises Harbour Rail"}),
    (
        "The Transport Committee concluded that Harbour Rail never read it.",
        {"Transport Committee criticises Harbour Rail"},
    ),
    ("Tom Dale pointed out that no one at Harbour Rail had ever read it.", {"Tom Dale criticises Harbour Rail"}),
    ("Tom Dale pointed out that Harbour Rail was slow.", {"Tom Dale criticises Harbour Rail"}),
    ("Tom Dale said that Harbour Rail had not replied.", set()),
    ("Tom Dale pointed out that nobody had read it.", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*CASES, *UNDONE])
def test_who_finds_fault_or_praises(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, JUDGED) == expected


def test_a_case_that_was_dropped(nlp: Language) -> None:
    text = "The Serious Fraud Office has dropped its case against Halden Homes."
    assert claims(nlp, text, frozenset({OV.sanctions})) == {"Serious Fraud Office sanctions Halden Homes (denied)"}


VOICE = """Office of Rail Audits

Why we did this review

We reviewed the Rail Bureau in May. We found delays. We also suggest that the Rail Bureau consider a new lead.
"""


def test_whoever_is_to_consider_something_is_not_whose_text_it_is(nlp: Language) -> None:
    assert "Office of Rail Audits callsOn Rail Bureau" in claims(nlp, VOICE, JUDGED)


COLUMN = """OPINION

Who minds the trains?

By Ann Boyd

I ride to work. The chief of Harbour Rail, Tom Dale, {deed}. I wonder why. I ask again.
"""


@pytest.mark.parametrize(
    ("deed", "blamed"),
    [("has never explained it", True), ("has yet to explain it", True), ("did not ride with me", False)],
)
def test_what_a_columnist_says_was_never_done(nlp: Language, deed: str, blamed: bool) -> None:
    found = claims(nlp, COLUMN.format(deed=deed), JUDGED)
    assert ("Ann Boyd criticises Tom Dale" in found) is blamed


LETTER = """Dear Chief Constable

Inspection of Dorling Police

I am writing to set out what we found. You must tell us by June what you will do. I commend your staff.

Yours sincerely

Sara Lindqvist
His Majesty's Inspector of Constabulary
"""


def test_a_letter_to_an_office_is_to_the_one_body_it_is_about(nlp: Language) -> None:
    assert claims(nlp, LETTER, JUDGED) == {
        "Sara Lindqvist callsOn Dorling Police",
        "Sara Lindqvist praises Dorling Police",
    }
