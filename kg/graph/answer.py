"""A query from outside, answered as bytes or not at all: the job a worker does for the SPARQL endpoint."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from kg.errors import LimitError, QueryError
from kg.graph import sparql, terms
from kg.graph.rdf import WRITERS, Style, to_rdf
from kg.graph.render import ROWS, render
from kg.graph.result import Result, ResultKind
from kg.graph.store import GraphStore

FORMATS_OF = {ResultKind.SELECT: tuple(ROWS), ResultKind.ASK: tuple(ROWS), ResultKind.GRAPH: tuple(WRITERS)}
MOST_ROWS = 10_000
MOST_BYTES = 16 * 2**20


class UnacceptableError(QueryError):
    """A query whose answer has no form in any format that was asked for."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs, by IRI, that a query is about: those that make up its default graph, and those it may name."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to a query."""

    body: bytes
    kind: ResultKind
    format: str


@dataclass(frozen=True, slots=True)
class QueryOperation:
    """The query operation of the protocol: a query, what it is about, and what its answer may be.

    A query is about all graphs, unless it or the dataset says which. ``formats`` names the format for
    each kind of result; a kind it lacks is refused.
    """

    query: str
    formats: Mapping[ResultKind, str]
    dataset: Dataset = field(default_factory=Dataset)
    rows: int = MOST_ROWS
    size: int = MOST_BYTES

    def __call__(self, store: GraphStore) -> Answer:
        """Raises QueryError for what is wrong with the query, LimitError for an answer that is too large."""
        sparql.check(self.query, datasets=True)
        result = terms.to_result(self._found(store), self.rows)
        format_ = self.formats.get(result.kind)
        if format_ is None:
            offered = ", ".join(FORMATS_OF[result.kind])
            raise UnacceptableError(f"the answer to this query can be had as {offered} only")
        body = _written(result, format_, store)
        if len(body) > self.size:
            raise LimitError(f"the answer is larger than {self.size:,} bytes, the limit here; ask for less")
        return Answer(body, result.kind, format_)

    def _found(self, store: GraphStore) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        try:
            return store.data.query(self.query, base_iri=store.base, prefixes=store.prefixes, **self._graphs())
        except SyntaxError as error:
            raise sparql.syntax_error(error, self.query, store.prefixes) from error

    def _graphs(self) -> dict[str, Any]:
        """For the engine. What the protocol says goes before what the query says, as the protocol demands."""
        if self.dataset:
            default, named = (
                [terms.iri(iri) for iri in graphs] for graphs in (self.dataset.default, self.dataset.named)
            )
            return {"default_graph": default, "named_graphs": named}
        return {"use_default_graph_as_union": not sparql.names_dataset(self.query)}


def _written(result: Result, format_: str, store: GraphStore) -> bytes:
    if result.kind is not ResultKind.GRAPH:
        return render(result, format_).encode()
    style = Style(store.prefixes, store.ontology, store.base)
    return to_rdf((terms.triple(*triple) for triple in result.triples), format_, style)
