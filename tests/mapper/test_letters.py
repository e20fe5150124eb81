"""Whose a letter or a page is, whom it is to, and who looked together into what it is about."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims, ties

pytestmark = pytest.mark.model

JOINT = """12 June 2023

Ian Oakes, Director of Housing, Thornby Metropolitan Borough Council
Dr Fiona Bell, Chief Nurse, West Dale Health Trust
Alison Prout, Chief Constable, Westmoor Constabulary

Dear partners

Joint inspection of Thornby

It took place in April. Inspectors from Ofsted, the Care Quality Commission {verb} on site throughout. {more}

We found that Westmoor Constabulary had failed to keep records.

Yours sincerely

Ann Lee
National Director, Social Care, Ofsted
"""
MORE = (  # a line too long for a page
    "They read the records of forty tenants, spoke with twenty of them, and sat in on two meetings of the "
    "board of the partners, one in April and one in May."
)
BODIES = ("Thornby Metropolitan Borough Council", "West Dale Health Trust", "Westmoor Constabulary")


def test_joint_letter(nlp: Language) -> None:
    """Each sender inspects and finds fault; that each addressee was inspected is not said, where a place was."""
    text = JOINT.format(verb="and Estyn were", more=MORE)
    found = claims(nlp, text, frozenset({OV.inspects, OV.conducts}))
    assert {c.split(" conducts")[0] for c in found if " conducts " in c} == {
        "Ofsted",
        "Care Quality Commission",
        "Estyn",
    }
    assert not any(" inspects " in c for c in found)


def test_joint_letter_of_a_coming_visit(nlp: Language) -> None:
    text = JOINT.format(verb="and Estyn will be", more=MORE)
    assert not any(c.startswith("Estyn") for c in claims(nlp, text, frozenset({OV.inspects, OV.criticises})))


def test_lines_of_an_address(nlp: Language) -> None:
    """The body ends the line; what stands between is what the post is for."""
    assert ties(nlp, JOINT.format(verb="and Estyn were", more=MORE)) == {
        "Ian Oakes memberOf Thornby Metropolitan Borough Council",
        "Fiona Bell memberOf West Dale Health Trust",
        "Alison Prout leads Westmoor Constabulary",
        "Ann Lee memberOf Ofsted",
    }


FOUND = "We were told of long waits, and the records were inadequate."
PAGES = [
    "Coast Prison\nCategory C prison, Dorset\n\nInspection by HM Inspectorate of Prisons\n\n"
    f"We inspected the prison in May. {FOUND}",
    f"Oak Tree Academy\n\nInspection by Ofsted\n\nWe inspected the school in May. {FOUND}",
]


@pytest.mark.parametrize("page", PAGES)
def test_page_headed_with_whom_it_is_about(nlp: Language, page: str) -> None:
    """A watchdog's page that bears another's name is about that body."""
    subject = page.split("\n", maxsplit=1)[0]
    found = claims(nlp, page, frozenset({OV.inspects, OV.criticises}))
    assert f"criticises {subject}" in {c[c.index("criticises") :] for c in found if "criticises" in c}
    assert all(c.endswith(subject) for c in found)


TITLES = [
    ("Full inspection report: Thornby Academy", {"concerns Thornby Academy"}),
    ("West Dale Council: governance review", {"concerns West Dale Council"}),
    ("Performance audit: Fenwick Ports Authority, Fenwick", {"concerns Fenwick Ports Authority"}),
    ("Inspection report: how we work", set()),
    ("News: West Dale Council opens a park", set()),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_titles(nlp: Language, title: str, expected: set[str]) -> None:
    """What stands beyond the colon of a title is what it is about."""
    found = claims(nlp, f"{title}\n12 May 2021\n\nPupils and staff were glad.", frozenset({OV.concerns}))
    assert {c[c.index("concerns") :] for c in found} == expected


def test_signature_says_whose_letter_it_is(nlp: Language) -> None:
    """Not the body whose name stands alone above the greeting, which it is to."""
    letter = (
        "Harbour Trust\n\nDear Ms Boyd\n\nWe found that Harbour Trust had failed its tenants.\n\n"
        "Yours sincerely\n\nTom Reid\nDirector, Housing Ombudsman"
    )
    assert claims(nlp, letter, frozenset({OV.criticises})) == {"Housing Ombudsman criticises Harbour Trust"}


def test_inspectors_of_the_crown_are_their_office(nlp: Language) -> None:
    """ "His Majesty's Inspectors" is no body beside Ofsted."""
    text = "The visit to Oak Tree Academy was led by one of His Majesty's Inspectors (HMI) from Ofsted."
    assert not any("Inspectors" in c for c in claims(nlp, text, frozenset({OV.inspects, OV.conducts, OV.leads})))


def test_page_of_a_home_that_names_its_watchdog_last(nlp: Language) -> None:
    """Who "carried out this assessment" is the one watchdog of the text, not whose name heads the page."""
    page = (
        "Coast House\nResidential home\n\nProvided and run by: Oak Care Limited\n\n"
        "We carried out this assessment in May. We asked for the records. The records were inadequate.\n\n"
        "Registered by: Care Quality Commission, 12 August 2023"
    )
    assert claims(nlp, page, frozenset({OV.criticises})) == {"Care Quality Commission criticises Coast House"}


ISSUED = [
    ("The Roads Authority issued this alert in May.", {"Roads Authority criticises Hill Trust"}),
    ("This report was published by the Roads Authority in May.", {"Roads Authority criticises Hill Trust"}),
    ("The Roads Authority issued an alert in May.", set()),
    ("The Roads Authority said that it had read this report.", set()),
]


@pytest.mark.parametrize(("opening", "expected"), ISSUED)
def test_who_issues_a_text_speaks_in_it(nlp: Language, opening: str, expected: set[str]) -> None:
    text = f"Guard contract\n\n{opening} Records at Hill Trust were inadequate."
    assert claims(nlp, text, frozenset({OV.criticises})) == expected


REQUESTS = [
    ("In response to a request from Ann Lee and Tom Reid, the Roads Authority has agreed to publish the results.", 2),
    ("In response to a request by the Hill Trust, the Roads Authority released its records.", 1),
    ("In response to a request from Ann Lee, the Roads Authority did not act.", 0),
    ("In response to a request from Ann Lee, the Roads Authority may act.", 0),
    ("In response to a storm, the Roads Authority closed the bridge.", 0),
]


@pytest.mark.parametrize(("text", "number"), REQUESTS)
def test_answered_requests(nlp: Language, text: str, number: int) -> None:
    """Who asked called on whoever answered."""
    calls = claims(nlp, text, frozenset({OV.callsOn}))
    answers = claims(nlp, text, frozenset({OV.respondsTo}))
    assert len(calls) == len(answers) == number
    assert all(c.endswith("callsOn Roads Authority") for c in calls)


def test_greeting_is_no_name(nlp: Language) -> None:
    """ "Dear Anna" greets the Anna whom the letter is to."""
    letter = "To: Anna Boyd, Chair, Ports Board\n\nDear Anna,\n\nI thank you. You should act.\n\nYours,\n\nTom Reid"
    assert all("Dear" not in c for c in claims(nlp, letter, frozenset({OV.callsOn, OV.praises})))


CONTACTS = [
    ("Operator: Harbour Ferries Ltd\nAnn Lee, Chief Executive", {"Ann Lee leads Harbour Ferries Ltd"}),
    ("Local authority: Hill County Council\nTom Reid, Director of Housing", {"Tom Reid memberOf Hill County Council"}),
    (
        "Trust: West Dale Health Trust\nAnn Lee, Chief Executive\nwww.dale.example",
        {"Ann Lee leads West Dale Health Trust"},
    ),
    ("Note: see the annex\nAnn Lee, Chief Executive", set()),
]


@pytest.mark.parametrize(("entry", "expected"), CONTACTS)
def test_contact_under_an_entry(nlp: Language, entry: str, expected: set[str]) -> None:
    """Who stands under the entry for a body is in a post there."""
    assert ties(nlp, f"Area report\n\nContacts\n\n{entry}\n\nThe visit was in May.") == expected


ON_BEHALF = """Dear Minister

We write on behalf of the Coastal Fishers' Alliance, which speaks for 4,000 families.

The Fisheries Inspectorate has looked away. We urge you to withdraw the licence. We thank the University of Kilwa.

Yours faithfully

Fatuma Kheri, chairperson
"""


def test_who_writes_on_behalf_of_a_body_speaks_for_it_and_signs_as_its_own(nlp: Language) -> None:
    found = claims(nlp, ON_BEHALF, frozenset({OV.leads, OV.praises, OV.criticises}))
    assert {
        "Coastal Fishers' Alliance praises University of Kilwa",
        "Fatuma Kheri leads Coastal Fishers' Alliance",
    } <= found
    assert not any("Fisheries Inspectorate" in claim and "criticises" not in claim for claim in found)


SPEECH = """Opening statement to the Fisheries Committee

12 May 2019

Greta Lund, FCA
Auditor General

{turn}I am glad to be here. I have two colleagues with me, and we have brought our files.

We found that Delmar Ports had failed to keep its accounts, though the Department had been told twice.
"""
WELCOME = """Greta Lund;
Head of Service, Mr Tom Reid;

Good afternoon,

I am glad that we have found the time. We found that Delmar Ports had failed to keep its accounts.
"""


@pytest.mark.parametrize("turn", ["Mr. Chair, ", "Ladies and gentlemen, ", "Good morning, Madam Chair. "])
def test_a_speech_is_that_of_the_person_named_above_it(nlp: Language, turn: str) -> None:
    found = claims(nlp, SPEECH.format(turn=turn), frozenset({OV.criticises}))
    assert found == {"Greta Lund criticises Delmar Ports"}


def test_those_whom_a_speech_welcomes_do_not_give_it(nlp: Language) -> None:
    assert claims(nlp, WELCOME, frozenset({OV.criticises})) == set()
