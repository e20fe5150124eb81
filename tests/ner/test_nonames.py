"""What is written as a name is, and is none."""

import pytest
from spacy.language import Language

from tests.ner.test_names import names

pytestmark = pytest.mark.model

NONE = [
    ("The council met in the Council Chamber at Civic Offices.", {"Council Chamber", "Civic Offices"}),
    ("Council House, Oldbridge Street, Marlham, MB1 3RS", {"MB1 3RS"}),
    ("Children with special educational needs (SEN) were let down. SEN provision is weak, Ofsted said.", {"SEN"}),
    ("The designated clinical officer (DCO) is valued. The DCO works for Kent County Council.", {"DCO"}),
    ("Mrs B. Petersen, Chief Finance Officer (CFO), sent apologies. The CFO is ill.", {"CFO", "Chief Finance Officer"}),
    ("The report by the Internal Audit Manager was noted.", {"Internal Audit Manager"}),
    (
        "A. Introduction\n\nWe met in May.\n\nB. Scope of Audit\n\nWe looked at two ports.",
        {"B. Scope", "Scope", "Audit"},
    ),
    ("State Auditor IV Corazon Reyes went to Elm Ports Agency.", {"IV Corazon Reyes", "State"}),
    ("HALIFAX, NS and REGINA, SK, May 6, 2024 – Elm Agency said no more.", {"NS", "SK"}),
    ("Ministerial Foreword\n\nI thank Ann Lee of Elm Council.", {"Ministerial Foreword", "Foreword"}),
    ("The Executive Summary of Elm Council's report was late.", {"Executive Summary", "Summary"}),
    ("Elm Council provided a response, which is at Appendix B.", {"Appendix B", "Appendix B."}),
    ("The Elm University Chancellor Rt Hon Sir Andrew Sattley wrote.", {"Rt Hon", "Rt Hon Sir", "Hon Sir"}),
    ("Joanna Prior, HMI, led the visit by Ofsted.", {"HMI"}),
]


@pytest.mark.parametrize(("text", "wrong"), NONE)
def test_no_names(nlp: Language, text: str, wrong: set[str]) -> None:
    assert not wrong & names(nlp, text).keys()


def test_a_bodys_acronym_after_lower_case_words_is_one(nlp: Language) -> None:
    found = names(nlp, "The Coastal Safety Agency (CSA) replied. The CSA said no more.")
    assert found["CSA"] == "Organisation"


@pytest.mark.parametrize("acronym", ["HSE", "KSE"])
def test_an_executive_that_is_a_body_has_an_acronym(nlp: Language, acronym: str) -> None:
    body = {"HSE": "Harbour Safety Executive", "KSE": "Kelton Safety Executive"}[acronym]
    found = names(nlp, f"The {body} ({acronym}) replied. {acronym} said no more.")
    assert found == {body: "Organisation", acronym: "Organisation"}


def test_a_plural_a_text_writes_small_is_no_short_name(nlp: Language) -> None:
    found = names(nlp, "The Parks Trust of Kent was fined. Its parks are shut. Mr Lee, Minister for Parks, was sorry.")
    assert "Parks" not in found


def test_a_speaker_with_a_post_in_brackets_is_no_dateline(nlp: Language) -> None:
    assert names(nlp, "Mr John Carter (Roads Minister): The bridge fell.")["John Carter"] == "Person"


def test_a_headlines_capitals_make_no_body(nlp: Language) -> None:
    text = "Senator Seeks Answers on Housing Agency Watchdog\n\nThe Federal Loan Agency was asked to reply."
    assert "Housing Agency" not in names(nlp, text)
