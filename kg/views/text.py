"""Text without a font: how wide it will be at most, and where to break it."""

import unicodedata
from functools import cache

# Advance widths in thousandths of the font size of the characters from space to tilde: of each the wider
# of Arial's metrics and DejaVu Sans's, as measured, so that a label fits whichever of them a machine has.
# fmt: off
_ASCII = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
    1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)
# fmt: on
_OTHER = 700  # letters of other alphabets
_WIDE = 1050  # ideographs, emoji
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ELLIPSIS = "…"


def printable(text: str) -> str:
    """The text as one line that XML can hold, without the characters that reorder what is around them."""
    kept = (" " if c.isspace() else c for c in text if c not in _BIDI_CONTROLS and _in_xml(c))
    return " ".join("".join(kept).split())


def _in_xml(char: str) -> bool:
    if char.isspace():
        return True
    return unicodedata.category(char) not in {"Cc", "Cs"} and char not in "\ufffe\uffff"


def short(text: str, most: int = 120) -> str:
    """The text as one line of no more than so many characters."""
    line = printable(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + ELLIPSIS


def width(text: str, size: float) -> float:
    """The greatest width the text may take at a font size."""
    return sum(map(_advance, text)) * size / 1000


@cache
def _advance(char: str) -> int:
    base = unicodedata.normalize("NFKD", char)[0]
    if " " <= base <= "~":
        return _ASCII[ord(base) - 32] + 2  # an accent may add a hair
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return _WIDE if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else _OTHER


def wrap(text: str, size: float, *, widest: float, most: int) -> tuple[str, ...]:
    """At most ``most`` lines, as even as they will go; what does not fit ends in an ellipsis."""
    words = [part for word in printable(text).split(" ") for part in _pieces(word, size, widest)]
    lines = _fill(words, size, widest)
    if len(lines) > most:
        return (*lines[: most - 1], _shorten(lines[most - 1], size, widest))
    return min(
        (_fill(words, size, widest * f / 10) for f in range(4, 11)),
        key=lambda ls: _raggedness(ls, len(lines), size),
    )


def _raggedness(lines: tuple[str, ...], count: int, size: float) -> tuple[bool, float]:
    return len(lines) > count, max((width(line, size) for line in lines), default=0)


def _fill(words: list[str], size: float, widest: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _pieces(word: str, size: float, widest: float) -> list[str]:
    """A word cut where it is too long for any line."""
    pieces, start, taken = [], 0, 0.0
    for at, char in enumerate(word):
        step = width(char, size)
        if taken + step > widest and at > start:
            pieces.append(word[start:at])
            start, taken = at, 0.0
        taken += step
    return [*pieces, word[start:]]


def _shorten(line: str, size: float, widest: float) -> str:
    while line and width(line + ELLIPSIS, size) > widest:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
