"""Dates in words, no more exact than they are."""

_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # not the calendar's own, which are those of the machine's language


def in_words(text: str) -> str:
    """An ISO date as one writes it.

    >>> in_words("2014-09-16"), in_words("2014-09"), in_words("2014")
    ('16 September 2014', 'September 2014', '2014')
    """
    year, *rest = text.split("-")
    month = [_MONTHS[int(rest[0])]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def between(first: str | None, last: str | None) -> str:
    """From when to when, in words; None is an open end.

    >>> between("2014", "2014"), between("2014", None), between(None, "2016-01")
    ('2014', 'from 2014', 'until January 2016')
    """
    since, until = first and in_words(first), last and in_words(last)
    if since and until:
        return since if since == until else f"{since} to {until}"
    return f"from {since}" if since else f"until {until}" if until else ""
