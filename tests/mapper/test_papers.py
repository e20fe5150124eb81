"""The paper that a text is: who gives it out, and what came of which inspection."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

GIVEN = frozenset({OV.publishes, OV.authors, OV.produces})

SUMMARY = """Care Standards Inspectorate

{heading}

Unannounced inspection, 4 May 2023

We found that Oakfield Homes Ltd stored medicines in a corridor. We told Oakfield Homes Ltd to put this right.
Our inspectors will be back. We thank the residents for their time.
"""


@pytest.mark.parametrize("heading", ["Summary for residents: Elm House", "Inspection overview", "Report in brief"])
def test_heading(nlp: Language, heading: str) -> None:
    """A heading that calls the text a paper makes it one, of whose text it is."""
    found = claims(nlp, SUMMARY.format(heading=heading), GIVEN)
    assert any(one.startswith("Care Standards Inspectorate publishes ") for one in found)


@pytest.mark.parametrize("heading", ["What we found", "Summary", "Our summary says that all is well"])
def test_no_paper(nlp: Language, heading: str) -> None:
    """A heading of a part, or a sentence, does not."""
    assert claims(nlp, SUMMARY.format(heading=heading), GIVEN) == set()


def test_letter(nlp: Language) -> None:
    """A letter that says it sets out findings is a report of who sends it."""
    text = """Care Standards Inspectorate

Dear Ms Boyd

Inspection of Oakfield Homes Ltd

This letter summarises the findings of the inspection that we carried out in May. We were pleased with what we saw.
We will come back next year. We thank you for your help.
"""
    found = claims(nlp, text, GIVEN)
    assert any(one.startswith("Care Standards Inspectorate publishes ") for one in found)


def test_reply(nlp: Language) -> None:
    """A reply in a heading is by whose it is, and is not the report it answers."""
    text = """Ministry of Ports response to the Harbour Safety Board report on dredging

The Ministry thanks the Board for its report.
"""
    assert claims(nlp, text, GIVEN) >= {
        "Ministry of Ports authors Ministry of Ports response",
        "Ministry of Ports publishes Ministry of Ports response",
    }


def test_response_in_news(nlp: Language) -> None:
    """A headline about a response to something else is no paper."""
    text = "Ministry of Ports response to the storm under fire\n\nDivers criticised the Ministry of Ports on Monday."
    assert claims(nlp, text, GIVEN) == set()


def test_full_report_to_come(nlp: Language) -> None:
    """A report that an alert announces is another; both come of the one inspection."""
    text = """Management alert: Fort Nelson fire doors

The Care Standards Inspectorate inspected Oakfield Homes Ltd in May. The Care Standards Inspectorate issued this alert
ahead of its full inspection report, expected in December.
"""
    made = claims(nlp, text, frozenset({OV.produces}))
    assert {"(proposed)" in one for one in made} == {True, False}


def test_two_languages(nlp: Language) -> None:
    """A watchdog whose name stands first in another language speaks all the same."""
    text = """A summary of what we found

Arolygiaeth Gofal Lleol – the Local Care Inspectorate – has a duty to inspect every home in Wales.
We inspected Oakfield Homes Ltd in May. We found that our advice had been followed. We thank its staff.
"""
    assert any(one.startswith("Local Care Inspectorate publishes ") for one in claims(nlp, text, GIVEN))


def test_what_was_not_inspected(nlp: Language) -> None:
    """What a watchdog did not look into is not what its text is about."""
    text = """Care Standards Inspectorate

Dear Ms Boyd

We did not inspect Harbour Homes Ltd. Our report finds that meals were late.
We found that staff were rude. We ask for a plan.
"""
    assert "Care Standards Inspectorate criticises Harbour Homes Ltd" not in claims(
        nlp, text, frozenset({OV.criticises})
    )


def test_the_recommendations_in_a_reply_are_those_of_whom_it_answers(nlp: Language) -> None:
    text = (
        "Government response to the Ports Committee's report on ferries\n\n"
        "Recommendation 1: The Coast Guard should apologise.\n\nWe accept this recommendation. We thank Mary Walsh.\n\n"
        "Recommendation 2: The Government should publish the 2018 audit.\n\nWe do not accept this."
    )
    found = claims(nlp, text, frozenset({OV.callsOn, OV.praises, OV.conducts}))
    assert {"Ports Committee callsOn Coast Guard", "Government praises Mary Walsh"} <= found
    assert not {line for line in found if line.startswith(("Government callsOn", "Government conducts"))}
