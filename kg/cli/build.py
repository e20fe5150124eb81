"""kg build"""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import (
    DEFAULT_STORE,
    JsonOption,
    StoreOption,
    beside,
    console,
    fail,
    open_store,
    show,
    show_json,
    stdin_document,
)
from kg.cli.stats import tables
from kg.ids import BASE

if TYPE_CHECKING:
    from kg.pipeline import BuildReport, Step
    from kg.types import Document

TOP_RELATIONS = 8
STAGES = {"read": "Opening the files", "understand": "Reading the sentences"}


def build(
    paths: Annotated[list[str], typer.Argument(help="Files and folders; - reads one text from stdin.")],
    store: StoreOption = DEFAULT_STORE,
    jobs: Annotated[int | None, typer.Option(min=1, help="Worker processes.", show_default="by need")] = None,
    model: Annotated[str | None, typer.Option(help="A spaCy pipeline, by name or path.")] = None,
    gazetteer: Annotated[Path | None, typer.Option(help="Known bodies, in Turtle.")] = None,
    ontology: Annotated[Path | None, typer.Option(help="Classes and relations, in Turtle.")] = None,
    lexicon: Annotated[Path | None, typer.Option(help="How language says them, in Turtle.")] = None,
    keep: Annotated[bool, typer.Option(help="Keep in the store what the language model says of each text.")] = True,
    base: Annotated[str, typer.Option(help="What the IRIs of the graph start with.")] = BASE,
    as_json: JsonOption = False,
) -> None:
    """Read documents and write their graph to a store.

    Reads .txt, .md, .html, .pdf, .docx and .eml. A document that cannot be read is reported and
    skipped, and the exit code is 1.

    Example: kg build reports/ news/*.html --store police.kg
    """
    import kg

    with _progress() as progress:
        report = kg.build(
            [_source(path) for path in paths],
            store=store,
            model=model,
            gazetteer=gazetteer,
            ontology=ontology,
            lexicon=lexicon,
            base=base,
            jobs=jobs,
            keep=keep,
            progress=progress,
        )
    for failure in report.failures:
        fail(f"{failure.path}: {failure.reason}")
    if as_json:
        show_json(report)
    else:
        _print(report)
    if report.failures:
        raise typer.Exit(1)


def _source(path: str) -> "str | Document":
    """The path itself, or the text on stdin for a dash."""
    return stdin_document() if path == "-" else path


@contextmanager
def _progress() -> Iterator[Callable[["Step"], None]]:
    """A bar with counts and the time left on a terminal, a line per stage elsewhere."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    err = console(stderr=True)
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:

        def advance(step: "Step") -> None:
            if step.stage not in tasks:
                tasks[step.stage] = bar.add_task(STAGES[step.stage], total=step.total)
                if not err.is_terminal:
                    err.print(f"{STAGES[step.stage]} of {step.total:,} documents")
            bar.update(tasks[step.stage], completed=step.done)

        yield advance


def _print(report: "BuildReport") -> None:
    show(
        f"Read {report.documents:,} documents in {sum(report.seconds.values()):.1f} s"
        f" ({len(report.failures):,} could not be read). The graph is in {report.store}.",
        beside(tables(report.stats, relations=TOP_RELATIONS)),
        _next(report.store),
    )


def _quoted(name: str) -> str:
    """A name as one types it: in double quotes where a shell lets it stand so."""
    return shlex.quote(name) if set(name) & set('"$`\\!') else f'"{name}"'


def _next(store: str) -> str:
    """What to type now, with the name of someone the graph has much to say of."""
    from kg.graph.network import busiest

    known = busiest(open_store(Path(store)))
    name = _quoted(known) if known else "NAME"
    flag = "" if Path(store) == DEFAULT_STORE else f" --store {shlex.quote(store)}"
    return "\n  ".join(
        (
            "Try next:",
            f"kg ask overseers {name}{flag}",
            f"kg draw oversight.html --about {name}{flag}",
            f"kg query said-of {name}{flag}",
            "kg query --list",
        )
    )
