"""What makes two names names of one thing."""

import re
from collections.abc import Collection
from functools import lru_cache

from kg.gazetteer import is_acronym

_SMALL = frozenset({"of", "for", "and", "the", "&", "on", "in", "to", "'s", "’s"})


def same(forms: list[str], name: str) -> bool:
    return fold(name) in {fold(form) for form in forms}


def surname(forms: list[str], name: str) -> bool:
    """A surname, of someone named in full; initials fit their names."""
    mine = name_words(name)
    for theirs in map(name_words, forms):
        if not mine or not theirs or mine[-1] != theirs[-1]:
            continue
        if len(mine) == 1 < len(theirs) or (len(mine) > 1 and len(theirs) > 1 and _initials_fit(mine, theirs)):
            return True
        if 1 < len(mine) < len(theirs) and theirs[-len(mine) :] == mine:
            return True
    return False


def _initials_fit(mine: list[str], theirs: list[str]) -> bool:
    a, b = mine[0], theirs[0]
    return a == b or (len(a) <= 2 and b.startswith(a[0])) or (len(b) <= 2 and a.startswith(b[0]))


def first_name(forms: list[str], name: str) -> bool:
    mine = name_words(name)
    return len(mine) == 1 and any(len(theirs := name_words(f)) > 1 and theirs[0] == mine[0] for f in forms)


def has_initials(forms: list[str], name: str) -> bool:
    """SYP for South Yorkshire Police, though the text never says so."""
    if " " in name or not (is_acronym(name) and name.isupper()):
        return False
    return any(name in abbreviations(form) for form in forms if len(form.split()) > 1)


def abbreviations(form: str) -> frozenset[str]:
    """What a name may be shortened to: with none of its small words, with "of" (DOJ), or with all (COPE)."""
    return frozenset({initials(form), initials(form, small={"of"}), initials(form, small=_SMALL)})


def turned(forms: list[str], name: str) -> bool:
    """ "Department of Justice" and "Justice Department"."""
    mine = turn(fold(name))
    return any(mine == turn(fold(form)) for form in forms)


def part_shortened(forms: list[str], name: str) -> bool:
    """ "Netball SA", of Netball South Africa: the same first words, and the first letters of the others."""
    mine = name.split()
    if len(mine) < 2 or not mine[-1].isupper() or len(mine[-1]) < 2:
        return False
    first = fold(" ".join(mine[:-1])).split()
    rests = (form.split()[-len(mine[-1]) :] for form in forms if _begins(form, first, len(mine[-1])))
    return any("".join(word[0] for word in rest) == mine[-1] for rest in rests)


def _begins(form: str, first: list[str], more: int) -> bool:
    words = fold(form).split()
    return words[: len(first)] == first and len(words) == len(first) + more


def ends(forms: list[str], name: str) -> bool:
    """The first words of a longer name ("Grace Field"), or the last, if several ("Child Protection Board")."""
    mine = fold(name).split()
    for theirs in (fold(form).split() for form in forms if mine):
        if len(mine) < len(theirs) and theirs[: len(mine)] == mine and len(" ".join(mine)) > 2:
            return len(mine) == 1 or "of" not in theirs[len(mine) + 1 :]  # Kent County has a "Kent County Office of X"
        if 1 < len(mine) < len(theirs) and theirs[-len(mine) :] == mine:
            return True
        if len(mine) == 1 and turn(" ".join(theirs)).split()[0] == mine[0] != theirs[0]:
            return True  # "Corrections", of the Department of Corrections
    return False


def rest_of(words: list[str], beginning: list[str]) -> list[str]:
    """The words after a beginning; none if the words do not begin so."""
    return words[len(beginning) :] if words[: len(beginning)] == beginning else []


def last_word(forms: list[str], name: str) -> bool:
    """The last word of a longer name, after "the": "the Cell" of the Serious Fraud Cell."""
    mine = fold(name)
    return " " not in mine and any(len(theirs := fold(f).split()) > 1 and theirs[-1] == mine for f in forms)


def initials(form: str, *, small: Collection[str] = ()) -> str:
    """The first letters of a name's words, and of those small words that count."""
    words = re.findall(r"[^\W_][\w’']*", form)
    return "".join(w[0] for w in words if w.casefold() not in _SMALL or w.casefold() in small).upper()


def turn(folded: str) -> str:
    """A name with its head last: "justice department" of "department of justice", "ports committee" of one on ports."""
    head, of, rest = folded.partition(" on " if " on " in folded and " of " not in folded else " of ")
    return f"{rest.removeprefix('the ')} {head}" if of and " " not in head and " of " not in rest else folded


@lru_cache(maxsize=10_000)  # a text repeats its names, and each is held against all others
def fold(text: str) -> str:
    """A name for comparison: lower case, no article, possessive, comma before "and" or full stop at its end."""
    text = re.sub(r"'+s\b|'+(?=\s|$)", "", text.casefold().replace("’", "'"))
    text = re.sub(r"^(the|a)\s+", "", re.sub(r"\s+", " ", text).strip())
    return re.sub(r"(?<=\w)\.$|,(?= and )", "", text) if " " in text else text


def name_words(text: str) -> list[str]:
    return [w for w in re.split(r"[\s.]+", fold(text)) if w]
