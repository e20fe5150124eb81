"""Rules for words that count from the publication, or from the date last named."""

from dataclasses import replace

from kg.ner.calendar import PartialDate, checked, words
from kg.ner.dates_points import Context, Found, Match, in_year, one, read_point
from kg.ner.dates_ranges import span


def week(day: PartialDate | None) -> Found | None:
    """Monday to Sunday around a day."""
    if not day or not day.day:
        return None
    monday = day.plus(1 - day.first.isoweekday())
    return monday, monday and monday.plus(6), "week"


def moved(anchor: PartialDate | None, count: int, unit: tuple[int, str]) -> Found | None:
    """A date as exact as the unit, some units away."""
    length, name = unit
    if not anchor:
        return None
    if name == "day" and length > 1:
        return week(anchor.plus(count * length, "day"))
    return one(anchor.plus(count * length, name))


def day_word(m: Match, c: Context) -> Found | None:
    """ "yesterday"."""
    return moved(c.published, words().number("DayWord", m["word"]), (1, "day"))


def direction(m: Match, c: Context) -> Found | None:
    """ "last month"."""
    unit = words().period("PeriodName", m["unit"])
    if unit == (1, "day"):
        return None  # "the last day" is the end of something
    return moved(c.published, words().number("Direction", m["direction"]), unit)


def story_direction(m: Match, c: Context) -> Found | None:
    """ "the previous year", from the date last named or else, if it may be so vague, from the publication."""
    sign, unit = words().number("StoryDirection", m["direction"]), words().period("PeriodName", m["unit"])
    anchor = c.published if not c.previous and sign < 0 and unit[1] != "day" else c.previous
    return moved(anchor, sign, unit)


def lately(m: Match, c: Context) -> Found | None:
    """ "the past two years": from then to the publication; of "the next two years", the other way."""
    sign, (length, name) = (
        words().number("Direction", m["direction"]),
        words().period("PeriodName", m["unit"]),
    )
    if not c.published or not sign or (not m["count"] and name == "day" and length == 1):
        return None
    count = counted(m["count"]) if m["count"] else 1
    then, now = c.published.plus(sign * count * length, name), c.published.plus(0, name)
    return span(then, now) if sign < 0 else span(now, then)


def shifted(m: Match, c: Context) -> Found | None:
    """ "two weeks ago"."""
    sign = words().number("ShiftWord", m["shift"])
    return moved(c.published, sign * counted(m["count"]), words().period("PeriodName", m["unit"]))


def story_shifted(m: Match, c: Context) -> Found | None:
    """ "two days later", from the date last named."""
    sign = words().number("StoryShiftWord", m["shift"])
    return moved(c.previous, sign * counted(m["count"]), words().period("PeriodName", m["unit"]))


def counted(text: str) -> int:
    return int(text) if text.isdigit() else words().number("NumberWord", text)


def same(m: Match, c: Context) -> Found | None:
    """ "the same day"."""
    return moved(c.previous, 0, words().period("PeriodName", m["unit"]))


def next_day(m: Match, c: Context) -> Found | None:
    """ "the day after", from the date last named."""
    return moved(c.previous, words().number("NextDayWord", m["shift"]), (1, "day"))


def weekday(m: Match, c: Context) -> Found | None:
    """Bare, the day of publication itself may be meant; with "last" or "next" it is another."""
    now = c.published
    if not now or not now.day or (c.lower_case and not m["direction"]):
        return None
    ahead = words().number("WeekdayName", m["weekday"]) - now.first.isoweekday()
    if not m["direction"]:
        return one(now.plus(ahead % 7 if c.tense == "future" else -(-ahead % 7)))
    sign = words().number("Direction", m["direction"])
    return one(now.plus({-1: -(-ahead % 7 or 7), 0: ahead, 1: ahead % 7 or 7}[sign]))


def month_turned(m: Match, c: Context) -> Found | None:
    """ "last September": the latest one that is over."""
    now, month = c.published, words().number("MonthName", m["month"])
    sign = words().number("Direction", m["direction"])
    if not now or not now.year or (sign and not now.month):
        return None
    step = {0: 0, 1: int(month <= (now.month or 0)), -1: -(month >= (now.month or 0))}[sign]
    return one(checked(now.year + step, month))


def date_of_year(m: Match, c: Context) -> Found | None:
    """ "16 May last year"."""
    date = read_point(m["rest"], replace(c, lower_case=False))
    if not date or date.year or not date.month or not c.published or not c.published.year:
        return None
    year = c.published.year + words().number("Direction", m["direction"])
    return one(checked(year, date.month, date.day))


def weekday_of_week(m: Match, c: Context) -> Found | None:
    """ "Tuesday last week"."""
    week = moved(c.published, words().number("Direction", m["direction"]), (7, "day"))
    monday = week[0] if week else None
    return one(monday.plus(words().number("WeekdayName", m["weekday"]) - 1)) if monday else None


def season(m: Match, c: Context) -> Found | None:
    """ "last summer" may lie in this year or the last, as the hemisphere has it."""
    now = c.published.plus(0, "year") if c.published else None
    other = now.plus(words().number("Direction", m["direction"])) if now else None
    if not now or not other:
        return None
    return span(min(now, other, key=lambda p: p.first), max(now, other, key=lambda p: p.first))


def week_of(m: Match, c: Context) -> Found | None:
    """ "the week of 16 September", "the week ending 21 September"."""
    day = in_year(read_point(m["rest"], c), c)
    if not day or not day.day or not day.year:
        return None
    shift, kind = words().number("WeekOfWord", m["kind"]), m["kind"]
    if kind.endswith(" of"):
        return week(day)
    first = day.plus(shift)
    return first, first and first.plus(6), "week"
