"""kg stats"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli.console import DEFAULT_STORE, JsonOption, StoreOption, beside, open_store, show, show_json, table

if TYPE_CHECKING:
    from rich.table import Table

    from kg.stats import Stats


def stats(store: StoreOption = DEFAULT_STORE, as_json: JsonOption = False) -> None:
    """Count what a store holds.

    Example: kg stats --json
    """
    from kg.stats import count

    counted = count(open_store(store))
    if as_json:
        show_json(counted)
    else:
        show(f"{counted.documents:,} documents, {counted.passages:,} sentences of them quoted.")
        show(beside(tables(counted)))


def tables(stats: "Stats", *, relations: int | None = None) -> Iterator["Table"]:
    """Tables of the counts; of the relations, only so many."""
    yield table("Entities", ["kind", "number#"], stats.entities.items())
    yield table("Claims", ["status", "number#"], stats.claims.items())
    yield table("Relations", ["relation", "claims#"], list(stats.relations.items())[:relations])
