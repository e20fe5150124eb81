"""How counts, dates and names are put into words on every page."""

from kg.types import Details
from kg.views.dates import in_words
from kg.views.text import ELLIPSIS, printable

LONGEST_NAME = 160  # characters of a name among others; its own page shows all of it


def day(date: str | None) -> str:
    """An ISO date as it is read aloud: 16 September 2014, September 2014 or 2014; "undated" for none.

    >>> day("2014-09")
    'September 2014'
    """
    if not date:
        return "undated"
    try:
        return in_words(date)
    except (IndexError, ValueError):  # not a date: shown as it stands
        return date


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 source", "1,200 sources"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short(name: str, longest: int = LONGEST_NAME) -> str:
    """A name on one line, cut with an ellipsis where it is longer than any name should be."""
    line = name if name.isprintable() and "  " not in name else printable(name)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + ELLIPSIS


def term_of(details: Details) -> str:
    """When a post or a relation held: "from 2010 until 16 September 2014", "former"; empty if not said."""
    if details.valid_from and details.valid_from == details.valid_until:
        return f"{'on' if details.valid_from.count('-') == 2 else 'in'} {day(details.valid_from)}"
    parts = [
        f"from {day(details.valid_from)}" if details.valid_from else "",
        f"until {day(details.valid_until)}" if details.valid_until else "",
    ]
    said = " ".join(part for part in parts if part)
    return said or ("former" if details.former else "")


def money(amount: str) -> str:
    """An amount with its thousands set apart: "180,000 GBP".

    >>> money("180000 GBP")
    '180,000 GBP'
    """
    number, _, currency = amount.partition(" ")
    try:
        return f"{float(number):,.2f}".removesuffix(".00") + f" {currency}".rstrip()
    except ValueError:
        return amount
