"""Graphviz DOT of who scrutinises whom, overseers above overseen."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.export.picture import Picture, picture
from kg.graph import GraphStore


def write(store: GraphStore, stream: BinaryIO) -> None:
    stream.writelines(f"{line}\n".encode() for line in _lines(picture(store)))


def _lines(drawn: Picture) -> Iterator[str]:
    yield "digraph oversight {"
    yield "  rankdir=TB;"
    yield '  node [shape=box, style=rounded, fontname="Helvetica"];'
    yield '  edge [fontname="Helvetica", fontsize=10];'
    for box, label in drawn.boxes.items():
        yield f"  {box} [label={_quoted(label)}, URL={_quoted(drawn.links[box])}];"
    for arrow in drawn.arrows:
        yield f"  {arrow.source} -> {arrow.target} [label={_quoted(arrow.label)}];"
    yield "}"


def _quoted(text: str) -> str:
    """A DOT string; a backslash would otherwise start an escape such as \\N, the node's own name."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
