"""Names in a text that can be linked without a doubt.

The store does not keep every mention, so a name is linked only where nothing else can be meant: the exact
words, of one entity alone, and not as a part of what looks like a longer name. What is left unlinked is no
loss; a wrong link would be one.
"""

import re
from collections.abc import Iterable, Mapping

from kg.web.marks import Mark

SHORTEST = 3
_JOINED = re.compile(r"\w|[-–'’&/]\w")  # after a name: it goes on, as in Smith-Jones; an 's is no part of it
_LONGER_AFTER = re.compile(r"[ \t]+(?:(?:of|for)[ \t]+(?:the[ \t]+)?)?[A-Z]")
_POSSESSIVE = re.compile(r"['’]s?\b")
_WORD_BEFORE = re.compile(r"(\S+)[ \t]+$")
_OPENING = frozenset(
    (
        "The",
        "A",
        "An",
        "In",
        "At",
        "By",
        "But",
        "And",
        "For",
        "From",
        "While",
        "When",
        "As",
        "After",
        "Of",
        "On",
        "To",
        "With",
        "That",
        "This",
        "Both",
        "If",
    )
)


def name_marks(text: str, names: Mapping[str, str], people: Iterable[str]) -> list[Mark]:
    """Where the names stand; ``names`` are words to the IRI of whom they name, ``people`` those IRIs of persons.

    The number of a mark is the place of its IRI among the sorted IRIs of ``names``.
    """
    usable = [name for name in names if len(name) >= SHORTEST and any(map(str.isupper, name))]
    if not usable:
        return []
    numbers = {iri: number for number, iri in enumerate(sorted(set(names.values())))}
    persons = frozenset(people)
    longest_first = sorted(usable, key=lambda name: (-len(name), name))
    found = re.compile(r"(?<![\w’'&-])(?:" + "|".join(map(re.escape, longest_first)) + ")").finditer(text)
    return [
        Mark(hit.start(), hit.end(), numbers[names[hit[0]]])
        for hit in found
        if _stands_alone(text, hit.start(), hit.end(), person=names[hit[0]] in persons)
    ]


def _stands_alone(text: str, start: int, end: int, *, person: bool) -> bool:
    after = text[end : end + 40]
    if _LONGER_AFTER.match(after) or (_JOINED.match(after) and not _POSSESSIVE.match(after)):
        return False
    full_name = person and " " in text[start:end]  # a title may stand before it
    return full_name or not _runs_on_from(text[max(0, start - 40) : start])


def _runs_on_from(before: str) -> bool:
    """Whether a capitalised word stands right before, which may be a part of the name."""
    word = _WORD_BEFORE.search(before)
    return bool(word and word[1][:1].isupper() and word[1] not in _OPENING and word[1][-1].isalnum())
