"""What a picture shows, before it is placed: bodies, the lines between them, the sentences behind each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import UnknownName
from kg.types import Claim, Document, Entity, Evidence, Resolved, Status
from kg.vocab import OV, Ontology, load_ontology

DRAWN = (Status.ASSERTED, Status.ALLEGED, Status.PROPOSED)  # denied only when asked for


@dataclass(frozen=True, slots=True)
class Node:
    """A body or a person; ``kind`` is a class IRI, ``classification`` that of a kind of body."""

    iri: str
    label: str
    kind: str
    classification: str | None = None


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


@dataclass(frozen=True, slots=True)
class Edge:
    """All that says one relation, with one status, from one node to another."""

    source: str
    target: str
    predicate: str
    status: Status
    sentences: tuple[Sentence, ...] = ()

    @property
    def documents(self) -> int:
        """How many documents say it."""
        return len({s.document for s in self.sentences})


@dataclass(frozen=True, slots=True)
class Diagram:
    """Nodes and edges in a fixed order; ``focus`` is the node the picture is about."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: str | None = None


def diagram_of(
    resolved: Resolved,
    *,
    about: str | None = None,
    depth: int = 1,
    statuses: Collection[Status] = DRAWN,
    predicates: Collection[str] | None = None,
) -> Diagram:
    """The picture of a corpus, or of what lies within ``depth`` lines of one body.

    ``about`` is a name, an alias or an IRI; ``predicates`` are IRIs, by default all that the
    ontology puts under ``ov:scrutinises``. Bodies that no line touches are left out.
    """
    wanted = overseeing() if predicates is None else frozenset(predicates)
    claims = [c for c in resolved.claims if c.predicate in wanted and c.status in statuses]
    entities = {e.iri: e for e in resolved.entities}
    focus = None if about is None else find(resolved.entities, about)
    if focus is not None:
        near = _within(claims, focus.iri, depth)
        claims = [c for c in claims if c.subject in near and c.object in near]
    shown = {end for c in claims for end in (c.subject, c.object)} | ({focus.iri} if focus else set())
    return Diagram(
        title=f"Who oversees whom around {focus.name}" if focus else "Who oversees whom",
        nodes=tuple(_node(entities[iri]) for iri in sorted(shown)),
        edges=_edges(claims, {d.id: d for d in resolved.documents}, entities),
        focus=focus.iri if focus else None,
    )


def overseeing(ontology: Ontology | None = None) -> frozenset[str]:
    """The relations of the who-oversees-whom graph, as the ontology has them; all, where it has none such."""
    terms = ontology or load_ontology()
    return frozenset(r for r in terms.relations if terms.is_a(r, OV.scrutinises)) or frozenset(terms.relations)


def find(entities: Iterable[Entity], name: str) -> Entity:
    """The entity of this IRI, name or alias, in that order of preference; UnknownName names the nearest."""
    ranks: list[tuple[int, str, Entity]] = []
    known = set()
    for entity in entities:
        known |= {entity.name, *entity.aliases}
        aliases = {a.casefold() for a in entity.aliases}
        matches = (entity.iri == name, entity.name.casefold() == name.casefold(), name.casefold() in aliases)
        if any(matches):
            ranks.append((matches.index(True), entity.iri, entity))
    if not ranks:
        raise UnknownName(name, get_close_matches(name, sorted(known), n=3))
    return min(ranks, key=lambda r: r[:2])[2]


def _within(claims: Iterable[Claim], start: str, depth: int) -> set[str]:
    """Ends no more than ``depth`` claims away from the start, whichever way the claims point."""
    beside: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        beside[claim.subject].add(claim.object)
        beside[claim.object].add(claim.subject)
    seen, edge = {start}, {start}
    for _ in range(depth):
        edge = {other for one in edge for other in beside[one]} - seen
        seen |= edge
    return seen


def _node(entity: Entity) -> Node:
    return Node(entity.iri, entity.name, entity.kind, entity.classification)


def _edges(
    claims: Iterable[Claim], documents: Mapping[str, Document], entities: Mapping[str, Entity]
) -> tuple[Edge, ...]:
    """One edge for all claims of the same ends, relation and status, whatever their terms of office."""
    groups: dict[tuple[str, str, str, Status], set[Sentence]] = defaultdict(set)
    for claim in claims:
        sentences = groups[claim.subject, claim.object, claim.predicate, claim.status]
        sentences.update(_sentence(e, documents[e.document], entities) for e in claim.evidence)
    return tuple(Edge(*key, tuple(sorted(said, key=_reading_order))) for key, said in sorted(groups.items()))


def _sentence(evidence: Evidence, document: Document, entities: Mapping[str, Entity]) -> Sentence:
    speaker = entities.get(evidence.said_by or "")
    return Sentence(
        text=document.text[evidence.start : evidence.end],
        document=document.id,
        title=document.title or document.identifier or document.id,
        source=evidence.references or document.source,
        published=document.published,
        confidence=evidence.confidence,
        speaker=speaker.name if speaker else None,
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
