"""Where everything goes: the only file that knows which engine places a diagram."""

from dataclasses import dataclass, replace
from math import ceil

from kg.graph.network import scrutiny
from kg.types import Status
from kg.views.bands import Band, bands_of, partitions_of, room_for_headings
from kg.views.boxes import Draft, drafts_of
from kg.views.diagram import Diagram, Edge, Node
from kg.views.elk import Answer, Box, Direction, Line, Points, Vertex, run_elk
from kg.views.scheme import Look, Scheme, load_scheme
from kg.views.stacks import Grid, Stack, stacks_of
from kg.views.text import width
from kg.vocab import load_ontology

LABEL_SIZE, LABEL_LINE = 10.5, 14.0
DOWNWARD = 45  # boxes; more are layered from left to right: boxes are wide, and it is downward that one scrolls


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node, its box, and the lines its name was broken into."""

    node: Node
    box: Box
    name: tuple[str, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    """An edge and the points its line runs through from source to target.

    Edges of one relation and status leave a box as one line, which has one label: the others have no box
    for theirs. Those that end in one hanging list have its number in ``stack``.
    """

    edge: Edge
    points: Points
    label: str
    box: Box | None
    stack: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A diagram with coordinates, in pixels from the upper left; nodes and edges in the diagram's order."""

    diagram: Diagram
    width: float
    height: float
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    bands: tuple[Band, ...] = ()


def layout(diagram: Diagram) -> Placed:
    """Layers downward, or to the right where there are many; sources come first wherever no circle forbids it."""
    if not diagram.nodes:
        return Placed(diagram, 0, 0, (), ())
    plan = _plan(diagram)
    lines = _lines(plan)
    answer = run_elk(_vertices(plan), list(lines.values()), direction=plan.direction)
    boxes = {i: answer.boxes[f"n{i}"] for i in range(len(plan.drafts)) if f"n{i}" in answer.boxes}
    edges = dict(enumerate(_taken(plan, lines, answer)))
    for number, stack in enumerate(plan.stacks):
        corner = answer.boxes[f"s{number}"]
        boxes |= {node: _moved(plan.grids[number].box(i), corner.x, corner.y) for i, node in enumerate(stack.nodes)}
        edges |= _branches(plan, number, corner, edges)
    placed = Placed(
        diagram,
        answer.width,
        answer.height,
        tuple(PlacedNode(d.node, boxes[i], d.name, d.caption) for i, d in enumerate(plan.drafts)),
        tuple(edges[i] for i in range(len(diagram.edges))),
    )
    return _banded(placed, plan) if diagram.grouped else placed


def edge_label(edge: Edge, look: Look) -> str:
    """What stands on a line: the relation, and its status where it is not asserted."""
    return look.label if edge.status is Status.ASSERTED else f"{look.label} ({edge.status.value.lower()})"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is known before anything has a place."""

    diagram: Diagram
    scheme: Scheme
    stacks: tuple[Stack, ...]
    grids: tuple[Grid, ...]  # of the stacks
    drafts: tuple[Draft, ...]
    labels: tuple[str, ...]
    direction: Direction


def _plan(diagram: Diagram) -> _Plan:
    scheme, stacks = load_scheme(diagram.ontology), stacks_of(diagram)
    drafts = drafts_of(diagram, scheme, stacks)
    apart = len(diagram.nodes) - sum(len(s.nodes) - 1 for s in stacks)
    return _Plan(
        diagram,
        scheme,
        stacks,
        tuple(_grid(stack, drafts[stack.nodes[0]]) for stack in stacks),
        drafts,
        tuple(edge_label(e, scheme.relation(e.predicate)) for e in diagram.edges),
        Direction.DOWN if apart <= DOWNWARD else Direction.RIGHT,
    )


def _grid(stack: Stack, draft: Draft) -> Grid:
    return Grid(len(stack.nodes), len(stack.ways), draft.width, draft.height)


def _vertices(plan: _Plan) -> list[Vertex]:
    """What the engine is to place: a hanging list is one vertex."""
    bands = partitions_of(plan.diagram, plan.scheme) if plan.diagram.grouped else [None] * len(plan.drafts)
    hung = {n for s in plan.stacks for n in s.nodes}
    single = [Vertex(f"n{i}", d.width, d.height, band=bands[i]) for i, d in enumerate(plan.drafts) if i not in hung]
    return single + [
        Vertex(f"s{i}", *grid.size, listing=True, band=bands[stack.nodes[0]])
        for i, (stack, grid) in enumerate(zip(plan.stacks, plan.grids, strict=True))
    ]


def _lines(plan: _Plan) -> dict[int, Line]:
    """What the engine is to route, by number of edge: of each way into a hanging list, the first edge only."""
    names = {n.iri: f"n{i}" for i, n in enumerate(plan.diagram.nodes)}
    names |= {plan.diagram.nodes[n].iri: f"s{i}" for i, s in enumerate(plan.stacks) for n in s.nodes}
    later = {edge for s in plan.stacks for way in s.ways for edge in way[1:]}
    entries = {
        edges[0]: grid.entry(way, plan.direction)
        for stack, grid in zip(plan.stacks, plan.grids, strict=True)
        for way, edges in enumerate(stack.ways)
    }
    down = frozenset(scrutiny(load_ontology(plan.diagram.ontology)))
    return {
        i: Line(
            f"e{i}",
            names[edge.source],
            names[edge.target],
            kind=f"{edge.predicate} {edge.status.value}",
            label=(ceil(width(plan.labels[i], LABEL_SIZE)) + 6, LABEL_LINE),
            downward=edge.predicate in down,
            entry=entries.get(i),
        )
        for i, edge in enumerate(plan.diagram.edges)
        if i not in later
    }


def _taken(plan: _Plan, lines: dict[int, Line], answer: Answer) -> list[PlacedEdge]:
    """The engine's answer; what branches off in a hanging list has no points yet."""
    edges, labelled = [], set()
    for i, edge in enumerate(plan.diagram.edges):
        line, box = lines.get(i), None
        if line and line.leaves not in labelled:
            labelled.add(line.leaves)
            box = answer.labels[line.leaves]
        edges.append(PlacedEdge(edge, answer.routes.get(f"e{i}", ()), plan.labels[i], box))
    return edges


def _branches(plan: _Plan, number: int, corner: Box, edges: dict[int, PlacedEdge]) -> dict[int, PlacedEdge]:
    """Each line of a hanging list: the way they have in common, and the rest of its own."""
    stack, branches = plan.stacks[number], {}
    for way, numbers in enumerate(stack.ways):
        trunk = edges[numbers[0]].points[:-1]
        for place, edge in enumerate(numbers):
            rest = ((round(corner.x + x, 1), round(corner.y + y, 1)) for x, y in plan.grids[number].route(way, place))
            branches[edge] = replace(edges[edge], points=(*trunk, *rest), stack=number)
    return branches


def _banded(placed: Placed, plan: _Plan) -> Placed:
    """The drawing moved to where its headings leave it room, and the bands behind it."""
    x, y = room_for_headings(plan.direction)
    nodes = tuple(replace(n, box=_moved(n.box, x, y)) for n in placed.nodes)
    size = (placed.width + x, placed.height + y)
    bands = bands_of(plan.diagram, plan.scheme, tuple(n.box for n in nodes), size, plan.direction)
    edges = tuple(
        replace(
            e,
            points=tuple((round(px + x, 1), round(py + y, 1)) for px, py in e.points),
            box=_moved(e.box, x, y) if e.box else None,
        )
        for e in placed.edges
    )
    return Placed(plan.diagram, *size, nodes, edges, bands)


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(round(x + box.x, 1), round(y + box.y, 1), box.width, box.height)
