"""Corroboration: copies count once; contradiction: both sides are shown."""

from pathlib import Path

import pytest

from kg.graph.copies import originals
from kg.questions import ask
from kg.types import Status
from tests.questions.case import Fact, asking, fact, notes, store_of


def said_in(*documents: str, line: str = "Board inspects Force", **options: object) -> list[Fact]:
    """The same fact in several documents, each with words of its own."""
    return [fact(line, document=doc, text=f"In {doc}: {line}.", **options) for doc in documents]


def test_claims_are_ordered_by_independent_documents_and_then_by_speakers(tmp_path: Path) -> None:
    facts = [
        *said_in("a", "b", "c", line="Board inspects North"),
        *said_in("d", "e", line="Board inspects South", by="Ann"),
        *said_in("f", "g", line="Board inspects East"),
        *said_in("h", line="Board inspects West"),
    ]
    answer = ask(store_of(tmp_path, *facts), "corroborated")
    assert notes(answer) == {
        "Board inspects North": "3 independent documents, nobody quoted",
        "Board inspects South": "2 independent documents, 1 speaker quoted",
        "Board inspects East": "2 independent documents, nobody quoted",
    }


def test_a_copy_is_no_second_source(tmp_path: Path) -> None:
    twice = [fact("Board inspects Force", document=doc, text="THE  Board inspected\nForce.") for doc in ("a", "b")]
    store = store_of(tmp_path, *twice)
    assert asking(store, "corroborated") == []
    assert asking(store, "uncorroborated") == ["Board inspects Force"]


def test_copies_are_the_same_bytes_or_the_same_words() -> None:
    texts = {"a": "One text.", "b": "one\n  TEXT.", "c": "Another.", "d": "One text.", "e": "", "f": " "}
    digests = {"a": "1", "b": "2", "c": "3", "d": "1", "e": "5", "f": "6"}
    assert originals(digests, texts.__getitem__) == {"a": "a", "b": "a", "c": "c", "d": "a", "e": "e", "f": "f"}


def test_a_curated_fact_needs_no_second_source(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("Board oversees Force", said=None, curated=True))
    assert asking(store, "uncorroborated") == []


@pytest.mark.parametrize("status", [Status.DENIED, Status.ALLEGED, Status.PROPOSED])
def test_only_what_is_asserted_is_counted(tmp_path: Path, status: Status) -> None:
    assert asking(store_of(tmp_path, *said_in("a", "b", status=status)), "corroborated") == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ([fact("Board inspects Force", by="Board")], {"Board inspects Force": "only Board says so"}),
        (
            [fact("Board inspects Force", by="Ann"), fact("Ann leads Force")],
            {"Board inspects Force": "only Force says so"},
        ),
        ([fact("Board inspects Force", by="Ben")], {}),
        ([fact("Board inspects Force", by="Board"), fact("Board inspects Force", by="Ben")], {}),
        ([fact("Board inspects Force", by="Board"), fact("Board inspects Force")], {}),
        ([fact("Board inspects Force", by="Board", status=Status.ALLEGED)], {}),
    ],
)
def test_own_word_is_that_of_one_of_the_two_or_its_people(
    tmp_path: Path, facts: list[Fact], found: dict[str, str]
) -> None:
    assert notes(ask(store_of(tmp_path, *facts), "own-word")) == found


def test_both_sides_of_a_contradiction_are_shown(tmp_path: Path) -> None:
    facts = (
        fact("Board inspects Force"),
        fact("Board inspects Force", status=Status.DENIED, by="Ann"),
        fact("Board inspects Prison"),
        fact("Board inspects Prison", status=Status.ALLEGED),
    )
    (finding,) = ask(store_of(tmp_path, *facts), "contradictions").findings
    assert (finding.name, finding.note) == ("Board inspects Force", "asserted in 1 document, denied in 1 document")
    assert [(s.status, s.quotes[0].said_by) for s in finding.statements] == [("Asserted", None), ("Denied", "Ann")]


CHIEF = {"role": "chief constable"}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"valid_from": "2010", "valid_until": "2014"}, {"valid_from": "2012"}, True),
        ({"valid_from": "2010", "valid_until": "2012"}, {"valid_from": "2012"}, False),
        ({"valid_from": "2010", "valid_until": "2012-11"}, {"valid_from": "2012-11-22"}, False),
        ({"said": "2010"}, {"said": "2014"}, False),  # one after the other, for all that is said
        ({"said": "2014"}, {"said": "2014"}, True),
        ({"said": "2014"}, {"said": "2014", "role": "chief executive"}, False),
        ({"said": "2014"}, {"said": "2014", "former": True}, False),
        ({"said": "2014"}, {"said": "2014", "status": Status.PROPOSED}, False),
        ({"said": None}, {"said": None}, False),
    ],
)
def test_two_heads_are_those_who_cannot_have_come_one_after_the_other(
    tmp_path: Path, one: dict[str, object], other: dict[str, object], found: bool
) -> None:
    facts = (fact("Ann leads Force", **{**CHIEF, **one}), fact("Ben leads Force", **{**CHIEF, **other}))
    answer = ask(store_of(tmp_path, *facts), "two-heads")
    assert notes(answer) == ({"Force": "chief constable: Ann and Ben"} if found else {})
