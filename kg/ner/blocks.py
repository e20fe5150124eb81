"""Cutting a text into the blocks the model reads one at a time, and putting them together again.

A block is a paragraph, a heading or an item of a list, with the white space after it: the blocks of
a text, joined, are the text. A line that was broken only to fit a page does not end a block.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from kg.ner import dateline

LONGEST = 20_000  # characters of one block; the model's memory grows with the length
_ITEM = re.compile(
    r"\s*(?:[-*•–—·▪◦]\s+\S|\(?\d{1,3}[.)]\s+\S|\(?[a-z][.)]\s+\S"
    r"|\d{1,2}(?:\.\d{1,2})+\s+[^\W\d_a-z]"  # "4.12 The Panel noted"
    r"|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?\s*[-–—|]?\s+[^\W\d_a-z])"  # "10:42 - Clare Mbeki asks"
)
_LABEL = re.compile(r"\s*[^\W\d_a-z][\w’'.&/-]*(?: [\w’'.&/-]+){0,4}: +\S")  # "Chair: Ruth Henig"
_ADDRESS = re.compile(r"\s*(?:www\.|https?://|[\w.+-]+@)\S+\s*$")  # a line that is no more than where to write to
_MOSTLY = 0.7  # of the lines of a list of sentences end where a sentence ends
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")


def blocks(text: str) -> list[tuple[int, int]]:
    """Offsets of the blocks, in order and without gaps."""
    ends = [0, *_ends(text), len(text)]
    return [piece for start, end in pairwise(ends) if start < end for piece in _cut(text, start, end)]


def flatten(text: str) -> str:
    """The same text, of the same length, with line breaks and tabs as spaces."""
    return re.sub(r"[\n\r\t\f\v\xa0]", " ", text)


def _ends(text: str) -> Iterator[int]:
    lines = [m.span() for m in re.finditer(r"[^\n]*\n|[^\n]+$", text)]
    full = _page_width([text[s:e].rstrip() for s, e in lines])
    for (start, end), (after, after_end) in pairwise([*lines, (len(text), len(text))]):
        if _ENDED.search(text[start:end]) and (opening := dateline.length(text[start:end])):
            yield start + opening  # the parser would make its places part of the sentence
        line, following = text[start:end].rstrip(), text[after:after_end]
        if following.strip() and not _wrapped(line, following, full):
            yield after


def _page_width(lines: list[str]) -> float | None:
    """The width a text was wrapped to, or None when its lines are whole paragraphs."""
    long = [line for line in lines if len(line) > 40]
    if len(long) < 4 or max(map(len, long)) > 140:
        return None
    ended = sum(bool(_ENDED.search(line)) for line in long)
    return median(map(len, long)) if ended < _MOSTLY * len(long) else None


def _wrapped(line: str, following: str, width: float | None) -> bool:
    """Whether a line goes on in the next one."""
    if not line.strip() or _ITEM.match(following) or _ADDRESS.match(following):
        return False
    if _LABEL.match(line) and _LABEL.match(following):
        return False
    if following.lstrip()[:1].islower() and not _ENDED.search(line):
        return len(line) > 25
    return width is not None and len(line) > 0.75 * width and following[:1] not in " \t"


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        at = max(window.rfind(mark) + len(mark) for mark in (". ", "\n", " "))
        at = at if at > LONGEST // 2 else LONGEST
        yield start, start + at
        start += at
    yield start, end
