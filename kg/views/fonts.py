"""Fonts for what has no browser to set its words: PNG and PDF.

Bitstream Vera, which comes with reportlab under a free licence, has the widths ``text`` measures by and the
letters of the languages of western Europe, so most pictures are the same on every machine. For other letters
a font of the machine is sought.
"""

import os
import struct
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "Bitstream Vera Sans"
_LIKELY = ("dejavusans", "notosans", "liberationsans", "arialunicode", "arial", "segoeui", "unifont", "droidsans")
_FOLDERS = {
    "darwin": ("/Library/Fonts", "/System/Library/Fonts/Supplemental", "/System/Library/Fonts", "~/Library/Fonts"),
    "win32": (r"%WINDIR%\Fonts", r"%LOCALAPPDATA%\Microsoft\Windows\Fonts"),
}
_ELSEWHERE = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def faces() -> tuple[Path, Path]:
    """The files of the plain and of the bold face."""
    folder = Path(str(files("reportlab"))) / "fonts"
    return folder / "Vera.ttf", folder / "VeraBd.ttf"


def others_for(text: str) -> tuple[Path, ...]:
    """Fonts of this machine for the letters Vera lacks; InputError, with the remedy, if it has none for them."""
    lacking = {c for c in text if not c.isspace() and unicodedata.category(c) != "Cf"} - letters(faces()[0])
    chosen = []
    for font in _installed() if lacking else ():
        if found := lacking & letters(font):
            chosen.append(font)
            lacking -= found
    if lacking:
        few = " ".join(sorted(lacking)[:10])
        raise InputError(
            f"no font on this machine has the letters {few}: install one that has them "
            "(on Debian, apt install fonts-noto-core fonts-noto-cjk), or write .svg or .html"
        )
    return tuple(chosen)


@cache
def letters(font: Path) -> frozenset[str]:
    """The characters a font has glyphs for; none, if it is of a kind that cannot be read."""
    from reportlab.pdfbase.ttfonts import TTFError

    try:
        return frozenset(map(chr, read_font(font).face.charToGlyph))
    except (TTFError, OSError, struct.error, ValueError, LookupError):
        return frozenset()


@cache
def read_font(font: Path) -> "TTFont":
    """A font under the name of its path."""
    from reportlab.pdfbase.ttfonts import TTFont

    return TTFont(str(font), str(font))


def _installed() -> Iterator[Path]:
    """The fonts of the machine, the likeliest first; each is opened only when it is come to."""
    folders = (Path(os.path.expandvars(name)).expanduser() for name in _FOLDERS.get(sys.platform, _ELSEWHERE))
    found = {file for folder in folders for file in folder.rglob("*.tt[fc]")}
    yield from sorted(found, key=lambda file: (_rank(file), file))


def _rank(file: Path) -> int:
    name = file.stem.lower().replace("-regular", "").replace("-", "").replace(" ", "")
    return next((place for place, likely in enumerate(_LIKELY) if name.startswith(likely)), len(_LIKELY))
