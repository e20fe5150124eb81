"""Who watches whom: near and far, up to the top, between any two."""

from pathlib import Path

import pytest

from kg.questions import ask
from kg.types import Status
from tests.questions.case import asking, fact, names, notes, store_of

CHAIN = (fact("Board oversees Force"), fact("Ministry oversees Board"), fact("Parliament oversees Ministry"))


@pytest.mark.parametrize("status", [Status.DENIED, Status.ALLEGED, Status.PROPOSED])
@pytest.mark.parametrize("question", ["overseers", "tops", "connected"])
def test_what_no_source_asserts_is_no_answer(tmp_path: Path, question: str, status: Status) -> None:
    store = store_of(tmp_path, fact("Board inspects Force", status=status))
    assert asking(store, question, *(["Force"] if question != "connected" else [])) == []


def test_a_body_that_watches_itself_is_no_overseer(tmp_path: Path) -> None:
    assert asking(store_of(tmp_path, fact("Force inspects Force")), "overseers", "Force") == []


def test_overseers_are_ordered_by_distance_and_then_by_name(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("Zoë oversees Force"), fact("Agency oversees Force"), fact("Board oversees Agency"))
    answer = ask(store, "overseers", "Force", depth=3)
    assert [(f.name, f.depth) for f in answer.findings] == [("Agency", 1), ("Zoë", 1), ("Board", 2)]


def test_tops_are_those_over_whom_nobody_stands_with_the_chain_to_them(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *CHAIN, fact("Watchdog inspects Force")), "tops", "Force")
    assert notes(answer) == {
        "Watchdog": "Force → Watchdog",
        "Parliament": "Force → Board → Ministry → Parliament",
    }
    assert [s.subject for s in answer.findings[1].statements] == ["Board", "Ministry", "Parliament"]


def test_a_chain_that_ends_in_a_circle_says_so(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("Ay oversees Force"), fact("Bee oversees Ay"), fact("Ay oversees Bee"))
    (finding,) = ask(store, "tops", "Force").findings
    assert finding.note == "Force → Ay; there it goes round in a circle: Ay and Bee"


def test_the_top_answers_to_nobody(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *CHAIN), "tops", "Parliament")
    assert answer.findings == ()
    assert answer.silence == "No source here says so of Parliament, which does not mean that it is not so."


def test_a_path_goes_by_any_relation_in_either_direction_but_only_by_facts(tmp_path: Path) -> None:
    facts = (
        fact("Ann memberOf Force"),
        fact("Ann memberOf Council"),
        fact("Council criticises Agency"),
        fact("Force praises Agency", status=Status.ALLEGED),
    )
    assert asking(store_of(tmp_path, *facts), "path", "Force", "Agency") == ["Ann", "Council", "Agency"]


def test_no_path_is_no_answer(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("Board oversees Force"), also=("Alone",))
    assert asking(store, "path", "Force", "Alone") == asking(store, "path", "Force", "Force") == []


def test_what_two_share_is_told_apart_by_how(tmp_path: Path) -> None:
    facts = [fact(f"Board oversees {body}") for body in ("North", "South")]
    facts += [fact(f"{body} inspects Prison") for body in ("North", "South")]
    facts += [fact("Ann leads North"), fact("Ann resignsFrom South"), fact("Ben memberOf North")]
    facts += [fact("Report1 concerns North"), fact("South publishes Report1")]
    answer = ask(store_of(tmp_path, *facts), "shared", "North", "South")
    assert notes(answer) == {
        "Board": "scrutinises both",
        "Prison": "is scrutinised by both",
        "Ann": "has or had a post in both",
        "Report1": "is about both, or made, ordered or answered by them",
    }
    assert all(len(finding.statements) == 2 for finding in answer.findings)


SUCCESSION = (
    fact("New succeeds Old", valid_from="2018-01-08"),
    fact("Old inspects Force", valid_from="2012"),
    fact("New inspects Prison", valid_from="2020"),
)


def test_as_of_a_day_the_predecessor_answers_and_the_answer_says_so(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *SUCCESSION), "overseen", "New", as_of="2013")
    assert (answer.question, answer.notes) == ("Whom does Old scrutinise?", ("In 2013 this was: Old.",))
    assert names(answer) == ["Force"]
    assert answer.as_of == "2013"


def test_decades_are_not_mixed(tmp_path: Path) -> None:
    store = store_of(tmp_path, *SUCCESSION)
    assert asking(store, "overseen", "New") == asking(store, "overseen", "Old", as_of="2021") == ["Prison"]
    assert asking(store, "overseen", "New", as_of="2013") == ["Force"]


def test_joined_a_body_answers_for_its_predecessor_by_the_name_of_its_time(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *SUCCESSION), "overseen", "New", joined=True)
    assert notes(answer) == {"Force": "then Old, until 2018-01-07", "Prison": ""}
