"""The rules of dates: a table of patterns, each with the function that says what its match means.

In a pattern, ``{MonthName}`` stands for any word of that type in ``ontology/calendar.ttl``; the other
pieces are in ``dates_points``. A rule whose function returns None leaves the phrase to the next one.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from kg.ner import dates_ranges as ranges
from kg.ner import dates_relative as relative
from kg.ner.calendar import words
from kg.ner.dates_points import Context, DateRange, Found, Match, absolute, compiled

Rule = tuple[str, str, Callable[[Match, Context], Found | None]]

_ABSOLUTE: tuple[Rule, ...] = (
    ("decade", r"(?:the )?(?P<first>(?:1[5-9]|20|21)\d0)'?s", ranges.decade),
    ("years", r"(?:the )?(?P<first>{year})[-/](?P<second>\d\d)(?: {FiscalWord})?", ranges.years),
    ("absolute", r"(?P<date>.{1,60})", absolute),
    ("year", r"(?:the )?{YearWord} (?P<date>{year})", absolute),
    ("season of year", r"(?:the )?{SeasonName},?(?: of)? (?P<date>{year})", absolute),
    ("fiscal year", r"(?:the )?{FiscalWord} ?{rest}", ranges.fiscal),
    ("short part of year", r"(?P<short>[qh][1-4])(?:,? (?:of )?| ?){rest}", ranges.short_part_of_year),
    (
        "part of year",
        r"(?:the )?(?P<ordinal>{OrdinalWord}) (?P<span>{SpanWord}) of {rest}",
        ranges.part_of_year,
    ),
    ("year to", r"(?:the )?{YearToWord} {rest}", ranges.year_to),
    ("week of", r"(?:the )?(?P<kind>{WeekOfWord}) {rest}", relative.week_of),
)
_RELATIVE: tuple[Rule, ...] = (
    ("day word", r"(?P<word>{DayWord})(?: {TimeOfDay})?", relative.day_word),
    ("ago", r"{count} {unit} (?P<shift>{ShiftWord})", relative.shifted),
    ("period", r"{direction} {unit}", relative.direction),
    ("recent periods", r"(?:the )?{direction}(?: {count})? {unit}", relative.lately),
    ("weekday", r"(?:{direction} )?{weekday}(?: {TimeOfDay})?", relative.weekday),
    ("weekday of week", r"{weekday},?(?: of)? {direction} week", relative.weekday_of_week),
    ("month", r"{direction} {month}", relative.month_turned),
    ("date of year", r"(?P<rest>.{1,40}?)(?:,| of)? {direction} year", relative.date_of_year),
    ("season", r"{direction} {SeasonName}", relative.season),
)
_OF_THE_STORY: tuple[Rule, ...] = (
    ("same period", r"(?:the )?{SameWord} {unit}", relative.same),
    ("next day", r"(?:the )?(?P<shift>{NextDayWord})", relative.next_day),
    ("next period", r"(?:the )?(?P<direction>{StoryDirection}) {unit}", relative.story_direction),
    ("periods later", r"{count} {unit} (?P<shift>{StoryShiftWord})", relative.story_shifted),
)
_RANGES: tuple[Rule, ...] = (
    ("between", r"{BetweenWord} (?P<left>.{1,40}?) {PairWord} (?P<right>.{1,40})", ranges.between),
    ("to", r"(?P<left>.{1,40}?) {JoinWord} (?P<right>.{1,40})", ranges.between),
    ("hyphen", r"(?P<left>[^-]{1,40})-(?P<right>[^-]{1,40})", ranges.between),
    ("since", r"{SinceWord} {rest}", ranges.since),
    ("until", r"{UntilWord} {rest}", ranges.until),
)
_RULES = _ABSOLUTE + _RELATIVE + _OF_THE_STORY + _RANGES


def read_date(phrase: str, context: Context) -> DateRange | None:
    """The range the first fitting rule gives, or None."""
    text, here = _tidy(phrase), replace(context, lower_case=phrase == phrase.lower())
    return read_within(text, here)


def read_within(text: str, context: Context) -> DateRange | None:
    text = _bare(text)
    for name, pattern, function in _RULES:
        match = compiled(pattern).fullmatch(text)
        found = function(match, context) if match else None
        if found:
            return _range(found, name)
    return None


def _range(found: Found, rule: str) -> DateRange | None:
    earliest, latest, granularity = found
    if earliest and latest and earliest.first > latest.last:
        return None
    first, last = (date.iso if date else None for date in (earliest, latest))
    return DateRange(first, last, granularity, rule)


def _tidy(phrase: str) -> str:
    """Lower case, plain hyphens, single spaces, no possessive and no closing mark."""
    text = re.sub(r"[‐‑‒–—]", "-", phrase.lower().replace("’", "'"))
    text = " ".join(text.split()).strip(" \"'“”().,;:")
    return text if text.endswith("0's") else text.removesuffix("'s")  # "the 1980's" is a decade


def _bare(text: str) -> str:
    """Without the words before a date that add nothing to it."""
    while match := _filler().match(text):
        text = text[match.end() :]
    return text


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(rf"{words().pattern('Filler')}(?: |-|(?<=-))(?=\S)")
