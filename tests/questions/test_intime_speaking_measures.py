"""Time, speakers and measures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.questions import ask
from kg.types import Status
from tests.questions.case import asking, fact, names, notes, store_of

LIFE = (
    fact("Board inspects Force", valid_from="2014-05", said="2015"),
    fact("Force praises Ann", said=None),
    fact("Ann leads Force", valid_from="2012", valid_until="2013"),
    fact("Ben criticises Force", said="2013-06", status=Status.ALLEGED),
    fact("Zoë praises Ann", said="2010"),
)


def test_a_timeline_is_in_order_with_what_has_no_date_last(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *LIFE), "timeline", "Force")
    assert [(f.name, f.note) for f in answer.findings] == [
        ("Ann leads Force", "2012 to 2013"),
        ("Ben criticises Force", "said 2013-06"),
        ("Board inspects Force", "2014-05"),
        ("Force praises Ann", "no date is given"),
    ]
    assert (answer.findings[0].since, answer.findings[0].until) == ("2012", "2013")
    assert answer.notes[-1] == "What is alleged, proposed or denied is marked so."
    assert [f.statements[0].status for f in answer.findings][1] == "Alleged"


def test_a_timeline_as_of_a_day_ends_there(tmp_path: Path) -> None:
    found = asking(store_of(tmp_path, *LIFE), "timeline", "Force", as_of="2013")
    assert found == ["Ann leads Force", "Ben criticises Force", "Force praises Ann"]


def test_a_case_has_the_report_it_led_to_in_its_timeline(tmp_path: Path) -> None:
    facts = (
        fact("Board conducts Inquiry1", said="2014"),
        fact("Inquiry1 produces Report1", said="2015"),
        fact("Force respondsTo Report1", said="2016"),
        fact("Force respondsTo Report2", said="2016"),
    )
    assert asking(store_of(tmp_path, *facts), "timeline", "Inquiry1") == [
        "Board conducts Inquiry1",
        "Inquiry1 produces Report1",
        "Force responds to Report1",
    ]


def test_lineage_is_all_that_came_before_and_after(tmp_path: Path) -> None:
    facts = (
        fact("New succeeds Mid", valid_from="2018"),
        fact("Mid succeeds Old", valid_from="2004"),
        fact("Other succeeds Third", valid_from="2010"),
        fact("Newest succeeds New", status=Status.PROPOSED),
    )
    assert asking(store_of(tmp_path, *facts), "lineage", "Mid") == ["Mid succeeds Old", "New succeeds Mid"]


SAID = (
    fact("Force criticises Ben", by="Ann", said="2014"),
    fact("Force criticises Ben", by="Zoë", said="2015"),
    fact("Force praises Cleo", by="Ann", said="2013", status=Status.ALLEGED),
    fact("Force criticises Ben", said="2016"),
)


def test_what_someone_says_is_quoted_from_nobody_else(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *SAID), "says", "Ann")
    assert notes(answer) == {"Force praises Cleo": "said 2013", "Force criticises Ben": "said 2014"}
    assert [q.said_by for f in answer.findings for s in f.statements for q in s.quotes] == ["Ann", "Ann"]
    assert [f.statements[0].status for f in answer.findings] == ["Alleged", "Asserted"]


def test_what_someone_says_of_one(tmp_path: Path) -> None:
    assert asking(store_of(tmp_path, *SAID), "says", "Ann", "Cleo") == ["Force praises Cleo"]


def test_what_is_said_of_someone_is_gathered_by_who_says_it(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *SAID), "said-of", "Ben")
    assert names(answer) == ["Ann", "Zoë", "The documents themselves, quoting nobody"]
    assert [[q.said_by for s in f.statements for q in s.quotes] for f in answer.findings] == [["Ann"], ["Zoë"], [None]]


def test_what_is_alleged_only_is_asserted_by_no_source(tmp_path: Path) -> None:
    facts = (
        fact("Board sanctions Force", status=Status.ALLEGED),
        fact("Board inspects Force", status=Status.ALLEGED),
        fact("Board inspects Force"),
        fact("Board praises Ann", status=Status.PROPOSED),
    )
    store = store_of(tmp_path, *facts)
    answer = ask(store, "alleged")
    assert names(answer) == ["Board sanctions Force"]
    assert answer.notes == ("No source here asserts any of these. Do not report them as facts.",)
    assert asking(store, "alleged", "Ann") == []


NETWORK = [fact(f"{pair[0]}x oversees {pair[1]}x") for pair in ("AB", "BC", "BD", "CE", "FG")]


def test_between_and_page_rank_find_the_middle_and_the_top(tmp_path: Path) -> None:
    store = store_of(tmp_path, *NETWORK, fact("Gx oversees Ax", status=Status.ALLEGED))
    assert asking(store, "between") == ["Bx", "Cx"]
    assert asking(store, "page-rank", 2) == ["Ax", "Bx"]


def test_ties_are_ordered_by_name(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("Zed oversees Ayx"), fact("Bee oversees Cee"))
    assert asking(store, "connected") == ["Ayx", "Bee", "Cee", "Zed"]
    assert asking(store, "page-rank") == ["Bee", "Zed", "Ayx", "Cee"]


def test_communities_are_named_by_their_members(tmp_path: Path) -> None:
    answer = ask(store_of(tmp_path, *NETWORK), "communities")
    assert notes(answer)["Group 3: Fx and Gx"] == "2 members: Fx; Gx"


@pytest.mark.parametrize("question", ["connected", "between", "page-rank", "communities"])
def test_a_measure_says_what_it_means_and_is_silent_of_nothing(tmp_path: Path, question: str) -> None:
    assert ask(store_of(tmp_path, *NETWORK), question).notes
    answer = ask(store_of(tmp_path, fact("Ann praises Ben")), question)
    assert (answer.findings, answer.notes) == ((), ())
    assert answer.silence.startswith("No source here says so")


def test_measures_are_the_same_under_any_hash_seed(tmp_path: Path) -> None:
    names_ = "ABCDEFGHIJKLMNOP"
    pairs = [(a, b) for i, a in enumerate(names_) for j, b in enumerate(names_) if (i * 7 + j * 3) % 11 == 1 and a != b]
    store = store_of(tmp_path, *(fact(f"Body{a} oversees Body{b}") for a, b in pairs))
    script = (
        "import sys; from kg.graph import open_store; from kg.questions import ask; s = open_store(sys.argv[1]);"
        "print([[(f.name, f.note) for f in ask(s, q).findings] for q in"
        " ('connected', 'between', 'page-rank', 'communities', 'circles')])"
    )
    command = [sys.executable, "-c", script, str(store.path)]
    outs = {
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outs) == 1
