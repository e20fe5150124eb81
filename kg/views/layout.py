"""Where everything goes: the only file that knows which engine places a diagram."""

from collections import Counter
from dataclasses import dataclass, replace
from math import ceil

from kg.types import Status
from kg.views.diagram import Diagram, Edge, Node, overseeing
from kg.views.elk import Answer, Box, Graph, Points, Vertex, run_elk
from kg.views.scheme import Look, Scheme, load_scheme
from kg.views.stacks import Stack, stacks_of
from kg.views.text import width, wrap

NAME_SIZE, CAPTION_SIZE, LABEL_SIZE = 12.0, 10.0, 10.5
NAME_LINE, CAPTION_LINE, LABEL_LINE = 15.0, 13.0, 14.0
NAME_WIDTH, NAME_LINES = 185.0, 4
LEAST_WIDTH, PER_LINE = 76.0, 11.0  # of a box; and for each kind of line that meets its top or bottom
INDENT, SPINE, STACK_GAP = 24.0, 6.0, 8.0  # of a hanging list: its boxes, the line that runs beside them


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

    Edges to a hanging list share its number in ``stack``, and one label: the others have no box for theirs.
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


def layout(diagram: Diagram) -> Placed:
    """Layers from the top down, sources above targets wherever no circle forbids it."""
    if not diagram.nodes:
        return Placed(diagram, 0, 0, (), ())
    scheme, stacks = load_scheme(), stacks_of(diagram)
    drafts = _evened(_drafts(diagram, scheme), stacks)
    labels = [edge_label(e, scheme.relation(e.predicate)) for e in diagram.edges]
    answer = run_elk(_graph(diagram, drafts, labels, stacks))
    nodes, edges = _taken(diagram, drafts, labels, answer)
    for number, stack in enumerate(stacks):
        nodes |= _column(stack, drafts, answer.boxes[f"s{number}"])
        edges |= _branches(number, stack, nodes, edges)
    return Placed(
        diagram,
        answer.width,
        answer.height,
        tuple(PlacedNode(d.node, nodes[i], d.name, d.caption) for i, d in enumerate(drafts)),
        tuple(edges[i] for i in range(len(diagram.edges))),
    )


def edge_label(edge: Edge, look: Look) -> str:
    """What stands on a line: the relation, and its status where it is not asserted."""
    return look.label if edge.status is Status.ASSERTED else f"{look.label} ({edge.status.value.lower()})"


@dataclass(frozen=True, slots=True)
class _Draft:
    node: Node
    name: tuple[str, ...]
    caption: str
    width: float
    height: float


def _drafts(diagram: Diagram, scheme: Scheme) -> list[_Draft]:
    """Nodes with the size their text needs, and the width the lines that meet them need."""
    out_of = Counter(source for source, *_ in {(e.source, e.predicate, e.status) for e in diagram.edges})
    into = Counter(target for target, *_ in {(e.target, e.predicate, e.status) for e in diagram.edges})
    return [_draft(n, scheme, max(out_of[n.iri], into[n.iri])) for n in diagram.nodes]


def _draft(node: Node, scheme: Scheme, lines: int) -> _Draft:
    name = wrap(node.label, NAME_SIZE, widest=NAME_WIDTH, most=NAME_LINES)
    caption = "" if node.kind in scheme.people else scheme.node(node.kind, node.classification).label
    text = max(*(width(line, NAME_SIZE) for line in name), width(caption, CAPTION_SIZE))
    height = NAME_LINE * len(name) + (CAPTION_LINE if caption else 0) + 14
    return _Draft(node, name, caption, ceil(max(LEAST_WIDTH, text + 22, lines * PER_LINE)), ceil(height))


def _evened(drafts: list[_Draft], stacks: tuple[Stack, ...]) -> list[_Draft]:
    """Boxes of one hanging list are of one width."""
    widths = {n: max(drafts[m].width for m in s.nodes) for s in stacks for n in s.nodes}
    return [replace(d, width=widths.get(i, d.width)) for i, d in enumerate(drafts)]


def _graph(diagram: Diagram, drafts: list[_Draft], labels: list[str], stacks: tuple[Stack, ...]) -> Graph:
    """What the engine is asked: a hanging list is one vertex, reached by the first of its edges."""
    hung = {n for s in stacks for n in s.nodes}
    skipped = {e for s in stacks for e in s.edges[1:]}
    names = {d.node.iri: f"n{i}" for i, d in enumerate(drafts)}
    names |= {drafts[n].node.iri: f"s{i}" for i, s in enumerate(stacks) for n in s.nodes}
    graph, down = Graph(), overseeing()
    graph.vertices += [Vertex(f"n{i}", d.width, d.height) for i, d in enumerate(drafts) if i not in hung]
    for i, stack in enumerate(stacks):
        tall = sum(drafts[n].height + STACK_GAP for n in stack.nodes) - STACK_GAP
        graph.vertices.append(Vertex(f"s{i}", drafts[stack.nodes[0]].width + INDENT, tall, entry=SPINE))
    for i, (edge, label) in enumerate(zip(diagram.edges, labels, strict=True)):
        if i not in skipped:
            size = (ceil(width(label, LABEL_SIZE)) + 6, LABEL_LINE)
            kind = f"{edge.predicate} {edge.status.value}"
            ends = (names[edge.source], names[edge.target])
            graph.add_edge(f"e{i}", ends, kind, size, downward=edge.predicate in down)
    return graph


def _taken(
    diagram: Diagram, drafts: list[_Draft], labels: list[str], answer: Answer
) -> tuple[dict[int, Box], dict[int, PlacedEdge]]:
    """The engine's answer, by number of node and edge; hanging lists are still to be filled in."""
    nodes = {i: answer.boxes[f"n{i}"] for i in range(len(drafts)) if f"n{i}" in answer.boxes}
    edges = {}
    for i, edge in enumerate(diagram.edges):
        points = answer.routes.get(f"e{i}", ())
        edges[i] = PlacedEdge(edge, points, labels[i], answer.labels.get(f"e{i}"))
    return nodes, edges


def _column(stack: Stack, drafts: list[_Draft], whole: Box) -> dict[int, Box]:
    """The boxes of a hanging list, under one another."""
    boxes, y = {}, whole.y
    for node in stack.nodes:
        boxes[node] = Box(round(whole.x + INDENT, 1), round(y, 1), drafts[node].width, drafts[node].height)
        y += drafts[node].height + STACK_GAP
    return boxes


def _branches(number: int, stack: Stack, nodes: dict[int, Box], edges: dict[int, PlacedEdge]) -> dict[int, PlacedEdge]:
    """Each line of a hanging list: down the common way, beside the boxes, and off to its own."""
    trunk = edges[stack.edges[0]].points[:-1]
    spine = edges[stack.edges[0]].points[-1][0]
    branches = {}
    for node, edge in zip(stack.nodes, stack.edges, strict=True):
        middle = round(nodes[node].y + nodes[node].height / 2, 1)
        points = (*trunk, (spine, middle), (nodes[node].x, middle))
        branches[edge] = replace(edges[edge], points=points, stack=number)
    return branches
