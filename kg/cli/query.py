"""kg query"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import DEFAULT_STORE, StoreOption, open_store, pairs, show, table, width
from kg.errors import InputError, QueryError

if TYPE_CHECKING:
    from kg.graph import Result

MOST_COLUMNS = 5  # a wider result is shown row by row


def query(
    query: Annotated[str | None, typer.Argument(help="SPARQL, the name of a query, or - for SPARQL on stdin.")] = None,
    names: Annotated[list[str] | None, typer.Argument(help="Whom or what a named query is about.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file of SPARQL.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Bind a variable.")
    ] = None,
    format: Annotated[  # noqa: A002 - the option is called --format
        str, typer.Option("--format", help="table, csv, tsv, json, xml or ttl.")
    ] = "table",
    list_: Annotated[bool, typer.Option("--list", "-l", help="List the named queries.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Ask in SPARQL 1.1, or by the name of a query.

    The prefixes of the ontology are bound. Plain triples are what a source asserts; everything
    else that is said stands in claims (ov:Claim).

    Example: kg query who-inspected "South Yorkshire Police"

    Example: kg query "SELECT ?who { ?who ov:inspects ?body }" --format csv
    """
    from kg.queries import run

    if list_:
        _list()
    else:
        text, bindings = _text(query, file), _bindings(param or [])
        _print(run(open_store(store), text, *names or (), **bindings), format)


def _list() -> None:
    from kg.graph import named_queries

    rows = [(q.name, " ".join(q.parameters), q.question) for q in named_queries().values()]
    show(table("", ["query", "takes", "question"], rows))


def _text(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise QueryError("give either a query or --file; kg query --list shows the named ones")
    if file is None:
        return sys.stdin.read() if query == "-" else str(query)
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 text; give a file of SPARQL") from error


def _bindings(params: list[str]) -> dict[str, str]:
    bindings = {}
    for param in params:
        name, equals, bindings[name] = param.partition("=")
        if not (name.isidentifier() and equals):
            raise QueryError(f"--param takes NAME=VALUE, not {param!r}")
    return bindings


def _print(result: "Result", format_: str) -> None:
    from kg.graph import render

    if format_ == "table" and len(result.variables) > MOST_COLUMNS:
        _print_records(result)
    else:
        sys.stdout.write(render(result, format_, width=width()))


def _print_records(result: "Result") -> None:
    """Rows too wide for a line, each as a block of lines, without what it leaves open."""
    from kg.graph.render import shorten

    for row in result.records():
        show(pairs((name, shorten(value)) for name, value in row.items() if value is not None), "")
    show("1 row" if len(result) == 1 else f"{len(result):,} rows")
