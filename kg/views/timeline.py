"""What happened to one body or case over time, as the sources date it.

A date the text gives goes before that of the document, and what is only known to be reported on a day is
called that. Nothing is made more exact than it is: "2014" stays the whole of that year.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.errors import InputError
from kg.graph import GraphStore
from kg.graph.asof import ALWAYS, NEVER, first_day
from kg.graph.links import Link
from kg.types import Status
from kg.views.dates import between
from kg.views.filter import EVERY, Filter
from kg.views.sentences import Sentence, sentences_of_claims
from kg.vocab import DCTERMS, PROV


@dataclass(frozen=True, slots=True)
class Event:
    """One claim in time. ``lane`` says what it is, ``words`` with whom; ``phrase`` is the whole of it.

    ``first`` and ``last`` are ISO dates as exact as the text. Of what lasts, None is an open end; of what
    is only ``reported``, they are the date of the first document that says so.
    """

    lane: str
    words: str
    phrase: str
    status: Status
    claim: str
    other: str  # IRI of whom it joins to whom the timeline is about
    first: str | None
    last: str | None
    lasts: bool = False
    reported: bool = False
    documents: int = 1
    sentence: Sentence | None = None

    @property
    def dated(self) -> bool:
        """Whether any date is known of it."""
        return bool(self.first or self.last)

    @property
    def when(self) -> str:
        """Its dates in words."""
        if not self.dated:
            return "no date known"
        said = between(self.first, self.last if self.lasts else self.first)
        return f"reported {said}" if self.reported else said


@dataclass(frozen=True, slots=True)
class Era:
    """A name a body bore, or the body that stood in its place, and from when to when so far as is known."""

    name: str
    iri: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events of a body and of those it took the place of, earliest first, and those of no known date."""

    title: str
    iri: str
    eras: tuple[Era, ...]
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    notes: tuple[str, ...] = ()


def timeline_of(store: GraphStore, wanted: Filter, *, title: str | None = None) -> Timeline:
    """The timeline of the one body or case a filter is about; all relations count unless some are named."""
    if len(wanted.about) != 1:
        raise InputError("a timeline is about one body or case: name it with --about")
    iri = store.find(wanted.about[0]).iri
    family = _family(store, iri)
    chosen = replace(wanted, relations=wanted.relations or (EVERY,))
    links = [i for i in chosen.links(store) if family & {i.subject, i.object} and not family >= {i.subject, i.object}]
    links = [link for link in links if len(link.documents) >= wanted.least_sources]
    kept = sorted(links, key=lambda i: (-len(i.documents), -i.confidence, i.claim))[: wanted.limit]
    events = sorted((_event(store, link, family) for link in kept), key=_order)
    cut = (f"{len(kept):,} of {len(links):,} events: those most documents tell of.",) if len(kept) < len(links) else ()
    return Timeline(
        title or f"{store.names[iri]}: what happened when",
        iri,
        _eras(store, family),
        tuple(e for e in events if e.dated),
        tuple(e for e in events if not e.dated),
        (*cut, *wanted.notes),
    )


def _family(store: GraphStore, iri: str) -> frozenset[str]:
    """The body, and all that successions join to it."""
    name = store.history.family(iri)
    return frozenset(other for other in store.names if store.history.family(other) == name) | {iri}


def _eras(store: GraphStore, family: frozenset[str]) -> tuple[Era, ...]:
    """None of a body that nothing succeeded."""
    lives = {iri: store.history.lives.get(iri) for iri in family}
    eras = [
        Era(store.names[iri], iri, _open(life.first, ALWAYS), _open(life.last, NEVER)) if life
        else Era(store.names[iri], iri, None, None)
        for iri, life in lives.items()
    ]  # fmt: skip
    return tuple(sorted(eras, key=lambda e: (e.first or "", e.last or NEVER, e.iri))) if len(eras) > 1 else ()


def _open(day: str, end: str) -> str | None:
    return None if day == end else day


def _event(store: GraphStore, link: Link, family: frozenset[str]) -> Event:
    inward = link.object in family
    other = link.subject if inward else link.object
    relation = store.ontology.relations[link.predicate]
    first, last, reported = _dates(store, link, other)
    role = f", {link.role}" if link.role else ""
    status = "" if link.status is Status.ASSERTED else f" ({link.status.value.lower()})"
    return Event(
        lane=f"{relation.label} it" if inward else relation.label,
        words=f"{store.names[other]}{role}{status}",
        phrase=f"{store.names[link.subject]} {relation.label} {store.names[link.object]}{role}{status}",
        status=link.status,
        claim=link.claim,
        other=other,
        first=first,
        last=last,
        lasts=not reported and (relation.lasting or first != last),
        reported=reported,
        documents=len(link.documents),
        sentence=next(iter(sentences_of_claims(store, (link.claim,))), None),
    )


def _dates(store: GraphStore, link: Link, other: str) -> tuple[str | None, str | None, bool]:
    """From when to when; and whether that is only when it was reported."""
    if link.valid_from or link.valid_until:
        lasting = store.ontology.relations[link.predicate].lasting
        return link.valid_from, link.valid_until or (None if lasting else link.valid_from), False
    first, last = _dates_of_case(store, other)
    if first or last:
        return first, last or first, False
    day = link.issued[0] if link.issued else None
    return day, day, day is not None


def _dates_of_case(store: GraphStore, iri: str) -> tuple[str | None, str | None]:
    """When a report came out, or from when to when an investigation went."""
    details = dict(store.entity(iri).details)
    return details.get(PROV.startedAtTime) or details.get(DCTERMS.issued), details.get(PROV.endedAtTime)


def _order(event: Event) -> tuple[str, str, str, str]:
    return first_day(event.first or event.last or NEVER), event.lane, event.words, event.claim


def lanes_of(events: tuple[Event, ...]) -> Iterator[tuple[str, list[Event]]]:
    """Events by what they are: first what lasts, then what happens, each in order of its first event."""
    lanes: dict[str, list[Event]] = {}
    for event in events:
        lanes.setdefault(event.lane, []).append(event)
    yield from sorted(lanes.items(), key=lambda lane: not any(e.lasts for e in lane[1]))
