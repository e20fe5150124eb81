"""To what an answer goes: a report on who answers, or whoever last found fault with them."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

ANSWERS = frozenset({OV.respondsTo})
FAULT = "The Treasury criticised Lloyds Bank. "
REPORT = "The Treasury published its report on Lloyds Bank. "

ANSWERED = [
    (FAULT + "Lloyds Bank rejected the criticism.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank apologised for the failings.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank hit back at the Treasury.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank disputed the Treasury's findings.", {"Lloyds Bank respondsTo Treasury"}),
    ("The Treasury fined Lloyds Bank. Lloyds Bank has appealed.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank apologised to its customers.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank insisted that it had kept to the rules.", {"Lloyds Bank respondsTo Treasury"}),
    ("The Treasury accused Lloyds Bank of wasting money, which the bank denies.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank denied any wrongdoing.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank said it was deeply sorry.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank has offered an apology.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank hit back.", {"Lloyds Bank respondsTo Treasury"}),
    (
        "The Treasury fined Lloyds Bank after an investigation found that it had lied. Anna Boyd, a director, said: "
        '"Lloyds Bank is a disgrace." Lloyds Bank accepted the findings.',
        {"Lloyds Bank respondsTo Treasury investigation into Lloyds Bank"},
    ),
    ("The Treasury has yet to reply to the Boyd report.", {"Treasury respondsTo Boyd report (denied)"}),
    ("The Treasury issued a statement on the Boyd report.", {"Treasury respondsTo Boyd report"}),
    ("Lloyds Bank released a statement on the publication of the Boyd report.", {"Lloyds Bank respondsTo Boyd report"}),
    (
        "Anna Boyd released the following statement after the Treasury issued a report on Lloyds Bank.",
        {"Anna Boyd respondsTo Treasury report on Lloyds Bank"},
    ),
    (
        FAULT + "Anna Boyd, chief executive of Lloyds Bank, said the bank accepted the criticism.",
        {"Lloyds Bank respondsTo Treasury", "Anna Boyd respondsTo Treasury"},
    ),
    (
        REPORT + "Lloyds Bank said it would implement the recommendations.",
        {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"},
    ),
    (
        REPORT + "Lloyds Bank pledged to act on the report.",
        {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"},
    ),
    (
        REPORT + "Lloyds Bank took issue with the report.",
        {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"},
    ),
    (
        REPORT + "Lloyds Bank disputed the Treasury's figures.",
        {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"},
    ),
]

ASIDE = [
    (REPORT + "Barclays rejected much of the report.", {"Barclays respondsTo Treasury report on Lloyds Bank"}),
    (REPORT + "Barclays agreed with most of the findings.", {"Barclays respondsTo Treasury report on Lloyds Bank"}),
    (
        REPORT + "Asked about the report, Anna Boyd said that customers came first.",
        {"Anna Boyd respondsTo Treasury report on Lloyds Bank"},
    ),
    (REPORT + "Anna Boyd was asked about the report.", set()),
    (
        REPORT + "In a statement on the report, Barclays said that customers came first.",
        {"Barclays respondsTo Treasury report on Lloyds Bank"},
    ),
    (
        REPORT + "Following publication of the report, Barclays said that customers came first.",
        {"Barclays respondsTo Treasury report on Lloyds Bank"},
    ),
    (REPORT + "Following the sale of the farm, Barclays said that customers came first.", set()),
    (
        "An audit by the Treasury found that half of the money was lost. Barclays disputes this.",
        {"Barclays respondsTo Treasury audit"},
    ),
    (FAULT + "Lloyds Bank accepted that it had been slow.", {"Lloyds Bank respondsTo Treasury"}),
    (FAULT + "Lloyds Bank admitted the failings.", {"Lloyds Bank respondsTo Treasury"}),
    (
        REPORT + "Anna Boyd declined to comment on the report.",
        {"Anna Boyd respondsTo Treasury report on Lloyds Bank (denied)"},
    ),
]

TOLD = "Ofgem published its report on Lloyds Bank in May. "

CALL = "The Treasury urged Lloyds Bank to refund its customers. "

VOICED = [  # words of which the sentence says, or those before it, whose they are
    ("Lloyds Bank rejected criticism by Barclays.", {"Lloyds Bank respondsTo Barclays"}),
    (FAULT + "Lloyds Bank rejected criticism of its chairman by Barclays.", {"Lloyds Bank respondsTo Barclays"}),
    ("Lloyds Bank dismissed suggestions from Barclays that it was slow.", {"Lloyds Bank respondsTo Barclays"}),
    ("Lloyds Bank backed the call by Barclays for new rules.", {"Lloyds Bank respondsTo Barclays"}),
    (CALL + "Lloyds Bank refused.", {"Lloyds Bank respondsTo Treasury"}),
    (CALL + "Lloyds Bank has ruled this out.", {"Lloyds Bank respondsTo Treasury"}),
    (CALL + "Lloyds Bank rejected the call.", {"Lloyds Bank respondsTo Treasury"}),
    (CALL + "Lloyds Bank declined to comment.", set()),
    (CALL + "Lloyds Bank insisted that it had no debts.", set()),
    (
        "The Treasury published its report on Lloyds Bank. In its response, Lloyds Bank said it would change.",
        {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"},
    ),
    (
        "The Treasury published its report on Lloyds Bank. Lloyds Bank will carry out the recommendations.",
        {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"},
    ),
    ("Lloyds Bank rejected an offer by Barclays.", set()),
    ("The Treasury welcomed yesterday's statement from Lloyds Bank.", {"Treasury respondsTo Lloyds Bank"}),
    ("The Treasury welcomes the commitment made by Lloyds Bank.", {"Treasury respondsTo Lloyds Bank"}),
    ("Lloyds Bank made a statement about the Treasury.", set()),
]

TAKEN_UP = [  # of a report told of before, where nobody was found at fault
    (TOLD + "Barclays welcomed the findings.", {"Barclays respondsTo Ofgem report on Lloyds Bank"}),
    (TOLD + "Barclays dismissed the conclusions as one-sided.", {"Barclays respondsTo Ofgem report on Lloyds Bank"}),
    (TOLD + "Ofgem defended the findings.", set()),
    ("Barclays welcomed the findings.", set()),
]

SAID = "Senator Helen Cole said that Paul Kerr had kept the files. "

EXCHANGED = [  # of whoever spoke last of who answers, in words that are no reproach
    (SAID + "Mr Kerr denied it.", {"Paul Kerr respondsTo Helen Cole"}),
    (SAID + "Mr Kerr rejected that account.", {"Paul Kerr respondsTo Helen Cole"}),
    (SAID + "Mr Kerr retorted that she had never asked for them.", {"Paul Kerr respondsTo Helen Cole"}),
    (SAID + "Mr Kerr objected.", {"Paul Kerr respondsTo Helen Cole"}),
    (SAID + "Mr Kerr wrote back that the files were at home.", {"Paul Kerr respondsTo Helen Cole"}),
    (REPORT + "Lloyds Bank rejects this.", {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"}),
    (REPORT + "Lloyds Bank bridled at the report.", {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"}),
    (REPORT + "Lloyds Bank scoffed at the report.", {"Lloyds Bank respondsTo Treasury report on Lloyds Bank"}),
    (SAID + "Mr Kerr did not reply to messages.", set()),
    (SAID + "Mr Kerr denies wrongdoing.", set()),
    (SAID + "Mr Kerr agreed to pay a fee.", set()),
    ("The Treasury met on Monday. Mr Kerr denied it.", set()),
]

UNANSWERED = [
    "Lloyds Bank rejected the criticism.",
    FAULT + "Lloyds Bank rejected the offer.",
    FAULT + "Barclays rejected the criticism.",
    FAULT + "The Treasury noted the failings.",
    "The Treasury praised Lloyds Bank. Lloyds Bank has appealed.",
    "Lloyds Bank has appealed for calm.",
    FAULT + "Lloyds Bank had already apologised to its customers.",
    FAULT + "Lloyds Bank admitted four new partners.",
    FAULT + "Barclays apologised to its customers.",
    'Ofgem opened an inquiry into Lloyds Bank. "This inquiry will focus on its fees," said Anna Boyd.',
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*ANSWERED, *VOICED, *EXCHANGED, *ASIDE])
def test_an_answer_finds_what_it_answers(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ANSWERS) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", UNANSWERED)
def test_what_answers_nobody_is_no_answer(nlp: Language, text: str) -> None:
    assert claims(nlp, text, ANSWERS) == set()


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_the_findings_are_those_of_the_report_told_of(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ANSWERS) == expected
