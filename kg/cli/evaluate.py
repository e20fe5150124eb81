"""kg eval"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import JsonOption, show, show_json, table

if TYPE_CHECKING:
    from rich.table import Table

    from kg.evaluate import Evaluation, Row

WORST = 15  # entries shown, those with most wrong claims first


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of NAME.txt with their gold, NAME.json.", metavar="GOLD")],
    errors: Annotated[bool, typer.Option("--errors", help="List what is missed and wrong, with the cause.")] = False,
    model: Annotated[str | None, typer.Option(help="A spaCy pipeline, by name or path.")] = None,
    ontology: Annotated[Path | None, typer.Option(help="Classes and relations, in Turtle.")] = None,
    lexicon: Annotated[Path | None, typer.Option(help="How language says them, in Turtle.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure the reading against documents that people have annotated.

    Prints precision, recall and F1, per relation and for the lexicon entries with most wrong claims,
    at which stage relations were lost, and whether confidence means what it says.

    Example: kg eval tests/data/practice --errors
    """
    from kg.pipeline import evaluate as measure

    found = measure(gold, model=model, ontology=ontology, lexicon=lexicon)
    if as_json:
        show_json(found)
        return
    for one in tables(found):
        show(one)
    show(f"Expected calibration error: {found.calibration_error:.3f}")
    for miss in found.errors if errors else ():
        verdict = "wrong" if miss.wrong else "missed"
        show(f"{miss.document}: {verdict}: {miss.relation} [{miss.cause}]\n    {miss.sentence}")


def tables(found: "Evaluation") -> Iterator["Table"]:
    """The scores as tables."""
    columns = ["", "right#", "found#", "gold#", "precision#", "recall#", "F1#"]
    yield table("Scores", columns, map(_scores, (found.strict, found.pair, found.entities)))
    yield table("Per relation", columns, map(_scores, found.relations))
    lost = Counter(miss.cause.split(":")[0] for miss in found.errors if not miss.wrong)
    yield table("Where relations were lost", ["", "missed#"], lost.most_common())
    entries = [(row.name, row.right, row.found, f"{row.precision:.2f}") for row in found.entries[:WORST]]
    yield table("Lexicon entries and rules with most wrong claims", ["", "right#", "found#", "precision#"], entries)
    bands = [(f"{b.low:.1f}", b.claims, f"{b.confidence:.2f}", f"{b.precision:.2f}") for b in found.bins]
    yield table("Reliability", ["confidence from", "claims#", "mean confidence#", "precision#"], bands)


def _scores(row: "Row") -> tuple[str | int, ...]:
    scores = (f"{value:.2f}" for value in (row.precision, row.recall, row.f1))
    return (row.name, row.right, row.found, row.wanted, *scores)
