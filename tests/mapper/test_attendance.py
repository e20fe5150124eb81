"""Minutes: who sat where, and whose the posts are that are named without a body."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims, ties

MINUTES = """NORTHMOOR WATER BOARD

Minutes of the meeting held in the Guildhall on 4 March 2021

Present: Ms Edith Vane (Chair), Mr Tom Reid, Cllr Anna Boyd (Fenwick Council)
In attendance: Raj Singh, Finance Director; Mr Noel Hart of Eastways
Apologies: Liam Marsh

1. Leaks
The Chair thanked the Finance Director.
"""


@pytest.mark.model
def test_those_present_belong_to_the_body_that_meets(nlp: Language) -> None:
    found = ties(nlp, MINUTES)
    assert {
        "Edith Vane leads NORTHMOOR WATER BOARD",
        "Tom Reid memberOf NORTHMOOR WATER BOARD",
        "Raj Singh memberOf NORTHMOOR WATER BOARD",
        "Liam Marsh memberOf NORTHMOOR WATER BOARD",
    } <= found
    assert "Noel Hart memberOf NORTHMOOR WATER BOARD" not in found


@pytest.mark.model
def test_seats_that_minutes_tell_of(nlp: Language) -> None:
    """Those who send apologies, are co-opted or chosen sit there; a councillor of another tier does not."""
    text = HEAD + (
        "Apologies were received from Cllr P. Strand.\n2. Mr G. Ellery was co-opted to the Council.\n"
        "3. Cllr T. Oduya was elected Chairman for the coming year.\n"
        "4. It was RESOLVED that Cllr S. Pym be appointed to the Planning Committee.\n"
        "5. District Councillor R. Haldane spoke."
    )
    council = "Fenwick Parish Council"
    assert ties(nlp, text) >= {
        f"P. Strand memberOf {council}",
        f"G. Ellery memberOf {council}",
        f"T. Oduya leads {council}",
        "S. Pym memberOf Planning Committee",
    }
    assert not {claim for claim in ties(nlp, text) if "Haldane" in claim}


@pytest.mark.model
def test_a_news_story_has_no_such_list(nlp: Language) -> None:
    text = "Fenwick Council met on Monday.\n\nPresent: the mood was grim. Tom Reid spoke for an hour."
    assert "Tom Reid memberOf Fenwick Council" not in ties(nlp, text)


HEAD = """Minutes of the meeting of Fenwick Parish Council held on 2 June

Present: Ms Edith Vane (Chair), Mr Tom Reid (Vice-Chair)

1. """

JUDGED = frozenset({OV.criticises, OV.praises, OV.callsOn})


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Chair thanked Northmoor Water Board for its help.", "Edith Vane praises Northmoor Water Board"),
        ("Members noted with concern the failure of Northern Rail to mend the fence.",
         "Fenwick Parish Council criticises Northern Rail"),
        ("The meeting was critical of Northmoor Water Board.",
         "Fenwick Parish Council criticises Northmoor Water Board"),
        ("Councillors were pleased with the work of Northmoor Water Board.",
         "Fenwick Parish Council praises Northmoor Water Board"),
        ("It was agreed to ask Northern Rail for its plans.", "Fenwick Parish Council callsOn Northern Rail"),
        ("RESOLVED to urge Northmoor Water Board to publish the test results.",
         "Fenwick Parish Council callsOn Northmoor Water Board"),
    ],
)  # fmt: skip
def test_who_judges_and_asks_in_minutes(nlp: Language, text: str, claim: str) -> None:
    assert claims(nlp, HEAD + text, JUDGED) == {claim}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "It was agreed by Northern Rail to ask Northmoor Water Board for a map.",
        "Members of Northmoor Water Board noted the failure of Northern Rail to mend the fence.",
        "It was suggested that someone ask Northern Rail.",
    ],
)
def test_what_others_say_is_not_the_meetings(nlp: Language, text: str) -> None:
    assert not any(c.startswith("Fenwick") for c in claims(nlp, HEAD + text, JUDGED))


COMMITTEE = """FENWICK COUNTY COUNCIL

ROADS COMMITTEE

Minutes of the meeting held on 4 March 2021

Present: Councillor Edith Vane (Chair), Councillor Tom Reid
In attendance: Ms Anna Boyd (Chief Executive), Mr Raj Singh (Finance Director), Ms Ada Cole (Hart Audit LLP)
"""


@pytest.mark.model
def test_those_who_attend_a_committee_belong_to_the_body_it_is_of(nlp: Language) -> None:
    found = ties(nlp, COMMITTEE)
    assert {
        "Edith Vane leads ROADS COMMITTEE",
        "Tom Reid memberOf ROADS COMMITTEE",
        "Anna Boyd leads FENWICK COUNTY COUNCIL",
        "Raj Singh memberOf FENWICK COUNTY COUNCIL",
        "Ada Cole memberOf Hart Audit LLP",
    } <= found
    assert not {one for one in found if one.endswith("ROADS COMMITTEE") and ("Boyd" in one or "Singh" in one)}


ROLL = """House of Commons
Rail Safety Committee
Third Report

{heading}
Anna Boyd MP (Labour, Leeds North) (Chair)
Tom Reid MP (Conservative, Kent)
Ada Cole, Chief Executive, Term expires May 2030

Powers
Liam Marsh gave evidence.
"""


@pytest.mark.model
@pytest.mark.parametrize("heading", ["Membership", "Members of the Committee", "The current members are shown below:"])
def test_those_named_one_to_a_line_are_members(nlp: Language, heading: str) -> None:
    found = {tie for tie in ties(nlp, ROLL.format(heading=heading)) if tie.endswith("Rail Safety Committee")}
    assert found == {
        "Anna Boyd leads Rail Safety Committee",
        "Tom Reid memberOf Rail Safety Committee",
        "Ada Cole memberOf Rail Safety Committee",
    }


@pytest.mark.model
def test_names_under_another_heading_are_no_members(nlp: Language) -> None:
    assert "Tom Reid memberOf Rail Safety Committee" not in ties(nlp, ROLL.format(heading="Witnesses"))


LISTS = [
    (  # names that the model takes for bodies, initials, surnames after a title in the plural
        "QUARRIE SHIRE COUNCIL\n\nMinutes of the meeting held on 4 March 2021\n\n"
        "PRESENT: Cr Edith Vane (Mayor), Cr T Brand (Deputy Mayor), Crs Hale, Pike and J Oduya\n"
        "IN ATTENDANCE: Ms Priya Nair (Chief Executive Officer), Mr Ben Stokes (Finance Director)\n",
        {
            "Edith Vane leads QUARRIE SHIRE COUNCIL",
            "T Brand memberOf QUARRIE SHIRE COUNCIL",
            "Hale memberOf QUARRIE SHIRE COUNCIL",
            "Pike memberOf QUARRIE SHIRE COUNCIL",
            "J Oduya memberOf QUARRIE SHIRE COUNCIL",
            "Priya Nair leads QUARRIE SHIRE COUNCIL",
            "Ben Stokes memberOf QUARRIE SHIRE COUNCIL",
        },
    ),
    (  # those who give evidence are of their own bodies
        "PORTS COMMITTEE\n\nOral evidence\n\nMembers present: Edith Vane (Convener), Tom Reid, Murdo Gill\n\n"
        "Witnesses: Anna Boyd, Chief Executive, Northern Ports Authority; Neil Orr; Ada Cole, Director, Rail Agency\n\n"
        "Q2 Tom Reid: Who signed it?\n",
        {
            "Edith Vane leads PORTS COMMITTEE",
            "Tom Reid memberOf PORTS COMMITTEE",
            "Murdo Gill memberOf PORTS COMMITTEE",
            "Anna Boyd leads Northern Ports Authority",
            "Ada Cole leads Rail Agency",
        },
    ),
    (  # one to a line, under a heading
        "NORTHMOOR WATER BOARD\n\nMinutes of the meeting held on 4 March 2021\n\nThose present\nMs Edith Vane (Chair)\n"
        "Mr Tom Reid\n\nObservers\nMr Raj Singh\n\n1. Leaks\nThe report was noted.",
        {"Edith Vane leads NORTHMOOR WATER BOARD", "Tom Reid memberOf NORTHMOOR WATER BOARD"},
    ),
    (  # a mayor heads no committee
        "FENWICK COUNTY COUNCIL\n\nMinutes of the Roads Sub-Committee held on 4 March 2021\n\n"
        "Present: Councillors Edith Vane (Chair) and Tom Reid, Mayor Ada Cole\n",
        {
            "Edith Vane leads Roads Sub-Committee",
            "Tom Reid memberOf Roads Sub-Committee",
            "Ada Cole memberOf Roads Sub-Committee",
        },
    ),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_people_are_read_whatever_their_form(nlp: Language, text: str, expected: set[str]) -> None:
    found = ties(nlp, text)
    assert expected <= found
    assert not {one for one in found - expected if "PORTS COMMITTEE" in one or "Singh" in one or "leads Roads" in one}


@pytest.mark.model
def test_officers_at_a_committee_are_those_of_the_body_it_is_of(nlp: Language) -> None:
    text = """Minutes of the meeting of the Audit Committee of Fenwick University held on 4 March 2021

Present: Ms Edith Vane (Chair), Mr Tom Reid
In attendance: Prof. Noel Hart (President)

1. Fees
The Committee asked Mr Reid to report back in May.
"""
    assert {"Edith Vane leads Audit Committee", "Noel Hart leads Fenwick University"} <= ties(nlp, text)
    assert claims(nlp, text, frozenset({OV.conducts, OV.commissions})) == set()


@pytest.mark.model
def test_what_stands_in_brackets_is_no_member_and_an_auditor_general_is_of_no_committee(nlp: Language) -> None:
    text = (
        "FENWICK COUNTY COUNCIL\n\nMinutes of the Audit Committee held on 4 March 2021\n\n"
        "Present: Ms Edith Vane (Chair)\n"
        "In attendance: Mr Ben Stokes (Manager Compliance), Ms T Hale (Internal Auditor)\n"
        "The Auditor-General, Ms Lyn Provost, had asked for the accounts."
    )
    found = ties(nlp, text)
    assert {"Ben Stokes memberOf FENWICK COUNTY COUNCIL", "T Hale memberOf FENWICK COUNTY COUNCIL"} <= found
    assert not {one for one in found if "Compliance" in one or "Internal" in one or "Provost" in one}
