"""Dates of publication: those a text states, and none where it only speaks of days."""

import pytest

from kg.ingest.dates import first_undated_line, iso, published

GIVEN = [
    ("Published 4 May 2016", "2016-05-04"),
    ("Published: Wednesday, May 4th, 2016 10:31 BST", "2016-05-04"),
    ("Date: 2016-05-04", "2016-05-04"),
    ("2016-05-04T09:30:00Z", "2016-05-04"),
    ("4 May 2016", "2016-05-04"),
    ("Wednesday 4 May 2016", "2016-05-04"),
    ("May 4, 2016", "2016-05-04"),
    ("Sept. 4, 2016", "2016-09-04"),
    ("The Hague, 26 August 2024", "2024-08-26"),
    ("COURT REPORT | Leeds | Wednesday 16 June 2021", "2021-06-16"),
    ("Embargoed until 00.01, Friday 15 February 2019", "2019-02-15"),
    ("Not for publication before 00.01, Tuesday 28 March 2023", "2023-03-28"),
    ("Third Report of Session 2022-23, published 3 June 2022", "2022-06-03"),
    ("Date of publication: March 2016", "2016-03"),
    ("WASHINGTON, July 24, 2023 (Wire) - The auditor said on Monday it would look again.", "2023-07-24"),
]
NOT_GIVEN = [
    "The force was inspected on 4 May 2016",
    "04/05/2016",
    "Published 30 February 2016",
    "Inspection dates: 3 to 7 July 2023",
    "Inspection date: 24 November 2015 - 17 December 2015",
    "Minutes of the meeting held on Friday 30 July 2021",
    "LAGOS, July 24 - The auditor said so.",
    "The inquiry, whose report was published 3 June 2022, found that nobody had asked.",
    "In May 2016 the inspectorate went back.",
    "Act of 2016",
]


@pytest.mark.parametrize(("line", "expected"), GIVEN)
def test_reads_a_date_near_the_top(line: str, expected: str) -> None:
    assert published(f"Force told to improve\n\n{line}\n\nInspectors said the force had to do more.") == expected


@pytest.mark.parametrize("line", NOT_GIVEN)
def test_does_not_guess(line: str) -> None:
    assert published(f"Force told to improve\n\n{line}\n\nInspectors said the force had to do more.") is None


def test_headings_of_a_timeline_are_not_its_date() -> None:
    text = "A timeline\n\nMarch 13, 2020\nOfficers went in.\n\nJune 1, 2020\nThe mayor dismissed the chief.\n"
    assert published(text) is None
    assert published("Published 2 July 2020\n" + text) == "2020-07-02"


def test_a_date_far_down_is_not_of_the_document() -> None:
    assert published("A line of the report.\n" * 40 + "4 May 2016\n") is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2016", "2016"),
        ("2016-05", "2016-05"),
        ("'4 May 2016'", "2016-05-04"),
        ("2016-13", None),
        ("soon", None),
    ],
)
def test_iso_form_of_a_date_by_itself(words: str, expected: str | None) -> None:
    assert iso(words) == expected


def test_the_title_is_no_date_or_number() -> None:
    assert (
        first_undated_line("\n1\nSaturday, July 20, 2019\n\nHouse holds two in contempt\n")
        == "House holds two in contempt"
    )
