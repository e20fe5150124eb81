"""Walking from entity to entity along claims: how far one reaches, and by which way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from kg.graph.links import Link


@dataclass(frozen=True, slots=True)
class Reach:
    """Someone reached at a distance, by ``links`` from (or to) those one step nearer."""

    iri: str
    depth: int
    links: tuple[Link, ...]


class Ways:
    """Claims as ways between entities. ``below`` leads from subject to object, ``above`` from object to subject.

    Of several claims between two, the best evidenced comes first. What ties an entity to itself is no way.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        self.below: dict[str, dict[str, list[Link]]] = defaultdict(dict)
        self.above: dict[str, dict[str, list[Link]]] = defaultdict(dict)
        for link in links:
            if link.subject != link.object:
                self.below[link.subject].setdefault(link.object, []).append(link)
                self.above[link.object].setdefault(link.subject, []).append(link)

    def between(self, subject: str, object_: str) -> tuple[Link, ...]:
        """All claims from one to another, best evidenced first."""
        return best_first(self.below.get(subject, {}).get(object_, ()))

    def next_up(self, iri: str) -> Collection[str]:
        return self.above.get(iri, {}).keys()

    def next_down(self, iri: str) -> Collection[str]:
        return self.below.get(iri, {}).keys()

    def next_either(self, iri: str) -> Collection[str]:
        return {*self.next_up(iri), *self.next_down(iri)}

    def reach(self, starts: Collection[str], depth: int, *, up: bool) -> list[Reach]:
        """Who stands above (or below) any of the starts, at most so many steps away: breadth first."""
        step_to = self.next_up if up else self.next_down
        found: list[Reach] = []
        seen, layer = set(starts), set(starts)
        for step in range(1, depth + 1):
            reached = {n for one in layer for n in step_to(one)} - seen
            found += [Reach(n, step, self._from(n, layer, up)) for n in sorted(reached)]
            seen |= reached
            layer = reached
            if not layer:
                break
        return found

    def all_from(self, start: str, step_to: Callable[[str], Collection[str]]) -> set[str]:
        """Everyone reached from a start, however far; the start too where a circle leads back to it."""
        seen: set[str] = set()
        todo = [start]
        while todo:
            reached = set(step_to(todo.pop())) - seen
            seen |= reached
            todo += reached
        return seen

    def _from(self, node: str, nearer: Collection[str], up: bool) -> tuple[Link, ...]:
        """The claims by which a node is reached."""
        ways = self.below[node] if up else self.above[node]
        return tuple(link for other in sorted(ways.keys() & nearer) for link in best_first(ways[other]))

    def path(
        self, starts: Collection[str], ends: Collection[str], step_to: Callable[[str], Collection[str]]
    ) -> list[str]:
        """A shortest way from any of some to any of others; of several, the first by the IRIs on it.

        Empty if there is none, or if one is both a start and an end.
        """
        if set(starts) & set(ends):
            return []
        came_from: dict[str, str] = {}
        seen, layer = set(starts), sorted(starts)
        while layer:
            reached: list[str] = []
            for node in layer:
                for after in sorted(set(step_to(node)) - seen):
                    seen.add(after)
                    came_from[after] = node
                    reached.append(after)
            if hits := [node for node in reached if node in ends]:
                return _back(hits[0], came_from)
            layer = reached
        return []


def best_first(links: Iterable[Link]) -> tuple[Link, ...]:
    """Of claims, the one with most documents and places first, then by its IRI."""
    return tuple(sorted(links, key=lambda link: (-len(link.documents), -link.evidence, -link.confidence, link.claim)))


def _back(end: str, came_from: dict[str, str]) -> list[str]:
    way = [end]
    while way[-1] in came_from:
        way.append(came_from[way[-1]])
    return way[::-1]
