"""A question being answered: the store in the light of a day, and what was asked about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from kg.graph.asof import NEVER, check_date, first_day
from kg.graph.links import by_end
from kg.graph.network import scrutiny
from kg.graph.walk import Ways
from kg.questions.types import Kind
from kg.questions.words import in_words, no_source
from kg.roles import Roles, roles_of
from kg.types import Entity, Status
from kg.vocab import DCTERMS, OV, PROV, Ontology

if TYPE_CHECKING:
    from kg.graph import GraphStore
    from kg.graph.links import Link
    from kg.questions.types import Question


class Asked:
    """What an answer is made from. Only what a source asserts counts, where a question does not say otherwise.

    ``as_of`` is the day it is asked as of; ``joined`` says that a body answers with its predecessors.
    """

    def __init__(
        self, store: "GraphStore", question: "Question", values: Mapping[str, object], as_of: str | None, joined: bool
    ) -> None:
        self.store, self.question = store, question
        self.as_of = check_date(as_of) if as_of else None
        self.joined = joined
        self._values = values
        self.notes: list[str] = []
        self.entities = {
            p.name: store.find(str(values[p.name]))
            for p in question.parameters
            if p.kind is Kind.ENTITY and values.get(p.name)
        }
        self._selves = {name: self._stand_ins(entity) for name, entity in self.entities.items()}

    # What was given

    def entity(self, name: str) -> Entity:
        return self.entities[name]

    def selves(self, name: str) -> tuple[str, ...]:
        """Whose claims answer for the body of that parameter: of a day its stand-ins, joined its predecessors too."""
        return self._selves.get(name, ())

    def called(self, name: str) -> str:
        """The names of those who answer, as a sentence has them."""
        return in_words([self.name(iri) for iri in self.selves(name)[: 1 if self.joined else None]])

    def number(self, name: str) -> int:
        return int(str(self._values[name]))

    def date(self, name: str) -> str | None:
        value = self._values.get(name)
        return check_date(str(value)) if value else None

    # What is known

    @property
    def ontology(self) -> Ontology:
        return self.store.ontology

    @cached_property
    def roles(self) -> Roles:
        return roles_of(self.ontology)

    @cached_property
    def scrutiny(self) -> frozenset[str]:
        """The relations by which one holds another to account."""
        return frozenset(scrutiny(self.ontology))

    @cached_property
    def duties(self) -> frozenset[str]:
        """Those of them that last: a power or a duty, whether it is used or not."""
        return frozenset(iri for iri in self.scrutiny if self.ontology.relations[iri].lasting)

    @cached_property
    def all(self) -> "tuple[Link, ...]":
        """All claims that held on the day, whatever their status."""
        return self.store.history.on(self.as_of) if self.as_of else self.store.links

    @cached_property
    def known(self) -> "tuple[Link, ...]":
        """All claims of what had begun, happened or been said by the day, over or not, whatever their status."""
        return self.store.history.by(self.as_of) if self.as_of else self.store.links

    @cached_property
    def links(self) -> "tuple[Link, ...]":
        """What is asserted to have held on the day."""
        return asserted(self.all) if self.as_of else self.store.asserted

    @cached_property
    def at(self) -> "Mapping[str, tuple[Link, ...]]":
        """``links`` by the entities at their ends."""
        return by_end(self.links)

    @cached_property
    def watching(self) -> "tuple[Link, ...]":
        """Who is asserted to scrutinise whom on the day; what a body is said to do to itself is left out."""
        return tuple(link for link in self.links if link.predicate in self.scrutiny and link.subject != link.object)

    @cached_property
    def ways(self) -> Ways:
        """``watching``, to walk on."""
        return Ways(self.watching) if self.as_of else self.store.scrutiny

    @cached_property
    def today(self) -> str | None:
        """The day ages are counted to: the one asked as of, else the date of the latest document. Never the clock."""
        if self.as_of:
            return self.as_of
        return max((link.issued[-1] for link in self.store.links if link.issued), default=None)

    @cached_property
    def bodies(self) -> list[str]:
        """The organisations that existed on the day."""
        return [iri for iri in self.store.kinds if self.is_body(iri) and self.existed(iri)]

    @cached_property
    def denied(self) -> "dict[tuple[str, str], list[Link]]":
        """The scrutiny that a source says there was not, by the two ends."""
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in self.known:
            if link.status is Status.DENIED and link.predicate in self.scrutiny:
                found[link.subject, link.object].append(link)
        return found

    def lasts_to(self, link: "Link", date: str) -> bool:
        """Whether a claim, and the bodies at its ends, may have held on that date or later."""
        history, lives = self.store.history, self.store.history.lives
        ends = [history.spans[link.claim].last, *(lives[e].last for e in (link.subject, link.object) if e in lives)]
        return min(ends) >= first_day(date)

    def posts_of(self, iri: str) -> set[str]:
        """The bodies a person has a post in."""
        posts = self.roles.posts
        return {link.object for link in self.at.get(iri, ()) if link.subject == iri and link.predicate in posts}

    def names(self, iris: Iterable[str]) -> list[str]:
        """Names, each once, in their order."""
        return [self.name(iri) for iri in self.by_name(set(iris))]

    def in_words(self, link: "Link") -> str:
        """A claim as a few words: its ends and its relation."""
        known = self.ontology.relations.get(link.predicate)
        return f"{self.name(link.subject)} {known.label if known else link.predicate} {self.name(link.object)}"

    def date_of_event(self, link: "Link") -> str | None:
        """The date of the report or the investigation at an end of a claim: of issue, or when it began."""
        for end in (link.subject, link.object):
            if self.is_event(end):
                details = dict(self.store.entity(end).details)
                if found := details.get(DCTERMS.issued) or details.get(PROV.startedAtTime):
                    return found
        return None

    def name(self, iri: str) -> str:
        return self.store.names.get(iri, iri)

    def is_body(self, iri: str) -> bool:
        return self.ontology.is_a(self.store.kinds.get(iri, ""), OV.Organisation)

    def is_person(self, iri: str) -> bool:
        return self.ontology.is_a(self.store.kinds.get(iri, ""), OV.Person)

    def is_event(self, iri: str) -> bool:
        """Whether it is a report or an investigation."""
        kind = self.ontology.classes.get(self.store.kinds.get(iri, ""))
        return kind is not None and kind.event

    def existed(self, iri: str) -> bool:
        return not self.as_of or self.store.history.exists(iri, self.as_of)

    def by_name(self, iris: Iterable[str]) -> list[str]:
        return sorted(iris, key=lambda iri: (self.name(iri), iri))

    def as_named(self, parameter: str, links: "Iterable[Link]") -> str:
        """What to say of claims that are about a predecessor, not the body asked about."""
        ends = {end for link in links for end in (link.subject, link.object)}
        earlier = [iri for iri in self.selves(parameter)[1:] if iri in ends] if self.joined else []
        return "; ".join(f"then {self.name(iri)}{self._until(iri)}" for iri in earlier)

    def silence(self, name: str) -> str:
        return no_source(f"of {self.called(name)}", self.as_of)

    # Bodies in time

    def _stand_ins(self, entity: Entity) -> tuple[str, ...]:
        history = self.store.history
        if not self.as_of:
            return history.lineage(entity.iri) if self.joined else (entity.iri,)
        found = history.selves(entity.iri, self.as_of)
        if found != (entity.iri,):
            self.notes.append(f"In {self.as_of} this was: {in_words([self.name(iri) for iri in found])}.")
        elif not history.exists(entity.iri, self.as_of):
            self.notes.append(f"{entity.name} is not known to have existed in {self.as_of}.")
        return found

    def _until(self, iri: str) -> str:
        life = self.store.history.lives.get(iri)
        return f", until {life.last}" if life and life.last != NEVER else ""


def asserted(links: "Iterable[Link]") -> "tuple[Link, ...]":
    return tuple(link for link in links if link.status is Status.ASSERTED)
