"""What a text takes as understood of its reports and investigations: whose they are,
and which report came of which investigation."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Thing, only
from kg.coref.named import BODY, PERSON
from kg.grammar import SUBJECTS, after, clause_verb, subjects
from kg.mapper.found import Context, Found
from kg.mapper.made import (
    OUTCOME,
    RULE,
    Makers,
    body_speaking,
    definite,
    events_of,
    makers_of,
    matters_of,
    planned,
    presume,
    recurring,
    unreal,
    yours,
)
from kg.mapper.matters import matters, told
from kg.types import Status


def understood(context: Context, facts: list[Found]) -> list[Found]:
    """The facts that follow from what was found of a document's events, whose they are among it."""
    out = list(_sources(context, facts))
    out.extend(_owned_by_source(context, facts, out))
    out.extend(told(context, [*facts, *out]))
    out.extend(matters(context, [*facts, *out]))
    return out


def owners(context: Context, facts: list[Found]) -> Iterator[Found]:
    """ "The inspection" of a text in which one body alone makes reports and inspections is that body's.

    So is what it speaks of without a maker: "Unannounced inspection, 3 May".
    An inquiry with a name of its own is nobody's by default, nor is one that is only asked for.
    """
    makers = makers_of(context, facts)
    outcomes, sittings = context.lexicon.evoking("Outcome"), context.lexicon.evoking("Sitting")
    real = {e.number for e in events_of(context) if e.head is not None and e.head.lower_ not in outcomes}
    bodies = {m.number: m for number in real for m in makers[number] if m.kind == BODY}
    voice = body_speaking(context)
    for event in events_of(context):
        one = _teller(context, event, voice) if not makers[event.number] else None
        if one is not None:
            makers[event.number].append(one)
            yield _made_by(context, one, event, _when(event))
    if voice is not None and (not bodies or voice.number in bodies):
        maker = voice
    elif (sole := _sole(context, bodies, makers, real)) is not None:
        maker = sole
    else:
        return
    wanted = planned(context, facts)
    for event in events_of(context):
        foreign = maker is not voice and maker is not context.cast.host
        if makers[event.number] or yours(event) or event.number in wanted or (foreign and not _taken_up(event)):
            continue
        sits = event.head is not None and event.head.lower_ in sittings
        if sits and event.head is not None and (maker is not context.cast.host or after(event.head.head, "before")):
            continue  # a hearing is held by whom the text does not name, or before whom it does
        if definite(event) or unreal(event) or (maker is voice and _heading(context, event)):
            yield _made_by(context, maker, event, Status.DENIED if unreal(event) else Status.ASSERTED)


def _sole(context: Context, bodies: Mapping[int, Thing], makers: Makers, real: Set[int]) -> Thing | None:
    """The one body that makes any; else, of nobody's but one auditor's or ombudsman's, that person."""
    if bodies:
        return only(bodies.values())
    one = only(m for number in real for m in makers.get(number, ()))
    return one if one is not None and context.watchdogs.in_post(context.cast, one) else None


def _made_by(context: Context, maker: Thing, event: Thing, status: Status) -> Found:
    out = context.roles.publishing if maker.kind == BODY else context.roles.writing
    return presume(maker, out if event.kind == REPORT else context.roles.conducting, event, status)


def _present(context: Context, event: Thing) -> bool:
    """ "This inspection" of a watchdog's own text, outside what others are quoted for."""
    assert event.head is not None
    if event.kind == REPORT:
        return False  # a text may speak of another's report as "this report"
    here = any(t.lower_ == "this" for t in event.head.lefts)
    return here and context.cast.utterance_at(event.head.i) is None


def _one_more(context: Context, event: Thing) -> bool:
    """ "A follow-up audit of X will begin in May" of a watchdog's own text: whose else, if nobody says so."""
    head = event.head
    if head is None or event.kind == REPORT or event.named or context.cast.speech_at(head.i) is not None:
        return False
    if head.dep_ not in ("nsubj", "nsubjpass", "dobj") or head.lower_ in context.lexicon.evoking("Sitting"):
        return False
    doers = (context.cast.at.get(t.i) for t in (subjects(head.head) if head.dep_ == "dobj" else ()))
    if any(t is not None and t.kind in (PERSON, BODY) and t is not context.cast.voice for t in doers):
        return False  # "the government commissioned a review"
    others = context.lexicon.evoking("ByOthers") | context.lexicon.evoking("Joint")
    words = {t.lower_ for t in head.lefts}
    return not words.isdisjoint(("a", "an")) and words.isdisjoint(others)


def _teller(context: Context, event: Thing, voice: Thing | None) -> Thing | None:
    """The watchdog whose text, or whose word, it is that there is such an act."""
    own = voice is not None and context.watchdogs.is_one(voice)
    if own and (_present(context, event) or _one_more(context, event)):
        return voice
    return _confirming(context, event)


def _confirming(context: Context, event: Thing) -> Thing | None:
    """ "Elm Police said that X was under investigation", "that an inquiry had begun": the watchdog that says so."""
    cast, head = context.cast, event.head
    if head is None or event.kind == REPORT or event.named or head.lower_ in context.lexicon.evoking("Sitting"):
        return None
    under = head.dep_ == "pobj" and head.head.lower_ == "under"
    begun = head.dep_ in SUBJECTS and head.head.lemma_ in context.lexicon.evoking("Happening", "verb")
    others = context.lexicon.evoking("ByOthers") | context.lexicon.evoking("Joint")
    speech = cast.speech_at(head.i) if under or begun else None
    if speech is None or any(t.dep_ == "neg" for t in clause_verb(head).children) or _any_of(head.lefts, others):
        return None
    teller = cast.at.get(speech.speaker)
    return teller if teller is not None and context.watchdogs.looks(cast, teller) else None


def _any_of(tokens: Iterable[Token], words: Set[str]) -> bool:
    return any(t.lower_ in words for t in tokens)


def _when(event: Thing) -> Status:
    """What "will begin" is only meant so far."""
    verb = event.head.head if event.head is not None and event.head.dep_ in SUBJECTS else None
    ahead = verb is not None and any(t.tag_ == "MD" for t in verb.lefts)
    return Status.PROPOSED if ahead else Status.ASSERTED


def _taken_up(event: Thing) -> bool:
    """ "The first inspection was in May": an act with no name of its own, of which a sentence goes on to speak."""
    head = event.head
    if head is None or event.named or event.kind == REPORT or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return head.is_lower and any(t.lower_ == "the" for t in head.lefts)


def _heading(context: Context, event: Thing) -> bool:
    """Whether an event is first spoken of in a line without a verb."""
    cast = context.cast
    start, end = cast.doc._.kg_blocks[cast.paragraphs[event.spans[0][0]]]
    return not any(t.pos_ in ("VERB", "AUX") for t in cast.doc[start:end])


def _sources(context: Context, facts: list[Found]) -> Iterator[Found]:
    """An investigation and the one report by the same maker, unless they concern different bodies."""
    makers, known = makers_of(context, facts), matters_of(context, facts)
    made = {(f.subject.number, f.object.number) for f in facts if f.relation == context.roles.outcome}
    have = {report for _, report in made}
    reports = [e for e in events_of(context) if e.kind == REPORT and e.number not in have]
    reports = [e for e in reports if not recurring(context, e)]
    acts = [e for e in events_of(context) if e.kind != REPORT and not any(e.number == a for a, _ in made)]
    real = {
        f.object.number
        for f in facts
        if f.relation in (context.roles.conducting, context.roles.heading) and f.status is Status.ASSERTED
    }
    for act in acts:
        mine = [r for r in reports if set(makers[act.number]) & set(makers[r.number]) and act.number in real]
        mine = [r for r in mine if not _differ(known[act.number], known[r.number])]
        others = [r for r in mine if r is not context.cast.paper]  # a letter, and the report that is to follow it
        if not mine or len(others) > 1:
            continue
        if sum(bool(set(makers[a.number]) & set(makers[mine[0].number])) for a in acts) == 1:
            for report in mine:
                yield presume(act, context.roles.outcome, report, _standing(context, facts, report))


def _standing(context: Context, facts: list[Found], report: Thing) -> Status:
    """A report that is still to come has not come of anything yet."""
    made = {f.status for f in facts if f.object is report and f.relation in context.roles.making}
    return Status.PROPOSED if made == {Status.PROPOSED} else Status.ASSERTED


def _owned_by_source(context: Context, facts: list[Found], new: list[Found]) -> Iterator[Found]:
    """A body publishes the report of its own investigation, and has investigated what its report sums up.

    The report must be said to be its own: of what is only understood nothing more is understood.
    """
    roles = context.roles
    makers = makers_of(context, [*facts, *new])
    said = [f for f in facts if f.entry != RULE]
    stated = makers_of(context, said)
    published = {f.object.number for f in [*facts, *new] if f.relation in (roles.publishing, roles.writing)}
    conducted = {f.object.number for f in said if f.relation in (roles.conducting, roles.heading)}
    for fact in facts:
        if fact.relation != roles.outcome:
            continue
        if fact.object.number not in published:
            for maker in dict.fromkeys(makers[fact.subject.number]):
                yield presume(maker, roles.publishing if maker.kind == BODY else roles.writing, fact.object)
        for maker in dict.fromkeys(stated[fact.object.number]) if fact.subject.number not in conducted else ():
            yield replace(presume(maker, roles.conducting, fact.subject, fact.status), entry=OUTCOME)


def _differ(one: list[Thing], other: list[Thing]) -> bool:
    return bool(one and other) and not any(thing in other for thing in one)
