"""CSV: one row for each piece of evidence of each claim, with the names, the words and the place.

A cell that begins with ``=``, ``+``, ``-``, ``@`` or a control character is given a leading
apostrophe, because a spreadsheet would run it as a formula: the text comes from documents anyone
may have written. Programs that read the file should strip that one apostrophe.
"""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from kg import ids
from kg.export.claims import class_label, relation_label
from kg.graph import GraphStore
from kg.types import Claim, Document, Entity, Evidence

COLUMNS = (
    *("subject", "subject_kind", "relation", "object", "object_kind", "status"),
    *("role", "former", "valid_from", "valid_until", "rating", "amount", "content"),
    *("confidence", "sentence", "said_by", "document", "title", "published", "source", "start", "end"),
    *("found_by", "references", "claim_iri", "subject_iri", "relation_iri", "object_iri"),
)
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(store: GraphStore, stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    rows.writerows({name: safe(cell) for name, cell in row.items()} for row in _rows(store))
    text.flush()
    text.detach()


def safe(cell: str) -> str:
    """A cell no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("South Yorkshire Police")
    ("'=1+1", 'South Yorkshire Police')
    """
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def _rows(store: GraphStore) -> Iterator[dict[str, str]]:
    entities = {entity.iri: entity for entity in store.entities()}
    documents = {document.id: document for document in store.documents()}
    for claim in sorted(store.claims(), key=lambda c: (c.subject, c.predicate, c.object, c.status, repr(c.details))):
        about = _claim(store, claim, entities)
        for evidence in claim.evidence:
            yield {**about, **_evidence(evidence, entities, documents)}


def _claim(store: GraphStore, claim: Claim, entities: dict[str, Entity]) -> dict[str, str]:
    details, subject, object_ = claim.details, entities.get(claim.subject), entities.get(claim.object)
    return {
        "subject": subject.name if subject else "",
        "subject_kind": class_label(subject.kind, store.ontology) if subject else "",
        "relation": relation_label(claim.predicate, store.ontology),
        "object": object_.name if object_ else "",
        "object_kind": class_label(object_.kind, store.ontology) if object_ else "",
        "status": claim.status.value,
        "role": details.role or "",
        "former": "true" if details.former else "",
        "valid_from": details.valid_from or "",
        "valid_until": details.valid_until or "",
        "rating": details.rating or "",
        "amount": details.amount or "",
        "content": "; ".join(details.content),
        "claim_iri": ids.claim(claim, base=store.base),
        "subject_iri": claim.subject,
        "relation_iri": claim.predicate,
        "object_iri": claim.object,
    }


def _evidence(evidence: Evidence, entities: dict[str, Entity], documents: dict[str, Document]) -> dict[str, str]:
    document = documents[evidence.document]
    speaker = entities.get(evidence.said_by or "")
    return {
        "confidence": f"{evidence.confidence:.2f}",
        "sentence": document.text[evidence.start : evidence.end],
        "said_by": speaker.name if speaker else evidence.said_by or "",
        "document": document.identifier,
        "title": document.title or "",
        "published": document.published or "",
        "source": document.source,
        "start": str(evidence.start),
        "end": str(evidence.end),
        "found_by": evidence.found_by,
        "references": evidence.references or "",
    }
