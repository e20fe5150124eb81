"""The words a query is written with, as JSON: prefixes, and the terms of the store's ontology and of our queries."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse

from kg.graph import GraphStore, named_queries
from kg.vocab import OWL, RDF, RDFS, SKOS, data_path, read_turtle, value

KINDS = {
    OWL.Class: "class",
    OWL.ObjectProperty: "property",
    OWL.DatatypeProperty: "property",
    OWL.NamedIndividual: "individual",
}
_CURIE = re.compile(r"(?<![\w:?<])([a-z]+):([A-Za-z]\w*)")


def page(request: Request) -> JSONResponse:
    """Served at /vocabulary.json, for the editor to complete from."""
    store: GraphStore = request.app.state.store
    declared = _declared(store.ontology_path or data_path("ontology", "oversight.ttl"))
    return JSONResponse({"prefixes": store.prefixes, "terms": [*declared, *_borrowed(declared, store.prefixes)]})


@cache
def _declared(ontology: Path) -> list[dict[str, str]]:
    """The classes, properties and individuals of an ontology."""
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad in read_turtle(ontology):
        facts[value(quad.subject)][quad.predicate.value].add(value(quad.object))
    kinds = {iri: KINDS.keys() & mine[RDF.type] for iri, mine in facts.items() if RDFS.label in mine}
    return [_term(iri, facts[iri], KINDS[min(kind)]) for iri, kind in sorted(kinds.items()) if kind]


def _term(iri: str, facts: dict[str, set[str]], kind: str) -> dict[str, str]:
    definition = min(facts.get(SKOS.definition, {""}))
    return {"iri": iri, "kind": kind, "label": min(facts[RDFS.label]), "definition": definition}


def _borrowed(declared: list[dict[str, str]], prefixes: dict[str, str]) -> list[dict[str, str]]:
    """The properties of other vocabularies that our own queries use."""
    known = {term["iri"] for term in declared}
    found = {curie for query in named_queries().values() for curie in _CURIE.findall(query.sparql)}
    iris = {prefixes[prefix] + name: name for prefix, name in found if prefix in prefixes}
    return [
        {"iri": iri, "kind": "property", "label": name, "definition": ""}
        for iri, name in sorted(iris.items())
        if iri not in known
    ]
