"""What the title of a text says that it is about: "Inspection report: Thornby Academy", "Thornby Academy: audit"."""

from collections.abc import Iterator
from itertools import pairwise

from kg.coref.arguments import REPORT
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.made import events_of, unreal
from kg.types import Status

RULE = RULES + "titled"
SURE = 0.7
_HEAD = 4  # lines at the head of a text of which one may be its title
_LONGEST = 20
_OPENING = 3  # words within which a line says that it is of an inspection


def titled(context: Context) -> Iterator[Found]:
    """The body on the other side of the colon, and of "inspection report" the one inspection of the text."""
    yield from _below(context)
    for start, end in context.cast.lines[:_HEAD]:
        colon = next((i for i in range(start, end) if context.cast.doc[i].text == ":"), start)
        if colon == start or end - start > _LONGEST:
            continue
        for one, other in (((start, colon), (colon + 1, end)), ((colon + 1, end), (start, colon))):
            event, body = _event(context, *one), _alone(context.cast, *other)
            if event is not None and body is not None and not context.watchdogs.watches(body):  # "Audit Office: Report"
                token = event.head
                assert token is not None
                yield Found(event, context.roles.matter, body, Status.ASSERTED, token, RULE, SURE)
                yield from _come_of(context, event)
                return


def _below(context: Context) -> Iterator[Found]:
    """A body alone on a line, and below it the scrutiny of it: "Thornby Council", "Inspection of services"."""
    cast = context.cast
    for above, (start, end) in pairwise(cast.lines[:_HEAD]):
        body = _alone(cast, *above)
        event = next((cast.at[i] for i in range(start, min(start + _OPENING, end)) if i in cast.at), None)
        if body is None or event is None or event.head is None or not start <= event.head.i < start + _OPENING:
            continue
        looked_into = event.kind != REPORT and context.is_event(event) and not context.watchdogs.watches(body)
        if looked_into and cast.doc[end - 1].text != ".":
            yield Found(event, context.roles.matter, body, Status.ASSERTED, event.head, RULE, SURE)
            return


def _come_of(context: Context, report: Thing) -> Iterator[Found]:
    """An "audit report" came of the one audit that the text speaks of."""
    assert report.head is not None
    acts = [e for e in events_of(context) if e.kind != REPORT and not unreal(e)]
    heads = [t for act in acts if (t := act.head) is not None and t.pos_ != "VERB"]
    before = report.head.nbor(-1).lower_ if report.head.i else ""
    if report.kind == REPORT and len(heads) == 1 and heads[0].lower_ == before:
        act = next(e for e in acts if e.head is heads[0])
        yield Found(act, context.roles.outcome, report, Status.ASSERTED, heads[0], RULE, SURE)


def _event(context: Context, start: int, end: int) -> Thing | None:
    """The one report or inquiry that a part of a title ends with."""
    cast = context.cast
    thing = cast.at.get(end - 1)
    named = {cast.at[i].number for i in range(start, end) if i in cast.at and cast.at[i].kind == BODY}
    event = thing is not None and thing.head is not None and thing.head.i == end - 1
    return thing if event and not named else None


def _alone(cast: Cast, start: int, end: int) -> Thing | None:
    """The body that a part of a title names, with nothing but a place after a comma; not what may be a title."""
    thing = cast.at.get(start)
    if thing is None or thing.kind != BODY or not (thing.sorts or thing.known or len(thing.spans) > 1):
        return None
    stop = next((i for i in range(start, end) if cast.at.get(i) is not thing), end)
    return thing if stop == end or cast.doc[stop].text in (",", "(") else None
