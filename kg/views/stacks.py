"""Hanging lists, as charts of organisations have them: bodies that the very same overseers, and nobody else,
are tied to in the same ways stand together in columns, with one line to them for each of those ways. A hub of
forty dependants is then four columns under one line, not a row nobody can print.
"""

from collections import defaultdict
from dataclasses import dataclass
from math import ceil, sqrt

from kg.types import Status
from kg.views.diagram import Diagram, Node
from kg.views.elk import Box, Direction, Points

LEAST = 5  # lines: fewer are drawn one by one
WAYS = 4  # lines that a box has room for at its side
SIDE, GAP, LANE = 22.0, 8.0, 9.0  # before a column, between boxes, between lines that run side by side
EDGE = 6.0  # from the end of the list to the first line


@dataclass(frozen=True, slots=True)
class Stack:
    """The numbers of its nodes, in reading order, and for each way in those of the edges to them."""

    nodes: tuple[int, ...]
    ways: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the boxes and lines of a hanging list of ``count`` boxes go, measured from its upper left corner."""

    count: int
    ways: int
    width: float  # of each box
    height: float

    @property
    def columns(self) -> int:
        """So many that the whole is somewhat wider than high."""
        return ceil(self.count / self._rows)

    @property
    def _rows(self) -> int:
        return ceil(self.count / max(1, round(sqrt(0.4 * self.count))))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole."""
        return self.columns * (self._indent + self.width + GAP) - GAP, self._head + self._rows * (
            self.height + GAP
        ) - GAP

    def box(self, place: int) -> Box:
        """A box: down the first column, then down the next."""
        column, row = divmod(place, self._rows)
        x = column * (self._indent + self.width + GAP) + self._indent
        return Box(x, self._head + row * (self.height + GAP), self.width, self.height)

    def entry(self, way: int, direction: Direction) -> tuple[float, float]:
        """Where the line of one way comes in."""
        return (self._spine(0, way), 0) if direction is Direction.DOWN else (0, self._lane(way))

    def route(self, way: int, place: int) -> Points:
        """From above the boxes along, down beside a column, and in."""
        box, spine = self.box(place), self._spine(place // self._rows, way)
        level = box.y + box.height * (way + 1) / (self.ways + 1)
        lane = self._lane(way)
        start = ((self._spine(0, way), lane),) if place >= self._rows else ()
        return (*start, (spine, lane), (spine, level), (box.x, level))

    @property
    def _indent(self) -> float:
        return SIDE + LANE * (self.ways - 1)

    @property
    def _head(self) -> float:
        return EDGE + LANE * self.ways

    def _spine(self, column: int, way: int) -> float:
        return column * (self._indent + self.width + GAP) + EDGE + LANE * (self.ways - 1 - way)

    def _lane(self, way: int) -> float:
        return EDGE + LANE * way


Way = tuple[str, str, Status]  # the source of a line, its relation and its status


def stacks_of(diagram: Diagram) -> tuple[Stack, ...]:
    """Columns of nodes from which no line leaves, and which the same ways lead to."""
    ways: dict[int, dict[Way, int]] = defaultdict(dict)
    places = {n.iri: i for i, n in enumerate(diagram.nodes)}
    leaving = {e.source for e in diagram.edges} | set(diagram.focus)
    for number, edge in enumerate(diagram.edges):
        if edge.target not in leaving:
            ways[places[edge.target]][edge.source, edge.predicate, edge.status] = number
    groups: dict[tuple[tuple[Way, ...], str], list[int]] = defaultdict(list)
    for place, by in ways.items():
        groups[tuple(sorted(by)), _kind(diagram.nodes[place]) if diagram.grouped else ""].append(place)
    return tuple(_stack(diagram, group, key, ways) for (key, _), group in sorted(groups.items()) if _worth(group, key))


def _worth(group: list[int], key: tuple[Way, ...]) -> bool:
    return len(group) > 1 and 1 <= len(key) <= WAYS and len(group) * len(key) >= LEAST


def _stack(diagram: Diagram, group: list[int], key: tuple[Way, ...], ways: dict[int, dict[Way, int]]) -> Stack:
    ordered = sorted(group, key=lambda place: _order(diagram.nodes[place]))
    return Stack(tuple(ordered), tuple(tuple(ways[place][way] for place in ordered) for way in key))


def _order(node: Node) -> tuple[str, str, str]:
    return _kind(node), node.label.casefold(), node.iri


def _kind(node: Node) -> str:
    return node.classification or node.kind
