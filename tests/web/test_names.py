"""Searching names."""

import pytest

from kg.web.names import NameIndex, fold

LABELS = [
    ("Évry Police", "evry", True),
    ("Police of Riverside", "river", True),
    ("Riverside", "river", False),
    ("O’Hara", "ohara", True),
    ("The Metropolitan Police", "met", True),
    ("Webb", "webb-1", True),
    ("Webb", "webb-2", True),
]
INDEX = NameIndex.of(LABELS, {"met": 9, "river": 3})


def found(text: str, most: int = 5) -> list[str]:
    return [hit.iri for hit in INDEX.find(text, most)]


@pytest.mark.parametrize(
    ("text", "first"),
    [("evry", "evry"), ("ÉVRY  police", "evry"), ("o'hara", "ohara"), ("RIVER", "river"), ("metropoliton", "met")],
)
def test_a_name_is_found_however_it_is_typed(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_what_begins_so_goes_before_what_contains_it() -> None:
    assert found("police") == ["river", "met", "evry"]


def test_an_entity_is_found_once() -> None:
    assert found("riverside") == ["river"]


@pytest.mark.parametrize("text", ["", "   ", "qqqqzzzz"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert found(text) == []


def test_a_name_of_two_is_not_theirs_alone() -> None:
    assert INDEX.is_only("riverside")
    assert not INDEX.is_only("Webb")


def test_folding_twice_is_folding_once() -> None:
    assert fold(fold("Ærø’s ÉCOLE")) == fold("Ærø’s ÉCOLE")
