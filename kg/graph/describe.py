"""What a store says of one IRI: itself, the claims about it, and the sentences that are their evidence.

Each claim comes whole, with its status and its evidence; so whoever reads the description of a body
also reads what is denied or only alleged of it, and by whom.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph import terms
from kg.graph.rdf import Style, to_rdf
from kg.graph.read import whole
from kg.graph.store import GraphStore
from kg.vocab import DCTERMS, FOAF, OA, OV, RDF, RDFS, SKOS

MOST_CLAIMS = 100
_MENTIONS = frozenset((RDF.subject, RDF.object, OV.saidBy, OA.hasSource))  # what is named, and described elsewhere
_NAMES = (SKOS.prefLabel, DCTERMS.title)


@dataclass(frozen=True, slots=True)
class Description:
    """The job of describing one IRI in one format; the answer is None if the store knows nothing of it.

    ``document`` is where the description is served. Of the claims, the first ``claims`` by IRI are in it.
    """

    iri: str
    format: str
    document: str
    claims: int = MOST_CLAIMS

    def __call__(self, store: GraphStore) -> bytes | None:
        try:
            node = terms.iri(self.iri)
        except ValueError:
            return None
        triples = set(_triples(whole(store.data, node)))
        if not triples:
            return None
        about = sorted(_claims(store.data, node), key=str)
        for claim in about[: self.claims]:
            triples.update(_triples(whole(store.data, claim)))
        triples.update(_names(store.data, triples))
        triples.update(_head(self, len(about)))
        return to_rdf(triples, self.format, Style(store.prefixes, store.ontology, store.base))


def _head(description: Description, claims: int) -> Iterator[ox.Triple]:
    document = terms.iri(description.document)
    yield ox.Triple(document, terms.iri(FOAF.primaryTopic), terms.iri(description.iri))
    if claims > description.claims:
        words = f"The first {description.claims:,} of {claims:,} claims; the SPARQL endpoint has them all."
        yield ox.Triple(document, terms.iri(RDFS.comment), terms.literal(words))


def _triples(quads: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    return (quad.triple for quad in quads)


def _claims(data: ox.Store, node: ox.NamedNode) -> set[ox.NamedNode]:
    """Those that have it at an end, or rest on it."""
    ends = {claim for end in (RDF.subject, RDF.object) for claim in _up(data, end, node)}
    passages = {node, *_up(data, OA.hasSource, node)}
    evidence = {node, *(one for passage in passages for one in _up(data, OV.passage, passage))}
    return ends | {claim for one in evidence for claim in _up(data, OV.evidence, one)}


def _up(data: ox.Store, predicate: str, node: ox.NamedNode) -> Iterator[ox.NamedNode]:
    for quad in data.quads_for_pattern(None, terms.iri(predicate), node, ox.DefaultGraph()):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject


def _names(data: ox.Store, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Of those that are mentioned, so that the description can be read by itself."""
    mentioned = {t.object for t in triples if t.predicate.value in _MENTIONS and isinstance(t.object, ox.NamedNode)}
    for node in mentioned:
        for predicate in _NAMES:
            yield from _triples(data.quads_for_pattern(node, terms.iri(predicate), None, ox.DefaultGraph()))
