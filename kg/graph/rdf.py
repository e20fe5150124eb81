"""Triples as bytes, in the formats of RDF that hold one graph: the same graph, the same bytes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from kg.graph.jsonld import jsonld
from kg.graph.rdfxml import rdfxml
from kg.graph.turtle import turtle
from kg.vocab import Ontology

Triples: TypeAlias = Iterable[ox.Triple]


@dataclass(frozen=True, slots=True)
class Style:
    """What the writers need to know beside the triples: the prefixes, the ontology, and the base of our IRIs."""

    prefixes: Mapping[str, str]
    ontology: Ontology
    base: str


def to_rdf(triples: Triples, format: str, style: Style) -> bytes:  # noqa: A002
    """The triples in a format of WRITERS."""
    return WRITERS[format](triples, style)


def _turtle(triples: Triples, style: Style) -> bytes:
    return turtle(triples, style.prefixes, style.ontology, base=style.base).encode()


def _ntriples(triples: Triples, _: Style) -> bytes:
    return "".join(sorted({f"{triple} .\n" for triple in triples})).encode()


def _jsonld(triples: Triples, style: Style) -> bytes:
    quads = (ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    return jsonld(quads, style.prefixes, base=style.base).encode()


def _rdfxml(triples: Triples, style: Style) -> bytes:
    return rdfxml(triples, style.prefixes)


WRITERS: dict[str, Callable[[Triples, Style], bytes]] = {
    "ttl": _turtle,
    "nt": _ntriples,
    "jsonld": _jsonld,
    "rdf": _rdfxml,
}
