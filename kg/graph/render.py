"""A Result as bytes or text: the W3C's SPARQL result formats, RDF for graphs, a table for people."""

import io
import json
import re
from typing import Any

import pyoxigraph as ox

from kg import ids
from kg.errors import QueryError
from kg.graph import terms
from kg.graph.rdfxml import rdfxml
from kg.graph.result import Result, ResultKind, Term
from kg.graph.turtle import turtle
from kg.vocab import load_ontology, prefixes

ROWS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = ("ttl", "json", "xml")
FORMATS = ("table", *ROWS, "ttl")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")  # a terminal would obey these


def render(result: Result, format: str = "table", *, width: int = 120) -> str:  # noqa: A002
    """The result in one of FORMATS; ``ttl`` is for CONSTRUCT and DESCRIBE only."""
    if format not in FORMATS:
        raise QueryError(f"no result format is called {format!r}; choose from {', '.join(FORMATS)}")
    if format == "table":
        return _table(result, width)
    if result.kind is ResultKind.GRAPH and format in _GRAPHS:
        return _graph(result, format)
    if format == "ttl":
        raise QueryError("ttl is for CONSTRUCT and DESCRIBE; choose table, csv, tsv, json or xml")
    return _serialise(result, format)


def _serialise(result: Result, format_: str) -> str:
    """By way of the JSON form, which the engine reads and writes as all the others."""
    text = json.dumps(_json(result, safe=format_ == "xml"), ensure_ascii=False)
    if format_ == "json":
        return text + "\n"
    parsed = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    return (parsed.serialize(format=ROWS[format_]) or b"").decode()


def _json(result: Result, *, safe: bool) -> dict[str, Any]:
    if result.answer is not None:
        return {"head": {}, "boolean": result.answer}
    bindings = [
        {v: _binding(t, safe) for v, t in zip(result.variables, row, strict=True) if t is not None}
        for row in result.rows
    ]
    return {"head": {"vars": list(result.variables)}, "results": {"bindings": bindings}}


def _binding(term: Term, safe: bool) -> dict[str, str]:
    value = terms.xml_safe(term.value) if safe else term.value
    binding = {"type": term.kind.value, "value": value}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype:
        binding["datatype"] = term.datatype
    return binding


def _graph(result: Result, format_: str) -> str:
    triples = [terms.triple(*triple) for triple in result.triples]
    if format_ == "ttl":
        return turtle(triples, prefixes(), load_ontology(), base=ids.BASE)
    if format_ == "xml":
        return rdfxml(triples, prefixes()).decode()
    return (ox.serialize(triples, format=ox.RdfFormat.JSON_LD) or b"").decode() + "\n"


def _table(result: Result, width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if result.answer is not None:
        return "yes\n" if result.answer else "no\n"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for variable in result.variables:
        table.add_column(Text(variable))
    for row in result.rows:
        table.add_row(*(Text(_shown(term)) for term in row))
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().strip("\n").splitlines()) + "\n"


def _shown(term: Term | None) -> str:
    if term is None:
        return ""
    return _CONTROL.sub(" ", shorten(term.value) if term.kind == "uri" else term.value)


def shorten(iri: str) -> str:
    """An IRI with the ontology's longest matching prefix in place of its namespace."""
    fits = [(len(base), name, base) for name, base in prefixes().items() if iri.startswith(base)]
    if not fits:
        return iri
    _, name, base = max(fits)
    return f"{name}:{iri.removeprefix(base)}"
