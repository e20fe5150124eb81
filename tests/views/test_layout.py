"""Where things go: nothing over anything else, overseers above the overseen."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.views.boxes import NAME_LINE, NAME_SIZE
from kg.views.diagram import Diagram
from kg.views.elk import Line, Vertex, run_elk
from kg.views.layout import Placed, layout
from kg.views.scheme import load_scheme
from kg.views.stacks import LEAST, stacks_of
from kg.views.text import width
from tests.views.factory import picture
from tests.views.factory import placed as laid
from tests.views.geometry import crossed, overlap, overlaps, shared, slanted
from tests.views.synthetic import field_of

CHAIN = picture([("a", "oversees", "b"), ("b", "inspects", "c"), ("a", "inspects", "c")])
CIRCLE = picture([("a", "oversees", "b"), ("b", "oversees", "c"), ("c", "oversees", "a")])
PARALLEL = picture([("a", p, "b") for p in ("oversees", "inspects", "investigates", "sanctions")])
LOOP = picture([("a", "inspects", "a"), ("a", "inspects", "b")])
ALONE = picture([("a", "inspects", "b")], alone="cdef")
HUB = picture([("hub", "inspects", f"force{i:02}") for i in range(43)] + [("top", "oversees", "hub")])
WOVEN = picture(
    [
        (f"n{i:02}", ("inspects", "oversees", "sanctions")[i * j % 3], f"n{j:02}")
        for j in range(24)
        for i in (j // 2, j // 3)
        if i < j
    ]
)
CASES = {k: v for k, v in globals().items() if isinstance(v, Diagram)}

edges = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["inspects", "oversees", "criticises"]), st.integers(0, 9))
)


def assert_tidy(placed: Placed) -> None:
    """At full size, no box or label lies over another, and no line runs through one or along another source's."""
    labels = [e.box for e in placed.edges if e.box]
    boxes = [n.box for n in placed.nodes]
    assert overlaps(placed) == []
    assert list(crossed(placed, boxes + labels)) == []
    assert slanted(placed) == []
    assert all(b.x >= 0 and b.x + b.width <= placed.width + 0.1 for b in boxes + labels)
    assert all(b.y >= 0 and b.y + b.height <= placed.height + 0.1 for b in boxes + labels)


def assert_joined(placed: Placed) -> None:
    """Every line begins on its source's edge and ends on its target's."""
    boxes = {n.node.iri: n.box for n in placed.nodes}
    for edge in placed.edges:
        for point, iri in ((edge.points[0], edge.edge.source), (edge.points[-1], edge.edge.target)):
            box = boxes[iri]
            assert box.x - 0.2 <= point[0] <= box.x + box.width + 0.2
            assert box.y - 0.2 <= point[1] <= box.y + box.height + 0.2


@pytest.mark.parametrize("name", CASES)
def test_nothing_lies_over_anything_else(name: str) -> None:
    placed = laid(CASES[name])
    assert_tidy(placed)
    assert_joined(placed)
    assert [n.node for n in placed.nodes] == list(CASES[name].nodes)
    assert [e.edge for e in placed.edges] == list(CASES[name].edges)


@settings(max_examples=12, deadline=None)
@given(edges)
def test_any_graph_is_tidy(triples: list[tuple[int, str, int]]) -> None:
    placed = layout(picture([(f"n{a}", p, f"n{b}") for a, p, b in triples]))
    assert_tidy(placed)
    assert_joined(placed)


@pytest.mark.parametrize("name", ["CHAIN", "PARALLEL", "HUB", "WOVEN"])
def test_overseers_stand_above_the_overseen(name: str) -> None:
    placed = laid(CASES[name])
    boxes = {n.node.iri: n.box for n in placed.nodes}
    for edge in placed.edges:
        above, below = boxes[edge.edge.source], boxes[edge.edge.target]
        assert above.y + above.height <= below.y


def test_a_criticism_points_upward_rather_than_a_power() -> None:
    placed = layout(picture([("a", "oversees", "b"), ("b", "criticises", "a")]))
    a, b = placed.nodes
    assert a.box.y < b.box.y


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("size", [40, 150, 300])
def test_a_whole_field_is_tidy(size: int, grouped: bool) -> None:
    placed = laid(replace(field_of(size), grouped=grouped))
    assert_tidy(placed)
    assert_joined(placed)
    assert size > 150 or list(shared(placed)) == []


def test_the_words_of_a_box_fit_into_it() -> None:
    for node in laid(field_of(300)).nodes:
        assert max(width(line, NAME_SIZE) for line in node.name) < node.box.width
        assert NAME_LINE * len(node.name) < node.box.height


def test_lines_of_one_kind_leave_a_box_as_one_with_one_label() -> None:
    labelled = [(e.edge.source, e.label) for e in laid(field_of(150)).edges if e.box]
    assert sorted(labelled) == sorted({(e.edge.source, e.label) for e in laid(field_of(150)).edges})


def test_the_dependants_of_one_hub_hang_in_columns() -> None:
    (stack,) = stacks_of(HUB)
    assert len(stack.nodes) == 43
    placed = laid(HUB)
    columns = {n.box.x for n in placed.nodes if n.node.iri.startswith("force")}
    assert len(columns) == 4
    assert placed.width < 1200
    assert {e.stack for e in placed.edges} == {0, None}


def test_bodies_under_the_same_two_hang_under_both() -> None:
    both = picture([(hub, "inspects", f"force{i}") for i in range(4) for hub in ("one", "two")])
    (stack,) = stacks_of(both)
    assert [[both.edges[e].source for e in way] for way in stack.ways] == [["one"] * 4, ["two"] * 4]
    assert_tidy(laid(both))
    assert list(shared(laid(both))) == []


def test_few_dependants_stand_side_by_side() -> None:
    few = picture([("hub", "inspects", f"force{i}") for i in range(LEAST - 1)])
    assert stacks_of(few) == ()


def test_a_body_that_oversees_hangs_in_no_list() -> None:
    forces = [("hub", "inspects", f"force{i}") for i in range(6)]
    busy = picture([*forces, ("force0", "oversees", "other")])
    (stack,) = stacks_of(busy)
    assert sorted(busy.nodes[n].iri for n in stack.nodes) == [f"force{i}" for i in range(1, 6)]


def test_a_large_picture_goes_from_left_to_right() -> None:
    placed = laid(field_of(300))
    boxes = {n.node.iri: n.box for n in placed.nodes}
    forward = [boxes[e.edge.source].x < boxes[e.edge.target].x for e in placed.edges]
    assert sum(forward) / len(forward) > 0.95
    assert placed.height > placed.width


@pytest.mark.parametrize("size", [40, 150])
def test_groups_are_bands_that_hold_one_kind_and_all_of_it(size: int) -> None:
    placed = laid(replace(field_of(size), grouped=True))
    scheme = load_scheme()
    for band in placed.bands:
        inside = {n.node.iri for n in placed.nodes if overlap(n.box, band.box)}
        name = band.heading[0].partition(" (")[0]
        kinds = {n.node.iri: scheme.node(n.node.kind, n.node.classification).label for n in placed.nodes}
        assert inside == {iri for iri, kind in kinds.items() if kind.startswith(name)}
    assert not [p for p in combinations(placed.bands, 2) if overlap(p[0].box, p[1].box)]


def test_an_empty_diagram_has_no_size() -> None:
    assert layout(picture([])) == Placed(picture([]), 0, 0, (), ())


def test_the_same_diagram_is_placed_the_same() -> None:
    assert layout(WOVEN) == layout(WOVEN)


def test_a_graph_that_takes_too_long_is_refused_in_one_line() -> None:
    vertices = [Vertex(f"n{i}", 80, 40) for i in range(40)]
    lines = [Line(f"e{i}-{j}", f"n{j}", f"n{i}", "k", (40, 14), True) for i in range(40) for j in range(i)]
    with pytest.raises(InputError, match="40 bodies is too large"):
        run_elk(vertices, lines, seconds=0.05)
