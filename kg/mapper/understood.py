"""What a text takes as understood of its reports and investigations: whose they are, what they concern,
and which report came of which investigation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.coref.arguments import REPORT, themes_of
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.types import Status
from kg.vocab import OV

UNDERSTOOD = 0.5
_OFTEN, _DOMINANT = 4, 2.0  # mentions that make a body the topic of a text, and how far above the next
RULE = RULES + "understood"
Makers = Mapping[int, Sequence[Thing]]


def makers_of(facts: list[Found]) -> dict[int, list[Thing]]:
    """Who wrote, published or carried out each report and inquiry; else who led it, or made its source."""
    makers: dict[int, list[Thing]] = defaultdict(list)
    for relations in ((OV.authors, OV.publishes, OV.conducts), (OV.leads,)):
        known = {number for number, who in makers.items() if who}
        for fact in facts:
            if fact.relation in relations and fact.object.number not in known and _makes(fact):
                makers[fact.object.number].append(fact.subject)
    for fact in facts:
        if fact.relation == OV.produces and not makers[fact.object.number]:
            makers[fact.object.number].extend(makers[fact.subject.number])
    return makers


def _makes(fact: Found) -> bool:
    agent = fact.subject.kind in (PERSON, BODY)
    return agent and fact.object.head is not None and fact.status is not Status.DENIED


def understood(context: Context, facts: list[Found]) -> list[Found]:
    """The facts that follow from what was found of a document's events."""
    out = list(_owners(context, facts))
    out.extend(_sources(context, [*facts, *out]))
    out.extend(_owned_by_source(facts, out))
    out.extend(_told(context, [*facts, *out]))
    out.extend(_matters(context, [*facts, *out]))
    return out


def _owners(context: Context, facts: list[Found]) -> Iterator[Found]:
    """ "The inspection" of a text in which one body alone makes reports and inspections is that body's."""
    makers = makers_of(facts)
    bodies = {m.number: m for made in makers.values() for m in made if m.kind == BODY}
    if len(bodies) != 1:
        return
    maker = next(iter(bodies.values()))
    for event in _events(context):
        if not makers[event.number] and (_definite(event) or unreal(event)):
            status = Status.DENIED if unreal(event) else Status.ASSERTED
            yield _fact(maker, OV.publishes if event.kind == REPORT else OV.conducts, event, status)


def _sources(context: Context, facts: list[Found]) -> Iterator[Found]:
    """An investigation and the one report by the same maker, unless they concern different bodies."""
    makers, matters = makers_of(facts), _matters_of(facts)
    made = {(f.subject.number, f.object.number) for f in facts if f.relation == OV.produces}
    have = {report for _, report in made}
    reports = [e for e in _events(context) if e.kind == REPORT and e.number not in have]
    acts = [e for e in _events(context) if e.kind != REPORT and not any(e.number == a for a, _ in made)]
    real = {f.object.number for f in facts if f.relation in (OV.conducts, OV.leads) and f.status is Status.ASSERTED}
    for act in acts:
        mine = [r for r in reports if set(makers[act.number]) & set(makers[r.number]) and act.number in real]
        mine = [r for r in mine if not _differ(matters[act.number], matters[r.number])]
        if len(mine) == 1 and sum(bool(set(makers[a.number]) & set(makers[mine[0].number])) for a in acts) == 1:
            yield _fact(act, OV.produces, mine[0])


def _owned_by_source(facts: list[Found], new: list[Found]) -> Iterator[Found]:
    """A body publishes the report of its own investigation."""
    makers = makers_of([*facts, *new])
    published = {f.object.number for f in [*facts, *new] if f.relation in (OV.publishes, OV.authors)}
    for fact in facts:
        if fact.relation == OV.produces and fact.object.number not in published:
            for maker in dict.fromkeys(makers[fact.subject.number]):
                yield _fact(maker, OV.publishes if maker.kind == BODY else OV.authors, fact.object)


def _told(context: Context, facts: list[Found]) -> Iterator[Found]:
    """ "The report shows how warnings were lost inside the department": what its findings speak of."""
    makers, matters = makers_of(facts), _matters_of(facts)
    lexicon = context.lexicon
    telling = lexicon.evoking("Finding", "verb") | lexicon.evoking("Reporting", "verb")
    for event in _events(context):
        if matters[event.number] or unreal(event):
            continue
        for verb in _verbs_of(context, event):
            body = _first_body(context, verb, makers[event.number]) if verb.lemma_ in telling else None
            if body is not None:
                yield _fact(event, OV.concerns, body)
                break


def _verbs_of(context: Context, event: Thing) -> Iterator[Token]:
    """The verbs an event is the subject of."""
    for _, end in event.spans:
        token = context.cast.doc[end - 1]
        if token.dep_ == "nsubj":
            yield token.head


def _first_body(context: Context, verb: Token, makers: Sequence[Thing]) -> Thing | None:
    """The body that the clause or the object of a verb speaks of first."""
    for part in verb.children:
        if part.dep_ in ("ccomp", "dobj") and part.i > verb.i:
            for token in part.subtree:
                thing = context.cast.at.get(token.i)
                if thing is not None and thing.kind == BODY and thing not in makers:
                    return thing
    return None


def _matters(context: Context, facts: list[Found]) -> Iterator[Found]:
    """What an event concerns that does not say so: as its source or report; else whom its maker judges."""
    makers, matters = makers_of(facts), _matters_of(facts)
    for fact in facts:
        if fact.relation == OV.produces:
            for one, other in ((fact.subject, fact.object), (fact.object, fact.subject)):
                if not matters[one.number]:
                    yield from (_fact(one, OV.concerns, matter) for matter in matters[other.number])
    linked = {
        n
        for f in facts
        if f.relation == OV.produces
        for n in (f.subject.number, f.object.number)
        if matters[f.subject.number] or matters[f.object.number]
    }
    judging = (OV.criticises, OV.praises, OV.inspects, OV.investigates, OV.sanctions)
    for event in _events(context):
        if matters[event.number] or event.number in linked or unreal(event) or _told_otherwise(context, event):
            continue
        makers_ = makers[event.number]
        judged = [
            f.object
            for f in facts
            if f.relation in judging and f.subject in makers_ and f.object.kind == BODY and f.object not in makers_
        ]
        matter = max(dict.fromkeys(judged), key=judged.count) if judged else None
        if matter is None and makers_:
            matter = _topic(context, {m.number for made in makers.values() for m in made})
        if matter is not None:
            yield _fact(event, OV.concerns, matter)


def _told_otherwise(context: Context, event: Thing) -> bool:
    """ "An inquiry into the building trade" says what it is about, though that is no one."""
    return event.head is not None and bool(themes_of(context.cast, event.head, context.lexicon))


def _topic(context: Context, makers: set[int]) -> Thing | None:
    """The body a text is about: far more often spoken of than any other that makes no report itself."""
    bodies = [t for t in context.cast.of_kind(BODY) if t.number not in makers and t is not context.cast.voice]
    ranked = sorted(bodies, key=lambda t: (-len(t.spans), t.number))[:2]
    if not ranked or len(ranked[0].spans) < _OFTEN:
        return None
    return ranked[0] if len(ranked) < 2 or len(ranked[0].spans) >= _DOMINANT * len(ranked[1].spans) else None


def _matters_of(facts: list[Found]) -> dict[int, list[Thing]]:
    matters: dict[int, list[Thing]] = defaultdict(list)
    for fact in facts:
        if fact.relation == OV.concerns and fact.object not in matters[fact.subject.number]:
            matters[fact.subject.number].append(fact.object)
    return matters


def _differ(one: list[Thing], other: list[Thing]) -> bool:
    return bool(one and other) and not any(thing in other for thing in one)


def _events(context: Context) -> list[Thing]:
    return [thing for thing in context.cast.things if thing.head is not None]


def _fact(subject: Thing, relation: str, object_: Thing, status: Status = Status.ASSERTED) -> Found:
    token = subject.head if subject.head is not None else object_.head
    assert token is not None
    return Found(subject, relation, object_, status, token, RULE, UNDERSTOOD)


def unreal(event: Thing) -> bool:
    """ "There will be no third review"."""
    return event.head is not None and any(t.lower_ == "no" and t.dep_ == "det" for t in event.head.lefts)


def _definite(event: Thing) -> bool:
    assert event.head is not None
    return any(t.lower_ in ("the", "this", "its", "their") for t in event.head.lefts)
