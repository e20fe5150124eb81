"""Who watches whom: near and far, by which way, and what two have in common."""

from itertools import pairwise

from kg.graph.walk import Reach
from kg.questions.asked import Asked
from kg.questions.types import Found, Hit, Kind, Parameter, Question
from kg.questions.words import no_source

GROUP = "Who watches whom"
_NAME = Parameter("name", Kind.ENTITY, "the body or the person it is about", variable="about")
_DEPTH = Parameter("depth", Kind.NUMBER, "how many steps to go", required=False, default=1)


def _overseers(asked: Asked) -> Found:
    found = asked.ways.reach(asked.selves("name"), asked.number("depth"), up=True)
    return Found(f"Who scrutinises {asked.called('name')}?", _reached(asked, found), asked.silence("name"))


def _overseen(asked: Asked) -> Found:
    found = asked.ways.reach(asked.selves("name"), asked.number("depth"), up=False)
    return Found(f"Whom does {asked.called('name')} scrutinise?", _reached(asked, found), asked.silence("name"))


def _reached(asked: Asked, found: list[Reach]) -> list[Hit]:
    """Nearest first, then by name."""
    ordered = sorted(found, key=lambda one: (one.depth, asked.name(one.iri), one.iri))
    return [Hit(asked.name(r.iri), r.links, asked.as_named("name", r.links), r.depth, r.iri) for r in ordered]


def _chain(asked: Asked) -> Found:
    lower, upper = asked.selves("lower"), asked.selves("upper")
    low, high = asked.called("lower"), asked.called("upper")
    notes: tuple[str, ...] = ()
    way = asked.ways.path(lower, upper, asked.ways.next_up)
    if not way and (way := asked.ways.path(upper, lower, asked.ways.next_up)):
        notes = (f"No source here puts {high} above {low}. It is the other way round.",)
    hits = [
        Hit(asked.name(above), asked.ways.between(above, below)[:1], depth=step, iri=above)
        for step, (below, above) in enumerate(pairwise(way), 1)
    ]
    return Found(f"By what chain does {high} stand over {low}?", hits, no_source(as_of=asked.as_of), notes)


QUESTIONS = (
    Question(
        "overseers",
        GROUP,
        "Who oversees it",
        "Who oversees, inspects, investigates or sanctions it; with a depth of 2 or more, who does so to those.",
        (_NAME, _DEPTH),
        "overseers",
        _overseers,
        "From depth 2 on, breadth first over the rows of the query.",
    ),
    Question(
        "overseen",
        GROUP,
        "Whom it oversees",
        "Whom it oversees, inspects, investigates or sanctions; with a depth of 2 or more, whom those do so to.",
        (_NAME, _DEPTH),
        "overseen",
        _overseen,
        "From depth 2 on, breadth first over the rows of the query.",
    ),
    Question(
        "chain",
        GROUP,
        "The chain of scrutiny between two",
        "The shortest chain by which one stands over the other: each step is someone who scrutinises the one before.",
        (
            Parameter("lower", Kind.ENTITY, "where the chain starts"),
            Parameter("upper", Kind.ENTITY, "who stands above it"),
        ),
        "scrutiny",
        _chain,
        "Breadth first from the lower to the upper; if that finds none, from the upper to the lower.",
    ),
)
