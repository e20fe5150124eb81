"""Forms at the head of inspection reports: whom the inspection is about, who led it, whose words follow."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

FORM = """NORTHERN CARE INSPECTORATE

Report of an unannounced inspection of a nursing home

Name of home: Ashdale Lodge
Registered provider: Fernhill Care Ltd
Lead inspector: Sinead Moran
Support inspector: Paul Dineen
Date of inspection: 14 March 2023

This was the home's second inspection in a year. Records of medicines were incomplete.
"""
ACT = "NORTHERN CARE INSPECTORATE inspection of Ashdale Lodge"


def test_a_form_names_the_inspected_and_the_inspectors(nlp: Language) -> None:
    relations = frozenset({OV.inspects, OV.leads, OV.conducts, OV.criticises})
    assert claims(nlp, FORM, relations) == {
        "NORTHERN CARE INSPECTORATE inspects Ashdale Lodge",
        f"NORTHERN CARE INSPECTORATE conducts {ACT}",
        f"Sinead Moran leads {ACT}",
        f"Paul Dineen conducts {ACT}",
        "NORTHERN CARE INSPECTORATE criticises Ashdale Lodge",
    }


PAGE = """Larch Court

Care home inspection report
Care Standards Norfolk

Provider: Fernhill Care Ltd
Registered manager: Anna Boyd
Date of visit: 3 February 2023
Lead inspector: Paul Dineen

About this inspection

Leadership is weak. The home is clean. We spoke to eleven people. The nominated individual, Tom Reid, accepted our
findings. The regional manager, Mary Moss, was away. The person in charge, Sinead Moran, was new.
"""


def test_a_page_tells_who_inspects_whom_and_who_runs_it(nlp: Language) -> None:
    """The watchdog's line at its head, the home's title, the provider's field, and whose the people are."""
    relations = frozenset({OV.inspects, OV.leads, OV.memberOf, OV.partOf, OV.criticises})
    assert claims(nlp, PAGE, relations) >= {
        "Care Standards Norfolk inspects Larch Court",
        "Care Standards Norfolk criticises Larch Court",
        "Larch Court partOf Fernhill Care Ltd",
        "Anna Boyd leads Larch Court",
        "Sinead Moran leads Larch Court",
        "Tom Reid memberOf Fernhill Care Ltd",
        "Paul Dineen memberOf Care Standards Norfolk",
    }
    assert not any(one.startswith("Mary Moss") for one in claims(nlp, PAGE, relations))


def test_a_department_that_runs_a_prison_does_not_contain_it(nlp: Language) -> None:
    text = PAGE.replace("Provider: Fernhill Care Ltd", "Run by: Department of Prisons")
    assert claims(nlp, text, frozenset({OV.partOf})) == set()


def test_whom_a_line_says_the_report_is_on_is_whom_a_form_is_about(nlp: Language) -> None:
    text = (
        "Care Standards Norfolk\n\nInspection report: Larch Court, Diss\nInspection dates: 3 and 4 May 2023\n"
        "Operator: Fernhill Care Ltd\n\nWhat we found\n\nWe inspected the home after a fall. Staff were too few. "
        "The manager, Anna Boyd, was new."
    )
    assert claims(nlp, text, frozenset({OV.leads, OV.criticises})) == {
        "Anna Boyd leads Larch Court",
        "Care Standards Norfolk criticises Larch Court",
    }


SCHOOL = """Inspection of Thornfield Primary School
Mill Lane, Ashby

Inspection dates: 4 and 5 October 2022

The school is full. Leaders have failed to keep pupils safe.
The lead inspector, Anna Boyd, was accompanied by two Ofsted inspectors.
"""


def test_the_one_watchdog_of_a_form_without_a_letterhead_speaks_in_it(nlp: Language) -> None:
    relations = frozenset({OV.inspects, OV.criticises})
    assert claims(nlp, SCHOOL, relations) == {
        "Ofsted inspects Thornfield Primary School",
        "Ofsted criticises Thornfield Primary School",
    }
    assert claims(nlp, SCHOOL.replace("two Ofsted", "two Ofgem, Ofwat and Ofsted"), frozenset({OV.criticises})) == set()
    assert claims(nlp, SCHOOL.replace("Inspection dates", "Opening hours"), frozenset({OV.criticises})) == set()


@pytest.mark.parametrize("owner", ["school", "mine", "care home"])
def test_what_is_inspected_does_not_inspect(nlp: Language, owner: str) -> None:
    text = f"The {owner}'s last inspection was in May. The Care Board runs Elm {owner.title()}."
    assert not claims(nlp, text, frozenset({OV.conducts, OV.inspects}))


def test_the_authority_a_school_lies_in_is_not_inspected(nlp: Language) -> None:
    text = "Ofsted\n\nInspection report\n\nName of school: Hill End School\nLocal authority: Kent County Council\n"
    found = claims(nlp, text, frozenset({OV.concerns, OV.inspects}))
    assert any(one.endswith("Hill End School") for one in found)
    assert not any(one.endswith("Council") for one in found)


HEAD = """Care Standards Inspectorate

Report following monitoring visit
Oakvale Primary School, River Road, Oakvale
Date of visit: 11-13 June 2024
Reporting inspector: Mary Moss

In March 2023 we judged that the school required significant improvement. The headteacher, Mrs Laura Benyon, took up
her post in January 2023, following the retirement of Mr Hugh Prosser. The Chief Inspector, Owen Trevor, is removing
the school from the list.
"""


def test_a_line_with_a_name_and_an_address_tells_whom_a_form_is_about(nlp: Language) -> None:
    relations = frozenset({OV.inspects, OV.leads, OV.publishes})
    assert claims(nlp, HEAD, relations) == {
        "Care Standards Inspectorate inspects Oakvale Primary School",
        "Care Standards Inspectorate publishes Care Standards Inspectorate report on Oakvale Primary School",
        "Mary Moss leads Care Standards Inspectorate visit of Oakvale Primary School",
        "Laura Benyon leads Oakvale Primary School",
        "Hugh Prosser leads Oakvale Primary School (former)",
        "Owen Trevor leads Care Standards Inspectorate",
    }


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("Date of visit:", "Date of issue:").replace("Reporting inspector:", "Press officer:"),
        HEAD.replace("Oakvale Primary School,", "Charter House,"),  # of an address
    ],
)
def test_other_lines_tell_nothing(nlp: Language, head: str) -> None:
    assert not [c for c in claims(nlp, head, frozenset({OV.inspects})) if "Charter" in c or "visit" in c]


def test_a_court_speaks_in_its_own_order(nlp: Language) -> None:
    text = "IN THE HIGH COURT OF FENLAND\n\nBoyd v. State\n\n1. The Water Board has failed us. We find this shocking.\n"
    text += "2. We have read the report, and we direct the Water Board to publish it.\n"
    assert claims(nlp, text, frozenset({OV.callsOn})) == {"HIGH COURT OF FENLAND callsOn Water Board"}


def test_an_office_named_after_an_inspector_is_a_body(nlp: Language) -> None:
    text = "The Office of the Prison Inspector has criticised Acme Ltd."
    assert claims(nlp, text, frozenset({OV.criticises})) == {"Office of the Prison Inspector criticises Acme Ltd."}
