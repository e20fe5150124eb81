"""Texts whose punctuation was taken out: press releases kept as bare words, as some collections have them.

Such a text has a blank wherever a mark stood, so that "Loans, U.S. Dept." is "Loans  U S  Dept ": two blanks
for a comma or a full stop, three or more where a paragraph ends. The marks are put back as far as blanks and
capitals tell, one character for one, so that every offset stays what it was.
"""

import re
from dataclasses import dataclass
from functools import partial

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lang.en.tokenizer_exceptions import TOKENIZER_EXCEPTIONS

_LEAST = 400  # characters of a text that can be told to lack what others have
_SEVERAL = 8  # places where a mark is missed
_MARK = re.compile(r"[^\w\s]|_")
_GAP = re.compile(r"(?<=\w)[ \xa0]+(?=\w)")
_MISSED = re.compile(r"\w[ \xa0]{2,}\w")
_WORD = re.compile(r"\w+")
_BRACKET = re.compile(r"(?<=  )([A-Z]{2,}|[DIR] [A-Z][A-Za-z]{1,5})(?=  )")  # "Loan  FFEL  program", "Kane  D NY  and"
_BREAK = 3  # blanks that end a paragraph
_TITLED = 0.7  # of the words of a heading, small ones apart, begin with a capital
_LONGEST = 25  # words of a heading


def marked(text: str) -> str:
    """The same text, of the same length, with marks where it lacks them all; any other text as it is."""
    if len(text) < _LEAST or _MARK.search(text) or len(_MISSED.findall(text)) < _SEVERAL:
        return text
    brackets = list(_BRACKET.finditer(text))
    layout = _Layout(_headings(text), frozenset(m.start(1) for m in brackets), frozenset(m.end(1) for m in brackets))
    return _GAP.sub(partial(_between, layout), text)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Offsets where headings end, and where what stands in brackets begins and ends."""

    headings: frozenset[int]
    opening: frozenset[int]
    closing: frozenset[int]


def _headings(text: str) -> frozenset[int]:
    """Where a heading ends: a piece between wide gaps that is in capitals."""
    ends, start = set(), 0
    for gap in re.finditer(rf"[ \xa0]{{{_BREAK},}}", text):
        words = _WORD.findall(text[start : gap.start()])
        long = [w for w in words if w.lower() not in STOP_WORDS]
        if len(words) <= _LONGEST and sum(not w[0].islower() for w in long) >= _TITLED * len(long):
            ends.add(gap.start())
        start = gap.end()
    return frozenset(ends)


def _between(layout: _Layout, gap: re.Match[str]) -> str:
    """What stood between two words, in as many characters as there are blanks."""
    text, width = gap.string, len(gap[0])
    before, after = _word_before(text, gap.start()), _word_after(text, gap.end())
    if after == "s" or (after == "t" and before.endswith("n")):
        return " " * (width - 1) + "'"
    if width == 1:
        return "-" if gap.start() - len(before) in layout.opening else _inside(before, after)
    closed = ")" if gap.start() in layout.closing else ""
    if width >= _BREAK and not after[0].islower():
        return (closed + ("" if gap.start() in layout.headings else ".")).ljust(width - 1) + "\n"
    if gap.end() in layout.opening:
        return " " * (width - 1) + "("
    mark = "" if closed and width < _BREAK else _mark(before, after)
    return (closed + mark).ljust(width)


def _word_before(text: str, end: int) -> str:
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def _word_after(text: str, start: int) -> str:
    found = _WORD.match(text, start)
    return found[0] if found is not None else ""


def _inside(before: str, word: str) -> str:
    """Of "U S" and "9 5" the full stop, of "3 400" the comma, within what was one word."""
    if before.isdigit() and word.isdigit():
        return "," if len(word) == len("000") else "."
    return "." if _initial(before) and _initial(word) else " "


def _initial(word: str) -> bool:
    return len(word) == 1 and word.isupper() and word not in ("A", "I")


def _mark(before: str, after: str) -> str:
    """The mark that two blanks after a word stand for: a full stop before a sentence and in an abbreviation.

    Counted in texts whose marks are known: a capital begins a sentence after a small word, a name after a name.
    """
    if _initial(before) or f"{before}." in TOKENIZER_EXCEPTIONS:
        return "."
    if after[0].isupper() and (after.lower() in STOP_WORDS or not before[0].isupper()):
        return "."
    return "" if after[0].isdigit() and not before.isdigit() else ","  # "received  278 million": a sign of money
