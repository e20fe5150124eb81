"""Reports and investigations in headings, in thanks, beside clauses that the parser hangs on another word."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims, read

pytestmark = pytest.mark.model

EVENTS = frozenset(
    {OV.conducts, OV.concerns, OV.authors, OV.publishes, OV.produces, OV.commissions, OV.leads, OV.criticises}
)

CASES = [
    (  # whom one says that it is under way, it is by the police that say so
        "Kent Police confirmed that Lloyds Bank is under investigation.",
        {
            "Kent Police conducts Kent Police investigation into Lloyds Bank",
            "Kent Police investigation into Lloyds Bank concerns Lloyds Bank",
        },
    ),
    (
        "Kent Police said that Lloyds Bank was not under investigation.",
        {"investigation into Lloyds Bank concerns Lloyds Bank (denied)"},
    ),
    (  # "their report": theirs who were asked to look
        "The council hired Moore & Lee to look at Lloyds Bank's books. Their report, delivered in May, found errors.",
        {
            "council commissions Moore & Lee audit of Lloyds Bank",
            "Moore & Lee conducts Moore & Lee audit of Lloyds Bank",
            "Moore & Lee audit of Lloyds Bank concerns Lloyds Bank",
            "Moore & Lee publishes Moore & Lee report on Lloyds Bank",
            "Moore & Lee report on Lloyds Bank concerns Lloyds Bank",
            "Moore & Lee audit of Lloyds Bank produces Moore & Lee report on Lloyds Bank",
        },
    ),
    (  # what has begun is under way
        "The Rail Inspectorate began looking into Lloyds Bank after a crash.",
        {
            "Rail Inspectorate conducts Rail Inspectorate investigation into Lloyds Bank",
            "Rail Inspectorate investigation into Lloyds Bank concerns Lloyds Bank",
        },
    ),
    (  # a paragraph in the first person under "X said:" is X's, and not the page's own
        "Independent review of an inspection\n\nAnna Boyd, chair of the Rail Inspectorate, said:\n\n"
        "We commissioned the review of our inspection of Leeds Prison. We will act on it.",
        {
            "Rail Inspectorate commissions Independent review",
            "Rail Inspectorate conducts Rail Inspectorate inspection of Leeds Prison",
            "Rail Inspectorate inspection of Leeds Prison concerns Leeds Prison",
            "Anna Boyd leads Rail Inspectorate",
        },
    ),
    (  # a page about an inspection of a prison is not the prison's
        "Inspection of Leeds Prison\n\nIn May we spent a week there. Our report was tabled by the minister, Anna Boyd.",
        {"inspection of Leeds Prison concerns Leeds Prison"},
    ),
    (  # the home before the noun was inspected
        "The Leeds Prison inspection took place in May.",
        {"Leeds Prison inspection concerns Leeds Prison"},
    ),
    (  # of the several things asked, the second names someone
        "The Rail Inspectorate is examining why the bridge fell and how Hackney Council spent the money.",
        {
            "Rail Inspectorate conducts Rail Inspectorate review of Hackney Council",
            "Rail Inspectorate review of Hackney Council concerns Hackney Council",
        },
    ),
    (  # "by" after "there was submitted a report"
        "There was submitted a report by the Chief Auditor, Anna Boyd, on Hackney Council.",
        {
            "Anna Boyd authors Anna Boyd report on Hackney Council",
            "Anna Boyd report on Hackney Council concerns Hackney Council",
        },
    ),
    (  # what a watchdog announces is its own
        "The Rail Inspectorate announced an inquiry into Lloyds Bank.",
        {
            "Rail Inspectorate conducts Rail Inspectorate inquiry into Lloyds Bank",
            "Rail Inspectorate inquiry into Lloyds Bank concerns Lloyds Bank",
        },
    ),
    (  # whom it leaves out, it need not have been about
        "The Treasury's report did not criticise Lloyds Bank.",
        {"Treasury publishes Treasury report", "Treasury criticises Lloyds Bank (denied)"},
    ),
    (  # what a home of its own is said to have had is done to it
        "Elm House had its last inspection in May.",
        {"last inspection of Elm House concerns Elm House"},
    ),
    (  # a study is of whom it is about, a report of whoever wrote it
        "The National Audit Office published a study of Hackney Council.",
        {
            "National Audit Office publishes National Audit Office study of Hackney Council",
            "National Audit Office study of Hackney Council concerns Hackney Council",
        },
    ),
    (  # what was done has been done, though its outcome is still to be given out, or never was
        "A review of Hackney Council, carried out by consultant Anna Boyd, will be tabled in June.",
        {
            "Anna Boyd conducts Anna Boyd review of Hackney Council",
            "Anna Boyd review of Hackney Council concerns Hackney Council",
        },
    ),
    (
        "The Treasury's audit of Lloyds Bank has never been made public.",
        {
            "Treasury conducts Treasury audit of Lloyds Bank",
            "Treasury audit of Lloyds Bank concerns Lloyds Bank",
        },
    ),
    (  # whose "its report" is, of whoever is thanked for it
        "The Treasury is grateful to the Transport Committee for its report.",
        {"Transport Committee publishes Transport Committee report"},
    ),
    (
        "The Government thanks the Transport Committee, chaired by Anna Boyd, for its report.",
        {"Transport Committee publishes Transport Committee report", "Anna Boyd leads Transport Committee"},
    ),
    (  # a clause joined to the verb of its own tense
        "The Hale report is out. It finds that Lloyds Bank put profit before safety and criticises Hackney Council.",
        {
            "Hale report on Hackney Council concerns Hackney Council",
            "Hale report on Hackney Council concerns Lloyds Bank",
        },
    ),
    (  # who helps the chair is in the chair's clause
        "The Wharf Lane Fire Inquiry is chaired by John Key, who is helped by two assessors, Anna Boyd and Mia Lee.",
        {"John Key leads Wharf Lane Fire Inquiry"},
    ),
    (  # a heading that looks as if it bade someone report
        "Prison Inspectorate\\nReport on an inspection of Ashby Prison\\n3 to 9 May 2022\\nWe found the cells clean.",
        {
            "Prison Inspectorate publishes Prison Inspectorate report on Ashby Prison",
            "Prison Inspectorate report on Ashby Prison concerns Ashby Prison",
            "Prison Inspectorate conducts Prison Inspectorate inspection of Ashby Prison",
            "Prison Inspectorate inspection of Ashby Prison concerns Ashby Prison",
            "Prison Inspectorate inspection of Ashby Prison produces Prison Inspectorate report on Ashby Prison",
        },
    ),
    (  # what a report finds, and not whoever released it
        "Senator Anna Boyd has published a report by the National Audit Office showing that Lloyds Bank misled it.",
        {
            "National Audit Office publishes National Audit Office report on Lloyds Bank",
            "National Audit Office report on Lloyds Bank concerns Lloyds Bank",
            "National Audit Office criticises Lloyds Bank",
        },
    ),
    (
        "The Treasury found in a debrief of Hackney Council that nobody had called the engineers.",
        {
            "Treasury conducts Treasury debrief into Hackney Council",
            "Treasury debrief into Hackney Council concerns Hackney Council",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_said_of_a_report_or_an_investigation(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text.replace("\\n", "\n"), EVENTS) == expected


def test_to_ask_whether_something_was_looked_at_orders_nothing(nlp: Language) -> None:
    text = "Anna Boyd asked whether the contractor, Acme Ltd, had been looked at."
    assert claims(nlp, text, EVENTS | {OV.investigates}) == set()


def test_an_engineers_memo_is_not_the_report_of_an_inquiry(nlp: Language) -> None:
    text = "2015 - Engineers at Acme Ltd warn in a memo of a cracked dam.\n2017 - The Treasury hands down its report."
    assert len([r for r in read(nlp, text).referents if r.kind == OV.Report]) == 2


def test_a_named_inquiry_keeps_its_name_among_many_capitals(nlp: Language) -> None:
    text = "The Wharf Lane Fire Inquiry was set up by the Minister for Housing, Anna Boyd. It is led by John Key."
    assert "John Key leads Wharf Lane Fire Inquiry" in claims(nlp, text, EVENTS)


AUDITOR = "Auditor General Anna Boyd published her report on the Ministry of Roads. "
FAULTS = frozenset({OV.criticises, OV.respondsTo})

LISTED = [
    (
        AUDITOR + "The audit found that:\n- Acme Ltd did not check its bridges; and\n- the Ministry failed to act.",
        {"Anna Boyd criticises Acme Ltd", "Anna Boyd criticises Ministry of Roads"},
    ),
    (  # in her own words
        AUDITOR + '"We found that the Ministry had not updated its maps," said Boyd.',
        {"Anna Boyd criticises Ministry of Roads"},
    ),
    (AUDITOR + "She met the following:\n- Acme Ltd, which did not check its bridges.", set()),
]


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_what_stands_in_a_list_is_found_by_whoever_leads_up_to_it(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, FAULTS) == expected


def test_a_report_that_is_written_is_not_said_to_be_published(nlp: Language) -> None:
    text = "The Treasury wrote its report on Lloyds Bank for the minister in a week."
    assert claims(nlp, text, frozenset({OV.authors, OV.publishes})) == {
        "Treasury authors Treasury report on Lloyds Bank"
    }


def test_an_inquiry_whose_report_is_still_to_come_out_has_been_held(nlp: Language) -> None:
    text = "The report of the inquiry into Lloyds Bank will be published at noon."
    assert "inquiry into Lloyds Bank concerns Lloyds Bank" in claims(nlp, text, EVENTS)


def test_to_report_to_a_body_by_a_day_is_no_standing_duty(nlp: Language) -> None:
    text = "Acme Ltd will report to the Treasury by September. Barclays reports to the Treasury."
    assert claims(nlp, text, frozenset({OV.oversees})) == {"Treasury oversees Barclays"}
