"""Claims in words, with the sentences that make them."""

from typing import TYPE_CHECKING

from kg import ids
from kg.graph.merge import best_of_each_place
from kg.graph.read import facts_of
from kg.questions.types import NOBODY, Finding, Hit, Quote, Statement
from kg.vocab import DCTERMS

if TYPE_CHECKING:
    from kg.graph import GraphStore
    from kg.graph.links import Link
    from kg.types import Evidence


class Quotations:
    """The sentences of a store, ``most`` of each claim or all; what is said of a document is looked up once."""

    def __init__(self, store: "GraphStore", most: int | None = None) -> None:
        self.store, self.most = store, most
        self._documents: dict[str, dict[str, list[str]]] = {}

    def finding(self, hit: Hit) -> Finding:
        statements = tuple(self.statement(link, hit.said_by) for link in hit.links)
        return Finding(hit.name, hit.note, hit.depth, statements, hit.iri, hit.since, hit.until)

    def statement(self, link: "Link", said_by: str | None = None) -> Statement:
        """A claim; with ``said_by``, only what is quoted from that speaker."""
        claim = self.store.claim(link.claim)
        evidence = [one for one in claim.evidence if said_by is None or (one.said_by or NOBODY) == said_by]
        places = best_of_each_place(evidence)
        known = self.store.ontology.relations.get(link.predicate)
        return Statement(
            subject=self.store.names[link.subject],
            relation=known.label if known else link.predicate,
            object=self.store.names[link.object],
            status=link.status.value,
            quotes=tuple(self._quote(one) for one in places[: self.most]),
            sentences=len(places),
            claim=link.claim,
            subject_iri=link.subject,
            predicate=link.predicate,
            object_iri=link.object,
            role=link.role,
            former=link.former,
            valid_from=link.valid_from,
            valid_until=link.valid_until,
            rating=claim.details.rating,
            amount=claim.details.amount,
            content=claim.details.content,
        )

    def _quote(self, evidence: "Evidence") -> Quote:
        facts = self._document(evidence.document)
        return Quote(
            text=self.store.quote(evidence),
            document=evidence.document,
            title=next(iter(facts.get(DCTERMS.title, ())), None),
            published=next(iter(facts.get(DCTERMS.issued, ())), None),
            source=facts[DCTERMS.source][0],
            confidence=evidence.confidence,
            said_by=self.store.names.get(evidence.said_by) if evidence.said_by else None,
            references=evidence.references,
            start=evidence.start,
            end=evidence.end,
        )

    def _document(self, doc: str) -> dict[str, list[str]]:
        if doc not in self._documents:
            self._documents[doc] = facts_of(self.store.data, ids.document(doc, base=self.store.base))
        return self._documents[doc]
