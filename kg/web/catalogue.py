"""What the pages need of a store again and again, read once and kept in memory."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from starlette.datastructures import State
from starlette.requests import Request

from kg.errors import UnknownName
from kg.graph import GraphStore
from kg.graph.links import Link, column
from kg.graph.network import scrutiny
from kg.graph.read import document_id, read_labels, subjects
from kg.profile import STATUSES, Profile, profile
from kg.types import Claim, Status
from kg.vocab import DCTERMS, OV, PROV, RDF
from kg.web.names import NameIndex, fold
from kg.web.timeline import Moment, timeline

K = TypeVar("K")
MOST_CONNECTED, MOST_KEPT = 12, 256
MOST_CLAIMS, MOST_TEXTS = 8192, 128
WARM = 12  # entities whose links are sorted before anybody asks: those with most


@dataclass(frozen=True, slots=True)
class Source:
    """A document without its text. ``name`` is its title, or what it is called where it has none."""

    id: str
    name: str
    published: str | None
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a store holds in numbers, the largest first; keys are IRIs."""

    kinds: Mapping[str, int]
    statuses: Mapping[Status, int]
    relations: Mapping[str, int]
    connected: tuple[tuple[str, int], ...]  # bodies and people in most claims of scrutiny


@dataclass(frozen=True, slots=True)
class Dossier:
    """All links of one entity, as its page shows them."""

    profile: Profile
    timeline: tuple[Moment, ...]
    statuses: Mapping[Status, int]
    documents: int


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Tables over one store, each made when it is first asked for."""

    store: GraphStore

    def warm(self) -> None:
        """Make all of them now, so that nobody waits for one."""
        _ = (self.links, self.links_in, self.sources, self.index, self.holdings, self.begun, self.titles)
        _ = (self.store.links_at(""), self.store.names, self.store.kinds, self.store.classifications)
        with suppress(UnknownName):
            self.store.find("")  # makes its table of names
        for iri, _ in Counter(end for link in self.store.links for end in (link.subject, link.object)).most_common(
            WARM
        ):
            self.dossier(iri)

    @cached_property
    def links(self) -> dict[str, Link]:
        """Every link by the IRI of its claim."""
        return {link.claim: link for link in self.store.links}

    @cached_property
    def claim(self) -> Callable[[str], Claim]:
        """The claim of an IRI; the last thousands are kept, as one claim stands on many pages."""
        return lru_cache(MOST_CLAIMS)(self.store.claim)

    @cached_property
    def text(self) -> Callable[[str], str]:
        """The text of a document by its id; the last ones are kept."""
        return lru_cache(MOST_TEXTS)(self.store.text)

    @cached_property
    def links_in(self) -> dict[str, tuple[Link, ...]]:
        """The links that rest on a document, by its id."""
        found: dict[str, list[Link]] = defaultdict(list)
        for link in self.store.links:
            for document in link.documents:
                found[document].append(link)
        return {document: tuple(links) for document, links in found.items()}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The documents by id, newest first, undated last."""
        data = self.store.data
        titles, stems, issued, places, hashes = (
            column(data, p) for p in (DCTERMS.title, DCTERMS.identifier, DCTERMS.issued, DCTERMS.source, OV.sha256)
        )
        found = [
            Source(document_id(iri), titles.get(iri) or stems[iri], issued.get(iri), places[iri], hashes[iri])
            for iri in subjects(data, RDF.type, OV.Document)
        ]
        found.sort(key=lambda source: (source.name.casefold(), source.id))
        found.sort(key=lambda source: source.published or "", reverse=True)
        return {source.id: source for source in found}

    @cached_property
    def titles(self) -> dict[str, str]:
        """What the documents are called, folded for comparison, by id."""
        return {source.id: fold(source.name) for source in self.sources.values()}

    def titled(self, words: str) -> Iterator[Source]:
        """The documents whose title contains some words, newest first."""
        sought = fold(words)
        return (self.sources[document] for document, title in self.titles.items() if sought in title)

    @cached_property
    def begun(self) -> dict[str, str]:
        """When a report was issued or an investigation began, by IRI."""
        return column(self.store.data, PROV.startedAtTime) | column(self.store.data, DCTERMS.issued)

    @cached_property
    def dossier(self) -> Callable[[str], Dossier]:
        """The dossier of an IRI, UnknownName if it names nothing; the last few are kept, as some take long to sort."""
        return lru_cache(MOST_KEPT)(self._dossier)

    def _dossier(self, iri: str) -> Dossier:
        found = profile(self.store, iri)
        links = found.links
        documents = {document for link in links for document in link.documents}
        statuses = Counter(link.status for link in links)
        ordered = {status: statuses[status] for status in STATUSES if statuses[status]}
        return Dossier(found, timeline(links, self.begun), ordered, len(documents))

    @cached_property
    def index(self) -> NameIndex:
        """The names and aliases of all entities, to search."""
        weight = Counter(end for link in self.store.links for end in (link.subject, link.object))
        return NameIndex.of(read_labels(self.store.data), weight)

    @cached_property
    def holdings(self) -> Holdings:
        """The numbers of the first page."""
        watching = set(scrutiny(self.store.ontology))
        ends = Counter(
            end for link in self.store.links if link.predicate in watching for end in (link.subject, link.object)
        )
        return Holdings(
            kinds=_ranked(Counter(self.store.kinds[iri] for iri in self.store.names)),
            statuses=_ranked(Counter(link.status for link in self.store.links)),
            relations=_ranked(Counter(link.predicate for link in self.store.links)),
            connected=tuple(sorted(ends.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CONNECTED]),
        )


def catalogue_of(request: Request) -> Catalogue:
    """The catalogue of the store that is served, made anew when that was."""
    return current(request.app.state)


def current(state: State) -> Catalogue:
    """The same, of the state of an application."""
    known: Catalogue | None = getattr(state, "catalogue", None)
    if known is None or known.store is not state.store:
        state.catalogue = known = Catalogue(state.store)
    return known


def _ranked(counts: Counter[K]) -> dict[K, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0]))))
