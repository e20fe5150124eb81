"""Dates in words."""

import pytest

from kg.views.dates import between, in_words


@pytest.mark.parametrize(
    ("date", "words"), [("2014", "2014"), ("2014-09", "September 2014"), ("2014-09-01", "1 September 2014")]
)
def test_are_no_more_exact_than_they_are(date: str, words: str) -> None:
    assert in_words(date) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2014", "2016-02", "2014 to February 2016"),
        ("2014", "2014", "2014"),
        ("2014", None, "from 2014"),
        (None, "2014", "until 2014"),
        (None, None, ""),
    ],
)
def test_an_open_end_is_not_closed(first: str | None, last: str | None, words: str) -> None:
    assert between(first, last) == words
