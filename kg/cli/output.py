"""kg export and kg draw"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from kg.cli.console import DEFAULT_STORE, StoreOption, console, open_store


def export(
    file: Annotated[Path, typer.Argument(help="The file to write; - is stdout, and needs --format.")],
    format: Annotated[  # noqa: A002 - the option is called --format
        str | None, typer.Option("--format", help="The format, when the suffix does not say it.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the graph to a file, in the format of its suffix.

    Example: kg export graph.ttl

    Example: kg export - --format nq | sort | head
    """
    from kg.export import write

    write(open_store(store), sys.stdout.buffer if str(file) == "-" else file, format)
    _tell(file)


def draw(
    file: Annotated[Path, typer.Argument(help="The picture to write, .svg or .html; - is stdout, as SVG.")],
    about: Annotated[
        str | None, typer.Option("--about", "-a", metavar="NAME", help="Only those near this one.")
    ] = None,
    depth: Annotated[int, typer.Option("--depth", "-d", min=1, help="How many steps near is.")] = 1,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Draw who oversees whom, as a picture or a page.

    Overseers stand above those they oversee. On a page (.html), a line shows its sentences.

    Example: kg draw oversight.html --about "South Yorkshire Police" --depth 2
    """
    from kg.views.draw import draw

    _deliver(file, lambda path: draw(open_store(store), path, about=about, depth=depth))


def _deliver(file: Path, write: Callable[[Path], object]) -> None:
    """Write a file and say so; for a dash, write a passing one and copy it to stdout."""
    if str(file) != "-":
        write(file)
        _tell(file)
        return
    with TemporaryDirectory(prefix="kg-") as folder:
        passing = Path(folder, "stdout.svg")
        write(passing)
        with passing.open("rb") as written:
            shutil.copyfileobj(written, sys.stdout.buffer)


def _tell(file: Path) -> None:
    if str(file) != "-":
        console(stderr=True).print(f"Wrote {file} ({file.stat().st_size:,} bytes).")
