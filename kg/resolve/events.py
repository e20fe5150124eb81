"""Reports and investigations: one by a name of their own, or as the work of one author.

"The Jay report" and "a report by Professor Alexis Jay" are one when the documents know of one such
author. An event singled out by a description only stays in its document otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.resolve.corpus import Corpus
from kg.resolve.judgement import Pair, negative, pair, positive, unsure
from kg.resolve.names import Key, event_key, name_words
from kg.resolve.people import Bearer
from kg.resolve.resolver import Resolver
from kg.resolve.words import Words
from kg.vocab import DCTERMS, PROV, SCHEMA, Ontology

_DATES = frozenset({DCTERMS.issued, PROV.startedAtTime})


@dataclass(frozen=True, slots=True)
class Event:
    """A candidate that is a report or an investigation; ``about`` are the roots of what it concerns."""

    number: int
    document: str
    family: str
    shown: str
    name: Key | None  # None of a description
    surname: str | None  # of the author it is called after
    makers: frozenset[int]  # roots of people
    about: frozenset[int]
    dates: frozenset[str]


def read_events(
    corpus: Corpus,
    numbers: Iterable[int],
    people: Iterable[Bearer],
    words: Words,
    ontology: Ontology,
    resolver: Resolver,
) -> list[Event]:
    """All events. What is near them must have been resolved."""
    names = {b.number: b.name for b in people}
    surnames = {name.surname for name in names.values() if name.full}
    found = []
    for n in numbers:
        candidate, near = corpus.candidates[n], corpus.near.get(n, ())
        referent = candidate.referent
        found.append(
            Event(
                number=n,
                document=candidate.document,
                family=candidate.family,
                shown=referent.name,
                name=event_key(referent.name, words) if referent.named else None,
                surname=_eponym((referent.name, *candidate.spoken), surnames, words),
                makers=frozenset(
                    resolver.root(o) for p, o in near if p in words.making and o in names and names[o].full
                ),
                about=frozenset(resolver.root(o) for p, o in near if ontology.is_a(p, SCHEMA.about)),
                dates=frozenset(value for prop, value in referent.details if prop in _DATES),
            )
        )
    return found


def _eponym(forms: Iterable[str], surnames: set[str], words: Words) -> str | None:
    """The surname in "the Jay report": what is left of it beside titles and words for reports."""
    for form in forms:
        rest = [w.removesuffix("'s") for w in name_words(form) if w not in words.beside_names]
        if len(rest) == 1 and rest[0] in surnames:
            return rest[0]
    return None


def by_name(events: Iterable[Event]) -> Iterator[Pair]:
    """Named events of one family and equal names are one, unless dated differently."""
    blocks: dict[tuple[str, Key], list[Event]] = defaultdict(list)
    for event in events:
        if event.name is not None:
            blocks[event.family, event.name].append(event)
    for block in blocks.values():
        yield from _by_date(block, 0.9, f"both are called {block[0].shown!r}")


def _by_date(block: list[Event], score: float, reason: str) -> Iterator[Pair]:
    """Events of one date are one; what has no date goes with the only date there is."""
    dated: dict[frozenset[str], list[Event]] = defaultdict(list)
    for event in block:
        dated[event.dates].append(event)
    firsts = []
    for _, (first, *others) in sorted(dated.items(), key=lambda d: sorted(d[0])):
        firsts.append(first)
        yield from (pair(first.number, other.number, positive(score, reason)) for other in others)
    clash = any(_dates_differ(a.dates, b.dates) for a, b in combinations(firsts, 2))
    for one, other in combinations(firsts, 2):
        if _dates_differ(one.dates, other.dates):
            yield pair(one.number, other.number, negative(f"{reason}, but they are of different dates"))
        elif clash and not (one.dates and other.dates):
            yield pair(one.number, other.number, unsure(0.5, f"{reason}, of which there are several by date"))
        else:
            yield pair(one.number, other.number, positive(score, reason))


def _dates_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether no date of one is a date of the other: "2014" and "2014-08" may be one."""
    pairs = [(a, b) for a in one for b in other]
    return bool(pairs) and not any(a.startswith(b) or b.startswith(a) for a, b in pairs)


def by_author(events: Iterable[Event], people: Iterable[Bearer], resolver: Resolver) -> Iterator[Pair]:
    """Judge the events of one author and family, those called after the author among them."""
    events = list(events)
    authors = _authors(events, people, resolver)
    blocks: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in events:
        makers = event.makers or authors.get((event.family, event.surname or ""), frozenset())
        if len(makers) == 1:
            blocks[event.family, next(iter(makers))].append(event)
    for block in blocks.values():
        yield from _by_author(block)


def _authors(
    events: Iterable[Event], people: Iterable[Bearer], resolver: Resolver
) -> dict[tuple[str, str], frozenset[int]]:
    """Those who made an event of a family, by their surname."""
    surnames: dict[int, set[str]] = defaultdict(set)
    for bearer in people:
        surnames[resolver.root(bearer.number)].add(bearer.name.surname)
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for event in events:
        for maker in event.makers:
            for surname in surnames[maker]:
                found[event.family, surname].add(maker)
    return {key: frozenset(makers) for key, makers in found.items()}


def _by_author(block: list[Event]) -> Iterator[Pair]:
    """What one author made. Where a document knows of several such events, its own are left alone."""
    per_document = Counter(event.document for event in block)
    single = [event for event in block if per_document[event.document] == 1]
    dates = {event.dates for event in single}
    several = any(_dates_differ(a, b) for a, b in combinations(sorted(dates, key=sorted), 2))
    groups: dict[frozenset[str], list[Event]] = defaultdict(list)
    for event in single:
        groups[event.dates if several else frozenset()].append(event)
    for dated, group in groups.items():
        yield from _one_date(group, sure=bool(dated) or not several)


def _one_date(group: list[Event], *, sure: bool) -> Iterator[Pair]:
    """Events about one thing are one. All are, when one is called after the author and none is at odds."""
    what = "both are by one author"
    first_about: dict[int, Event] = {}
    circles: list[frozenset[int]] = []
    for event in group:
        if event.about:
            touching = [c for c in circles if c & event.about]
            circles = [c for c in circles if not c & event.about]
            circles.append(event.about.union(*touching))
        for matter in sorted(event.about):
            first = first_about.setdefault(matter, event)
            if first is not event:
                yield pair(first.number, event.number, positive(0.85, f"{what} and about one thing"))
    one_matter = len(circles) < 2
    verdict = unsure(0.5, f"{what}, but nothing says that there is only one")
    if sure and one_matter and any(event.surname for event in group):
        verdict = positive(0.8, f"{what}, after whom one is called, and nothing tells them apart")
    yield from (pair(group[0].number, event.number, verdict) for event in group[1:])
