"""kg export and kg draw"""

import sys
from pathlib import Path
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
    file: Annotated[
        Path, typer.Argument(help="The picture to write: .svg, .html, .png, .pdf, .dot or .mmd; - is stdout.")
    ],
    about: Annotated[
        list[str] | None,
        typer.Option("--about", "-a", metavar="NAME", help="Only those near this one; may be repeated."),
    ] = None,
    depth: Annotated[int, typer.Option("--depth", "-d", min=0, help="How many steps near is.")] = 1,
    relation: Annotated[
        list[str] | None,
        typer.Option("--relation", "-r", metavar="NAME", help="inspects, leads, all; may be repeated. Else scrutiny."),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", help="asserted, alleged, proposed, denied; may be repeated. Else all but denied."),
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As things stood then.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Said in documents of then or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Said in documents of then or before.")
    ] = None,
    confidence: Annotated[float, typer.Option("--confidence", min=0, max=1, help="The least that counts.")] = 0,
    sources: Annotated[int, typer.Option("--sources", min=1, help="The fewest documents that must say it.")] = 1,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="The most bodies, else 300; the picture says what is left out.")
    ] = None,
    group: Annotated[bool, typer.Option("--group", help="Bring bodies of one kind together.")] = False,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="What happened when, to the one body or case it is about.")
    ] = False,
    format: Annotated[  # noqa: A002 - the option is called --format
        str | None, typer.Option("--format", help="The format, when the suffix does not say it.")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Draw who oversees whom, or what happened when, as a picture or a page.

    Overseers stand above those they oversee, or to their left in a large picture. An unbroken line is
    stated as a fact, a dashed one alleged, a dotted one proposed. On a page (.html), a line shows its
    sentences. A date is a year, a month or a day: 2014, 2014-09 or 2014-09-16.

    Example: kg draw oversight.html --about "South Yorkshire Police" --depth 2

    Example: kg draw inspections.pdf --relation inspects --since 2014 --sources 2 --group

    Example: kg draw rotherham.svg --timeline --about "Rotherham Metropolitan Borough Council"
    """
    from kg.views.draw import drawing, timeline_drawing

    picture = (timeline_drawing if timeline else drawing)(
        open_store(store),
        about=about,
        depth=depth,
        relations=relation,
        statuses=status,
        as_of=as_of,
        since=since,
        until=until,
        least_confidence=confidence,
        least_sources=sources,
        limit=limit,
        grouped=group,
    )
    if str(file) == "-":
        sys.stdout.buffer.write(picture.written(format or "svg"))
    else:
        picture.save(file, format)
    _tell(file)
    if picture.empty:
        console(stderr=True).print("No claim passes what was asked for: the picture shows none.")


def _tell(file: Path) -> None:
    if str(file) != "-":
        console(stderr=True).print(f"Wrote {file} ({file.stat().st_size:,} bytes).")
