"""Lines whose capitals mean something else than names: shouted ones, headlines, paths of a web page, datelines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from kg.ner.blocks import blocks
from kg.ner.dateline import seats

_PATH_MARKS = frozenset({">", "»", "›"})
_LONGEST_PLACE = 4  # tokens, with the comma before
_HEAD = 4  # lines that may say whose paper it is
_LONGEST_MASTHEAD = 10
_SMALL = 3  # letters; headlines leave shorter words as they are
_LONGEST_DATELINE = 24  # tokens
_ABOUT = frozenset({"of", "at", "into"})  # after "inspection"
_JOINING = frozenset({"of", "and", "for", "the", "in"})
_NUMBERED = re.compile(r"\d{1,3}(?:[.:]\d{1,3})*\.?")
_LETTERED = re.compile(r"[A-Z]\.")


@dataclass(frozen=True, slots=True)
class Lines:
    """Tokens of the lines in which capitals tell nothing."""

    shouted: frozenset[int]
    headlines: frozenset[int]
    paths: frozenset[int]

    @classmethod
    def of(cls, doc: Doc) -> "Lines":
        """Those of a Doc; its blocks must be known."""
        return cls(frozenset(shouted(doc)), frozenset(headlines(doc)), frozenset(paths(doc)))

    @property
    def capitals(self) -> frozenset[int]:
        """Of lines in which most words have capitals."""
        return self.shouted | self.headlines


def token_blocks(doc: Doc) -> list[tuple[int, int]]:
    """Token offsets of the blocks of a Doc that was read in one piece."""
    if not len(doc):
        return []
    spans = [doc.char_span(s, e, alignment_mode="expand") for s, e in blocks(doc.text)]
    return list(pairwise([*sorted({span.start for span in spans if span}), len(doc)]))


def shouted(doc: Doc) -> set[int]:
    """Tokens of lines in capitals, where capitals tell nothing."""
    out: set[int] = set()
    for start, end in doc._.kg_blocks:
        words = [t for t in doc[start:end] if t.is_alpha]
        if len(words) > 3 and sum(t.is_upper for t in words) > 0.8 * len(words):
            out.update(range(start, end))
    return out


def mastheads(doc: Doc, body_words: frozenset[str], ends: frozenset[str]) -> Iterator[tuple[int, int]]:
    """A body in capitals at the head of its own paper: "SELECT COMMITTEE ON UTILITIES"; ``ends`` stand before "of"."""
    for start, end in doc._.kg_blocks[:_HEAD]:
        words = [t for t in doc[start:end] if not t.is_space]
        comma = next((i for i, t in enumerate(words) if t.text == ","), len(words))
        if words[:comma] and words[comma - 1].lower_ in body_words and len(words) - comma <= _LONGEST_PLACE:
            words = words[:comma]  # "STATE DAIRY DIRECTORATE, BIHAR"
        if not 1 < len(words) <= _LONGEST_MASTHEAD or not all(t.is_upper or t.text in ("&", "'S", "’S") for t in words):
            continue
        lower = [t.lower_ for t in words]
        heads = {word for word, after in pairwise(lower) if after in ends}
        named = lower[-1] in body_words and lower[-2] != "the"  # not "FINDINGS OF THE PANEL"
        if named or heads & body_words:
            first = 2 if lower[:2] == ["in", "the"] else int(lower[0] == "the")  # "IN THE HIGH COURT OF KENYA"
            yield words[first].i, words[-1].i + 1


def watchdogs(doc: Doc, watching: frozenset[str], titles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Who fills in a form at the head of its own page: "Care Standards Norfolk"; ``titles`` end titles of papers."""
    for start, end in doc._.kg_blocks[:_HEAD]:
        words = [t for t in doc[start:end] if not t.is_space]
        lower = [t.lower_ for t in words]
        capital = all(t.is_alpha and (t.text[0].isupper() or t.lower_ in _JOINING) for t in words)
        title = any(a in titles and b in _ABOUT for a, b in pairwise([*lower, "of"]))
        told = not watching.isdisjoint(lower) and not title
        if capital and told and 1 < len(words) <= _LONGEST_MASTHEAD:
            yield words[lower[0] == "the"].i, words[-1].i + 1


def headlines(doc: Doc) -> set[int]:
    """Tokens of lines in which all long words are capitalised: "Audit Reveals Hidden Costs"."""
    out: set[int] = set()
    for start, end in doc._.kg_blocks:
        for sent_start, sent_end in _pieces(doc, start, end):
            words = [t for t in doc[sent_start:sent_end] if t.is_alpha and len(t) > _SMALL]
            ended = doc[sent_end - 1].text == "." or any(t.is_lower and t.pos_ == "VERB" for t in words)
            if len(words) > 4 and not ended and sum(t.text[0].isupper() for t in words) > 0.85 * len(words):
                out.update(range(sent_start, sent_end))
    return out


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a block."""
    starts = [t.i for t in doc[start:end] if t.is_sent_start or t.i == start]
    yield from pairwise([*starts, end])


def paths(doc: Doc) -> set[int]:
    """Tokens of the path to a page and of menus: "Home > News > Press releases"."""
    out: set[int] = set()
    for start, end in doc._.kg_blocks:
        marks = sum(t.text in _PATH_MARKS and t.whitespace_ != "" for t in doc[start:end])
        if marks > 1 and end - start < 8 * (marks + 1):
            out.update(range(start, end))
    return out


def markers(doc: Doc) -> set[int]:
    """Tokens that number a paragraph or an item: "4.23 | The Panel", "B. | Scope" where A. or C. stand too."""
    firsts = [doc[start] for start, _ in doc._.kg_blocks]
    letters = {t.text[0] for t in firsts if _LETTERED.fullmatch(t.text)}
    series = {a for a in letters if {chr(ord(a) - 1), chr(ord(a) + 1)} & letters}
    lettered = {t.i for t in firsts if t.text[:1] in series and _LETTERED.fullmatch(t.text)}
    return lettered | {t.i for t in firsts if _NUMBERED.fullmatch(t.text)}


def datelines(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """Token offsets of the places of datelines, and of what says where they lie ("Ont."), which is no place."""
    for start, _ in doc._.kg_blocks:
        offset = doc[start].idx
        for first, last, place in seats(doc[start : start + _LONGEST_DATELINE].text):
            span = doc.char_span(offset + first, offset + last, alignment_mode="strict" if place else "expand")
            if span is not None:
                yield span.start, span.end, place
