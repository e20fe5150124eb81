"""Where things go: nothing over anything else, overseers above the overseen."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.views.diagram import Diagram
from kg.views.elk import Box, Graph, Vertex, run_elk
from kg.views.layout import Placed, layout
from kg.views.stacks import LEAST, MOST, stacks_of
from tests.views.factory import picture
from tests.views.factory import placed as laid

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


def overlap(a: Box, b: Box) -> bool:
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def assert_tidy(placed: Placed) -> None:
    boxes = [n.box for n in placed.nodes] + [e.box for e in placed.edges if e.box]
    assert not [(a, b) for a, b in combinations(boxes, 2) if overlap(a, b)]
    assert all(b.x >= 0 and b.x + b.width <= placed.width + 0.1 for b in boxes)
    assert all(b.y >= 0 and b.y + b.height <= placed.height + 0.1 for b in boxes)


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


def test_many_dependants_of_one_hub_hang_in_columns() -> None:
    stacks = stacks_of(HUB)
    assert [len(s.nodes) for s in stacks] == [8, 8, 8, 8, 8, 3]
    placed = laid(HUB)
    assert placed.width < 2000
    assert sum(e.box is not None for e in placed.edges) == len(stacks) + 1


def test_few_dependants_stand_side_by_side() -> None:
    few = picture([("hub", "inspects", f"force{i}") for i in range(LEAST - 1)])
    assert stacks_of(few) == ()
    assert MOST >= LEAST


def test_an_empty_diagram_has_no_size() -> None:
    assert layout(picture([])) == Placed(picture([]), 0, 0, (), ())


def test_the_same_diagram_is_placed_the_same() -> None:
    assert layout(WOVEN) == layout(WOVEN)


def test_a_graph_that_takes_too_long_is_refused_in_one_line() -> None:
    graph = Graph([Vertex(f"n{i}", 80, 40) for i in range(40)])
    for i in range(40):
        for j in range(i):
            graph.add_edge(f"e{i}-{j}", (f"n{j}", f"n{i}"), "k", (40, 14), downward=True)
    with pytest.raises(InputError, match="40 bodies is too large"):
        run_elk(graph, seconds=0.05)
