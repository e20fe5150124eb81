"""Whose words a page, a release or a set of conclusions are, and what it says of whom."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims, ties

ACTS = frozenset({OV.criticises, OV.praises, OV.callsOn, OV.inspects})

PAGE = """Ferndale Lodge
Care Inspectorate report: unannounced inspection completed 3 May
Provider: Oakmere Care Ltd
Manager: Anna Boyd

What we found
We had serious concerns about medicines, and poor records since our last inspection. Families told us they were content.

Complaints
{complaint}
"""

CONCLUSIONS = """Conclusions and recommendations

1. The Department's oversight of the Harbour Fund has been lamentable. (Paragraph 4)

2. We were dismayed that Acme Ltd could not tell us who was responsible. (Paragraph 9)

3. {finding} The Department must say what it has done. (Paragraph 12)

4. We call on the Government to extend its remit. (Paragraph 16)
"""


@pytest.mark.model
@pytest.mark.parametrize(
    "complaint",
    ["A relative's complaint about NHS Fife was passed to the Ombudsman.", "We spoke to the Prisons Ombudsman."],
)
def test_a_page_with_its_provider_is_the_inspectorates_and_about_the_home(nlp: Language, complaint: str) -> None:
    text = PAGE.format(complaint=complaint)
    assert claims(nlp, text, ACTS) == {
        "Care Inspectorate criticises Ferndale Lodge",
        "Care Inspectorate inspects Ferndale Lodge",
    }
    assert ties(nlp, text) == {"Anna Boyd leads Ferndale Lodge", "Ferndale Lodge partOf Oakmere Care Ltd"}


@pytest.mark.model
@pytest.mark.parametrize(
    "finding",
    [
        "The National Audit Office's report exposed failings.",
        "The Ports Regulator does not at present inspect such firms.",
        "The Ports Regulator should inspect such firms.",
    ],
)
def test_conclusions_are_nobodys_whom_they_only_speak_of(nlp: Language, finding: str) -> None:
    blamed = claims(nlp, CONCLUSIONS.format(finding=finding), frozenset({OV.criticises, OV.callsOn}))
    assert not [c for c in blamed if "Acme" in c or "Government" in c]


@pytest.mark.model
def test_a_complaint_that_someone_made_is_not_the_speakers(nlp: Language) -> None:
    said = "Anna Boyd said that {} complaint about Acme Ltd was under review."
    assert claims(nlp, said.format("a tenant's"), ACTS) == set()
    assert claims(nlp, said.format("her"), ACTS) == {"Anna Boyd criticises Acme Ltd"}


@pytest.mark.model
def test_whoever_sacks_their_chief_sacks_their_own(nlp: Language) -> None:
    text = (
        "The Rivers Agency issued a recommendation to Acme Transit in May. "
        "Acme Transit has since replaced 40 switches and fired its maintenance chief, Tom Reid."
    )
    assert ties(nlp, text) == {"Acme Transit removes Tom Reid", "Tom Reid memberOf Acme Transit (former)"}


@pytest.mark.model
def test_the_high_court_is_no_home(nlp: Language) -> None:
    text = (
        "The owner of a nursing home has lost a High Court challenge to the Ports Regulator. "
        "Counsel for the Ports Regulator said that it had inspected the home nine times."
    )
    assert claims(nlp, text, frozenset({OV.inspects})) == set()


@pytest.mark.model
@pytest.mark.parametrize(
    "posts", ["the chair and vice-chair of the Rivers Board", "respectively chair and vice-chair of the Rivers Board"]
)
def test_two_posts_are_those_of_two_people_in_turn(nlp: Language, posts: str) -> None:
    found = ties(nlp, f"Anna Boyd and Tom Reid, {posts}, met the Ports Agency.")
    assert found == {"Anna Boyd leads Rivers Board", "Tom Reid memberOf Rivers Board"}


@pytest.mark.model
def test_two_posts_of_one_are_not_shared_out(nlp: Language) -> None:
    found = ties(nlp, "The Ports Agency met Mr Reid, the chair and chief executive of the Rivers Board.")
    assert found == {"Reid leads Rivers Board"}


@pytest.mark.model
def test_two_whose_posts_follow_are_two(nlp: Language) -> None:
    text = (
        "Senators Anna Boyd and Tom Reid, the chair and ranking member of the Ports Subcommittee, wrote to "
        "the Rivers Agency. In a letter to Carol Lee, the senators criticised the Rivers Agency for its delay."
    )
    assert claims(nlp, text, frozenset({OV.criticises})) == {
        "Anna Boyd criticises Rivers Agency",
        "Tom Reid criticises Rivers Agency",
    }


@pytest.mark.model
def test_a_surname_in_a_headline_begins_no_body(nlp: Language) -> None:
    text = (
        "Boyd, Reid Press Housing Agency on Repair Review\n\n"
        "Senators Anna Boyd and Tom Reid criticised the Federal Homes Administration on Monday. "
        "The agency opened an audit of Acme Ltd last week."
    )
    assert claims(nlp, text, ACTS) == {
        "Anna Boyd criticises Federal Homes Administration",
        "Tom Reid criticises Federal Homes Administration",
        "Federal Homes Administration inspects Acme Ltd",
    }


@pytest.mark.model
@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        ("predecessor", {"Tom Reid leads Rivers Board (former)", "Anna Boyd leads Rivers Board (former)"}),
        ("deputy", {"Anna Boyd leads Rivers Board (former)"}),
    ],
)
def test_a_post_that_was_left_tells_its_holders_before_and_no_deputy_now(
    nlp: Language, whose: str, expected: set[str]
) -> None:
    text = f"Anna Boyd, then chair of the Rivers Board, ordered an audit. Her {whose} Tom Reid had done nothing."
    assert {c for c in ties(nlp, text) if "leads" in c or "memberOf" in c} == expected


@pytest.mark.model
@pytest.mark.parametrize("dash", ["-", "–", "|"])
def test_minutes_under_a_boards_name_are_its_own(nlp: Language, dash: str) -> None:
    text = f"Police Services Board {dash} Minutes, October 3\n\nPresent: J. Boyd (Chair), D. Reid (Vice-Chair)\n"
    assert ties(nlp, text) == {"J. Boyd leads Police Services Board", "D. Reid memberOf Police Services Board"}


@pytest.mark.model
def test_whoever_tables_a_letter_asks_nothing(nlp: Language) -> None:
    text = "Tom Reid tabled a letter from the Ports Agency, directing the Rivers Board to adopt a policy."
    assert claims(nlp, text, frozenset({OV.callsOn})) == {"Ports Agency callsOn Rivers Board"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "The Department of Prisons has told us it does not accept our second finding.",
            {"Department of Prisons respondsTo Inspector-General of Prisons report on Elm Road Prison"},
        ),
        ("Commissioner Anna Boyd wrote to us in June, setting out what we had been given.", set()),
    ],
)
def test_the_office_a_title_names_speaks_in_its_report(nlp: Language, said: str, expected: set[str]) -> None:
    title = "Report of the Inspector-General of Prisons on Elm Road Prison"
    text = f"{title}\n\nThe inspection of Elm Road Prison took place in March. Our team was met.\n\n{said}"
    assert "Inspector-General of Prisons inspects Elm Road Prison" in claims(nlp, text, ACTS)
    assert claims(nlp, text, frozenset({OV.respondsTo, OV.callsOn, OV.memberOf, OV.leads})) == expected
