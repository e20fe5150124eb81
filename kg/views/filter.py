"""What of a store a picture shows: one set of options for the command line, Python and the browser."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from kg.errors import InputError
from kg.graph import GraphStore
from kg.graph.asof import ALWAYS, NEVER, Span, check_date, first_day, last_day, span_of
from kg.graph.links import Link
from kg.graph.network import scrutiny
from kg.types import Status
from kg.views.dates import in_words
from kg.vocab import Ontology, prefixes

DRAWN = (Status.ASSERTED, Status.ALLEGED, Status.PROPOSED)  # denied only when asked for
EVERY = "all"  # in place of a relation
MOST = 300  # bodies: what one can still read


@dataclass(frozen=True, slots=True)
class Filter:
    """``filter_of`` makes one of plain words. A date is that of the documents that say a thing.

    ``relations`` are IRIs, CURIEs, local names or labels, or "all"; without any, those of scrutiny.
    ``least_sources`` counts documents. ``depth`` counts the lines from whom the picture is ``about``.
    ``grouped`` brings bodies of one kind together.
    """

    about: tuple[str, ...] = ()
    depth: int = 1
    statuses: tuple[Status, ...] = DRAWN
    relations: tuple[str, ...] = ()
    as_of: str | None = None
    since: str | None = None
    until: str | None = None
    least_confidence: float = 0.0
    least_sources: int = 1
    limit: int | None = MOST
    grouped: bool = False

    def links(self, store: GraphStore) -> Iterable[Link]:
        """The claims of the relations, statuses, dates and confidence asked for, in order."""
        wanted, statuses = predicates_of(store.ontology, self.relations), frozenset(self.statuses)
        links = store.history.on(self.as_of) if self.as_of else store.links
        return (
            link
            for link in links
            if link.predicate in wanted
            and link.status in statuses
            and link.confidence >= self.least_confidence
            and (self._window is None or _said_in(link, self._window))
        )

    @property
    def _window(self) -> Span | None:
        if not self.since and not self.until:
            return None
        return Span(first_day(self.since) if self.since else ALWAYS, last_day(self.until) if self.until else NEVER)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out because it was asked to be, in words for the caption."""
        said = (
            self.as_of and f"As things stood on {in_words(self.as_of)}, so far as the sources say",
            self._window and f"Only what documents dated {self._dates()} say; what undated ones say is left out",
            self.least_sources > 1 and f"Only what at least {self.least_sources} documents say",
            self.least_confidence > 0 and f"Only what was found with a confidence of {self.least_confidence:g} or more",
        )
        return tuple(f"{words}." for words in said if words)

    def _dates(self) -> str:
        since, until = self.since and in_words(self.since), self.until and in_words(self.until)
        return f"{since} to {until}" if since and until else f"{since} or later" if since else f"{until} or before"


def filter_of(**options: Any) -> Filter:
    """A filter of words as users write them: one name or several, "denied" for a status, numbers as text.

    >>> filter_of(about="Home Office", statuses=["denied"], depth="2").statuses
    (<Status.DENIED: 'Denied'>,)
    """
    unknown = options.keys() - {field.name for field in fields(Filter)}
    if unknown:
        raise InputError(f"no picture has an option {min(unknown)!r}")
    return Filter(**{name: _CLEAN.get(name, _same)(value) for name, value in options.items() if value is not None})


def _same(value: Any) -> Any:
    return value


def _words(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _statuses(value: str | Iterable[str]) -> tuple[Status, ...]:
    words = [word.strip().capitalize() for word in _words(value)]
    for word in words:
        if word not in list(Status):
            raise InputError(f"{word!r} is no status; there are {', '.join(s.value.lower() for s in Status)}")
    return tuple(s for s in Status if s in words)


def _date(value: str) -> str | None:
    return check_date(value.strip()) if value.strip() else None


def _count(least: int) -> Any:
    def read(value: Any) -> int:
        try:
            return max(least, int(value))
        except ValueError as error:
            raise InputError(f"{value!r} is no whole number") from error

    return read


def _share(value: Any) -> float:
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError as error:
        raise InputError(f"{value!r} is no number from 0 to 1") from error


_CLEAN = {
    "about": _words,
    "relations": _words,
    "statuses": _statuses,
    "as_of": _date,
    "since": _date,
    "until": _date,
    "depth": _count(0),
    "least_sources": _count(1),
    "limit": _count(1),
    "least_confidence": _share,
}


def predicates_of(ontology: Ontology, names: Sequence[str]) -> frozenset[str]:
    """The IRIs of relations that are named; of none, those of scrutiny, and of "all", every one."""
    if not names:
        return frozenset(scrutiny(ontology))
    if EVERY in names:
        return frozenset(ontology.relations)
    return frozenset(_relation(ontology, name) for name in names)


def _relation(ontology: Ontology, name: str) -> str:
    known = {form.casefold(): iri for iri, term in ontology.relations.items() for form in _forms(iri, term.label)}
    found = known.get(" ".join(name.split()).casefold())
    if found is None:
        labels = sorted(term.label for term in ontology.relations.values())
        near = get_close_matches(name, labels, n=3) or labels
        raise InputError(f"no relation is called {name!r}; there are {', '.join(near)}, and {EVERY}")
    return found


def _forms(iri: str, label: str) -> tuple[str, ...]:
    local = iri.rpartition("#")[2].rpartition("/")[2]
    curies = (f"{p}:{iri.removeprefix(base)}" for p, base in prefixes().items() if iri.startswith(base))
    return (iri, label, local, *curies)


def _said_in(link: Link, window: Span) -> bool:
    return any(span_of(day).touches(window) for day in link.issued)
