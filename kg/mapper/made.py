"""Who made the reports and investigations of a document, and the facts that a text takes as understood."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.types import Status

UNDERSTOOD = 0.5
RULE = RULES + "understood"
OUTCOME = RULES + "outcome"  # what is true of a report that an investigation is said to have led to, or of its source
Makers = Mapping[int, Sequence[Thing]]


def makers_of(context: Context, facts: Sequence[Found]) -> dict[int, list[Thing]]:
    """Who wrote, published or carried out each report and inquiry; else who led it, or made its source."""
    makers: dict[int, list[Thing]] = defaultdict(list)
    roles = context.roles
    for relations in (roles.making, {roles.heading}):
        known = {number for number, who in makers.items() if who}
        for fact in facts:
            if fact.relation in relations and fact.object.number not in known and _makes(fact):
                makers[fact.object.number].append(fact.subject)
    for fact in facts:
        if fact.relation == roles.outcome and not makers[fact.object.number]:
            makers[fact.object.number].extend(makers[fact.subject.number])
    return makers


def _makes(fact: Found) -> bool:
    agent = fact.subject.kind in (PERSON, BODY)
    return agent and fact.object.head is not None and fact.status is not Status.DENIED


def matters_of(context: Context, facts: Sequence[Found]) -> dict[int, list[Thing]]:
    matters: dict[int, list[Thing]] = defaultdict(list)
    for fact in facts:
        if fact.relation == context.roles.matter and fact.object not in matters[fact.subject.number]:
            matters[fact.subject.number].append(fact.object)
    return matters


def bodies_of(context: Context, person: Thing) -> list[Thing]:
    """The bodies that the text puts beside a post of someone's."""
    cast = context.cast
    mine = (cast.at.get(h.body) for h in cast.holdings if h.body is not None and cast.at.get(h.person) is person)
    return [body for body in mine if body is not None]


def planned(context: Context, facts: Sequence[Found]) -> set[int]:
    """Events that so far someone only means to make, or to have made."""
    made = [f for f in facts if f.relation in context.roles.making or f.relation == context.roles.ordering]
    real = {f.object.number for f in made if f.status is not Status.PROPOSED}
    return {f.object.number for f in made if f.status is Status.PROPOSED} - real


def body_speaking(context: Context) -> Thing | None:
    """The body whose text it is, itself or through the person who writes; none of a reply to others' findings."""
    cast = context.cast
    if context.answered.body is not None:
        return None
    if cast.voice is None or cast.voice.kind == BODY:
        return cast.voice
    return cast.host


def events_of(context: Context) -> list[Thing]:
    return [thing for thing in context.cast.things if thing.head is not None]


def presume(subject: Thing, relation: str, object_: Thing, status: Status = Status.ASSERTED) -> Found:
    token = subject.head if subject.head is not None else object_.head
    assert token is not None
    return Found(subject, relation, object_, status, token, RULE, UNDERSTOOD)


def unreal(event: Thing) -> bool:
    """ "There will be no third review"."""
    return event.head is not None and any(t.lower_ == "no" and t.dep_ == "det" for t in event.head.lefts)


def recurring(context: Context, event: Thing) -> bool:
    """ "My last annual report": of a year's work, not of one inquiry."""
    return event.head is not None and any(
        t.lower_ in context.lexicon.evoking("Recurring", "adjective") for t in event.head.lefts
    )


def yours(event: Thing) -> bool:
    """ "Our reply to your report": the reader's."""
    return event.head is not None and any(t.lower_ == "your" for t in event.head.lefts)


def definite(event: Thing) -> bool:
    assert event.head is not None
    return any(t.lower_ in ("the", "this", "its", "their") for t in event.head.lefts)
