"""Hanging lists, as charts of organisations have them: bodies that one line each ties to the same body stand
under one another. A hub of forty dependants is then five columns, not a row nobody can print.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import ceil

from kg.views.diagram import Diagram

LEAST, MOST = 5, 8  # bodies: fewer stand side by side, more take another column


@dataclass(frozen=True, slots=True)
class Stack:
    """A column: the numbers of its nodes from the top down, and of the edge that reaches each."""

    nodes: tuple[int, ...]
    edges: tuple[int, ...]


def stacks_of(diagram: Diagram) -> tuple[Stack, ...]:
    """Columns of nodes that nothing but one and the same kind of line from one source touches."""
    touched = Counter(end for e in diagram.edges for end in (e.source, e.target))
    places = {n.iri: i for i, n in enumerate(diagram.nodes)}
    groups: dict[tuple[str, str, str], list[tuple[str, int, int]]] = defaultdict(list)
    for number, edge in enumerate(diagram.edges):
        if touched[edge.target] == 1 and edge.target != diagram.focus:
            place = places[edge.target]
            label = diagram.nodes[place].label
            groups[edge.source, edge.predicate, edge.status].append((label.casefold(), place, number))
    return tuple(s for _, group in sorted(groups.items()) if len(group) >= LEAST for s in _columns(sorted(group)))


def _columns(group: list[tuple[str, int, int]]) -> list[Stack]:
    """As many columns as it takes, as even as they will go."""
    tall = ceil(len(group) / ceil(len(group) / MOST))
    columns = [group[i : i + tall] for i in range(0, len(group), tall)]
    return [Stack(tuple(p for _, p, _ in c), tuple(n for *_, n in c)) for c in columns]
