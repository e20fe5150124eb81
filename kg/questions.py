"""The questions ``kg ask`` puts to the who-scrutinises-whom graph, each answered with its sentences."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from kg import ids
from kg.errors import QueryError
from kg.graph import GraphStore
from kg.graph.links import Link
from kg.graph.network import (
    Rank,
    Reach,
    chain,
    most_connected,
    network,
    overseen_by,
    overseers_of,
    unwatched,
)
from kg.graph.read import read_document
from kg.types import Document, Entity, Evidence


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a source. ``references`` is the statute or page behind a curated fact."""

    text: str
    document: str
    title: str | None
    published: str | None
    source: str
    confidence: float
    said_by: str | None = None
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words, with every sentence that makes it."""

    subject: str
    relation: str
    object: str
    status: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One entry of an answer: a name, and how it comes to be there."""

    name: str
    note: str = ""
    depth: int = 1
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The question as it was understood, and what the sources say to it."""

    question: str
    findings: tuple[Finding, ...]
    silence: str  # what it means that there are none


@dataclass(frozen=True, slots=True)
class Question:
    """A question; ``names`` says what to give it, ``answer`` takes the entities of those names."""

    names: tuple[str, ...]
    help: str
    answer: Callable[["_Asked"], Answer]


def ask(store: GraphStore, question: str, *names: str, depth: int = 1) -> Answer:
    """Answer one of QUESTIONS. Only what a source asserts counts, not what it denies, alleges or proposes.

    >>> ask(store, "overseers", "South Yorkshire Police", depth=2)  # doctest: +SKIP
    """
    chosen = QUESTIONS.get(question)
    if chosen is None:
        near = get_close_matches(question, QUESTIONS) or QUESTIONS
        raise QueryError(f"no question is called {question!r}; did you mean {' or '.join(near)}?")
    if len(names) != len(chosen.names):
        wanted = " ".join(f'"{name}"' for name in chosen.names) or "no name"
        raise QueryError(f"{question} takes {wanted}, but {len(names)} were given")
    return chosen.answer(_Asked(store, tuple(store.find(name) for name in names), depth))


class _Asked:
    """A question being answered: the store, the entities asked about, and what answers are made from."""

    def __init__(self, store: GraphStore, about: tuple[Entity, ...], depth: int) -> None:
        self.store, self.about, self.depth = store, about, depth
        self.graph = network(store)
        self._documents: dict[str, Document] = {}

    def reached(self, found: Iterable[Reach]) -> tuple[Finding, ...]:
        return tuple(Finding(r.label, depth=r.depth, statements=self.statements(r.links)) for r in found)

    def statements(self, links: Iterable[Link]) -> tuple[Statement, ...]:
        return tuple(self._statement(link) for link in links)

    def _statement(self, link: Link) -> Statement:
        quotes = tuple(self._quote(one) for one in _best_of_each_place(self.store.claim(link.claim).evidence))
        relation = self.store.ontology.relations[link.predicate].label
        return Statement(self.name(link.subject), relation, self.name(link.object), link.status.value, quotes)

    def _quote(self, evidence: Evidence) -> Quote:
        document = self._document(evidence.document)
        return Quote(
            text=self.store.quote(evidence),
            document=document.identifier,
            title=document.title,
            published=document.published,
            source=document.source,
            confidence=evidence.confidence,
            said_by=self.store.entity(evidence.said_by).name if evidence.said_by else None,
            references=evidence.references,
        )

    def _document(self, doc: str) -> Document:
        if doc not in self._documents:
            iri = ids.document(doc, base=self.store.base)
            self._documents[doc] = read_document(self.store.data, iri, self.store.text)
        return self._documents[doc]

    def name(self, iri: str) -> str:
        return str(self.graph.nodes[iri]["label"])


def _best_of_each_place(evidence: Iterable[Evidence]) -> list[Evidence]:
    """A sentence that several rules found the claim in is quoted once."""
    best: dict[tuple[str, int, int], Evidence] = {}
    for one in sorted(evidence, key=lambda e: e.confidence):
        best[one.document, one.start, one.end] = one
    return [best[place] for place in sorted(best)]


def _overseers(asked: _Asked) -> Answer:
    (entity,) = asked.about
    found = asked.reached(overseers_of(asked.graph, entity.iri, asked.depth))
    return Answer(f"Who scrutinises {entity.name}?", found, _silence(entity))


def _overseen(asked: _Asked) -> Answer:
    (entity,) = asked.about
    found = asked.reached(overseen_by(asked.graph, entity.iri, asked.depth))
    return Answer(f"Whom does {entity.name} scrutinise?", found, _silence(entity))


def _chain(asked: _Asked) -> Answer:
    low, high = asked.about
    links = chain(asked.graph, low.iri, high.iri)
    found = tuple(
        Finding(asked.name(link.subject), depth=step, statements=asked.statements([link]))
        for step, link in enumerate(links, 1)
    )
    silence = f"No chain of sources leads from {low.name} up to {high.name}; try them the other way round."
    return Answer(f"By what chain does {high.name} stand over {low.name}?", found, silence)


def _unwatched(asked: _Asked) -> Answer:
    found = tuple(Finding(asked.name(iri)) for iri in unwatched(asked.graph, asked.store.ontology))
    return Answer("Which organisations does no source say to be scrutinised?", found, "There is none.")


def _connected(asked: _Asked) -> Answer:
    found = tuple(Finding(rank.label, _rank(rank)) for rank in most_connected(asked.graph))
    return Answer("Who stands in most claims of scrutiny?", found, "There is no claim of scrutiny.")


def _rank(rank: Rank) -> str:
    claims = "1 claim" if rank.links == 1 else f"{rank.links} claims"
    return f"{claims}; scrutinises {rank.overseen}, is scrutinised by {rank.overseers}"


def _silence(entity: Entity) -> str:
    return f"No source here says so of {entity.name}, which does not mean that it is not so."


QUESTIONS = {
    "overseers": Question(("NAME",), "who scrutinises it", _overseers),
    "overseen": Question(("NAME",), "whom it scrutinises", _overseen),
    "chain": Question(("LOWER", "UPPER"), "the shortest chain of scrutiny from one up to the other", _chain),
    "unwatched": Question((), "organisations no source says to be scrutinised", _unwatched),
    "connected": Question((), "who stands in most claims of scrutiny", _connected),
}
