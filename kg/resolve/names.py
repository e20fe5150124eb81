"""How names are compared: the words that count, in one spelling."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import fold, is_acronym
from kg.resolve.words import Words

Key = tuple[str, ...]

_CACHED = 65536  # names: a corpus repeats most of its own

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_PERSON_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_DASHES = str.maketrans("‐‑–", "---")
_LINKS = frozenset({"of", "for", "and", "the", "to", "at", "in", "on"})  # no personal name holds these


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name; a first name may be an initial. ``gender`` is what titles tell: "f", "m" or ""."""

    titles: frozenset[str]
    given: Key
    surname: str
    generation: str = ""
    gender: str = ""

    @property
    def full(self) -> bool:
        """Whether it has more than a surname."""
        return bool(self.given)


def plain(name: str) -> str:
    """Folded, without accents, "&" spelt out.

    >>> plain("The Café & Co")
    'cafe  and  co'
    """
    bare = unicodedata.normalize("NFKD", fold(name).translate(_DASHES)).replace("&", " and ")
    return "".join(c for c in bare if not unicodedata.combining(c))


@lru_cache(maxsize=_CACHED)
def name_words(name: str) -> Key:
    """The words of a name of a body, a place or an event; dotted letters are one word.

    >>> name_words("U.S. Marshals’ Service")
    ('us', "marshals'", 'service')
    """
    return tuple(_WORD.findall(_DOTTED.sub(lambda m: m[0].replace(".", ""), plain(name))))


def acronym(name: str) -> str | None:
    """The letters of a name that is an acronym, however dotted: "I.P.C.C." is "IPCC"."""
    letters = name.replace(".", "").removeprefix("the ").removeprefix("The ")
    return letters.upper() if is_acronym(letters) and letters.isalnum() else None


@lru_cache(maxsize=_CACHED)
def body_key(name: str, words: Words) -> Key | None:
    """What equal names of bodies have in common; None of a name too short or too common to go by."""
    whole = name_words(name)
    bare = whole
    while len(bare) > 1 and (bare[-1] in words.legal_forms or bare[-1] == "and"):
        bare = bare[:-1]
    key = bare if len(bare) > 1 else whole
    return key if len(key) > 1 and not words.generic.issuperset(key) else None


def event_key(name: str, words: Words) -> Key | None:
    """As :func:`body_key`, of a report or an investigation."""
    key = name_words(name)
    return key if len(key) > 1 and not words.generic.issuperset(key) else None


@lru_cache(maxsize=_CACHED)
def person_name(name: str, words: Words) -> PersonName | None:
    """A personal name; None of an office ("the Home Secretary") and of what has no surname."""
    tokens, generation = tuple(_PERSON_WORD.findall(plain(name))), ""
    while len(tokens) > 1 and tokens[-1] in words.post_nominals | words.generations:
        generation = tokens[-1] if tokens[-1] in words.generations else generation
        tokens = tokens[:-1]
    if name[:4].casefold() == "the " or _is_office(tokens, words):
        return None
    titles: set[str] = set()
    while (size := _leading(tokens, words)) and size < len(tokens):
        titles.add(" ".join(tokens[:size]))
        tokens = tokens[size:]
    if not tokens or len(tokens[-1]) < 2:
        return None
    at = len(tokens) - 1
    while at > 1 and tokens[at - 1] in words.particles:
        at -= 1
    surname = " ".join(tokens[at:])
    return PersonName(frozenset(titles), tokens[:at], surname, generation, gender_of(titles, words))


def gender_of(titles: set[str], words: Words) -> str:
    found = {g for g, forms in (("f", words.feminine), ("m", words.masculine)) if titles & forms}
    return found.pop() if len(found) == 1 else ""


def _is_office(tokens: Key, words: Words) -> bool:
    return bool(_LINKS & set(tokens)) or any(tokens[i:] in words.posts for i in range(len(tokens)))


def _leading(tokens: Key, words: Words) -> int:
    """How many words at the head are a title or the name of a post."""
    if not tokens or tokens[0] not in words.before_names:
        return 0
    sizes = (n for n in range(min(4, len(tokens)), 0, -1) if tokens[:n] in words.titles | words.posts)
    return next(sizes, 0)


def given_fit(mine: Key, theirs: Key, words: Words) -> bool:
    """Whether first names may be one person's: initials and short forms fit, middle names may be left out."""
    if not mine or not theirs or not _fits(mine[0], theirs[0], words):
        return False
    middle, other = mine[1:], theirs[1:]
    return not middle or not other or all(_fits(a, b, words) for a, b in zip(middle, other, strict=False))


def _fits(one: str, other: str, words: Words) -> bool:
    if one == other or words.short_for.get(one, one) == words.short_for.get(other, other):
        return True
    return 1 in (len(one), len(other)) and one[0] == other[0]
