"""The types every stage passes on: small, frozen, and free of any library's objects.

Offsets are code points into ``Document.text``, half open: ``text[start:end]``.
Classes and predicates are full IRIs as strings; the ontology, not Python, says which exist.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Status(StrEnum):
    """How a text stands to what it says; only ASSERTED makes a plain triple."""

    ASSERTED = "Asserted"
    DENIED = "Denied"
    ALLEGED = "Alleged"
    PROPOSED = "Proposed"


@dataclass(frozen=True, slots=True)
class Document:
    """A source that was read. ``published`` is an ISO date (year, month or day), or None."""

    id: str  # the file's stem, made unique in a build; see kg.ids.document_ids
    text: str
    source: str  # path or URL
    sha256: str  # of the source's bytes
    title: str | None = None
    published: str | None = None
    identifier: str = ""  # the file's stem as it is (dcterms:identifier)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that speaks of a referent; ``referent`` is the id of a Referent of the same document."""

    document: str
    start: int
    end: int
    text: str
    kind: str  # class IRI
    referent: str


@dataclass(frozen=True, slots=True)
class Referent:
    """What the mentions of one document speak of: an entity before the corpus is resolved."""

    id: str  # "<document id>#<number>"
    kind: str  # class IRI
    name: str  # the fullest name the document gives
    aliases: tuple[str, ...] = ()
    known: str | None = None  # IRI of a curated body it was linked to
    named: bool = True  # False: singled out by a description only ("HMIC inspection")
    classification: str | None = None  # IRI of a concept of the scheme of body kinds
    details: tuple[tuple[str, str], ...] = ()  # (property IRI, lexical form), as issued, startedAtTime, stage


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in one document that says a claim."""

    document: str
    start: int  # of the passage: a sentence
    end: int
    confidence: float
    found_by: str  # IRI of the lexicon entry or rule
    said_by: str | None = None  # referent id, entity IRI once resolved
    references: str | None = None  # URL of the statute or page behind a curated fact


@dataclass(frozen=True, slots=True)
class Details:
    """What a claim keeps beside its three terms, where the text gives it."""

    role: str | None = None
    former: bool = False
    valid_from: str | None = None  # "2014", "2014-09" or "2014-09-16"
    valid_until: str | None = None
    rating: str | None = None
    amount: str | None = None  # number and currency, "180000 GBP"
    content: tuple[str, ...] = ()  # the words of what was asked, found or alleged


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement some text makes. Ends are referent ids until resolved, then entity IRIs."""

    subject: str
    predicate: str
    object: str
    status: Status
    evidence: tuple[Evidence, ...]
    details: Details = field(default_factory=Details)

    def between(self, subject: str, object_: str) -> "Claim":
        """The same claim with other ends."""
        return replace(self, subject=subject, object=object_)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document was found to say."""

    document: Document
    referents: tuple[Referent, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what the referents of the corpus were resolved to."""

    iri: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    classification: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    same_as: str | None = None  # IRI of the curated body, when it is one


@dataclass(frozen=True, slots=True)
class Resolved:
    """A corpus after resolution: entities and claims between them, each sorted."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
