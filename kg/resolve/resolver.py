"""Deciding: a partition of candidates out of judgements on pairs of them.

The outcome depends on which pairs were judged and how, never on the order they come in.
"""

from collections.abc import Iterable, Mapping

from kg.resolve.judgement import Judgement, Pair


class Resolver:
    """Joins candidates 0 to ``size - 1`` by union-find; what must stay apart stays apart.

    ``known`` gives the curated IRI of some candidates: those with one IRI are one from the start,
    those with two different ones are never joined.
    """

    def __init__(self, size: int, known: Mapping[int, str]) -> None:
        self._parent = list(range(size))
        self._known = dict(known)
        self._apart: dict[int, set[int]] = {}
        self.judged: list[Pair] = []
        first: dict[str, int] = {}
        for candidate, iri in sorted(known.items()):
            self._join(first.setdefault(iri, candidate), candidate)

    def root(self, candidate: int) -> int:
        """The lowest number among the candidates that are one with this."""
        top = candidate
        while self._parent[top] != top:
            top = self._parent[top]
        while self._parent[candidate] != top:
            self._parent[candidate], candidate = top, self._parent[candidate]
        return top

    def known(self, candidate: int) -> str | None:
        """The curated IRI of what this is one with."""
        return self._known.get(self.root(candidate))

    def settle(self, pairs: Iterable[Pair]) -> None:
        """Act on some judgements: the negative ones first, then the positive ones, surest first."""
        ordered = sorted(pairs, key=_order)
        self.judged += ordered
        for one in ordered:
            if one.verdict.judgement is Judgement.NEGATIVE:
                self._part(one.left, one.right)
        for one in ordered:
            if one.verdict.judgement is Judgement.POSITIVE and self._may_join(one.left, one.right):
                self._join(one.left, one.right)

    def _part(self, one: int, other: int) -> None:
        a, b = self.root(one), self.root(other)
        if a != b:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def _may_join(self, one: int, other: int) -> bool:
        a, b = self.root(one), self.root(other)
        known = {self._known[root] for root in (a, b) if root in self._known}
        return len(known) < 2 and b not in self._apart.get(a, ())

    def _join(self, one: int, other: int) -> None:
        keep, drop = sorted((self.root(one), self.root(other)))
        if keep == drop:
            return
        self._parent[drop] = keep
        if drop in self._known:
            self._known[keep] = self._known.pop(drop)
        for foe in self._apart.pop(drop, ()):
            self._apart[foe].discard(drop)
            self._apart[foe].add(keep)
            self._apart.setdefault(keep, set()).add(foe)


def _order(pair: Pair) -> tuple[float, int, int, str]:
    return (-pair.verdict.score, pair.left, pair.right, pair.verdict.reason)
