"""A drawing as PNG, by resvg: no browser, and the same bytes wherever its letters are Vera's."""

import re

from kg.errors import InputError
from kg.views.fonts import FAMILY, faces, others_for

SHARP, MOST = 2, 60_000_000  # dots to a pixel of the drawing; pixels a picture may have


def to_png(svg: str) -> bytes:
    """Twice the drawing's size, so that small words are sharp in print; a very large one at its own size."""
    from resvg_py import svg_to_bytes

    pixels = _pixels(svg)
    if pixels > MOST:
        raise InputError("the picture is too large for PNG: write .svg or .pdf, or draw less of the graph")
    fonts = [str(font) for font in (*faces(), *others_for(re.sub(r"<[^>]*>", "", svg)))]
    painted = svg_to_bytes(
        svg_string=re.sub(r'font-family="[^"]*"', f'font-family="{FAMILY}"', svg, count=1),
        zoom=SHARP if pixels * SHARP**2 <= MOST else 1,
        font_files=fonts,
        skip_system_fonts=True,
    )
    return bytes(painted)


def _pixels(svg: str) -> float:
    width, height = re.findall(r'(?:width|height)="([\d.]+)"', svg)[:2]
    return float(width) * float(height)
