"""Follow-up: what counts as an answer, and how long ago it was asked; the clock is never looked at."""

from pathlib import Path

import pytest

from kg.questions import ask
from kg.questions.words import age
from kg.types import Status
from tests.questions.case import Fact, asking, fact, notes, store_of

CALL = fact("Cleo callsOn Force", valid_from="2014-03", content=("to publish",), said="2014-04-02")
LATEST = fact("Ann praises Ben", said="2016-04-01")


def outcome(folder: Path, *facts: Fact) -> str:
    (finding,) = ask(store_of(folder, CALL, LATEST, *facts), "calls").findings
    return finding.note


def test_a_call_shows_its_addressee_its_words_and_its_age(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, CALL, LATEST), "calls")
    assert notes(answer) == {"Cleo to Force": "2014-03; 2 years ago; no answer is told here"}
    assert answer.findings[0].statements[0].content == ("to publish",)
    assert answer.notes[1] == "Ages are counted to 2016-04-01, the date of the latest document."


def test_as_of_a_day_ages_are_counted_to_it(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, CALL, LATEST), "calls", as_of="2014-06-01")
    assert notes(answer) == {"Cleo to Force": "2014-03; 3 months ago; no answer is told here"}
    assert answer.notes[1] == "Ages are counted to 2014-06-01, the day asked as of."


@pytest.mark.parametrize(
    "reply",
    [
        [fact("Force respondsTo Cleo", valid_from="2014-05")],
        [fact("Force respondsTo Report1", valid_from="2014-05"), fact("Cleo authors Report1")],
        [
            fact("Force respondsTo Report1", valid_from="2014-05"),
            fact("Cleo leads Inquiry1"),
            fact("Inquiry1 produces Report1"),
        ],
        [fact("Cleo commissions Inquiry1"), fact("Force conducts Inquiry1", valid_from="2014-05")],
        [fact("Zoë respondsTo Cleo", valid_from="2014-05"), fact("Zoë leads Force")],
        [fact("New respondsTo Cleo", valid_from="2014-05"), fact("New succeeds Force", valid_from="2014-04")],
    ],
)
def test_an_answer_is_one_to_the_caller_or_to_what_the_caller_made(tmp_path: Path, reply: list[Fact]) -> None:
    assert outcome(tmp_path, *reply) == "2014-03; 2 years ago; answered"
    assert asking(store_of(tmp_path, CALL, *reply), "unanswered") == []


@pytest.mark.parametrize(
    "reply",
    [
        fact("Force respondsTo Cleo", valid_from="2013"),
        fact("Force respondsTo Cleo", status=Status.PROPOSED),
        fact("Force respondsTo Cleo", status=Status.ALLEGED),
        fact("Force respondsTo Cleo", status=Status.DENIED),
        fact("Force respondsTo Report2"),
        fact("Ann respondsTo Cleo"),
    ],
)
def test_what_came_before_is_no_fact_or_is_for_another_is_no_answer(tmp_path: Path, reply: Fact) -> None:
    assert outcome(tmp_path, reply) == "2014-03; 2 years ago; no answer is told here"


def test_an_answer_whose_order_the_sources_leave_open_is_not_called_later(tmp_path: Path) -> None:
    reply = fact("Force respondsTo Cleo", said=None)
    assert outcome(tmp_path, reply) == "2014-03; 2 years ago; answered, perhaps before that"
    assert asking(store_of(tmp_path, CALL, reply), "unanswered") == []


def test_who_left_a_post_after_a_call_is_not_among_those_who_never_answered(tmp_path: Path) -> None:
    facts = (
        fact("Cleo callsOn Ann", valid_from="2014-03"),
        fact("Ann resignsFrom Force", valid_from="2014-09"),
        fact("Cleo callsOn Ben", valid_from="2014-03"),
        fact("Force removes Ben", valid_from="2013"),
    )
    store = store_of(tmp_path, *facts)
    assert asking(store, "unanswered") == ["Cleo to Ben"]
    assert notes(ask(store, "calls", "Ann")) == {"Cleo to Ann": "2014-03; 6 months ago; left a post, or lost it"}


def test_a_call_that_is_not_made_yet_is_none(tmp_path: Path) -> None:
    assert asking(store_of(tmp_path, fact("Cleo callsOn Force", status=Status.PROPOSED)), "calls") == []
    assert asking(store_of(tmp_path, CALL), "calls", as_of="2013") == []


def test_calls_without_a_date_come_last(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("Ann callsOn Force", said=None), CALL)
    assert asking(store, "calls") == ["Cleo to Force", "Ann to Force"]


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2014", "2016-04-01", "2 years ago"),
        ("2014-03", "2016-02-28", "23 months ago"),
        ("2014-03-31", "2014-04-30", "30 days ago"),
        ("2014-03-31", "2014-04-01", "1 day ago"),
        ("2014-03-31", "2014-03-31", "the same day"),
        ("2014", "2014-12", "the same year"),
        ("2014-09", "2014-09-30", "the same month"),
        ("2015", "2014", "after that day"),
    ],
)
def test_an_age_is_no_more_exact_than_its_dates(earlier: str, later: str, words: str) -> None:
    assert age(earlier, later) == words
