"""The body a text is about: whose head is "the chief executive" where no body stands near."""

from kg.coref.cast import Thing
from kg.coref.named import BODY
from kg.coref.watchdogs import named_with
from kg.mapper.found import Context

_OFTEN = 3  # mentions that make a body the one a text is about
_THROUGHOUT = 7  # and the one it is about from first to last
_LEAD = 1.5  # how much oftener than any other


def story_body(context: Context, at: int) -> Thing | None:
    """The body spoken of far oftener than any other, courts, papers, watchdogs and whose text it is apart."""
    return _chief([t for t in _others(context) if not is_bystander(context, t)], _OFTEN, at + 1)


def main_body(context: Context, end: int) -> Thing | None:
    """The body, no watchdog's nor whose text it is, spoken of throughout and far oftener than any other."""
    return _chief([t for t in _others(context) if not context.watchdogs.is_one(t)], _THROUGHOUT, end)


def _others(context: Context) -> list[Thing]:
    return [t for t in context.cast.of_kind(BODY) if t.spans and t is not context.cast.voice]


def _chief(bodies: list[Thing], least: int, end: int) -> Thing | None:
    """The one named most, if as often as ``least``, before token ``end``, and far oftener than the next."""
    ranked = sorted(bodies, key=lambda t: (-len(t.spans), t.number))
    if not ranked or len(ranked[0].spans) < least or ranked[0].spans[0][0] >= end:
        return None
    second = len(ranked[1].spans) if len(ranked) > 1 else 0
    return ranked[0] if len(ranked[0].spans) >= _LEAD * second else None


def is_bystander(context: Context, body: Thing) -> bool:
    """Whether a body is of a kind that tells, judges, watches or legislates in a text about another."""
    return bool(body.sorts & context.bystanders) or named_with(body, context.watchdogs.watching)
