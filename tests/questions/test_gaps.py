"""Gaps: absences are told as silence, and only where no source may be read otherwise."""

from pathlib import Path

import pytest

from kg.questions import ask
from kg.types import Status
from tests.questions.case import asking, fact, names, notes, store_of


def test_those_most_is_said_of_come_first_among_the_unwatched(tmp_path: Path) -> None:
    facts = (fact("Board oversees Force"), fact("Board praises Agency"), fact("Ann praises Agency"))
    answer = ask(store_of(tmp_path, *facts, also=("Alone",)), "unwatched")
    assert notes(answer) == {
        "Agency": "in 2 claims",
        "Board": "in 2 claims, itself scrutinises 1",
        "Alone": "in 0 claims",
    }
    assert "not absence of oversight" in answer.notes[0]


def test_scrutiny_that_is_alleged_only_is_shown_as_no_more_than_that(tmp_path: Path) -> None:
    alleged = fact("Board inspects Force", status=Status.ALLEGED)
    answer = ask(store_of(tmp_path, alleged), "unwatched")
    finding = next(f for f in answer.findings if f.name == "Force")
    assert finding.note == "in 0 claims, scrutiny of it is alleged or proposed, and no more"
    assert [s.status for s in finding.statements] == ["Alleged"]


def test_a_body_that_watches_itself_is_unwatched(tmp_path: Path) -> None:
    assert asking(store_of(tmp_path, fact("Force inspects Force")), "unwatched") == ["Force"]


DUTY = fact("Board oversees Force", said=None)


@pytest.mark.parametrize(
    ("act", "idle"),
    [
        (fact("Board inspects Force", valid_from="2013-12"), True),
        (fact("Board inspects Force", valid_from="2014"), False),
        (fact("Board inspects Force", valid_from="2014", status=Status.PROPOSED), True),
        (fact("Board inspects Force", valid_from="2014", status=Status.DENIED), True),
        (fact("Board inspects Force", said="2013"), True),
        (fact("Board inspects Force", said="2015"), False),  # undated: it may have been then
        (fact("Board inspects Force", said=None), False),
        (fact("Board praises Force", valid_from="2015"), True),
        (fact("Other inspects Force", valid_from="2015"), True),
    ],
)
def test_a_duty_is_idle_when_no_act_may_be_of_the_time(tmp_path: Path, act: object, idle: bool) -> None:
    found = asking(store_of(tmp_path, DUTY, act), "idle", "2014")  # type: ignore[arg-type]
    assert found == (["Board"] if idle else [])


def test_the_last_act_told_and_what_is_denied_stand_beside_an_idle_duty(tmp_path: Path) -> None:
    acts = (
        fact("Board inspects Force", valid_from="2009"),
        fact("Board sanctions Force", valid_from="2011-05"),
        fact("Board investigates Force", valid_from="2015", status=Status.DENIED),
    )
    (finding,) = ask(store_of(tmp_path, DUTY, *acts), "idle", "2014").findings
    assert finding.note == "over Force; the last act told here: 2011-05"
    assert [(s.relation, s.status) for s in finding.statements] == [
        ("oversees", "Asserted"),
        ("sanctions", "Asserted"),
        ("investigates", "Denied"),
    ]


def test_an_inquiry_into_a_body_is_a_use_of_the_duty_over_it(tmp_path: Path) -> None:
    inquiry = (fact("Board conducts Inquiry1", said="2015"), fact("Inquiry1 concerns Force", said="2015"))
    assert asking(store_of(tmp_path, DUTY, *inquiry), "idle", "2014") == []


def test_what_a_predecessor_did_counts_for_its_successor(tmp_path: Path) -> None:
    facts = (fact("Board succeeds Old", valid_from="2016"), fact("Old inspects Force", valid_from="2015"))
    assert asking(store_of(tmp_path, DUTY, *facts), "idle", "2014") == []


def test_a_duty_of_a_body_that_is_gone_is_not_idle_since(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("Old oversees Force", said=None), fact("New succeeds Old", valid_from="2010"))
    assert asking(store, "idle", "2014") == []
    assert asking(store, "idle", "2005") == ["Old"]


def test_idle_asks_of_one_overseer_on_request(tmp_path: Path) -> None:
    store = store_of(tmp_path, DUTY, fact("Agency oversees Force"))
    assert asking(store, "idle", "2014", "Agency") == ["Agency"]


def test_acts_without_duty_are_those_no_duty_of_theirs_or_their_bodies_stands_behind(tmp_path: Path) -> None:
    facts = (
        DUTY,
        fact("Board inspects Force"),
        fact("Ann investigates Force"),
        fact("Ann leads Board"),
        fact("Ben investigates Force"),
        fact("Agency sanctions Force", status=Status.ALLEGED),
    )
    assert asking(store_of(tmp_path, *facts), "acts-without-duty") == ["Ben"]


def test_one_overseer_counts_a_body_and_its_predecessor_once(tmp_path: Path) -> None:
    facts = (
        fact("New succeeds Old", valid_from="2018"),
        fact("Old inspects Force"),
        fact("New inspects Force"),
        fact("New inspects Prison"),
        fact("Board oversees Prison"),
        fact("Board oversees New"),
    )
    answer = ask(store_of(tmp_path, *facts), "one-overseer")
    assert notes(answer) == {"Force": "only New and Old", "New": "only Board"}


def test_sole_overseers_are_those_without_whom_others_have_none(tmp_path: Path) -> None:
    facts = (
        fact("Board oversees North"),
        fact("Board oversees South"),
        fact("Agency oversees West"),
        fact("Agency oversees East"),
        fact("Board oversees East"),
    )
    answer = ask(store_of(tmp_path, *facts), "sole-overseers")
    assert notes(answer) == {"Board": "the only one over 2 bodies", "Agency": "the only one over 1 body"}
    assert names(answer) == ["Board", "Agency"]


def test_circles_are_found_once_each_the_short_ones_first(tmp_path: Path) -> None:
    facts = (
        fact("Ay oversees Bee"),
        fact("Bee inspects Ay"),
        fact("Bee oversees Cee"),
        fact("Cee oversees Ay"),
        fact("Cee oversees Cee"),
        fact("Dee oversees Cee"),
        fact("Cee oversees Dee", status=Status.DENIED),
    )
    store = store_of(tmp_path, *facts)
    assert asking(store, "circles") == ["Ay → Bee → Ay", "Ay → Bee → Cee → Ay"]
    assert asking(store, "circles", 2) == ["Ay → Bee → Ay"]


def test_of_those_who_watch_those_nobody_watches_come_first(tmp_path: Path) -> None:
    facts = (fact("Board inspects Force"), fact("Agency inspects Prison"), fact("Ministry oversees Board"))
    answer = ask(store_of(tmp_path, *facts), "inspectors")
    assert notes(answer) == {
        "Agency": "watches 1 other; watched by nobody that a source here names",
        "Ministry": "watches 1 other; watched by nobody that a source here names",
        "Board": "watches 1 other; watched by Ministry",
    }
    assert asking(store_of(tmp_path, *facts), "inspectors", "Board") == ["Board"]
