"""Who watches whom: near and far, by which way, and what two have in common."""

from collections import defaultdict
from itertools import pairwise

from kg.graph.links import Link
from kg.graph.network import last_circles
from kg.graph.walk import Reach, Ways, best_first
from kg.questions.asked import Asked
from kg.questions.types import Found, Hit, Kind, Parameter, Question
from kg.questions.words import in_words, no_source

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


def _tops(asked: Asked) -> Found:
    """Above it, those over whom nobody is said to stand; and those who only stand over each other."""
    selves, name = asked.selves("name"), asked.called("name")
    above = {reach.iri for reach in asked.ways.reach(selves, len(asked.store.kinds), up=True)}
    hits, notes = [], []
    for group in last_circles({iri: asked.ways.next_up(iri) for iri in above | set(selves)}):
        if not set(group) & above:
            continue
        way = min((asked.ways.path(selves, [iri], asked.ways.next_up) for iri in group), key=lambda w: (len(w), w))
        steps = [asked.ways.between(upper, lower)[0] for lower, upper in pairwise(way)]
        note = " → ".join(asked.name(iri) for iri in way)
        if len(group) > 1:
            note += f"; there it goes round in a circle: {in_words(asked.names(group))}"
        hits.append(Hit(asked.name(way[-1]), steps, note, max(len(steps), 1), way[-1]))
    hits.sort(key=lambda hit: (hit.depth, hit.name, hit.iri))
    if hits:
        notes.append("Above these, no source here names anybody; that is where these sources end, not always the top.")
    return Found(f"To whom does {name} answer in the end?", hits, asked.silence("name"), tuple(notes))


def _path(asked: Asked) -> Found:
    ways = Ways(asked.links)
    way = ways.path(asked.selves("one"), asked.selves("other"), ways.next_either)
    steps = [(a, b, best_first((*ways.between(a, b), *ways.between(b, a)))) for a, b in pairwise(way)]
    hits = [Hit(asked.name(b), links[:1], depth=n, iri=b) for n, (_, b, links) in enumerate(steps, 1)]
    question = f"How are {asked.called('one')} and {asked.called('other')} connected?"
    return Found(question, hits, no_source(as_of=asked.as_of), ("Any relation counts, in either direction.",))


def _shared(asked: Asked) -> Found:
    sides = [_ties(asked, asked.selves(name)) for name in ("one", "other")]
    hits = [
        Hit(asked.name(iri), (*sides[0][place][iri], *sides[1][place][iri]), place, iri=iri)
        for place in _PLACES
        for iri in asked.by_name(sides[0][place].keys() & sides[1][place].keys())
    ]
    question = f"What do {asked.called('one')} and {asked.called('other')} share?"
    return Found(question, hits, no_source(as_of=asked.as_of))


_ABOVE, _BELOW = "scrutinises both", "is scrutinised by both"
_PERSON, _EVENT = "has or had a post in both", "is about both, or made, ordered or answered by them"
_PLACES = (_ABOVE, _BELOW, _PERSON, _EVENT)


def _ties(asked: Asked, selves: tuple[str, ...]) -> dict[str, dict[str, list[Link]]]:
    """What some entities are tied to, by how."""
    found: dict[str, dict[str, list[Link]]] = {place: defaultdict(list) for place in _PLACES}
    posts = {*asked.roles.posts, asked.roles.resignation}
    for link in (link for iri in selves for link in asked.at.get(iri, ())):
        other = link.subject if link.object in selves else link.object
        if other in selves:
            continue
        if link.predicate in asked.scrutiny:
            found[_ABOVE if other == link.subject else _BELOW][other].append(link)
        elif link.predicate in posts and asked.is_person(other):
            found[_PERSON][other].append(link)
        elif asked.is_event(other):
            found[_EVENT][other].append(link)
    return found


_ONE = Parameter("one", Kind.ENTITY, "the one")
_OTHER = Parameter("other", Kind.ENTITY, "the other")

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
    Question(
        "tops",
        GROUP,
        "Up to whoever answers to nobody",
        "The chains from it up to those over whom no source names anybody, and the circles in which a chain may end.",
        (_NAME,),
        "chain",
        _tops,
        "Breadth first over the rows of the query; circles are its strongly connected components with no way out.",
    ),
    Question(
        "path",
        GROUP,
        "How two are connected",
        "The shortest way from one to another by any relation that a source asserts, in either direction.",
        (_ONE, _OTHER),
        "edges",
        _path,
        "Breadth first from the one to the other.",
    ),
    Question(
        "shared",
        GROUP,
        "What two have in common",
        "Who scrutinises both, whom both scrutinise, people with posts in both, reports and inquiries about both.",
        (_ONE, _OTHER),
        "shared",
        _shared,
    ),
)
