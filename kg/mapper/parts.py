"""Parts told by names: "Kent County Council's Audit Committee", "House of Commons Transport Committee"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON, fold
from kg.coref.post_phrase import POSSESSIVE
from kg.grammar import possessors
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.types import Status

RULE, SURE = RULES + "possessor-of-name", 0.8
_JOINS = frozenset({"of", "for", "on", "and", "&", "at", "in"})
_SHORTEST = 4  # letters of a name by which others may be said to begin


def parts(context: Context) -> Iterator[Found]:
    """A committee, division or office whose name begins or ends with that of a body of the text."""
    units = context.lexicon.evoking("Subunit")
    bodies = [thing for thing in context.cast.of_kind(BODY) if thing.spans]
    wholes = [thing for thing in reversed(bodies) if thing.sorts or thing.known]  # a field or a place is no body
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
            of_body = cast.doc[name.start - 1].text in POSSESSIVE and bool(thing.sorts or thing.known)
            if len(name) > 1 and of_body and owner is not thing:
                yield Found(thing, relation, owner, Status.ASSERTED, token, RULE, SURE)


def affiliations(context: Context) -> Iterator[Found]:
    """People named with a body as their possessor: "the Housing Board's Anna Boyd"."""
    relation, posts = context.roles.membership, context.lexicon.posts
    for person in context.cast.of_kind(PERSON):
        for name, token, body in _owners(context.cast, person):
            if tuple(t.lower_ for t in name) not in posts:
                yield Found(person, relation, body, Status.ASSERTED, token, RULE, SURE)


def _owners(cast: Cast, thing: Thing) -> Iterator[tuple[Span, Token, Thing]]:
    """Names of a thing that a body owns, each with the token that speaks of the body."""
    for start, end in thing.spans:
        name = cast.doc[start:end]
        for token in possessors(name.root) if start in cast.naming else ():
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
