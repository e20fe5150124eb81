"""Parts told by names: "Kent County Council's Audit Committee", "House of Commons Transport Committee"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON, fold
from kg.coref.post_phrase import POSSESSIVE
from kg.grammar import possessors
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.types import Status

SURE = 0.8
_JOINS = frozenset({"of", "for", "on", "and", "&", "at", "in"})
_SHORTEST = 4  # letters of a name by which others may be said to begin


def parts(context: Context) -> Iterator[Found]:
    """A committee, division or office whose name begins or ends with that of a body of the text."""
    units = context.lexicon.evoking("Subunit")
    bodies = [thing for thing in context.cast.of_kind(BODY) if thing.spans]
    names = {fold(form): thing for thing in reversed(bodies) for form in thing.forms if len(form) >= _SHORTEST}
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
    cast = context.cast
    for thing in cast.of_kind(BODY):
        for start, end in thing.spans:
            if start not in cast.naming or end - start < 2 or cast.doc[start - 1].text not in POSSESSIVE:
                continue
            for token in possessors(cast.doc[start:end].root):
                owner = cast.at.get(token.i) if token.i < start else None
                if owner is not None and owner.kind == BODY and owner is not thing:
                    rule = RULES + "possessor-of-name"
                    yield Found(thing, context.roles.containment, owner, Status.ASSERTED, token, rule, SURE)


def affiliations(context: Context) -> Iterator[Found]:
    """People named with a body as their possessor: "the Housing Board's Anna Boyd"."""
    cast = context.cast
    for person in cast.of_kind(PERSON):
        for start, end in person.spans:
            if start not in cast.naming or tuple(t.lower_ for t in cast.doc[start:end]) in context.lexicon.posts:
                continue
            for token in possessors(cast.doc[start:end].root):
                body = cast.at.get(token.i) if token.i < start else None
                if body is not None and body.kind == BODY:
                    rule = RULES + "possessor-of-name"
                    yield Found(person, context.roles.membership, body, Status.ASSERTED, token, rule, SURE)


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
