"""The few words that answers are put together from."""

from collections.abc import Sequence
from datetime import date


def in_words(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def number(n: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 claim", "2 claims", "3 bodies"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def no_source(whom: str = "", as_of: str | None = None) -> str:
    """What silence means."""
    then = f" as of {as_of}" if as_of else ""
    return f"No source here says so{' ' + whom if whom else ''}{then}, which does not mean that it is not so."


def age(earlier: str, later: str) -> str:
    """The time between two dates, no more exact than the less exact of them: "3 years", "5 months", "12 days"."""
    exact = min(len(earlier), len(later))
    if exact == 4:
        return _ago(int(later[:4]) - int(earlier[:4]), "year", "the same year")
    months = 12 * (int(later[:4]) - int(earlier[:4])) + int(later[5:7]) - int(earlier[5:7])
    if exact == 10 and later[8:] < earlier[8:]:
        months -= 1
    if months >= 24:
        return _ago(months // 12, "year", "")
    if months or exact == 7:
        return _ago(months, "month", "the same month")
    days = (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
    return _ago(days, "day", "the same day")


def _ago(n: int, unit: str, none: str) -> str:
    return f"{number(n, unit)} ago" if n > 0 else none if n == 0 else "after that day"
