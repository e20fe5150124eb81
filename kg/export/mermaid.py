"""Mermaid flowchart of who scrutinises whom, overseers above overseen."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.export.picture import Picture, picture
from kg.graph import GraphStore

_SPECIAL = re.compile(r"[^\w\s.,:()'’…-]")  # all that might be Mermaid's syntax, HTML or Markdown


def write(store: GraphStore, stream: BinaryIO) -> None:
    stream.writelines(f"{line}\n".encode() for line in _lines(picture(store)))


def _lines(drawn: Picture) -> Iterator[str]:
    yield "flowchart TB"
    for box, label in drawn.boxes.items():
        yield f"  {box}[{_quoted(label)}]"
    for arrow in drawn.arrows:
        yield f"  {arrow.source} -->|{_quoted(arrow.label)}| {arrow.target}"


def _quoted(text: str) -> str:
    """A Mermaid string: a character that could mean something is written by its number."""
    return '"' + _SPECIAL.sub(lambda found: f"#{ord(found.group())};", text) + '"'
