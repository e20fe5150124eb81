"""kg explain"""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.console import JsonOption, show, show_json, stdin_document, table

if TYPE_CHECKING:
    from kg.mapper import Explanation


def explain(
    text: Annotated[str, typer.Argument(help="A sentence or more, or a file of them; - reads stdin.")],
    model: Annotated[str | None, typer.Option(help="A spaCy pipeline, by name or path.")] = None,
    ontology: Annotated[Path | None, typer.Option(help="Classes and relations, in Turtle.")] = None,
    lexicon: Annotated[Path | None, typer.Option(help="How language says them, in Turtle.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show why a sentence gives the claims it gives.

    That is: the names found, the triggers seen, the frames tried, and why each was refused.

    Example: kg explain "HMIC will inspect South Yorkshire Police in May."
    """
    import kg

    explanation = kg.explain(_said(text), model=model, ontology=ontology, lexicon=lexicon)
    if as_json:
        show_json(explanation)
    else:
        _print(explanation)


def _said(text: str) -> str:
    """The text to explain; one word that ends as documents do is a file, there or mistyped, and no sentence."""
    from kg.ingest import READERS, read

    if text == "-":
        return stdin_document().text
    path = Path(text)
    named = path.suffix.lower() in READERS and (len(text.split()) == 1 or _is_file(path))
    return read(path).text if named else text


def _is_file(path: Path) -> bool:
    """Whether there is such a file; by the length of a paragraph no system has one."""
    try:
        return path.is_file()
    except OSError:
        return False


def _print(explanation: "Explanation") -> None:
    _print_rows("Names found", explanation.names)
    _print_rows("Whom and what they mean", explanation.referents)
    _print_rows("Triggers seen, frames tried", explanation.triggers)


def _print_rows(title: str, rows: Sequence[Any]) -> None:
    """A table of dataclasses of one kind."""
    if rows:
        columns = [field.name.replace("_", " ") for field in fields(rows[0])]
        show(table(title, columns, ([getattr(row, f.name) for f in fields(row)] for row in rows)))
    else:
        show(f"{title}: none")
