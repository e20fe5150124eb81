"""The few words that answers are put together from."""

from collections.abc import Sequence


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


def years_between(earlier: str, later: str) -> int:
    """Whole years from a date to another, each as exact as it is: of a year its first day counts."""
    start, end = (f"{text}-01-01"[:4] + (f"{text}-01-01"[4:10]) for text in (earlier, later))
    return int(end[:4]) - int(start[:4]) - (end[5:10] < start[5:10])
