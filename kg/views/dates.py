"""Dates as exact as their text: "2014" is the whole of that year, not its first of January."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From the first day to the last that a date may mean."""

    first: date
    last: date

    def meets(self, other: "Span") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@cache
def span_of(text: str) -> Span:
    """The days of a year, a month or a day of ISO 8601; InputError if it is none of them.

    >>> span_of("2014-02")
    Span(first=datetime.date(2014, 2, 1), last=datetime.date(2014, 2, 28))
    """
    try:
        if not _ISO.fullmatch(text):
            raise ValueError(text)
        year, *rest = map(int, text.split("-"))
        if len(rest) == 2:
            return Span(date(year, *rest), date(year, *rest))
        first, last = (rest[0], rest[0]) if rest else (1, 12)
        return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    except ValueError as error:
        raise InputError(f"{text!r} is no date; write 2014, 2014-09 or 2014-09-16") from error


_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # not the calendar's own, which are those of the machine's language


def in_words(text: str) -> str:
    """A date as one writes it, no more exact than it is.

    >>> in_words("2014-09-16"), in_words("2014-09"), in_words("2014")
    ('16 September 2014', 'September 2014', '2014')
    """
    year, *rest = text.split("-")
    month = [_MONTHS[int(rest[0])]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
