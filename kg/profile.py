"""What a store holds on one entity, put in the order in which a reader asks for it.

Which relations are posts, and which are scrutiny, is read off the ontology; everything here is made of
links, which are in memory, so that a body of thousands of claims costs no more than a look.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph import GraphStore
from kg.graph.links import Link
from kg.graph.network import scrutiny
from kg.types import Entity, Status
from kg.vocab import OV, Ontology

STATUSES = (Status.ASSERTED, Status.ALLEGED, Status.PROPOSED, Status.DENIED)  # in the order they are shown


@dataclass(frozen=True, slots=True)
class Section:
    """Links of one entity that answer one question; ``key`` is its name in an address."""

    key: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity and its links, each in one section, sections in reading order."""

    entity: Entity
    sections: tuple[Section, ...]

    @property
    def links(self) -> tuple[Link, ...]:
        """All of them, in the order of the sections."""
        return tuple(link for section in self.sections for link in section.links)

    def section(self, key: str) -> Section | None:
        """The section of that key; None if nothing is said to it."""
        return next((section for section in self.sections if section.key == key), None)


def profile(store: GraphStore, iri: str) -> Profile:
    """The profile of an entity; UnknownName if nothing of that IRI has a name."""
    entity = store.entity(iri)
    return Profile(entity, sections(entity, store.links_at(iri), store.kinds, store.ontology))


def sections(
    entity: Entity, links: Iterable[Link], kinds: Mapping[str, str], ontology: Ontology
) -> tuple[Section, ...]:
    """Links of an entity by what they tell: posts, scrutiny, reports, investigations, then each relation."""
    sorter = _Sorter(entity, kinds, ontology)
    found: dict[tuple[int, str, str], list[Link]] = defaultdict(list)
    for link in links:
        found[sorter.place(link)].append(link)
    return tuple(Section(key, title, ranked(found[place])) for place in sorted(found) for _, key, title in [place])


def ranked(links: Iterable[Link]) -> tuple[Link, ...]:
    """What holds before what is over, asserted before hedged, then the newest and best supported first."""
    newest = sorted(links, key=lambda link: (_began(link), len(link.documents), link.confidence), reverse=True)
    return tuple(sorted(newest, key=lambda link: (link.former, STATUSES.index(link.status))))


def _began(link: Link) -> str:
    return link.valid_from or (link.issued[-1] if link.issued else "")


class _Sorter:
    """Finds the section of a link as seen from one of its ends."""

    def __init__(self, entity: Entity, kinds: Mapping[str, str], ontology: Ontology) -> None:
        self.iri, self.kinds, self.ontology = entity.iri, kinds, ontology
        self.agent = self._is(entity.kind, OV.Agent)
        self.posts = {iri for iri, term in ontology.relations.items() if self._people_only(term.domain)}
        self.scrutiny = set(scrutiny(ontology))
        self.order = {iri: place for place, iri in enumerate(ontology.relations)}
        self.places: dict[tuple[str, bool, str], tuple[int, str, str]] = {}  # of the few combinations there are

    def place(self, link: Link) -> tuple[int, str, str]:
        """Rank, key and title of its section."""
        key = (link.predicate, link.subject == self.iri, self.kinds.get(link.other(self.iri), ""))
        if key not in self.places:
            self.places[key] = self._place(*key)
        return self.places[key]

    def _place(self, predicate: str, out: bool, kind: str) -> tuple[int, str, str]:
        if self.agent:
            if self._is(kind, OV.Report):
                return (3, "reports", "Reports")
            if self._is(kind, OV.Investigation):
                return (4, "investigations", "Investigations")
            if predicate in self.posts:
                return (0, "posts", "Posts") if out else (0, "people", "People in posts")
            if predicate in self.scrutiny:
                return (2, "overseen", "Whom it scrutinises") if out else (1, "overseers", "Who scrutinises it")
        return self._by_relation(predicate, out)

    def _by_relation(self, predicate: str, out: bool) -> tuple[int, str, str]:
        label = self.ontology.relation(predicate).label or predicate.rpartition("#")[2]
        name, rank = predicate.rpartition("#")[2] or "relation", 10 + 2 * self.order.get(predicate, 0)
        if out:
            return (rank, f"{name}-out", label[:1].upper() + label[1:])
        return (rank + 1, f"{name}-in", f"Who or what {label} it")

    def _is(self, kind: str, ancestor: str) -> bool:
        return self.ontology.is_a(kind, ancestor)

    def _people_only(self, domain: frozenset[str]) -> bool:
        return bool(domain) and all(self._is(kind, OV.Person) for kind in domain)
