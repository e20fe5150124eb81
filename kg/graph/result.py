"""What a query answers, in plain values: no engine's object leaves this package."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

REPR_ROWS = 200


class TermKind(StrEnum):
    """Named as SPARQL 1.1 Query Results JSON names them."""

    IRI = "uri"
    LITERAL = "literal"
    BLANK = "bnode"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One RDF term. ``str(term)`` is the IRI or the lexical form."""

    value: str
    kind: TermKind = TermKind.IRI
    datatype: str | None = None  # None for IRIs, plain strings and language-tagged strings
    language: str | None = None

    def __str__(self) -> str:
        return self.value


class ResultKind(StrEnum):
    """The forms of a query, as their answers differ."""

    SELECT = "select"
    ASK = "ask"
    GRAPH = "graph"  # of CONSTRUCT and DESCRIBE


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one query.

    ``rows`` are those of a SELECT, or the triples of a CONSTRUCT or DESCRIBE (sorted, each once);
    an unbound variable is None. An ASK has no rows but ``answer``.
    """

    kind: ResultKind
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    answer: bool | None = None

    @property
    def triples(self) -> tuple[tuple[Term, Term, Term], ...]:
        """The triples of a CONSTRUCT or DESCRIBE; none for the other forms."""
        if self.kind is not ResultKind.GRAPH:
            return ()
        return tuple((s, p, o) for s, p, o in self.rows if s and p and o)

    def records(self) -> Iterator[dict[str, str | None]]:
        """Each row as a dict from variable to value."""
        for row in self.rows:
            yield {v: None if t is None else t.value for v, t in zip(self.variables, row, strict=True)}

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """The answer of an ASK; for the other forms, whether there is any row."""
        return bool(self.rows) if self.answer is None else self.answer

    def _repr_html_(self) -> str:
        """A static table for notebooks; a long one is cut, and says so."""
        if self.answer is not None:
            return f"<p>{'yes' if self.answer else 'no'}</p>"
        cells = ([("" if t is None else t.value) for t in row] for row in self.rows[:REPR_ROWS])
        return html_table(self.variables, cells, len(self.rows))


def html_table(columns: Iterable[str], rows: Iterable[Iterable[str]], total: int) -> str:
    """A static table for notebooks: text only, no more than REPR_ROWS rows, and a word on how many there are."""
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in islice(rows, REPR_ROWS))
    more = f"<p>{REPR_ROWS} of {total} rows shown</p>" if total > REPR_ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cells(row: Iterable[str]) -> str:
    return "".join(f'<td dir="auto">{html.escape(cell)}</td>' for cell in row)
