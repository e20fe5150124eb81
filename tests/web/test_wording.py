"""Counts, dates and names in words."""

import pytest

from kg.types import Details
from kg.web.addresses import path_of, web_address
from kg.web.wording import count, day, money, short, term_of

BASE = "https://w3id.org/oversight/id/"


@pytest.mark.parametrize(
    ("date", "said"),
    [("2014-09-16", "16 September 2014"), ("2014-09", "September 2014"), ("2014", "2014"), (None, "undated")],
)
def test_a_date_is_no_more_exact_than_it_is(date: str | None, said: str) -> None:
    assert day(date) == said


@pytest.mark.parametrize("text", ["under way", "2014-13", "2014-xx", "-"])
def test_what_is_no_date_stands_as_it_is(text: str) -> None:
    assert day(text) == text


@pytest.mark.parametrize(
    ("details", "said"),
    [
        (Details(valid_from="2010", valid_until="2014-09"), "from 2010 until September 2014"),
        (Details(valid_from="2014-08-26", valid_until="2014-08-26"), "on 26 August 2014"),
        (Details(valid_from="2014", valid_until="2014"), "in 2014"),
        (Details(former=True), "former"),
        (Details(), ""),
    ],
)
def test_a_term_is_said_in_words(details: Details, said: str) -> None:
    assert term_of(details) == said


def test_a_long_name_is_cut_and_put_on_one_line() -> None:
    assert short("a\n b", 10) == "a b"
    assert short("x" * 500) == "x" * 159 + "…"
    assert "\u202e" not in short("a\u202eb")


def test_numbers_have_their_noun() -> None:
    assert [count(1, "body", "bodies"), count(1200, "claim")] == ["1 body", "1,200 claims"]
    assert [money("180000 GBP"), money("about 5")] == ["180,000 GBP", "about 5"]


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "data:text/html,x", "seeds/a.txt", "//host/x", "http://", "http://a b", "http://[", None],
)
def test_only_the_web_can_be_followed(text: str | None) -> None:
    assert web_address(text) is None


def test_an_address_of_the_web_can_be_followed() -> None:
    assert web_address("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_an_iri_of_the_store_has_a_path_of_its_own_and_any_other_a_parameter() -> None:
    assert path_of(f"{BASE}person/ann-webb", BASE) == "/id/person/ann-webb"
    assert path_of("https://example.org/#a&b", BASE) == "/entity?iri=https%3A%2F%2Fexample.org%2F%23a%26b"
