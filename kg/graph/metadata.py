"""What the endpoint and the data set say of themselves: SPARQL 1.1 Service Description, and VoID."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph import terms
from kg.graph.quads import inferred_graph
from kg.graph.queries import named_queries
from kg.graph.rdf import Style, to_rdf
from kg.graph.store import GraphStore
from kg.vocab import DCTERMS, FOAF, RDF, RDFS, SCHEMA, Namespace, data_path, prefixes, read_turtle

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
SH = Namespace("http://www.w3.org/ns/shacl#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
_RESULTS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)
_ASSERTED = "What the documents say; a plain triple for each claim that a source asserts, and for no other."
_INFERRED = "What follows from the plain triples by the ontology, and how often each claim is said."
_TITLE = "Who oversees, inspects, investigates, criticises and answers to whom, with the sentences that say so"


@dataclass(frozen=True, slots=True)
class ServiceDescription:
    """The job of describing the endpoint whose address is ``endpoint``."""

    endpoint: str
    format: str

    def __call__(self, store: GraphStore) -> bytes:
        return _written(_service(self.endpoint, store.base), self.format, store)


@dataclass(frozen=True, slots=True)
class DatasetDescription:
    """The job of describing the data set: what it is of, how much there is, and what may be asked of it."""

    document: str  # where the description is served
    endpoint: str
    format: str

    def __call__(self, store: GraphStore) -> bytes:
        triples = [
            *_dataset(self, store),
            *_partitions(self, store),
            *_examples(self.endpoint),
        ]
        return _written(triples, self.format, store)


@dataclass(frozen=True, slots=True)
class VocabularyDescription:
    """The job of writing out the ontology that a store was built with."""

    format: str

    def __call__(self, store: GraphStore) -> bytes:
        path = store.ontology_path or data_path("ontology", "oversight.ttl")
        if self.format == "ttl":
            return path.read_bytes()
        return _written((quad.triple for quad in read_turtle(path)), self.format, store)


def _written(triples: Iterable[ox.Triple], format_: str, store: GraphStore) -> bytes:
    names = {"sd": SD.base, "void": VOID.base, "sh": SH.base, "schema": SCHEMA.base}
    return to_rdf(triples, format_, Style({**store.prefixes, **names}, store.ontology, store.base))


def _service(endpoint: str, base: str) -> Iterator[ox.Triple]:
    dataset, default, named, graph = (f"{endpoint}#{name}" for name in ("dataset", "default", "named", "inferred"))
    yield _link(endpoint, RDF.type, SD.Service)
    yield _link(endpoint, SD.endpoint, endpoint)
    yield _link(endpoint, SD.supportedLanguage, SD.SPARQL11Query)
    yield _link(endpoint, SD.feature, SD.UnionDefaultGraph)
    for name in _RESULTS:
        yield _link(endpoint, SD.resultFormat, FORMATS[name])
    yield _link(endpoint, SD.defaultDataset, dataset)
    yield _link(dataset, RDF.type, SD.Dataset)
    yield _link(dataset, SD.defaultGraph, default)
    yield _link(default, RDF.type, SD.Graph)
    yield _text(default, DCTERMS.description, f"{_ASSERTED} And the inferred graph.")
    yield _link(dataset, SD.namedGraph, named)
    yield _link(named, RDF.type, SD.NamedGraph)
    yield _link(named, SD.name, inferred_graph(base))
    yield _link(named, SD.graph, graph)
    yield _link(graph, RDF.type, SD.Graph)
    yield _text(graph, DCTERMS.description, _INFERRED)


def _dataset(job: DatasetDescription, store: GraphStore) -> Iterator[ox.Triple]:
    dataset = f"{job.document}#dataset"
    yield _link(job.document, RDF.type, VOID.DatasetDescription)
    yield _link(job.document, FOAF.primaryTopic, dataset)
    yield _link(dataset, RDF.type, VOID.Dataset)
    yield _text(dataset, DCTERMS.title, _TITLE)
    yield _text(dataset, DCTERMS.description, _ASSERTED)
    yield _link(dataset, VOID.sparqlEndpoint, job.endpoint)
    yield _text(dataset, VOID.uriSpace, store.base)
    yield _number(dataset, VOID.triples, len(store.data))
    yield _number(dataset, VOID.distinctSubjects, _counts(store, "COUNT(DISTINCT ?s)", "?s ?p ?o")[""])
    yield _number(dataset, VOID.distinctObjects, _counts(store, "COUNT(DISTINCT ?o)", "?s ?p ?o")[""])
    yield _number(dataset, VOID.documents, _counts(store, "COUNT(*)", "?s a ov:Document")[""])
    for namespace in sorted(prefixes().values()):
        yield _link(dataset, VOID.vocabulary, namespace)


def _partitions(job: DatasetDescription, store: GraphStore) -> Iterator[ox.Triple]:
    """How much there is of each class and of each property."""
    classes = _counts(store, "COUNT(*)", "?s a ?key")
    properties = _counts(store, "COUNT(*)", "?s ?key ?o")
    for kind, counts in (("class", classes), ("property", properties)):
        plural, measure = ("classes", VOID.entities) if kind == "class" else ("properties", VOID.triples)
        dataset = f"{job.document}#dataset"
        yield _number(dataset, VOID[plural], len(counts))
        for place, (iri, number) in enumerate(sorted(counts.items()), 1):
            part = f"{job.document}#{kind}-{place}"
            yield _link(dataset, VOID[f"{kind}Partition"], part)
            yield _link(part, VOID[kind], iri)
            yield _number(part, measure, number)


def _examples(endpoint: str) -> Iterator[ox.Triple]:
    """The named queries, as the examples of SPARQL endpoints are commonly published."""
    for query in named_queries().values():
        iri = f"{endpoint}#{query.name}"
        yield _link(iri, RDF.type, SH.SPARQLExecutable)
        yield _link(iri, RDF.type, SH.SPARQLSelectExecutable)
        yield _link(iri, SCHEMA.target, endpoint)
        yield _text(iri, RDFS.label, query.title)
        yield _text(iri, RDFS.comment, query.question)
        yield _text(iri, SH.select, query.sparql)


def _counts(store: GraphStore, count: str, pattern: str) -> dict[str, int]:
    """A number for each ?key of a pattern; for the whole of it, if it has none."""
    group = "GROUP BY ?key" if "?key" in pattern else ""
    result = store.query(f"SELECT {'?key' if group else ''} ({count} AS ?n) {{ {pattern} }} {group}")
    return {row.get("key") or "": int(row["n"] or 0) for row in result.records()}


def _link(subject: str, predicate: str, object_: str) -> ox.Triple:
    return ox.Triple(terms.iri(subject), terms.iri(predicate), terms.iri(object_))


def _text(subject: str, predicate: str, text: str) -> ox.Triple:
    return ox.Triple(terms.iri(subject), terms.iri(predicate), terms.literal(text))


def _number(subject: str, predicate: str, number: int) -> ox.Triple:
    return ox.Triple(terms.iri(subject), terms.iri(predicate), ox.Literal(number))
