"""When an act of scrutiny was done, as the words beside it say: "the June 2016 inspection", "visited in May"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.ner.calendar import words

_YEAR = 4  # digits
_IN = frozenset({"in", "of"})
_AT = _IN | {"on", "from", "during", "between"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A month, a year, or a month of a year; a part not said is None."""

    year: int | None = None
    month: int | None = None

    def apart(self, other: "Moment") -> bool:
        """Whether the two cannot be one: "in May" and "in June 2016", not "in May" and "in 2016"."""
        years, months = (self.year, other.year), (self.month, other.month)
        return any(None not in pair and pair[0] != pair[1] for pair in (years, months))

    def known(self) -> bool:
        """Whether a month or a year is said."""
        return self != Moment()

    def filled(self, other: "Moment") -> "Moment":
        """With the parts that only the other has."""
        return Moment(self.year or other.year, self.month or other.month)


def moment_of(act: Token) -> Moment:
    """The moment of a verb or a noun for an act; of several ("in 2014 and 2015") none."""
    names = words().by_type["MonthName"]
    said = list(_dated(act))
    years = {int(t.text) for t in said if _is_year(t)}
    months = {int(names[t.lower_]) for t in said if t.text[:1].isupper() and t.lower_ in names}
    return Moment(*(found.pop() if len(found) == 1 else None for found in (years, months)))


def year_of(noun: Token) -> str:
    """The year that singles an event out: "a 2019 audit"."""
    return next((t.text for t in noun.lefts if _is_year(t)), "")


def when(act: Token) -> str:
    """The month, or the year, in which an act is said to be done: "an inspection in May 2014", "visited in June"."""
    dated = (p for p in _points(act, _IN) if p.text[:1].isupper() or _is_year(p))
    point = next((p for p in dated if all(t.ent_type_ == "DATE" for t in p.subtree)), None)
    return point.doc[point.left_edge.i : point.right_edge.i + 1].text if point is not None else ""


def _dated(act: Token) -> Iterator[Token]:
    """The words of dates before a noun, and after "in", "on", "of" beside an act."""
    before = act.lefts if act.pos_ != "VERB" else ()
    for point in (*before, *_points(act, _AT), *_aside(act)):
        yield from (t for t in point.subtree if t.ent_type_ == "DATE")


def _aside(act: Token) -> list[Token]:
    """ "A first review, | in August 2021 |, found": the parser hangs it on the verb."""
    comma, word = (act.doc[i : i + 1].text.lower() for i in (act.i + 1, act.i + 2))
    aside = act.pos_ == "NOUN" and comma == "," and word in _IN
    return [t for t in act.doc[act.i + 2].children if t.dep_ == "pobj"] if aside else []


def _points(act: Token, prepositions: frozenset[str]) -> list[Token]:
    found = [t for t in act.children if t.dep_ == "prep" and t.lower_ in prepositions]
    return [point for t in found for point in t.children if point.dep_ == "pobj"]


def _is_year(word: Token) -> bool:
    return len(word.text) == _YEAR and word.text.isdecimal()
