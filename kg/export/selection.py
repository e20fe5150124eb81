"""Some claims of a store, such as those of a picture, for other programs: as rows, as JSON, as Turtle with evidence."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from kg import ids
from kg.export.spreadsheet import safe
from kg.graph import GraphStore, terms
from kg.graph.links import Link
from kg.graph.read import DEFAULT, whole
from kg.graph.turtle import turtle
from kg.types import Status
from kg.vocab import RDF


def records(store: GraphStore, links: Iterable[Link]) -> Iterator[dict[str, Any]]:
    """One for each claim, with its status, in words and IRIs."""
    for link in links:
        relation = store.ontology.relation(link.predicate).label or link.predicate
        yield {
            "subject": store.names.get(link.subject, link.subject),
            "relation": relation,
            "object": store.names.get(link.object, link.object),
            "status": link.status.value.lower(),
            "role": link.role or "",
            "former": link.former,
            "from": link.valid_from or "",
            "until": link.valid_until or "",
            "confidence": link.confidence,
            "documents": list(link.documents),
            "subject_iri": link.subject,
            "relation_iri": link.predicate,
            "object_iri": link.object,
            "claim": link.claim,
        }


def to_csv(store: GraphStore, links: Iterable[Link]) -> str:
    """The records as a table; no cell can be taken for a formula."""
    out = io.StringIO()
    rows = list(records(store, links))
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else ["subject"], lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        cells = row | {"documents": " ".join(row["documents"]), "former": "yes" if row["former"] else ""}
        writer.writerow({name: safe(str(cell)) for name, cell in cells.items()})
    return out.getvalue()


def to_json(store: GraphStore, links: Iterable[Link]) -> str:
    """The records as JSON."""
    return json.dumps({"claims": list(records(store, links))}, ensure_ascii=False, indent=1)


def to_turtle(store: GraphStore, links: Iterable[Link]) -> str:
    """The claims with their evidence, whom they are about, and what is asserted as plain triples."""
    quads: set[ox.Quad] = set()
    for link in links:
        quads.update(whole(store.data, terms.iri(link.claim)))
        if link.status is Status.ASSERTED:
            subject, predicate, object_ = map(terms.iri, (link.subject, link.predicate, link.object))
            quads.add(ox.Quad(subject, predicate, object_, DEFAULT))
        documents = (ids.document(document, base=store.base) for document in link.documents)
        for iri in (link.subject, link.object, *link.speakers, *documents):
            quads.update(_literals(store.data, terms.iri(iri)))
    return turtle(quads, store.prefixes, store.ontology, base=store.base)


def _literals(data: ox.Store, node: ox.NamedNode) -> Iterator[ox.Quad]:
    """Names, dates and classes of a node, and not what else is said of it."""
    for quad in data.quads_for_pattern(node, None, None, DEFAULT):
        if isinstance(quad.object, ox.Literal) or quad.predicate.value == RDF.type:
            yield quad
