"""Printed lines back to paragraphs, so that no sentence is broken by the page it was set on.

Running heads and page numbers go, lines of a paragraph are joined by a space, words divided at a line's
end are made whole, and a blank line parts paragraphs. Where it is unclear whether a paragraph ends, a break
is made only after a full stop, where it does no harm.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

HYPHEN = "\ufffe"  # PDFium's mark for a hyphen that divides a word at the end of a line
_DIVIDED = re.compile(rf"(\w+)[{HYPHEN}](\w+)")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]\d]*$")
_BULLET = re.compile(r"[•▪◦‣●■]|\(?[a-z0-9]{1,3}[.)]\s")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"} | {0xAD: None}
_WIDE_GAP = 1.3  # times the usual distance of lines: a new paragraph
_OTHER_SIZE = 0.08  # share by which type differs between a heading and a paragraph
_MARGIN_LINES = 2  # at the head and foot of a page, where running lines may stand
_FEW_PAGES = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed, in points from the bottom left; two of them when a word is divided at the end."""

    text: str
    left: float
    right: float
    first: float  # height of its first letter's base, and of its last's
    last: float
    size: float


def compose(pages: Sequence[Sequence[Line]]) -> str:
    """The text of some pages, a blank line between paragraphs."""
    kept = _without_running_lines(pages)
    usual = _usual_distance(kept)
    paragraphs = (_joined(lines) for lines in _paragraphs(kept, usual))
    text = "\n\n".join(p for p in paragraphs if p)
    return unicodedata.normalize("NFC", _whole_words(text.translate(_LIGATURES)))


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    seen = Counter(key for page in pages for key in {_key(line) for line in _margin(page)})
    enough = 2 if len(pages) < _FEW_PAGES else 3  # a chapter's head runs over some pages only

    def is_running(line: Line) -> bool:
        return seen[_key(line)] >= enough or _PAGE_NUMBER.fullmatch(line.text) is not None

    out = []
    for page in pages:
        running = {line for line in _margin(page) if is_running(line)} if len(pages) > 1 else set()
        out.append([line for line in page if line not in running])
    return out


def _margin(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.first)
    return ordered[:_MARGIN_LINES] + ordered[-_MARGIN_LINES:]


def _key(line: Line) -> str:
    """What is the same on every page of a running line: all but its numbers."""
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))


def _usual_distance(pages: Iterable[Sequence[Line]]) -> float:
    """The distance of two lines of one paragraph, in sizes of the type."""
    steps = (pair for page in pages for pair in pairwise(page))
    ratios = [(a.last - b.first) / b.size for a, b in steps if 0.5 * b.size < a.last - b.first < 3 * b.size]
    return median(ratios) if ratios else 1.2


def _paragraphs(pages: Iterable[Sequence[Line]], usual: float) -> Iterator[list[Line]]:
    current: list[Line] = []
    edge = 0.0
    for page in pages:
        for i, line in enumerate(page):
            if current and _ends(current[-1], line, usual, edge, turned=i == 0):
                yield current
                current = []
            current.append(line)
            edge = _edge(line, page)
    if current:
        yield current


def _edge(line: Line, page: Sequence[Line]) -> float:
    """How far the lines reach that begin where this one does."""
    return max((other.right for other in page if abs(other.left - line.left) < 2 * line.size), default=0)


def _ends(line: Line, following: Line, usual: float, edge: float, *, turned: bool) -> bool:
    """Whether a paragraph ends between two lines; ``turned`` says that a page was turned there."""
    distance = line.last - following.first
    ended = _SENTENCE_END.search(line.text) is not None
    if abs(line.size - following.size) > _OTHER_SIZE * line.size:
        return True
    short = line.right < edge - 0.15 * (edge - line.left)
    if turned or distance < -0.5 * line.size:  # next page or column: a sentence may go on
        return ended or (short and not following.text[:1].islower())
    if distance > _WIDE_GAP * usual * following.size or following.text[0] in "•▪◦‣●■":
        return True
    indented = following.left > line.left + 0.8 * line.size
    return ended and distance > 0 and (short or indented or _BULLET.match(following.text) is not None)


def _joined(lines: Sequence[Line]) -> str:
    text = " ".join(" ".join(line.text.split()) for line in lines)
    return re.sub(rf"(?<=\w)[-{HYPHEN}] (?=\w)", HYPHEN, text)


def _whole_words(text: str) -> str:
    """Words made whole again. The hyphen stays where the document's other words speak for it."""
    # A divided word's halves are no evidence of words, so they are looked for in what is left without them.
    words = set(re.findall(r"\w+(?:-\w+)*", _DIVIDED.sub(" ", text).casefold()))

    def whole(match: re.Match[str]) -> str:
        first, second = match.groups()
        a, b = first.casefold(), second.casefold()
        compound = f"{a}-{b}" in words or {a, b} <= words or not second[0].islower() or first[-1].isdigit()
        return f"{first}-{second}" if compound and a + b not in words else first + second

    return _DIVIDED.sub(whole, text).replace(HYPHEN, "-")
