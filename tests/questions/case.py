"""Stores made by hand for one question each: facts as lines, a document for each unless one is named."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.graph import GraphStore, create, open_store, to_quads
from kg.questions import Answer, ask
from kg.types import Claim, Details, Document, Entity, Status
from tests import factory

PEOPLE = ("Ann", "Ben", "Cleo", "Zoë")
REPORTS = ("Report", "Review")


@dataclass(frozen=True)
class Fact:
    """What one sentence says: ``said`` is when, None for a document without a date; ``by`` is who is quoted."""

    subject: str
    relation: str
    object: str
    said: str | None = "2014-09-16"
    status: Status = Status.ASSERTED
    by: str | None = None
    document: str | None = None
    text: str | None = None
    details: Details = field(default_factory=Details)
    curated: bool = False


def fact(line: str, **options: object) -> Fact:
    """``fact("A oversees B", valid_from="2012", said="2014")``: what is no field of a fact is a detail."""
    subject, relation, object_ = line.split(" ", 2)
    fields = {name: value for name, value in options.items() if name in Fact.__dataclass_fields__}
    details = Details(**{name: value for name, value in options.items() if name not in fields})  # type: ignore[arg-type]
    return Fact(subject, relation, object_, details=details, **fields)  # type: ignore[arg-type]


def named(name: str) -> Entity:
    """An entity; people and reports are told by their names."""
    kind = "Person" if name in PEOPLE else "Report" if name.startswith(REPORTS) else "Organisation"
    kind = "Inquiry" if name.startswith("Inquiry") else kind
    return factory.entity(name, kind)


def store_of(folder: Path, *facts: Fact, also: tuple[str, ...] = ()) -> GraphStore:
    """A store of these facts; ``also`` are bodies of which nothing is said."""
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    for n, one in enumerate(facts):
        sentence = one.text or f"It is said that {one.subject} {one.relation} {one.object}."
        key = one.document or f"d{n:02}"
        before = documents.get(key)
        text = f"{before.text} {sentence}" if before else sentence
        digest = hashlib.sha256(f"{key}\n{text}".encode()).hexdigest()  # of a file of its own
        documents[key] = factory.document(key, text, published=one.said, title=f"Title of {key}", sha256=digest)
        found = factory.evidence(
            documents[key],
            sentence,
            said_by=named(one.by).iri if one.by else None,
            references="https://example.org/act" if one.curated else None,
        )
        claims.append(
            factory.claim(
                named(one.subject), one.relation, named(one.object), found, status=one.status, details=one.details
            )
        )
    names = {n for one in facts for n in (one.subject, one.object, one.by) if n} | set(also)
    corpus = factory.resolved(*documents.values(), *map(named, sorted(names)), *_gathered(claims))
    create(folder / "case.kg", to_quads(corpus), {d.id: d.text for d in corpus.documents})
    return open_store(folder / "case.kg")


def _gathered(claims: list[Claim]) -> list[Claim]:
    """One claim of what several documents say."""
    found: dict[object, Claim] = {}
    for one in claims:
        key = (one.subject, one.predicate, one.object, one.status, one.details)
        found[key] = replace(one, evidence=found[key].evidence + one.evidence) if key in found else one
    return list(found.values())


def names(answer: Answer) -> list[str]:
    return [finding.name for finding in answer.findings]


def notes(answer: Answer) -> dict[str, str]:
    return {finding.name: finding.note for finding in answer.findings}


def asking(store: GraphStore, name: str, *values: str | int, **options: str | int | None) -> list[str]:
    """The names of the findings."""
    return names(ask(store, name, *values, **options))  # type: ignore[arg-type]
