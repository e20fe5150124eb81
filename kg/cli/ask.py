"""kg ask"""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import DEFAULT_STORE, JsonOption, StoreOption, line, open_store, show, show_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from kg.questions import Answer, Quote, Statement

MOST_QUOTES = 3  # per statement; --json gives all


def ask(
    question: Annotated[str, typer.Argument(help="overseers, overseen, chain, unwatched or connected.")],
    names: Annotated[list[str] | None, typer.Argument(help="Whom it is about; for chain, two.")] = None,
    depth: Annotated[int, typer.Option("--depth", "-d", min=1, help="How many steps to go.")] = 1,
    store: StoreOption = DEFAULT_STORE,
    as_json: JsonOption = False,
) -> None:
    """Ask who scrutinises whom, and which sentence says so.

    \b
    overseers NAME       who scrutinises it
    overseen NAME        whom it scrutinises
    chain LOWER UPPER    the shortest chain from one up to the other
    unwatched            organisations that no source says to be scrutinised
    connected            who stands in most claims of scrutiny

    Only what a source asserts counts; see kg query for what is denied, alleged or proposed.

    Example: kg ask overseers "South Yorkshire Police" --depth 2

    Example: kg ask chain "South Yorkshire Police" "Home Office"
    """
    from kg.questions import ask

    answer = ask(open_store(store), question, *names or (), depth=depth)
    if as_json:
        show_json(answer)
    else:
        show(*_lines(answer))


def _lines(answer: "Answer") -> "Iterator[RenderableType]":
    yield line(answer.question, style="bold")
    if not answer.findings:
        yield line(answer.silence, indent=2)
    for finding in answer.findings:
        note = f": {finding.note}" if finding.note else ""
        yield line(f"{finding.name}{note}", indent=2, style="bold" if finding.statements else "")
        for statement in finding.statements:
            yield from _statement(statement)


def _statement(statement: "Statement") -> "Iterator[RenderableType]":
    yield line(f"{statement.subject} {statement.relation} {statement.object}", indent=4)
    for quote in statement.quotes[:MOST_QUOTES]:
        yield line(f"“{' '.join(quote.text.split())}”", indent=6, style="italic")
        yield line(_origin(quote), indent=6, style="dim")
    if len(statement.quotes) > MOST_QUOTES:
        yield line(f"and {len(statement.quotes) - MOST_QUOTES} more", indent=6, style="dim")


def _origin(quote: "Quote") -> str:
    speaker = f"{quote.said_by}, in " if quote.said_by else ""
    parts = (f"{speaker}{quote.title or quote.document}", quote.published, quote.references or quote.source)
    return ", ".join(part for part in parts if part)
