"""What reports and investigations concern where the text does not say so outright."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.arguments import INQUIRY, REPORT, themes_of
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.letters import addressed
from kg.mapper.made import (
    OUTCOME,
    RULE,
    Makers,
    body_speaking,
    events_of,
    makers_of,
    matters_of,
    planned,
    presume,
    recurring,
    unreal,
)
from kg.mapper.story import main_body
from kg.types import Status

STORY = RULES + "story"  # what a text about one body leaves to be understood: nobody is investigated by it


def told(context: Context, facts: list[Found]) -> Iterator[Found]:
    """ "The report shows how warnings were lost inside the department": what its findings speak of."""
    makers, known = makers_of(context, facts), matters_of(context, facts)
    lexicon = context.lexicon
    telling = lexicon.evoking("Finding", "verb") | lexicon.evoking("Reporting", "verb")
    for event in events_of(context):
        if known[event.number] or unreal(event):
            continue
        for verb in _verbs_of(context, event, makers[event.number]):
            body = _first_body(context, verb, makers[event.number]) if verb.lemma_ in telling else None
            if body is not None:
                yield presume(event, context.roles.matter, body)
                break


def _verbs_of(context: Context, event: Thing, makers: Sequence[Thing]) -> Iterator[Token]:
    """The verbs an event is the subject of, and those by which whoever looks into it then says what they found."""
    spans = [context.cast.doc[end - 1] for _, end in event.spans]
    yield from (t.head for t in spans if t.dep_ == "nsubj")
    if event.kind == REPORT:
        return
    finding, first = context.lexicon.evoking("Finding", "verb"), event.spans[0][0]
    theirs = (context.cast.doc[end - 1] for maker in makers for start, end in maker.spans if start > first)
    yield from (t.head for t in theirs if t.dep_ == "nsubj" and t.head.lemma_ in finding)


def _first_body(context: Context, verb: Token, makers: Sequence[Thing]) -> Thing | None:
    """The body that the clause or the object of a verb speaks of first."""
    for part in verb.children:
        if part.dep_ in ("ccomp", "dobj") and part.i > verb.i:
            for token in part.subtree:
                thing = context.cast.at.get(token.i)
                if thing is not None and thing.kind == BODY and thing not in makers:
                    return thing
    return None


def matters(context: Context, facts: Sequence[Found]) -> Iterator[Found]:
    """What an event concerns that does not say so: as its source or report; else whom its maker judges."""
    yield from _of_outcome(context, facts)
    makers, known = makers_of(context, facts), matters_of(context, facts)
    linked = {
        n
        for f in facts
        if f.relation == context.roles.outcome
        for n in (f.subject.number, f.object.number)
        if known[f.subject.number] or known[f.object.number]
    }
    plans = planned(context, facts)
    ordered = {f.object.number for f in facts if f.relation == context.roles.ordering and f.subject.kind == BODY}
    for event in events_of(context):
        apart = unreal(event) or recurring(context, event) or _told_otherwise(context, event)
        if known[event.number] or event.number in linked or apart:
            continue
        status = Status.PROPOSED if event.number in plans else Status.ASSERTED
        own = event.number in ordered  # a body orders reviews of itself too, in a text about another
        likely = _likely(context, facts, makers, event)
        if event.kind == INQUIRY and status is Status.ASSERTED:  # held to find out who was at fault
            likely = list(dict.fromkeys([*likely, *_blamed(context, facts, makers, event)]))
        for matter in likely or ([] if own else _story(context, makers, event)):
            found = presume(event, context.roles.matter, matter, status)
            yield found if likely else replace(found, entry=STORY)


def _of_outcome(context: Context, facts: Sequence[Found]) -> Iterator[Found]:
    """A report concerns what its investigation does, and the other way round."""
    known = matters_of(context, facts)
    entries = {f.subject.number: f.entry for f in facts if f.relation == context.roles.matter}
    for fact in (f for f in facts if f.relation == context.roles.outcome):
        for one, other in ((fact.subject, fact.object), (fact.object, fact.subject)):
            if not known[one.number]:
                rule = RULE if RULE in (fact.entry, entries.get(other.number, RULE)) else OUTCOME
                for matter in known[other.number]:
                    yield replace(presume(one, context.roles.matter, matter), entry=rule)


def _likely(context: Context, facts: Sequence[Found], makers: Makers, event: Thing) -> list[Thing]:
    """The body its maker judges, else the one the letter is sent to.

    Not the topic of the text, when no more than that is known: police who still investigate a fire of which the
    government is blamed do not investigate the government.
    """
    mine = makers.get(event.number, ())
    roles = context.roles
    judging = {roles.censure, roles.approval, roles.penalty, *roles.scrutiny}
    said = [f for f in facts if f.relation in judging and f.status is not Status.DENIED]
    judged = [f for f in said if f.subject in mine and f.object not in mine]
    found = _most([f for f in judged if f.object.kind == BODY])
    if len(found) > 1:  # of several bodies it judges, the one that the text is about
        found = [max(found, key=lambda body: (len(body.spans), -body.number))]
    to = _sent_to(context, mine)
    return to if to and (not found or any(body in to for body in found)) else found


def _blamed(context: Context, facts: Sequence[Found], makers: Makers, event: Thing) -> list[Thing]:
    """All with whom its maker finds fault, or whom it looks into."""
    mine, roles = makers.get(event.number, ()), context.roles
    blaming = {roles.censure, roles.penalty, *roles.scrutiny}
    blamed = (f.object for f in facts if f.relation in blaming and f.subject in mine and f.status is not Status.DENIED)
    return list(dict.fromkeys(t for t in blamed if t.kind in (PERSON, BODY) and t not in mine))


def _story(context: Context, makers: Makers, event: Thing) -> list[Thing]:
    """The body that a text is about from first to last, of an act that a noun in it names: "the inspection"."""
    head = event.head
    mine = makers.get(event.number, ())
    if head is None or head.pos_ == "VERB" or not mine or head.lower_ in context.lexicon.evoking("Sitting"):
        return []
    body = main_body(context, head.sent.end)
    return [body] if body is not None and body not in mine else []


def _sent_to(context: Context, makers: Sequence[Thing]) -> list[Thing]:
    """The bodies to which one of the makers writes."""
    if body_speaking(context) not in makers:
        return []
    return [body for body in addressed(context) if body not in makers]


def _most(judged: Sequence[Found]) -> list[Thing]:
    """Those of whom most is said, as others are judged in passing."""
    said = {f.object.number: len({(g.relation, g.token.i) for g in judged if g.object is f.object}) for f in judged}
    most = max(said.values(), default=0)
    return list(dict.fromkeys(f.object for f in judged if 2 * said[f.object.number] >= most))


def _told_otherwise(context: Context, event: Thing) -> bool:
    """ "An inquiry into the building trade" says what it is about, though that is no one; so does a reply."""
    if event.head is None:
        return False
    return event.head.lower_ in context.lexicon.evoking("Reply") or bool(
        themes_of(context.cast, event.head, context.lexicon)
    )
