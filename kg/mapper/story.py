"""The body a text is about: whose head is "the chief executive" where no body stands near."""

from kg.coref.cast import Thing
from kg.coref.named import BODY
from kg.coref.watchdogs import named_with
from kg.mapper.found import Context

_OFTEN = 3  # mentions that make a body the one a text is about
_THROUGHOUT, _MAIN = 7, 1.5
_LEAD = 1.5  # how much oftener than any other


def story_body(context: Context, at: int) -> Thing | None:
    """The body spoken of far oftener than any other, courts, papers, watchdogs and whose text it is apart."""
    voice = context.cast.voice
    bodies = [t for t in context.cast.of_kind(BODY) if t.spans and t is not voice and not is_bystander(context, t)]
    ranked = sorted(bodies, key=lambda t: (-len(t.spans), t.number))
    if not ranked or len(ranked[0].spans) < _OFTEN or ranked[0].spans[0][0] > at:
        return None
    second = len(ranked[1].spans) if len(ranked) > 1 else 0
    return ranked[0] if len(ranked[0].spans) >= _LEAD * second else None


def main_body(context: Context, end: int) -> Thing | None:
    """The body, no watchdog's nor whose text it is, spoken of throughout and twice as often as any other."""
    apart = (context.cast.voice,)
    bodies = [t for t in context.cast.of_kind(BODY) if t.spans and t not in apart and not context.watchdogs.is_one(t)]
    ranked = sorted(bodies, key=lambda t: (-len(t.spans), t.number))
    if not ranked or len(ranked[0].spans) < _THROUGHOUT or ranked[0].spans[0][0] >= end:
        return None
    second = len(ranked[1].spans) if len(ranked) > 1 else 0
    return ranked[0] if len(ranked[0].spans) >= _MAIN * second else None


def is_bystander(context: Context, body: Thing) -> bool:
    """Whether a body is of a kind that tells, judges, watches or legislates in a text about another."""
    return bool(body.sorts & context.bystanders) or named_with(body, context.watchdogs.watching)
