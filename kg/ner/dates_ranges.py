"""Rules for stretches of time between dates that are said."""

from kg.ner.calendar import PartialDate, checked, from_iso, words
from kg.ner.dates_points import Context, DateRange, Found, Match, in_year, read_point


def years(m: Match, _: Context) -> Found | None:
    """ "2013-14". A second number that may be a month too ("2009-11") lies within the years read."""
    first, second = int(m["first"]), int(m["second"])
    last = first - first % 100 + second
    last += 100 if last <= first and second < 10 else 0
    if second < 10 and last != first + 1:
        return None  # "2014-09" is a month
    return (checked(first), checked(last), "year") if last > first else None


def decade(m: Match, _: Context) -> Found | None:
    """ "the 1990s"."""
    first = int(m["first"])
    return checked(first), checked(first + 9), "decade"


def between(m: Match, c: Context) -> Found | None:
    """Two dates and all between them; what the first leaves out, the second says."""
    left, right = read_point(m["left"], c), read_point(m["right"], c)
    if left and right:
        right = in_year(right, c)
        left = completed(left, right) if right else None
        return span(left, right)
    ends = c.read(m["left"]), c.read(m["right"])
    return span(*(from_iso(end.earliest) if end else None for end in ends))


def completed(left: PartialDate, right: PartialDate) -> PartialDate | None:
    """The first date of two, with the month and year of the second where it has none."""
    if left.year or not right.month:
        return left if left.year else None
    month = left.month or right.month
    year = (right.year or 0) - (month > right.month)
    return checked(year, month, left.day)


def span(left: PartialDate | None, right: PartialDate | None) -> Found | None:
    """From one date to another, as exact as the less exact of them."""
    if not left or not right or not left.year or not right.year:
        return None
    return left, right, min((left.unit, right.unit), key=("year", "month", "day").index)


def since(m: Match, c: Context) -> Found | None:
    """ "since 2012": no end is known."""
    inner = c.read(m["rest"])
    return (from_iso(inner.earliest), None, inner.granularity) if inner and inner.earliest else None


def until(m: Match, c: Context) -> Found | None:
    """ "until March 2016": no beginning is known."""
    inner = c.read(m["rest"])
    return (None, from_iso(inner.latest), inner.granularity) if inner and inner.latest else None


def fiscal(m: Match, c: Context) -> Found | None:
    """A year of accounts named by one year may have begun in the year before."""
    whole = c.read(m["rest"])
    if not whole or whole.granularity != "year":
        return None
    start, end = from_iso(whole.earliest), from_iso(whole.latest)
    return (start.plus(-1) if start == end else start, end, "year") if start else None


def part_of_year(m: Match, c: Context) -> Found | None:
    """ "the first half of last year"."""
    months = words().period("SpanWord", m["span"])[0]
    return _part(c.read(m["rest"]), min(words().number("OrdinalWord", m["ordinal"]), 12 // months), months)


def short_part_of_year(m: Match, c: Context) -> Found | None:
    """ "Q3 2021"."""
    return _part(c.read(m["rest"]), int(m["short"][1]), 3 if m["short"][0] == "q" else 6)


def _part(year: DateRange | None, place: int, months: int) -> Found | None:
    start = from_iso(year.earliest) if year and year.granularity == "year" else None
    if not start or place > 12 // months:
        return None
    first = checked(start.year, (place - 1) * months + 1)
    return first, first and first.plus(months - 1), "quarter" if months == 3 else "half"


def year_to(m: Match, c: Context) -> Found | None:
    """ "the year to March 2014", which began in April 2013."""
    end = in_year(read_point(m["rest"], c), c)
    if not end or not end.year or not end.month:
        return None
    if not end.day:
        return span(end.plus(-11), end)
    before = checked(end.year - 1, end.month, end.day)  # none before 29 February
    return span(before.plus(1), end) if before else None
