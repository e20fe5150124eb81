"""Independence: ties of overseers to those they watch, at one time; changes of side, within years."""

from pathlib import Path

import pytest

from kg.questions import ask
from kg.types import Status
from tests.questions.case import Fact, asking, fact, store_of

WATCH = fact("Board inspects Force")


@pytest.mark.parametrize(
    ("ties", "note"),
    [
        ([fact("Board partOf Force")], "is part of"),
        ([fact("Board partOf Unit"), fact("Unit partOf Force")], "is part of"),
        ([fact("Ann leads Board"), fact("Ann memberOf Force")], "is led by one of"),
        ([fact("Ann memberOf Board"), fact("Ann memberOf Force")], "has among its people one of"),
        ([fact("Force appoints Ann"), fact("Ann leads Board")], "has someone appointed by"),
        ([fact("Ben leads Force"), fact("Ben appoints Ann"), fact("Ann memberOf Board")], "has someone appointed by"),
    ],
)
def test_a_tie_is_told_with_its_claims(tmp_path: Path, ties: list[Fact], note: str) -> None:
    (finding,) = ask(store_of(tmp_path, WATCH, *ties), "tied").findings
    assert (finding.name, finding.note) == ("Board", f"{note} Force, which it watches")
    assert finding.statements[0].relation == "inspects"
    assert len(finding.statements) >= 2


def test_a_person_who_oversees_a_body_may_work_for_it_or_be_its_boss(tmp_path: Path) -> None:
    (finding,) = ask(store_of(tmp_path, fact("Ann oversees Force"), fact("Ann memberOf Force")), "tied").findings
    assert (finding.name, finding.note) == ("Ann", "has a post in Force, which it watches")


@pytest.mark.parametrize(
    "ties",
    [
        [fact("Ann memberOf Board"), fact("Ann memberOf Force", former=True)],
        [fact("Ann memberOf Board", valid_from="2012"), fact("Ann memberOf Force", valid_until="2010")],
        [fact("Ann memberOf Board"), fact("Ann memberOf Force", status=Status.ALLEGED)],
        [fact("Board partOf Force", status=Status.DENIED)],
        [fact("Board appoints Ann"), fact("Ann leads Force")],  # an overseer that appoints is no tie
        [fact("Force partOf Board")],
    ],
)
def test_what_is_over_not_a_fact_or_the_other_way_round_is_no_tie(tmp_path: Path, ties: list[Fact]) -> None:
    assert asking(store_of(tmp_path, WATCH, *ties), "tied") == []


def test_bodies_that_are_part_of_each_other_are_walked_once(tmp_path: Path) -> None:
    ties = (fact("Board partOf Unit"), fact("Unit partOf Board"))
    assert asking(store_of(tmp_path, WATCH, *ties), "tied") == []


@pytest.mark.parametrize(
    ("force", "board", "apart"),
    [
        ({"valid_from": "2001", "valid_until": "2010-05"}, {"valid_from": "2012-06"}, "2 years apart"),
        ({"valid_until": "2010-05"}, {"valid_from": "2010-09"}, "less than a year apart"),
        ({"valid_from": "2001", "valid_until": "2004"}, {"valid_from": "2012"}, None),
        ({"former": True}, {}, "no source says how far apart"),
    ],
)
def test_doors_revolve_within_the_years_asked(
    tmp_path: Path, force: dict[str, object], board: dict[str, object], apart: str | None
) -> None:
    facts = (WATCH, fact("Ann memberOf Force", **force), fact("Ann leads Board", **board))
    found = ask(store_of(tmp_path, *facts), "revolving-doors", 5).findings
    assert [f.note.rpartition("; ")[2] for f in found] == ([apart] if apart else [])


def test_a_post_one_resigned_from_was_held(tmp_path: Path) -> None:
    facts = (WATCH, fact("Ann resignsFrom Force", valid_from="2010"), fact("Ann leads Board", valid_from="2011"))
    (finding,) = ask(store_of(tmp_path, *facts), "revolving-doors").findings
    assert finding.note == "Board, which watches, and Force, which it watches; less than a year apart"
    assert {s.relation for s in finding.statements} == {"leads", "resigns from", "inspects"}


def test_posts_in_bodies_that_do_not_watch_each_other_are_no_revolving_door(tmp_path: Path) -> None:
    assert asking(store_of(tmp_path, fact("Ann leads Board"), fact("Ann memberOf Force")), "revolving-doors") == []
