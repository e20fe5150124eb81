"""kg ask"""

import csv
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.answers import lines, rows
from kg.cli.console import DEFAULT_STORE, JsonOption, StoreOption, line, open_store, pairs, show, show_json
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.questions import Answer, Question

MOST_FINDINGS = 20  # in a terminal; --all, --json and --csv give all


def ask(
    question: Annotated[str | None, typer.Argument(help="One of those that --list shows.")] = None,
    values: Annotated[list[str] | None, typer.Argument(help="Whom it is about, and what else it takes.")] = None,
    depth: Annotated[int | None, typer.Option("--depth", "-d", min=1, help="How many steps to go.")] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="Anything else it takes, by name.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="What held then: 2014, 2014-09 or 2014-09-16.")
    ] = None,
    joined: Annotated[
        bool, typer.Option("--with-predecessors", help="A body answers for those it took the place of, too.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="All findings, not the first 20.")] = False,
    list_: Annotated[bool, typer.Option("--list", "-l", help="List the questions.")] = False,
    show_query: Annotated[
        bool, typer.Option("--show-query", help="Print the SPARQL behind it, and ask nothing.")
    ] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV: a row for each sentence.")] = False,
    as_json: JsonOption = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Ask who watches whom, where the gaps are, who answered, and which sentence says so.

    With no question, or with --list, the questions are listed. What a source denies, alleges or proposes
    never counts as a fact; where an answer shows it, it says so.

    Example: kg ask overseers "South Yorkshire Police" --depth 2

    Example: kg ask overseen IOPC --as-of 2010
    """
    from kg.questions import ask, question_sparql

    options = _options(param or [], depth)
    if list_ or question is None:
        _list()
    elif show_query:
        show(question_sparql(question, *values or (), store=open_store(store), **options).rstrip())
    else:
        most = None if every or as_csv or as_json else MOST_FINDINGS
        asked = ask(open_store(store), question, *values or (), as_of=as_of, joined=joined, most=most, **options)
        _print(asked, every=every, as_csv=as_csv, as_json=as_json)


def _print(answer: "Answer", *, every: bool, as_csv: bool, as_json: bool) -> None:
    if as_json:
        show_json(answer)
    elif as_csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows(answer))
    else:
        show(*lines(answer, every=every))


def _list() -> None:
    """Every question, under its group."""
    from kg.questions import GROUPS, QUESTIONS

    for group in GROUPS:
        mine = [question for question in QUESTIONS.values() if question.group == group]
        show(line(group, style="bold"), pairs((usage(question), question.help) for question in mine), "")
    show(
        "What stands in [brackets] may be left out. Any of them takes --as-of DATE, --with-predecessors, --show-query."
    )


def usage(question: "Question") -> str:
    """A question with what it takes, as one would type it."""
    words = [p.name.upper() if p.required else f"[{p.name.upper()}]" for p in question.parameters]
    return " ".join([question.name, *words])


def _options(params: list[str], depth: int | None) -> dict[str, Any]:
    options: dict[str, Any] = {} if depth is None else {"depth": depth}
    for param in params:
        name, equals, value = param.partition("=")
        if not (name and equals):
            raise QueryError(f"--param takes NAME=VALUE, not {param!r}")
        options[name] = value
    return options
