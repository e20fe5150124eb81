"""What a picture shows."""

from collections.abc import Collection

import pytest

from kg.errors import UnknownName
from kg.types import Status
from kg.views.diagram import DRAWN, diagram_of, find, overseeing
from kg.vocab import OV
from tests.views.factory import corpus

ALL = (*DRAWN, Status.DENIED)


def ends(*, statuses: Collection[Status] = DRAWN, predicates: Collection[str] | None = None) -> list[tuple[str, ...]]:
    diagram = diagram_of(corpus(), statuses=statuses, predicates=predicates)
    return [(e.source, e.predicate, e.target, e.status) for e in diagram.edges]


def test_draws_scrutiny_and_leaves_out_what_is_denied() -> None:
    assert ends() == [
        ("urn:force", OV.oversees, "urn:mayor", Status.PROPOSED),
        ("urn:hmic", OV.inspects, "urn:force", Status.ASSERTED),
    ]


def test_draws_what_is_denied_when_asked() -> None:
    assert ("urn:watchdog", OV.inspects, "urn:hmic", Status.DENIED) in ends(statuses=ALL)


def test_draws_the_relations_asked_for() -> None:
    assert ends(predicates=[OV.criticises]) == [("urn:hmic", OV.criticises, "urn:force", Status.ASSERTED)]


def test_default_relations_are_those_under_scrutinises() -> None:
    assert {OV.scrutinises, OV.oversees, OV.inspects} <= overseeing()
    assert not {OV.criticises, OV.leads} & overseeing()


def test_bodies_without_a_line_are_left_out() -> None:
    assert [n.iri for n in diagram_of(corpus()).nodes] == ["urn:force", "urn:hmic", "urn:mayor"]


@pytest.mark.parametrize(
    ("depth", "shown"),
    [
        (0, ["urn:mayor"]),
        (1, ["urn:force", "urn:mayor"]),
        (2, ["urn:force", "urn:hmic", "urn:mayor"]),
        (3, ["urn:force", "urn:hmic", "urn:mayor", "urn:watchdog"]),
    ],
)
def test_about_one_body_keeps_what_lies_within_the_depth(depth: int, shown: list[str]) -> None:
    diagram = diagram_of(corpus(), about="Jo Smith", depth=depth, statuses=ALL)
    assert [n.iri for n in diagram.nodes] == shown
    assert diagram.focus == "urn:mayor"
    assert diagram.title == "Who oversees whom around Jo Smith"


def test_every_sentence_comes_with_its_source() -> None:
    (edge,) = [e for e in diagram_of(corpus()).edges if e.predicate == OV.inspects]
    assert edge.documents == 2
    dated, undated = edge.sentences
    assert (dated.text, dated.title, dated.published) == (
        "HMIC inspected the force.",
        "Title one",
        "2014-09-16",
    )
    assert (undated.title, undated.published, undated.speaker) == ("two", None, "Jo Smith")


@pytest.mark.parametrize("name", ["urn:hmic", "hm inspectorate of constabulary", "hmic"])
def test_finds_by_iri_name_and_alias(name: str) -> None:
    assert find(corpus().entities, name).iri == "urn:hmic"


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="South Yorkshire Police"):
        diagram_of(corpus(), about="South Yorkshire Polcie")
