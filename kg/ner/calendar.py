"""Dates as exact as their words, and the calendar's own words, read from ``ontology/calendar.ttl``."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from kg.errors import OntologyError
from kg.vocab import RDF, Namespace, data_path, read_facts

OVLEX = Namespace("https://w3id.org/oversight/lexicon#")
ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", re.DOTALL | re.ASCII)
_DURATION = re.compile(r"P(\d{1,4})([DMY])", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day of one; a part not said is None (the year too: "16 May")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601, no more exact than what is known."""
        parts = [f"{self.year:04}"] + [f"{p:02}" for p in (self.month, self.day) if p is not None]
        return "-".join(parts)

    @property
    def unit(self) -> str:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> date:
        """The first day it may be."""
        return date(self.year or MINYEAR, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may be."""
        if self.day:
            return self.first
        after = self.plus(1)
        return after.first - timedelta(1) if after else date(self.year or MAXYEAR, 12, 31)

    def plus(self, count: int, unit: str = "") -> "PartialDate | None":
        """This date moved by some of its own unit, or of the one given; None if it is not so exact."""
        unit = unit or self.unit
        if unit == "day":
            return self._plus_days(count) if self.day else None
        if unit == "year":
            return checked((self.year or 0) + count)
        if not self.month:
            return None
        months = (self.year or 0) * 12 + self.month - 1 + count
        return checked(months // 12, months % 12 + 1)

    def _plus_days(self, count: int) -> "PartialDate | None":
        try:
            return from_day(self.first + timedelta(count))
        except OverflowError:
            return None


def from_day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def checked(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """A date the calendar has, or None; 29 February may stand without a year."""
    if 0 in (year, month, day):
        return None
    try:
        date(2000 if year is None else year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    return PartialDate(year, month, day)


def from_iso(text: str | None) -> PartialDate | None:
    """Read "2014", "2014-09" or "2014-09-16", with or without a time; anything else is None.

    >>> from_iso("2014-09").unit
    'month'
    """
    match = _ISO.fullmatch(text or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return checked(year, month, day)


@dataclass(frozen=True, slots=True)
class Words:
    """Forms of the calendar's words, lower case, by the type of their entry ("MonthName")."""

    by_type: Mapping[str, Mapping[str, str]]

    def value(self, kind: str, form: str) -> str:
        """The value of a word; ``form`` must be one of its type."""
        return self.by_type[kind][form]

    def number(self, kind: str, form: str) -> int:
        return int(self.by_type[kind][form])

    def period(self, kind: str, form: str) -> tuple[int, str]:
        """Length of a period word in days, months or years: ("P7D" is 7, "day")."""
        match = _DURATION.fullmatch(self.by_type[kind][form])
        if not match:
            raise OntologyError(f"calendar.ttl: {form!r} has no duration such as P1M")
        return int(match[1]), {"D": "day", "M": "month", "Y": "year"}[match[2]]

    def pattern(self, kind: str) -> str:
        """A regular expression for any form of a type, longest first."""
        if kind not in self.by_type:
            raise OntologyError(f"calendar.ttl has no word of the type {kind}")
        forms = sorted(self.by_type[kind], key=lambda form: (-len(form), form))
        return "(?:" + "|".join(map(re.escape, forms)) + ")"


@cache
def words() -> Words:
    """The words of ``ontology/calendar.ttl``, read once."""
    facts = read_facts(data_path("ontology", "calendar.ttl"))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for subject in sorted(facts):
        entry = facts[subject]
        forms = [f for p in (ONTOLEX.canonicalForm, ONTOLEX.otherForm) for f in entry.get(p, ())]
        for kind in entry.get(RDF.type, ()) if forms else ():
            texts = [t.lower() for f in forms for t in facts[f].get(ONTOLEX.writtenRep, ())]
            found[kind.removeprefix(OVLEX.base)].update(dict.fromkeys(texts, entry[RDF.value][0]))
    return Words(found)
