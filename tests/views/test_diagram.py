"""What a picture shows."""

from typing import Any

import pytest

from kg.errors import KgError, UnknownName
from kg.graph import GraphStore
from kg.types import Status
from kg.views.diagram import Diagram
from kg.views.draw import diagram
from kg.views.filter import DRAWN
from kg.vocab import OV

ALL = (*DRAWN, Status.DENIED)


def ends(drawn: Diagram) -> list[tuple[str, str, str, Status]]:
    return [(e.source, e.predicate, e.target, e.status) for e in drawn.edges]


def bodies(drawn: Diagram) -> list[str]:
    return [n.iri for n in drawn.nodes]


def test_draws_scrutiny_and_leaves_out_what_is_denied(store: GraphStore) -> None:
    assert ends(diagram(store)) == [
        ("urn:force", OV.oversees, "urn:mayor", Status.PROPOSED),
        ("urn:hmic", OV.inspects, "urn:force", Status.ASSERTED),
    ]


def test_draws_what_is_denied_when_asked(store: GraphStore) -> None:
    assert ends(diagram(store, statuses="denied")) == [("urn:watchdog", OV.inspects, "urn:hmic", Status.DENIED)]


@pytest.mark.parametrize("name", ["ov:criticises", "criticises", "Criticises", OV.criticises])
def test_draws_the_relations_asked_for(store: GraphStore, name: str) -> None:
    drawn = diagram(store, relations=[name])
    assert ends(drawn) == [("urn:hmic", OV.criticises, "urn:force", Status.ASSERTED)]
    assert drawn.title == "Who criticises whom"


def test_draws_every_relation_when_asked_for_all(store: GraphStore) -> None:
    assert {p for _, p, _, _ in ends(diagram(store, relations="all"))} == {OV.oversees, OV.inspects, OV.criticises}


def test_bodies_without_a_line_are_left_out(store: GraphStore) -> None:
    assert bodies(diagram(store)) == ["urn:force", "urn:hmic", "urn:mayor"]


@pytest.mark.parametrize(
    ("depth", "shown"),
    [
        (0, ["urn:mayor"]),
        (1, ["urn:force", "urn:mayor"]),
        (2, ["urn:force", "urn:hmic", "urn:mayor"]),
        (3, ["urn:force", "urn:hmic", "urn:mayor", "urn:watchdog"]),
    ],
)
def test_about_one_body_keeps_what_lies_within_the_depth(store: GraphStore, depth: int, shown: list[str]) -> None:
    drawn = diagram(store, about="Jo Smith", depth=depth, statuses=ALL)
    assert bodies(drawn) == shown
    assert drawn.focus == ("urn:mayor",)
    assert drawn.title == "Who oversees whom around Jo Smith"


def test_about_several_keeps_what_is_near_any(store: GraphStore) -> None:
    drawn = diagram(store, about=["Jo Smith", "The Watchdog", "jo smith"], statuses=ALL)
    assert bodies(drawn) == ["urn:force", "urn:hmic", "urn:mayor", "urn:watchdog"]
    assert drawn.focus == ("urn:mayor", "urn:watchdog")


def test_an_unknown_name_is_answered_with_the_nearest(store: GraphStore) -> None:
    with pytest.raises(UnknownName, match="South Yorkshire Police"):
        diagram(store, about="South Yorkshire Polcie")


def test_a_line_counts_its_documents_and_names_its_claims(store: GraphStore) -> None:
    (edge,) = [e for e in diagram(store).edges if e.predicate == OV.inspects]
    assert edge.documents == 2
    assert [store.claim(claim).subject for claim in edge.claims] == ["urn:hmic"]


@pytest.mark.parametrize(
    ("options", "note"),
    [
        ({"least_sources": 2}, "Only what at least 2 documents say."),
        ({"least_confidence": 0.85}, "Only what was found with a confidence of 0.85 or more."),
        (
            {"since": "2014-09-16", "until": "2014"},
            "Only what documents dated 16 September 2014 to 2014 say; what undated ones say is left out.",
        ),
    ],
)
def test_a_filter_leaves_out_what_it_says(store: GraphStore, options: dict[str, Any], note: str) -> None:
    drawn = diagram(store, statuses=ALL, **options)
    assert drawn.notes == (note,)
    assert len(drawn.edges) < 3 or "dated" in note


@pytest.mark.parametrize(
    ("window", "lines"),
    [({"since": "2015"}, 0), ({"until": "2013-12"}, 0), ({"since": "2014-09"}, 2), ({"until": "2014-09-16"}, 2)],
)
def test_dates_are_those_of_the_documents(store: GraphStore, window: dict[str, str], lines: int) -> None:
    assert len(diagram(store, **window).edges) == lines


def test_a_limit_keeps_those_with_most_lines_and_says_so(store: GraphStore) -> None:
    drawn = diagram(store, statuses=ALL, limit=3)
    assert bodies(drawn) == ["urn:force", "urn:hmic", "urn:mayor"]
    assert drawn.notes == ("3 of 4 bodies and people: those with most lines; the others are left out.",)


def test_a_limit_keeps_the_nearest_to_whom_it_is_about(store: GraphStore) -> None:
    drawn = diagram(store, about="The Watchdog", depth=9, statuses=ALL, limit=2)
    assert bodies(drawn) == ["urn:hmic", "urn:watchdog"]
    assert drawn.notes[0].startswith("2 of 4 bodies and people: nearest, ")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"relations": "inspecs"}, "no relation is called 'inspecs'; there are inspects"),
        ({"statuses": ["rumoured"]}, "'Rumoured' is no status; there are asserted, denied"),
        ({"since": "last year"}, "'last year' is no date; give a year"),
        ({"until": "2014-13"}, "'2014-13' is no date"),
        ({"depth": "far"}, "'far' is no whole number"),
        ({"least_confidence": "high"}, "'high' is no number"),
        ({"colour": "red"}, "no picture has an option 'colour'"),
    ],
)
def test_an_option_that_makes_no_sense_is_explained(store: GraphStore, options: dict[str, Any], message: str) -> None:
    with pytest.raises(KgError, match=message):
        diagram(store, **options)
