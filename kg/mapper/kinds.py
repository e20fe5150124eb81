"""Which class each thing is of, where an ontology has several below that of a body, a person or a place."""

from collections import defaultdict
from collections.abc import Iterable

from kg.mapper.found import Context, Found


def kinds_by_use(context: Context, facts: Iterable[Found]) -> dict[int, str]:
    """The class of each thing that takes part in facts, by its number: the one its relations ask for.

    Where they ask for nothing more than a body, a person or a place, it is just that.
    """
    asked: dict[int, list[frozenset[str]]] = defaultdict(list)
    of: dict[int, tuple[str, ...]] = {}
    for fact in facts:
        term = context.ontology.relations[fact.relation]
        for thing, allowed in ((fact.subject, term.domain), (fact.object, term.range)):
            asked[thing.number].append(allowed)
            of[thing.number] = context.kinds_of(thing)
        if fact.said_by is not None:
            of[fact.said_by.number] = context.kinds_of(fact.said_by)
    return {number: _fitting(context, kinds, asked[number]) for number, kinds in of.items()}


def _fitting(context: Context, kinds: tuple[str, ...], asked: list[frozenset[str]]) -> str:
    """The class that fits most often, the widest of several: the last of ``kinds``."""
    if len(kinds) == 1:
        return kinds[0]
    return max(reversed(kinds), key=lambda kind: sum(context.ontology.fits(kind, allowed) for allowed in asked))
