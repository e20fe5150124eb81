"""The sentences behind the lines of a picture, read only when a page is to show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg import ids
from kg.graph import GraphStore
from kg.graph.read import read_document
from kg.types import Evidence
from kg.views.diagram import Diagram


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that says what a line shows. ``speaker`` is a name, of whoever it is attributed to."""

    text: str
    document: str
    title: str
    source: str
    published: str | None
    confidence: float
    speaker: str | None = None


def sentences_of(store: GraphStore, diagram: Diagram) -> tuple[tuple[Sentence, ...], ...]:
    """Those of each edge, in the order of the edges."""
    return tuple(sentences_of_claims(store, edge.claims) for edge in diagram.edges)


def sentences_of_claims(store: GraphStore, claims: Iterable[str]) -> tuple[Sentence, ...]:
    """Those that make the claims of these IRIs, the oldest first and the undated last."""
    evidence = {one for claim in claims for one in store.claim(claim).evidence}
    return tuple(sorted({_sentence(store, one) for one in evidence}, key=_reading_order))


def _sentence(store: GraphStore, evidence: Evidence) -> Sentence:
    iri = ids.document(evidence.document, base=store.base)
    document = read_document(store.data, iri, lambda _: "")  # its facts, not its text
    return Sentence(
        text=store.quote(evidence),
        document=document.id,
        title=document.title or document.identifier or document.id,
        source=evidence.references or document.source,
        published=document.published,
        confidence=evidence.confidence,
        speaker=store.names.get(evidence.said_by or ""),
    )


def _reading_order(sentence: Sentence) -> tuple[str, str, str, float, str, str]:
    return (
        sentence.published or "~",  # undated last
        sentence.document,
        sentence.text,
        -sentence.confidence,
        sentence.speaker or "",
        sentence.source,
    )
