"""To whom a letter is written: "Dear Ms Boyd", who is named above it as the head of a hospital."""

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.mapper.found import Context


def addressed(context: Context) -> list[Thing]:
    """The bodies of those whom a letter greets, by the posts it gives them; none of a text that is no letter."""
    cast = context.cast
    greetings = context.lexicon.evoking("Greeting")
    for start, end in cast.doc._.kg_blocks:
        if cast.doc[start].lower_ in greetings:
            people = [cast.at[i] for i in range(start, end) if i in cast.at and cast.at[i].kind == PERSON]
            held = [
                cast.at.get(h.body) for h in cast.holdings if h.body is not None and cast.at.get(h.person) in people
            ]
            return list(dict.fromkeys(body for body in held if body is not None and body.kind == BODY))
    return []
