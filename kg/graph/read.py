"""Quads -> kg.types: the way back from ``to_quads``, over the default graph.

Everything comes in a fixed order: documents by id, entities by IRI, claims by their ends.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeAlias

import pyoxigraph as ox

from kg.graph import terms
from kg.graph.merge import evidence_order
from kg.types import Claim, Details, Document, Entity, Evidence, Status
from kg.vocab import DCTERMS, OA, ORG, OV, OWL, RDF, RDFS, SKOS, Ontology

Facts: TypeAlias = dict[str, list[str]]  # values by predicate
DEFAULT = ox.DefaultGraph()
_PARTS = frozenset((OV.evidence, OV.passage, OA.hasSelector))  # what is written out with what it belongs to


def facts_of(data: ox.Store, iri: str) -> Facts:
    """Everything said of a subject, as plain strings, sorted; nothing is said of what cannot be an IRI."""
    try:
        node = terms.iri(iri)
    except ValueError:
        return {}
    return _facts(data.quads_for_pattern(node, None, None, DEFAULT))


def _facts(quads: Iterable[ox.Quad]) -> Facts:
    out: Facts = defaultdict(list)
    for quad in quads:
        out[quad.predicate.value].append(_value(quad.object))
    for values in out.values():
        values.sort()
    return out


def whole(data: ox.Store, node: ox.NamedNode) -> Iterator[ox.Quad]:
    """All that is said of a node and of its parts: of a claim its evidence, their passages and selectors."""
    for quad in data.quads_for_pattern(node, None, None, DEFAULT):
        yield quad
        if quad.predicate.value in _PARTS and isinstance(quad.object, ox.NamedNode):
            yield from whole(data, quad.object)


def subjects(data: ox.Store, predicate: str, object_: str | None = None) -> list[str]:
    """Subjects that have a predicate (with one object, if given), sorted, each once."""
    target = None if object_ is None else terms.iri(object_)
    return sorted({_value(q.subject) for q in data.quads_for_pattern(None, terms.iri(predicate), target, DEFAULT)})


def read_document(data: ox.Store, iri: str, text: Callable[[str], str]) -> Document:
    """A document; ``text`` gives the text of a document's id."""
    facts = facts_of(data, iri)
    doc = document_id(iri)
    return Document(
        id=doc,
        text=text(doc),
        source=facts[DCTERMS.source][0],
        sha256=facts[OV.sha256][0],
        title=_one(facts, DCTERMS.title),
        published=_one(facts, DCTERMS.issued),
        identifier=facts[DCTERMS.identifier][0],
    )


def document_id(iri: str) -> str:
    """The id of a document: the last step of its IRI, as ids.document wrote it."""
    return iri.rpartition("/")[2]


def read_entity(data: ox.Store, iri: str, ontology: Ontology) -> Entity | None:
    """An entity, or None if nothing of that IRI has a name."""
    quads = list(data.quads_for_pattern(terms.iri(iri), None, None, DEFAULT))
    facts = _facts(quads)
    if SKOS.prefLabel not in facts:
        return None
    details = {(q.predicate.value, q.object.value) for q in quads if isinstance(q.object, ox.Literal)}
    return Entity(
        iri=iri,
        kind=most_specific(facts.get(RDF.type, ()), ontology),
        name=facts[SKOS.prefLabel][0],
        aliases=tuple(facts.get(SKOS.altLabel, ())),
        classification=_one(facts, ORG.classification),
        details=tuple(sorted((p, text) for p, text in details if p not in _labels())),
        same_as=_one(facts, OWL.sameAs),
    )


def most_specific(kinds: Iterable[str], ontology: Ontology) -> str:
    """The class below all the others; of several such, the first by name."""
    lowest = sorted(kinds, key=lambda kind: (-sum(ontology.is_a(kind, c) for c in ontology.classes), kind))
    return lowest[0] if lowest else ""


def read_claim(data: ox.Store, iri: str) -> Claim:
    facts = facts_of(data, iri)
    evidence = (read_evidence(data, one) for one in facts.get(OV.evidence, ()))
    return Claim(
        subject=facts[RDF.subject][0],
        predicate=facts[RDF.predicate][0],
        object=facts[RDF.object][0],
        status=Status(facts[OV.status][0].rpartition("#")[2]),
        evidence=tuple(sorted(evidence, key=evidence_order)),
        details=_details(facts),
    )


def read_evidence(data: ox.Store, iri: str) -> Evidence:
    """Evidence; where it stands is read off the passage's IRI, which says it all."""
    facts = facts_of(data, iri)
    document, _, span = facts[OV.passage][0].partition("#char=")
    start, _, end = span.partition(",")
    return Evidence(
        document=document_id(document),
        start=int(start),
        end=int(end),
        confidence=float(facts[OV.confidence][0]),
        found_by=facts[OV.foundBy][0],
        said_by=_one(facts, OV.saidBy),
        references=_one(facts, DCTERMS.references),
    )


def curated(data: ox.Store) -> frozenset[str]:
    """The ids of the documents whose facts name the statute or page they rest on."""
    found: set[str] = set()
    for quad in data.quads_for_pattern(None, terms.iri(DCTERMS.references), None, DEFAULT):
        passages = data.quads_for_pattern(quad.subject, terms.iri(OV.passage), None, DEFAULT)
        found.update(document_id(_value(p.object).partition("#")[0]) for p in passages)
    return frozenset(found)


def read_quote(data: ox.Store, passage: str) -> str:
    """The words of a passage."""
    selectors = (facts_of(data, one) for one in facts_of(data, passage).get(OA.hasSelector, ()))
    return next(facts[OA.exact][0] for facts in selectors if OA.exact in facts)


def read_labels(data: ox.Store) -> Iterator[tuple[str, str, bool]]:
    """Every name of every entity: the name, the entity, and whether it is the preferred one."""
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for quad in data.quads_for_pattern(None, terms.iri(predicate), None, DEFAULT):
            yield _value(quad.object), _value(quad.subject), predicate == SKOS.prefLabel


def _details(facts: Facts) -> Details:
    return Details(
        role=_one(facts, OV.role),
        former=_one(facts, OV.former) == "true",
        valid_from=_one(facts, OV.validFrom),
        valid_until=_one(facts, OV.validUntil),
        rating=_one(facts, OV.rating),
        amount=_one(facts, OV.amount),
        content=tuple(facts.get(OV.content, ())),
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset((SKOS.prefLabel, SKOS.altLabel, RDFS.label))


def _one(facts: Facts, predicate: str) -> str | None:
    return next(iter(facts.get(predicate, ())), None)


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value
