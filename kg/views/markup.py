"""Pieces of SVG that every picture is written with."""

from xml.sax.saxutils import escape, quoteattr

from kg.views.elk import Box
from kg.views.text import printable

FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
INK, MUTED, PAPER, OUTLINE = "#1c2430", "#525c69", "#ffffff", "#7d8794"
MARGIN, TITLE_SIZE, TITLE_LINE, NOTE_SIZE, NOTE_LINE = 24.0, 19.0, 25.0, 11.0, 16.0

# All colours turned dark at once, hues kept; a page that holds a drawing has this rule in its own style sheet.
STYLE = "@media (prefers-color-scheme: dark) { .drawn { filter: invert(0.92) hue-rotate(180deg) } }"


def opening(id_: str, title: str, description: str, size: tuple[float, float], *, in_page: bool) -> tuple[str, ...]:
    """The start of a document: its size, its name, what it says to who cannot see it, its paper."""
    w, h = map(number, size)
    role = "group" if in_page else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
        f'role="{role}" aria-labelledby="{id_}-title {id_}-desc" font-family={attribute(FONT)} fill="{INK}">',
        f'<title id="{id_}-title">{words(title)}</title>',
        f'<desc id="{id_}-desc">{words(description)}</desc>',
        *([] if in_page else [f"<style>{STYLE}</style>"]),
        f'<rect class="paper" width="{w}" height="{h}" fill="{PAPER}"/>',
    )


def heading(title: tuple[str, ...], notes: tuple[str, ...]) -> tuple[str, ...]:
    """A title, and lines of notes under it."""
    below = MARGIN + TITLE_LINE * len(title) + 10
    return (
        *(
            say(line, MARGIN, MARGIN + TITLE_SIZE + i * TITLE_LINE, size=TITLE_SIZE, more='font-weight="bold"')
            for i, line in enumerate(title)
        ),
        *(
            say(line, MARGIN, below + i * NOTE_LINE, size=NOTE_SIZE, more=f'fill="{MUTED}"')
            for i, line in enumerate(notes)
        ),
    )


def say(text: str, x: float, y: float, *, size: float, more: str = "") -> str:
    """Words at a place; ``more`` are attributes."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}"{" " * bool(more)}{more}>{words(text)}</text>'
    )


def place(box: Box) -> str:
    """A box as attributes."""
    return f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'


def words(text: str) -> str:
    """Text that no markup begins or ends in."""
    return escape(printable(text))


def attribute(text: str) -> str:
    """Text as an attribute, with its quotation marks."""
    return quoteattr(printable(text))


def number(value: float) -> str:
    """A number as short as it will go: SVG of the same drawing is the same bytes."""
    return f"{round(value, 1):g}" if abs(value) < 100_000 else str(round(value))
