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
