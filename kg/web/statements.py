"""Claims as the pages show them: in words, with status and the sentences that make them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.links import Link
from kg.graph.merge import best_of_each_place, strength
from kg.types import Details, Evidence, Status
from kg.views.scheme import load_scheme
from kg.web.addresses import document_path, passage_path, path_of, web_address
from kg.web.catalogue import Catalogue, Source

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n\s*\n")
MOST_CONTEXT = 400  # characters of the sentence before, and of the one after


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as it is named in a line; ``kind`` is what the ontology calls its kind of body or its class."""

    iri: str
    name: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence, where it stands, and how it was found. ``rule`` is the name of what found it."""

    text: str
    source: Source
    path: str
    confidence: float
    rule: str
    speaker: Named | None = None
    references: str | None = None  # an address that may be followed
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words. ``quotes`` are those that are shown, of ``sentences`` in ``documents``."""

    path: str
    subject: Named
    relation: str
    object: Named
    status: Status
    details: Details
    sentences: int
    documents: int
    quotes: tuple[Quote, ...] = ()

    @property
    def word(self) -> str:
        """The status as a word."""
        return self.status.value.lower()


class Writer:
    """Puts what a store holds into words."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.store = catalogue.store
        self._scheme = load_scheme(self.store.ontology_path)

    def named(self, iri: str) -> Named:
        """The entity of an IRI; one that is not in the store is called by its IRI."""
        name = self.store.names.get(iri, iri)
        return Named(iri, name, self.kind(iri), path_of(iri, self.store.base))

    def kind(self, iri: str) -> str:
        """The kind of body where it is known, else the class, in words."""
        kind = self.store.kinds.get(iri)
        return self._scheme.node(kind, self.store.classifications.get(iri)).label if kind else ""

    def relation(self, predicate: str) -> str:
        """The label of a relation."""
        return self._scheme.relation(predicate).label

    def line(self, link: Link) -> Statement:
        """A link as a statement without its sentences."""
        return self._statement(link, Details(link.role, link.former, link.valid_from, link.valid_until))

    def statement(self, link: Link) -> Statement:
        """A link with its best sentence."""
        claim = self.catalogue.claim(link.claim)
        best = max(claim.evidence, key=strength, default=None)
        return self._statement(link, claim.details, (self.quote(best),) if best else ())

    def statements(self, links: Iterable[Link]) -> tuple[Statement, ...]:
        """Links with the best sentence of each."""
        return tuple(map(self.statement, links))

    def in_full(self, link: Link) -> Statement:
        """A link with all its sentences, each with those around it."""
        claim = self.catalogue.claim(link.claim)
        quotes = tuple(self.quote(one, context=True) for one in best_of_each_place(claim.evidence))
        return self._statement(link, claim.details, quotes)

    def quote(self, evidence: Evidence, *, context: bool = False) -> Quote:
        """The sentence of some evidence."""
        text = self.catalogue.text(evidence.document)
        start, end = evidence.start, evidence.end
        return Quote(
            text=text[start:end],
            source=self.catalogue.sources[evidence.document],
            path=passage_path(evidence.document, start, end, self.store.base),
            confidence=evidence.confidence,
            rule=rule_name(evidence.found_by),
            speaker=self.named(evidence.said_by) if evidence.said_by else None,
            references=web_address(evidence.references),
            before=_sentence_before(text, start) if context else "",
            after=_sentence_after(text, end) if context else "",
        )

    def document_path(self, source: Source) -> str:
        """The page of a document."""
        return document_path(source.id, self.store.base)

    def _statement(self, link: Link, details: Details, quotes: tuple[Quote, ...] = ()) -> Statement:
        return Statement(
            path_of(link.claim, self.store.base),
            self.named(link.subject),
            self.relation(link.predicate),
            self.named(link.object),
            link.status,
            details,
            link.evidence,
            len(link.documents),
            quotes,
        )


def rule_name(found_by: str) -> str:
    """The name of a lexicon entry or a rule: the last step of its IRI."""
    return re.split(r"[#/]", found_by)[-1] or found_by


def _sentence_before(text: str, start: int) -> str:
    before = text[max(0, start - MOST_CONTEXT) : start].rstrip()
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    return before[ends[-1] :] if ends else before


def _sentence_after(text: str, end: int) -> str:
    after = text[end : end + MOST_CONTEXT].lstrip()
    found = _SENTENCE_END.search(after)
    return after[: found.end()].rstrip() if found else after
