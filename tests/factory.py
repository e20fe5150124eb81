"""Builders of kg.types for tests: say what matters to the test, leave the rest to defaults."""

from collections.abc import Iterable

from kg import ids
from kg.types import Claim, Details, Document, Entity, Evidence, Resolved, Status
from kg.vocab import OV, PROV

RULE = "https://w3id.org/oversight/lexicon#inspect-v"
POLICE = "https://w3id.org/oversight/kinds#police-force"
STARTED = PROV.startedAtTime
STAGE = OV.stage


def document(id: str = "000", text: str = "", **fields: str | None) -> Document:  # noqa: A002
    values: dict[str, str | None] = {
        "source": f"docs/{id}.txt",
        "sha256": "ab" * 32,
        "identifier": id,
        **fields,
    }
    return Document(id=id, text=text, **values)  # type: ignore[arg-type]


def entity(name: str, kind: str = "Organisation", **fields: object) -> Entity:
    """An entity whose IRI is minted from its name; ``kind`` is a class name of the ontology."""
    return Entity(ids.entity(OV[kind], name), OV[kind], name, **fields)  # type: ignore[arg-type]


def evidence(doc: Document, words: str, confidence: float = 0.9, **fields: str | None) -> Evidence:
    """Evidence in a sentence of a document, found by its words."""
    start = doc.text.index(words)
    return Evidence(doc.id, start, start + len(words), confidence, fields.pop("found_by", RULE) or RULE, **fields)


def claim(
    subject: Entity,
    predicate: str,
    object_: Entity,
    *found: Evidence,
    status: Status = Status.ASSERTED,
    details: Details | None = None,
) -> Claim:
    """``predicate`` is a relation's name in the ontology."""
    return Claim(subject.iri, OV[predicate], object_.iri, status, found, details or Details())


def ordered(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=ids.claim)


def resolved(*parts: Document | Entity | Claim) -> Resolved:
    """A corpus of these, in the order a store gives them back."""
    return Resolved(
        tuple(sorted((p for p in parts if isinstance(p, Document)), key=lambda d: d.id)),
        tuple(sorted((p for p in parts if isinstance(p, Entity)), key=lambda e: e.iri)),
        tuple(ordered(p for p in parts if isinstance(p, Claim))),
    )
