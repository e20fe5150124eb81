"""Parts told by names: "Kent County Council's Audit Committee", "House of Commons Transport Committee"."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.coref.cast import Cast, Thing
from kg.coref.likeness import fold
from kg.coref.named import BODY, PERSON, PLACE
from kg.coref.post_phrase import POSSESSIVE
from kg.grammar import possessors
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.resolutions import convened
from kg.types import Status

RULE, SURE, LIKELY = RULES + "possessor-of-name", 0.8, 0.7
_HEAD = 3  # lines at the head of a text that may say whose it is
_WITHIN = ("of", "within")
_JOINS = frozenset({"of", "for", "on", "and", "&", "at", "in"})
_SHORTEST = 4  # letters of a name by which others may be said to begin


def parts(context: Context) -> Iterator[Found]:
    """A committee, division or office whose name begins or ends with that of a body of the text."""
    units = context.lexicon.evoking("Subunit")
    bodies = [thing for thing in context.cast.of_kind(BODY) if thing.spans]
    wholes = [thing for thing in reversed(bodies) if thing.sorts or thing.known]  # a field or a place is no body
    wholes = [thing for thing in wholes if not thing.name.islower()]  # nor is "government" the Government Audit Office
    names = {fold(form): thing for thing in wholes for form in thing.forms if len(form) >= _SHORTEST}
    for thing in bodies:
        whole = next((w for form in thing.forms for w in _wholes(fold(form), units) if w in names), None)
        if whole is not None and names[whole] is not thing:
            yield Found(
                thing,
                context.roles.containment,
                names[whole],
                Status.ASSERTED,
                _token(context, thing),
                RULES + "part-of-name",
                SURE,
            )


def possessed(context: Context) -> Iterator[Found]:
    """Bodies named with another as their possessor: "the European Parliament's Working Group on Aid"."""
    cast, relation = context.cast, context.roles.containment
    for thing in cast.of_kind(BODY):
        for name, token, owner in _owners(cast, thing):
            before = cast.doc[name.start - 1]
            possessed_by = before.text in POSSESSIVE or before.tag_ == "WP$"
            if len(name) > 1 and possessed_by and (thing.sorts or thing.known) and owner is not thing:
                yield Found(thing, relation, owner, Status.ASSERTED, token, RULE, SURE)


def headed(context: Context) -> Iterator[Found]:
    """A committee on the line under its council, at the head of a text."""
    for whole, unit in _stacked(context):
        token = _token(context, unit)
        yield Found(unit, context.roles.containment, whole, Status.ASSERTED, token, RULES + "heads", LIKELY)


def _stacked(context: Context) -> Iterator[tuple[Thing, Thing]]:
    """Wholes and their units on two lines; that those who convene are so, minutes need not say of their body."""
    cast, kinds = context.cast, context.lexicon.denoting("Convening")
    convening, meeting = frozenset().union(*kinds.values()), convened(context)
    lines = [line for line in cast.lines[: 2 * _HEAD] if line[0] < line[1]][:_HEAD]
    for above, below in pairwise(lines):
        whole, unit = _only(cast, *above), _first(cast, *below)
        if whole is None or unit is None or unit is whole:
            continue
        met = meeting is unit and is_committee(context, unit)
        if (met or whole.sorts & convening) and _is_unit(context, unit) and not _is_unit(context, whole):
            yield whole, unit


def whole_of(context: Context, unit: Thing) -> Thing | None:
    """The body under whose name a committee meets: its officers are that body's."""
    stacked = next((whole for whole, one in _stacked(context) if one is unit), None)
    return stacked or next((found.object for found in named_with(context) if found.subject is unit), None)


def is_committee(context: Context, thing: Thing) -> bool:
    """Whether a body is one that meets, and has no people of its own but its members."""
    return not thing.nouns.isdisjoint(context.lexicon.evoking("LowerUnit"))


def looks(context: Context, thing: Thing) -> bool:
    """Whether an inquiry that someone announces, or launches, is their own, as a rule: a watchdog's, a committee's."""
    return context.watchdogs.looks(context.cast, thing) or is_committee(context, thing)


def named_with(context: Context) -> Iterator[Found]:
    """ "the Standards Division of the Harbour Authority": a unit right before the body it is of."""
    cast = context.cast
    for unit in cast.of_kind(BODY):
        for _, end in unit.spans:
            i = end + 1 + (end + 1 < len(cast.doc) and cast.doc[end + 1].lower_ == "the")
            if end - 1 not in cast.naming or i not in cast.naming or cast.doc[end].lower_ not in _WITHIN:
                continue
            whole = cast.at[i]
            if whole.kind == BODY and whole is not unit and _is_unit(context, unit):
                yield Found(unit, context.roles.containment, whole, Status.ASSERTED, cast.doc[end], RULE, SURE)


def _is_unit(context: Context, thing: Thing) -> bool:
    units = context.lexicon.evoking("Subunit")
    words = [fold(form).replace("-", " - ").split() for form in thing.forms]
    return any(w[-1] in units or any(a in units and b in _JOINS for a, b in pairwise(w)) for w in words if w)


def _only(cast: Cast, start: int, end: int) -> Thing | None:
    """The body whose name is all of a line, a place after it apart."""
    thing = cast.at.get(start)
    rest = [cast.at.get(i) for i in range(start, end) if cast.doc[i].is_alpha]
    return thing if thing and thing.kind == BODY and all(t is thing or (t and t.kind == PLACE) for t in rest) else None


def _first(cast: Cast, start: int, end: int) -> Thing | None:
    """The body a line names first."""
    return next((cast.at[i] for i in range(start, end) if i in cast.at and cast.at[i].kind == BODY), None)


def affiliations(context: Context) -> Iterator[Found]:
    """People named with a body as their possessor: "the Housing Board's Anna Boyd"."""
    relation, posts = context.roles.membership, context.lexicon.posts
    for person in context.cast.of_kind(PERSON):
        for name, token, body in _owners(context.cast, person):
            if tuple(t.lower_ for t in name) not in posts and not _in_post(context.cast, person, body):
                yield Found(person, relation, body, Status.ASSERTED, token, RULE, SURE)


def _in_post(cast: Cast, person: Thing, body: Thing) -> bool:
    """ "The trust's chief executive, Anna Boyd": the text says as what."""
    return any(
        h.body is not None and cast.at.get(h.person) is person and cast.at.get(h.body) is body for h in cast.holdings
    )


def _owners(cast: Cast, thing: Thing) -> Iterator[tuple[Span, Token, Thing]]:
    """Names of a thing that a body owns, each with the token that speaks of the body."""
    for start, end in thing.spans:
        name = cast.doc[start:end]
        whose = start > 1 and cast.doc[start - 1].tag_ == "WP$" and not possessors(name.root)
        owners = [cast.doc[start - 3]] if whose and cast.doc[start - 2].text == "," else possessors(name.root)
        for token in owners if start in cast.naming else ():
            owner = cast.at.get(token.i) if token.i < start else None
            if owner is not None and owner.kind == BODY:
                yield name, token, owner


def _wholes(name: str, units: frozenset[str]) -> Iterator[str]:
    """What may be the body that a unit's name gives, the longest first."""
    words = name.split()
    if words[-1] in units:
        yield from (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1) if words[n] not in _JOINS)
    for n in range(1, len(words) - 1):
        if words[n] in ("of", "at", "in") and words[n - 1] in units:
            yield fold(" ".join(words[n + 1 :]))
        elif words[n] in units and words[n + 1] in _JOINS:
            yield from (" ".join(words[:m]) for m in range(n, 0, -1) if words[m] not in _JOINS)


def _token(context: Context, thing: Thing) -> Token:
    return context.cast.doc[thing.spans[0][1] - 1]
