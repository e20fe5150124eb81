"""What commands print with, and the options they share."""

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

    from kg.graph import GraphStore
    from kg.types import Document

WIDTH_OF_A_FILE = 110  # columns when the output is no terminal
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # a terminal would obey these

StoreOption = Annotated[Path, typer.Option("--store", "-s", envvar="KG_STORE", help="The folder the graph is kept in.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]
DEFAULT_STORE = Path("graph.kg")


def open_store(path: Path) -> "GraphStore":
    from kg.graph import open_store

    return open_store(path)


def stdin_document() -> "Document":
    """The text on stdin, in whatever encoding; an InputError if it is none."""
    from kg.ingest import read_bytes

    return read_bytes(sys.stdin.buffer.read(), ".txt", "-")


def console(*, stderr: bool = False) -> "Console":
    """Rich output; plain, of a fixed width, when it goes to a file or a pipe."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    columns = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH_OF_A_FILE
    return Console(file=stream, width=columns, highlight=False, markup=False)


def width() -> int:
    """Columns of the output."""
    return console().width


def show(*things: "RenderableType") -> None:
    """Print things one under another; a plain string is not broken into lines, so it can be copied."""
    out = console()
    for thing in things:
        if isinstance(thing, str):
            out.print(clean(thing), soft_wrap=True)
        else:
            out.print(thing)


def show_json(thing: Any) -> None:
    """Print a dataclass as JSON."""
    print(json.dumps(asdict(thing), indent=2, ensure_ascii=False, default=str))


def beside(tables: Iterable["Table"]) -> "RenderableType":
    """Tables side by side, as far as there is room."""
    from rich.columns import Columns

    return Columns(tables, padding=(0, 4))


def line(text: str, *, indent: int = 0, style: str = "") -> "RenderableType":
    """A line of text that stays indented when it wraps."""
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text(clean(text), style=style), (0, 0, 0, indent), expand=False)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> "Table":
    """A table; columns whose name ends in ``#`` are numbers, set to the right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    out = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        min_width=len(title),
    )
    for name in columns:
        out.add_column(name.rstrip("#"), justify="right" if name.endswith("#") else "left", overflow="fold")
    for row in rows:
        out.add_row(*(Text(clean(f"{cell:,}" if isinstance(cell, int) else str(cell))) for cell in row))
    return out


def pairs(rows: Iterable[tuple[str, str]]) -> "Table":
    """Names and values in two columns."""
    from rich.table import Table
    from rich.text import Text

    out = Table.grid(padding=(0, 2))
    for name, value in rows:
        out.add_row(Text(name, style="bold"), Text(clean(value)))
    return out


def clean(text: str) -> str:
    """Text without the characters a terminal would obey."""
    return _CONTROL.sub("\ufffd", text)


def fail(message: str, *, code: int = 2) -> int:
    """Say on stderr, on one line, what went wrong, and give the exit code."""
    print(f"kg: {clean(' '.join(message.split()))}", file=sys.stderr)
    return code
