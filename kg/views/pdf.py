"""A drawing as PDF: lines that stay sharp and words that can be searched.

It is read from the drawing's own SVG, so that there is one account of what a picture looks like; only what
``svg`` and ``timeline_svg`` write is understood.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.views.fonts import faces, letters, others_for, read_font

if TYPE_CHECKING:
    from lxml.etree import _Element
    from reportlab.pdfgen.canvas import Canvas

POINTS = 0.75  # to a pixel
LONGEST = 14_400.0  # points: the largest page a reader must show (ISO 32000-1, annex C)
SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")


def to_pdf(svg: str) -> bytes:
    """One page of the drawing's size. The same drawing gives the same bytes."""
    from lxml.etree import fromstring
    from reportlab.pdfgen.canvas import Canvas

    root = fromstring(svg.encode())
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    scale = min(POINTS, LONGEST / max(width, height))
    target = BytesIO()
    canvas = Canvas(target, pagesize=(width * scale, height * scale), invariant=True, pageCompression=1)
    canvas.setTitle(root.findtext(f"{SVG}title") or "")
    canvas.transform(scale, 0, 0, -scale, 0, height * scale)
    fonts = _fonts("".join(root.itertext(f"{SVG}text")))
    _paint(canvas, root, root.get("fill", "#000000"), fonts)
    canvas.save()
    return target.getvalue()


def _fonts(text: str) -> tuple[Path, ...]:
    """The plain face, and what it takes beside it."""
    from reportlab.pdfbase.pdfmetrics import registerFont

    beyond = [c for c in text if unicodedata.bidirectional(c) in {"R", "AL"} or unicodedata.category(c) == "Mc"]
    if beyond:
        raise InputError(f"PDF cannot set the script of {beyond[0]} rightly: write .png, .svg or .html")
    plain, bold = faces()
    others = others_for(text)
    for font in (plain, bold, *others):
        registerFont(read_font(font))
    return (plain, *others)


def _paint(canvas: "Canvas", element: "_Element", ink: str, fonts: tuple[Path, ...]) -> None:
    """An element and what it holds, in the ink of what it stands in unless it has its own."""
    painters: dict[str, Callable[[Canvas, _Element], None]]
    painters = {f"{SVG}rect": _rect, f"{SVG}path": _path, f"{SVG}text": partial(_text, fonts=fonts)}
    paint = painters.get(str(element.tag))
    ink = element.get("fill", ink)
    canvas.saveState()
    if moved := element.get("transform"):
        canvas.translate(*map(float, _NUMBER.findall(moved)))
    if paint is not None:
        _style(canvas, element, ink)
        paint(canvas, element)
    for child in element:
        _paint(canvas, child, ink, fonts)
    canvas.restoreState()


def _style(canvas: "Canvas", element: "_Element", ink: str) -> None:
    if ink != "none":
        canvas.setFillColor(ink)
    canvas.setFillAlpha(float(element.get("fill-opacity", "1")))
    if stroke := element.get("stroke"):
        canvas.setStrokeColor(stroke)
    canvas.setLineWidth(float(element.get("stroke-width", "1")))
    canvas.setLineJoin(1)
    canvas.setDash([float(n) for n in _NUMBER.findall(element.get("stroke-dasharray", ""))])


def _shown(element: "_Element") -> dict[str, int]:
    return {"stroke": int(element.get("stroke", "none") != "none"), "fill": int(element.get("fill") != "none")}


def _rect(canvas: "Canvas", element: "_Element") -> None:
    x, y, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
    canvas.roundRect(x, y, width, height, min(float(element.get("rx", "0")), width / 2, height / 2), **_shown(element))


def _path(canvas: "Canvas", element: "_Element") -> None:
    path = canvas.beginPath()
    at = (0.0, 0.0)
    for letter, numbers in _steps(element.get("d", "")):
        if letter == "M":
            path.moveTo(*numbers)
        elif letter == "L":
            path.lineTo(*numbers)
        elif letter == "Q":
            path.curveTo(*_cubic(at, *numbers))
        else:
            path.close()
        at = (numbers[-2], numbers[-1]) if numbers else at
    canvas.drawPath(path, **_shown(element))


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    for letter, rest in re.findall(r"([MLQZ])([^MLQZ]*)", data):
        yield letter, [float(n) for n in _NUMBER.findall(rest)]


def _cubic(at: tuple[float, float], cx: float, cy: float, x: float, y: float) -> tuple[float, ...]:
    """A quadratic curve as the cubic one PDF has."""
    return at[0] + (cx - at[0]) * 2 / 3, at[1] + (cy - at[1]) * 2 / 3, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y


def _text(canvas: "Canvas", element: "_Element", fonts: tuple[Path, ...]) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    size, bold = float(element.get("font-size", "12")), element.get("font-weight") == "bold"
    runs = list(_runs(unicodedata.normalize("NFC", element.text or ""), fonts, bold=bold))
    wide = sum(stringWidth(text, font, size) for font, text in runs)
    x = float(element.get("x", "0")) - wide * {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", ""), 0)
    line: Any = canvas.beginText()
    line.setTextTransform(1, 0, 0, -1, x, float(element.get("y", "0")))
    for font, text in runs:
        line.setFont(font, size)
        line.textOut(text)
    canvas.drawText(line)


def _runs(text: str, fonts: tuple[Path, ...], *, bold: bool) -> Iterator[tuple[str, str]]:
    """Stretches of text that one font has all the letters of."""
    run, last = "", ""
    for char in text:
        font = next((f for f in fonts if char in letters(f)), None)
        if font is None:  # of no width, as a mark of direction
            continue
        name = str(faces()[1] if bold and font == fonts[0] else font)
        if name != last and run:
            yield last, run
            run = ""
        run, last = run + char, name
    if run:
        yield last, run
