"""The text of a document cut into pieces: which evidence each stands in, and whom it names.

Passages may overlap, and a name may lie across the edge of one; every place where something begins or
ends is a cut, and each piece knows all that it is part of.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text; ``number`` is that of the passage or the name it is."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without a cut. ``begins`` are passages that begin with it, ``ends`` those that end with it."""

    text: str
    passages: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    name: int | None = None
    sought: bool = False  # part of the stretch that was asked for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands between two blank lines."""

    start: int
    pieces: tuple[Piece, ...]


def paragraphs(
    text: str, passages: Iterable[Mark], names: Iterable[Mark], sought: tuple[int, int] | None = None
) -> tuple[Paragraph, ...]:
    """A text as paragraphs of pieces; put together again, they are the text without its blank lines."""
    cutter = _Cutter(text, sorted(passages, key=_place), sorted(names, key=_place), sought)
    return tuple(Paragraph(start, cutter.pieces(start, end)) for start, end in _blocks(text))


def _place(mark: Mark) -> tuple[int, int, int]:
    return (mark.start, mark.end, mark.number)


def _blocks(text: str) -> Iterable[tuple[int, int]]:
    """Where the blocks between blank lines begin and end."""
    start = end = 0
    for line in text.splitlines(keepends=True):
        if not line.strip():
            if text[start:end].strip():
                yield start, end
            start = end + len(line)
        end += len(line)
    if text[start:end].strip():
        yield start, end


class _Cutter:
    def __init__(self, text: str, passages: list[Mark], names: list[Mark], sought: tuple[int, int] | None) -> None:
        self.text, self.passages, self.names, self.sought = text, passages, names, sought
        marks = [(mark.start, mark.end) for mark in (*passages, *names)] + ([sought] if sought else [])
        self.cuts = sorted({edge for mark in marks for edge in mark})
        self.longest = max((mark.end - mark.start for mark in passages), default=0)
        self._starts = [mark.start for mark in passages]
        self._name_starts = [mark.start for mark in names]

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        inside = self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]
        return tuple(self._piece(a, b, end) for a, b in pairwise([start, *inside, end]))

    def _piece(self, start: int, end: int, block_end: int) -> Piece:
        over = self._over(start, end)
        return Piece(
            self.text[start:end],
            passages=tuple(mark.number for mark in over),
            begins=tuple(mark.number for mark in over if mark.start == start),
            ends=tuple(
                mark.number
                for mark in over
                if mark.end == end or (end == block_end and mark.end > end and not self.text[end : mark.end].strip())
            ),
            name=self._name(start, end),
            sought=self.sought is not None and self.sought[0] < end and start < self.sought[1],
        )

    def _over(self, start: int, end: int) -> list[Mark]:
        """The passages a piece lies in: all that begin before its end and end after its start."""
        first = bisect_left(self._starts, start - self.longest)
        last = bisect_left(self._starts, end)
        return [mark for mark in self.passages[first:last] if mark.end > start]

    def _name(self, start: int, end: int) -> int | None:
        place = bisect_right(self._name_starts, start) - 1
        within = place >= 0 and self.names[place].end >= end
        return self.names[place].number if within else None
