"""Acronyms a text defines: "Coastal Safety Agency (CSA)", "the AFN (Agence ferroviaire ...)"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

_SMALL = frozenset(
    {"of", "for", "and", "the", "&", "on", "in", "to", "de", "des", "du", "et", "la", "le", "les", "-", "–"}
)
_LONGEST = 12  # words before the bracket that a long form may have


def definitions(doc: Doc) -> Iterator[tuple[tuple[int, int], int]]:
    """Each long form's token span, and the index of the acronym token."""
    for i in range(2, len(doc) - 1):
        if bracketed(doc, i):
            span = long_form(doc, i - 1, doc[i].text)
            if span:
                yield span, i


def bracketed(doc: Doc, i: int) -> bool:
    """Whether the token at i is an acronym alone in brackets."""
    inside = 0 < i < len(doc) - 1 and doc[i - 1].text in "([" and doc[i + 1].text in ")]"
    return inside and is_acronym(doc[i].text)


def is_acronym(text: str) -> bool:
    """Two to ten letters, at least half of them capitals: NHS, DoT, Gsoc not, HMICFRS."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) != len(re.sub(r"[&.]|(?<=[A-Z]{3})-(?=[A-Z]{3})", "", text)):
        return False  # "(D-NJ)", "(GM5)"
    capitals = sum(c.isupper() for c in letters)
    return 2 <= len(letters) <= 10 and text[0].isupper() and (capitals * 2 >= len(letters) or len(letters) <= 5)


def long_form(doc: Doc, end: int, acronym: str) -> tuple[int, int] | None:
    """The shortest run of words before ``end`` whose initials make the acronym."""
    letters = [c.casefold() for c in acronym if c.isalpha()]
    if doc[end - 1].text in ("'s", "’s"):  # "the Inspector General's (IG)"
        end -= 1
    floor = max(end - _LONGEST, doc[end].sent.start)
    starts = [i for i in range(end - 1, floor - 1, -1) if doc[i].text[:1].isupper() and doc[i].lower_[0] == letters[0]]
    for start in starts:
        if _spells(doc, start, end, letters):
            return start, end
    return next(((start, end) for start in reversed(starts) if _hints(doc, start, end, letters)), None)


def _hints(doc: Doc, start: int, end: int, letters: list[str]) -> bool:
    """Whether the letters are initials of some of the words of a name, in order: NLT for a North Lakes NHS Trust."""
    words = list(doc[start:end])
    if not all(t.text[:1].isupper() or t.lower_ in _SMALL for t in words):
        return False
    initials = iter(t.lower_[0] for t in words if t.lower_ not in _SMALL)
    return len(letters) > 2 and all(letter in initials for letter in letters)


def _spells(doc: Doc, start: int, end: int, letters: list[str]) -> bool:
    """Whether the words, in order, give every letter: each word its initial, or more letters from its inside."""
    words = [doc[i].text.casefold() for i in range(start, end)]
    strong = [w for w in words if w not in _SMALL and w[0].isalpha()]
    if len(strong) > len(letters) + 2:
        return False
    return _match(letters, words)


def _match(letters: list[str], words: list[str]) -> bool:
    if not letters:
        return all(w in _SMALL or not w[0].isalpha() for w in words) or len(words) <= 1
    if not words:
        return False
    word, rest = words[0], words[1:]
    if word[0] == letters[0]:
        taken, at = 0, 0
        for letter in letters:
            found = word.find(letter, at)
            if found < 0 or (taken and found - at > 6):
                break
            taken, at = taken + 1, found + 1
            if _match(letters[taken:], rest):
                return True
    if word.startswith(("l'", "d'", "l’", "d’")) and len(word) > 2 and _match(letters, [word[2:], *rest]):
        return True
    return (word in _SMALL or not word[0].isalpha()) and _match(letters, rest)
