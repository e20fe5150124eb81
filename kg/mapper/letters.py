"""To whom a letter is written: "Dear Ms Boyd", who is named above it as the head of a hospital."""

from collections.abc import Iterator

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.mapper.found import Context


def addressed(context: Context) -> list[Thing]:
    """The bodies of those whom a letter greets, by the posts it gives them; none of a text that is no letter.

    A letter that greets nobody by name ("Dear colleagues") is to all who are named in posts above its greeting.
    """
    cast = context.cast
    greeting = context.greeting
    if greeting is None:
        return []
    greeted = list(_people(cast, *cast.lines[greeting]))
    people = greeted or [person for line in cast.lines[:greeting] for person in _people(cast, *line)]
    held = [cast.at.get(h.body) for h in cast.holdings if h.body is not None and cast.at.get(h.person) in people]
    found = dict.fromkeys(body for body in held if body is not None and body.kind == BODY)
    return [body for body in found if body is not cast.voice and body is not cast.host]


def _people(cast: Cast, start: int, end: int) -> Iterator[Thing]:
    return (cast.at[i] for i in range(start, end) if i in cast.at and cast.at[i].kind == PERSON)
