"""What may be a name, and which proposals win: the weightiest where they overlap."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

# How much a proposal weighs where proposals overlap.
SURE, ACRONYM, LISTED, MARKED, SHAPE, TITLED, LOWER, MODEL, GUESS = 7, 6, 5, 5, 4, 4, 3, 2, 1
_PER_TOKEN = 0.5  # so that the longer of two of about the same weight wins
_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens that may be a name; ``kind`` is the local name of a class."""

    start: int
    end: int
    kind: str
    weight: int


def choose(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The weightiest proposals, then the longest, none overlapping another."""
    chosen: list[Proposal] = []
    taken: set[int] = set()
    for p in sorted(proposals, key=_rank):
        if p.end - p.start <= _LONGEST_NAME and taken.isdisjoint(range(p.start, p.end)):
            chosen.append(p)
            taken.update(range(p.start, p.end))
    return chosen


def _rank(p: Proposal) -> tuple[float, int, int, str]:
    length = p.end - p.start
    return (-p.weight - length * _PER_TOKEN, -length, p.start, p.kind)


def words_at(doc: Doc, p: Proposal) -> tuple[str, ...]:
    """A name's words in lower case, by which it is known again."""
    return lower_words(doc, p.start, p.end)


def lower_words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(t.lower_ for t in doc[start:end])
