"""Dates in words or figures, with those of their parts that are said, and what they are read against."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kg.ner.calendar import PartialDate, checked, from_iso, words

Tense = Literal["past", "future"]
Match = re.Match[str]
_DEEPEST = 3  # "since early last year" is 1
Found = tuple[PartialDate | None, PartialDate | None, str]  # earliest, latest, granularity


@dataclass(frozen=True, slots=True)
class DateRange:
    """When something was: ISO dates as exact as the words; None for an end that is open ("since 2012").

    ``granularity`` is day, week, month, quarter, half, year or decade; ``rule`` names the rule that read it.
    """

    earliest: str | None
    latest: str | None
    granularity: str
    rule: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the words may lean on, and how to read a date within a date."""

    published: PartialDate | None
    previous: PartialDate | None
    tense: Tense
    day_first: bool
    reader: Callable[[str, "Context"], DateRange | None]
    lower_case: bool = False  # the phrase has no capital: "may" and "march" are not months then
    depth: int = 0

    def read(self, text: str) -> DateRange | None:
        """Read a part of the phrase by all the rules, down to a depth: each level multiplies the work."""
        return self.reader(text, replace(self, depth=self.depth + 1)) if self.depth < _DEEPEST else None


_PIECES = {
    "year": r"(?:1[5-9]|20|21)\d\d",
    "day": r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?",
    "count": r"(?P<count>\d{1,3}|{NumberWord})",
    "rest": r"(?P<rest>.{1,80})",
    "month": r"(?P<month>{MonthName})\.?",
    "unit": r"(?P<unit>{PeriodName})",
    "ordinal": r"(?P<ordinal>{OrdinalWord})",
    "direction": r"(?P<direction>{Direction})",
    "weekday": r"(?P<weekday>{WeekdayName})",
    "on_weekday": r"(?:{WeekdayName}\.?,? (?:the )?)?",
}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with ``{year}`` and the like put in, and for ``{MonthName}`` any word of that type."""
    filled = pattern
    for name, piece in _PIECES.items():
        filled = filled.replace("{" + name + "}", piece)
    return re.compile(re.sub(r"\{([A-Z]\w+)\}", lambda m: words().pattern(m[1]), filled), re.ASCII)


def one(date: PartialDate | None) -> Found | None:
    """A range of a single date, if its year is known."""
    return (date, date, date.unit) if date and date.year else None


def written(m: Match, c: Context) -> PartialDate | None:
    """A date in words: "16 September 2014", "May"."""
    parts = m.groupdict()
    month = words().number("MonthName", parts["month"]) if parts.get("month") else None
    if month and c.lower_case and not parts.get("day") and not parts.get("year"):
        return None
    return checked(number(parts.get("year")), month, number(parts.get("day")))


def number(text: str | None) -> int | None:
    return int(text) if text else None


def numeric(m: Match, c: Context) -> PartialDate | None:
    """A date in figures, when only one of them can be the day or the caller says that it comes first."""
    first, second, year = int(m[1]), int(m[2]), int(m[3])
    if first == second or first > 12 or c.day_first:
        return checked(year, second, first)
    return checked(year, first, second) if second > 12 else None


def iso(m: Match, _: Context) -> PartialDate | None:
    """A date as ISO 8601 has it, or with slashes."""
    return from_iso(m[0].replace("/", "-").upper())


_POINTS: tuple[tuple[str, Callable[[Match, Context], PartialDate | None]], ...] = (
    (r"(?P<year>{year})", written),
    (r"{month}(?:,? (?:of )?(?P<year>{year}))?", written),
    (r"{on_weekday}(?:the )?{day}(?: of)? {month}(?:,? (?:of )?(?P<year>{year}))?", written),
    (r"{on_weekday}{month} (?:the )?{day}(?:,? (?P<year>{year}))?", written),
    (r"(?:the )?{day}", written),
    (r"(\d\d?)[/.-](\d\d?)[/.-]({year})", numeric),
    (r"{year}-\d\d(?:-\d\d(?:t[\d:.+z-]{1,20})?)?|{year}/\d\d/\d\d", iso),
)


def read_point(text: str, context: Context) -> PartialDate | None:
    """One date said by itself; parts left out stay open."""
    for pattern, function in _POINTS:
        match = compiled(pattern).fullmatch(text)
        if match:
            return function(match, context)
    return None


def absolute(m: Match, c: Context) -> Found | None:
    """A date said by itself, as a range."""
    return one(in_year(read_point(m["date"], c), c))


def in_year(date: PartialDate | None, c: Context) -> PartialDate | None:
    """A date that may lack its year, in the year nearest to the publication on the side of the tense."""
    if not date or date.year:
        return date
    now = c.published
    if not date.month or not now or not now.year or not now.month:
        return None
    here = (date.month, date.day if date.day and now.day else 0)
    there = (now.month, now.day if date.day and now.day else 0)
    step = -(here > there) if c.tense == "past" else int(here < there)
    return checked(now.year + step, date.month, date.day)
