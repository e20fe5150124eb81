"""Resolved -> quads: the shape the vocabulary's documentation promises, without any blank node.

The default graph holds entities, documents, claims and, for asserted claims only, the plain
triple. What follows from the plain triples by the ontology, and how often and where best each claim
is said, goes to the graph ``inferred_graph(base)``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg import ids
from kg.errors import InputError
from kg.graph import terms
from kg.graph.infer import infer
from kg.graph.merge import evidence_order, merge_claims
from kg.types import Claim, Details, Document, Entity, Evidence, Resolved, Status
from kg.vocab import DCTERMS, OA, ORG, OV, OWL, RDF, RDFS, SKOS, XSD, Ontology, load_ontology

Pair: TypeAlias = tuple[str, ox.NamedNode | ox.Literal]  # predicate and object


def inferred_graph(base: str = ids.BASE) -> str:
    """IRI of the graph of what follows from the asserted claims by the ontology."""
    return f"{base}graph/inferred"


def to_quads(resolved: Resolved, *, base: str = ids.BASE, ontology: Path | None = None) -> Iterator[ox.Quad]:
    """The graph of a resolved corpus, each quad once, in an order fixed by the input's content.

    Claims that mint one IRI are merged. A claim that cites a document not in ``resolved`` is an InputError.
    """
    classes = _classes(resolved.entities, load_ontology(ontology))
    claims = merge_claims(resolved.claims, base=base)
    for document in sorted(resolved.documents, key=lambda d: d.id):
        yield from _block(ids.document(document.id, base=base), _document(document))
    for entity in sorted(resolved.entities, key=lambda e: e.iri):
        yield from _block(entity.iri, _entity(entity, classes[entity.iri]))
    for iri, claim in claims.items():
        yield from _block(iri, _claim(iri, claim, base))
        for evidence in claim.evidence:
            yield from _block(ids.evidence(iri, evidence, base=base), _evidence(evidence, base))
    yield from _passages(claims.values(), {d.id: d for d in resolved.documents}, base)
    plain = sorted({(c.subject, c.predicate, c.object) for c in claims.values() if c.status is Status.ASSERTED})
    for s, p, o in plain:
        yield ox.Quad(terms.iri(s), terms.iri(p), terms.iri(o))
    graph = terms.iri(inferred_graph(base))
    for s, p, o in sorted(infer(plain, classes, ontology)):
        yield ox.Quad(terms.iri(s), terms.iri(p), terms.iri(o), graph)
    for s, p, number in _counts(claims, base):
        yield ox.Quad(terms.iri(s), terms.iri(p), terms.typed(str(number), XSD.integer), graph)
    for claim_iri, evidence_iri in _best(claims, base):
        yield ox.Quad(terms.iri(claim_iri), terms.iri(OV.bestEvidence), terms.iri(evidence_iri), graph)


def _counts(claims: Mapping[str, Claim], base: str) -> Iterator[tuple[str, str, int]]:
    """How often a claim is said, when more than once, and how much each document says."""
    says: dict[str, set[str]] = defaultdict(set)
    quoted: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for iri, claim in claims.items():
        if len(claim.evidence) > 1:
            yield iri, OV.evidenceCount, len(claim.evidence)
        for evidence in claim.evidence:
            says[evidence.document].add(iri)
            quoted[evidence.document].add((evidence.start, evidence.end))
    for document in sorted(says):
        yield ids.document(document, base=base), OV.claimCount, len(says[document])
        yield ids.document(document, base=base), OV.passageCount, len(quoted[document])


def _best(claims: Mapping[str, Claim], base: str) -> Iterator[tuple[str, str]]:
    """The surest evidence of a claim that has more than one; of several as sure, the first by document and place."""
    for iri, claim in claims.items():
        if len(claim.evidence) > 1:
            best = min(claim.evidence, key=lambda e: (-e.confidence, evidence_order(e)))
            yield iri, ids.evidence(iri, best, base=base)


def _classes(entities: Iterable[Entity], ontology: Ontology) -> dict[str, frozenset[str]]:
    """The classes of each entity: its own, and those above it that the ontology declares."""
    kinds = {entity.kind for entity in entities}
    above = {kind: frozenset(c for c in ontology.classes if ontology.is_a(kind, c)) | {kind} for kind in kinds}
    return {entity.iri: above[entity.kind] for entity in entities}


def _block(subject: str, pairs: Iterable[Pair]) -> Iterator[ox.Quad]:
    node = terms.iri(subject)
    for predicate, object_ in pairs:
        yield ox.Quad(node, terms.iri(predicate), object_)


def _document(document: Document) -> Iterator[Pair]:
    yield RDF.type, terms.iri(OV.Document)
    yield DCTERMS.identifier, terms.literal(document.identifier or document.id)
    yield DCTERMS.source, terms.resource(document.source)
    yield OV.sha256, terms.literal(document.sha256)
    if document.title:
        yield DCTERMS.title, terms.literal(document.title)
    if document.published:
        yield DCTERMS.issued, terms.date(document.published)


def _entity(entity: Entity, classes: frozenset[str]) -> Iterator[Pair]:
    for kind in sorted(classes):
        yield RDF.type, terms.iri(kind)
    yield SKOS.prefLabel, terms.literal(entity.name)
    yield RDFS.label, terms.literal(entity.name)
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield SKOS.altLabel, terms.literal(alias)
    if entity.classification:
        yield ORG.classification, terms.iri(entity.classification)
    for predicate, text in sorted(set(entity.details)):
        yield predicate, terms.date(text)
    if entity.same_as and entity.same_as != entity.iri:
        yield OWL.sameAs, terms.iri(entity.same_as)


def _claim(iri: str, claim: Claim, base: str) -> Iterator[Pair]:
    yield RDF.type, terms.iri(OV.Claim)
    yield RDF.subject, terms.iri(claim.subject)
    yield RDF.predicate, terms.iri(claim.predicate)
    yield RDF.object, terms.iri(claim.object)
    yield OV.status, terms.iri(OV[claim.status.value])
    yield from _details(claim.details)
    for evidence in claim.evidence:
        yield OV.evidence, terms.iri(ids.evidence(iri, evidence, base=base))


def _details(details: Details) -> Iterator[Pair]:
    for predicate, text in (
        (OV.role, details.role),
        (OV.rating, details.rating),
        (OV.amount, details.amount),
    ):
        if text:
            yield predicate, terms.literal(text)
    if details.former:
        yield OV.former, terms.typed("true", XSD.boolean)
    if details.valid_from:
        yield OV.validFrom, terms.date(details.valid_from)
    if details.valid_until:
        yield OV.validUntil, terms.date(details.valid_until)
    for words in sorted(set(details.content)):
        yield OV.content, terms.literal(words)


def _evidence(evidence: Evidence, base: str) -> Iterator[Pair]:
    yield RDF.type, terms.iri(OV.Evidence)
    yield OV.passage, terms.iri(ids.passage(evidence.document, evidence.start, evidence.end, base=base))
    yield OV.confidence, terms.decimal(evidence.confidence)
    yield OV.foundBy, terms.iri(evidence.found_by)
    if evidence.said_by:
        yield OV.saidBy, terms.iri(evidence.said_by)
    if evidence.references:
        yield DCTERMS.references, terms.iri(evidence.references)


def _passages(claims: Iterable[Claim], documents: dict[str, Document], base: str) -> Iterator[ox.Quad]:
    """Every passage once, however much evidence it gives."""
    for doc, start, end in sorted({(e.document, e.start, e.end) for c in claims for e in c.evidence}):
        if doc not in documents:
            raise InputError(f"a claim cites the document {doc!r}, which is not among the documents given")
        position, quote = (ids.selector(kind, doc, start, end, base=base) for kind in ("position", "quote"))
        passage = ids.passage(doc, start, end, base=base)
        yield from _block(passage, _passage(ids.document(doc, base=base), position, quote))
        yield from _block(position, _position(start, end))
        yield from _block(quote, _quote(documents[doc].text[start:end]))


def _passage(document: str, *selectors: str) -> Iterator[Pair]:
    yield RDF.type, terms.iri(OV.Passage)
    yield OA.hasSource, terms.iri(document)
    for selector in selectors:
        yield OA.hasSelector, terms.iri(selector)


def _position(start: int, end: int) -> Iterator[Pair]:
    yield RDF.type, terms.iri(OA.TextPositionSelector)
    yield OA.start, terms.typed(str(start), XSD.integer)
    yield OA.end, terms.typed(str(end), XSD.integer)


def _quote(text: str) -> Iterator[Pair]:
    yield RDF.type, terms.iri(OA.TextQuoteSelector)
    yield OA.exact, terms.literal(text)
