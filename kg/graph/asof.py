"""What held on a day.

A date is as exact as the text: a day, a month or a year, read as the span of its days. A claim holds
on a day that its span may touch, so that of an uncertain month every day counts as within. Where a
source leaves a date open, what it does not say is not made up:

- What lasts (``ov:lasting``: a duty, a post, a part of a body) holds from ov:validFrom to ov:validUntil.
  With no beginning it holds from the day it was first said, its earliest dated document; curated facts and
  those of undated documents hold always. Of what is over with no date (ov:former) no day is known.
- A post also ends when its holder is said to resign from it or to lose it, and at the latest when a later
  document calls it former.
- An act holds from the day it happened, or was first said, ever after.
- A body exists from the day it replaced its predecessor to the day it was itself replaced, as dated
  claims of succession say. One that took over the work of another and is spoken of before, was there before.
  What has an end that did not exist on the day, did not hold on it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeAlias

from kg.errors import QueryError
from kg.graph.links import Link
from kg.roles import Roles, roles_of
from kg.types import Status
from kg.vocab import Ontology

ALWAYS, NEVER = "", "9999-12-31"  # before and after every day
LARGEST_FAMILY = 50  # bodies joined by successions; more are a sign of successions misread, and each stands alone
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """A first and a last day, as ISO dates; ALWAYS and NEVER where they are open."""

    first: str = ALWAYS
    last: str = NEVER

    def touches(self, other: "Span") -> bool:
        """Whether they may have a day in common."""
        return self.first <= other.last and other.first <= self.last


_NO_DAY = Span(NEVER, ALWAYS)


def span_of(text: str) -> Span:
    """The days of a date: of "2014-09", the first to the last of September."""
    return Span(first_day(text), last_day(text))


def first_day(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def last_day(text: str) -> str:
    """The last day, for comparison only: every month has 31."""
    return text + "-12-31"[len(text) - 4 :] if len(text) < 10 else text


def check_date(text: str) -> str:
    """A date as it is, if it is a year, a month or a day; else QueryError."""
    try:
        if _DATE.fullmatch(text):
            date.fromisoformat(first_day(text))
            return text
    except ValueError:
        pass
    raise QueryError(f"{text!r} is no date; give a year, a month or a day, as 2014, 2014-09 or 2014-09-16")


class History:
    """The claims of a store in time. ``curated`` are the ids of documents whose facts hold where no date is given."""

    def __init__(self, links: tuple[Link, ...], ontology: Ontology, curated: Collection[str] = ()) -> None:
        self.links = links
        self._ontology, self._roles = ontology, roles_of(ontology)
        self.curated = frozenset(curated)

    def on(self, day: str) -> tuple[Link, ...]:
        """The claims that held on a day (or some day of a month or a year), whatever their status."""
        asked = span_of(day)
        gone = {iri for iri, life in self.lives.items() if not life.touches(asked)}
        return tuple(
            link for link in self.links
            if self.spans[link.claim].touches(asked) and not (link.subject in gone or link.object in gone)
        )  # fmt: skip

    def by(self, day: str) -> tuple[Link, ...]:
        """The claims of what had begun, happened or been said by a day, over or not."""
        last = last_day(day)
        return tuple(link for link in self.links if self.since(link) <= last)

    def since(self, link: Link) -> str:
        """The day from which a claim counts: when it began or happened, else when it was first said."""
        return first_day(link.valid_from) if link.valid_from else self.said(link)

    def said(self, link: Link) -> str:
        """The day a claim was first said; ALWAYS of curated facts and undated documents."""
        if not link.issued or not self.curated.isdisjoint(link.documents):
            return ALWAYS
        return first_day(link.issued[0])

    def selves(self, iri: str, day: str) -> tuple[str, ...]:
        """The body, or those that stood in its place on a day: before it began, or after it was gone.

        Itself where nobody is known to have.
        """
        asked = span_of(day)
        life = self.lives.get(iri, Span())
        if life.touches(asked):
            return (iri,)
        others = self._earlier(iri) if asked.last < life.first else self._later(iri)
        return tuple(one for one in others if self.lives.get(one, Span()).touches(asked)) or (iri,)

    def lineage(self, iri: str) -> tuple[str, ...]:
        """The body and all it took the place of, directly or not, nearest first."""
        return (iri, *self._earlier(iri))

    def over(self, link: Link) -> str:
        """The day by which what a claim tells of had happened at the latest; NEVER where no date is given."""
        return last_day(link.valid_from) if link.valid_from else self.said(link) or NEVER

    def exists(self, iri: str, day: str) -> bool:
        """Whether it may have existed on a day: no source says that it had not begun, or was gone."""
        return self.lives.get(iri, Span()).touches(span_of(day))

    def family(self, iri: str) -> str:
        """One IRI for all bodies that are joined by successions: what one of them did may count for another."""
        return self._families.get(iri, iri)

    def _earlier(self, iri: str) -> list[str]:
        """Predecessors, theirs, and so on: each replaced no later than what replaced it."""
        return _walk(iri, self._predecessors, lambda date, before: first_day(date) <= last_day(before))

    def _later(self, iri: str) -> list[str]:
        return _walk(iri, self._successors, lambda date, before: last_day(date) >= first_day(before))

    @cached_property
    def _families(self) -> dict[str, str]:
        near: dict[str, set[str]] = defaultdict(set)
        for link in self._successions:
            near[link.subject].add(link.object)
            near[link.object].add(link.subject)
        families: dict[str, str] = {}
        for first in sorted(near):
            found, todo = set(), [] if first in families else [first]
            while todo:
                one = todo.pop()
                found.add(one)
                todo += near[one] - found
            families |= dict.fromkeys(found, first)
        sizes = Counter(families.values())
        return {iri: first for iri, first in families.items() if sizes[first] <= LARGEST_FAMILY}

    @cached_property
    def _predecessors(self) -> "_Steps":
        return _gathered((i.subject, i.object, i.valid_from) for i in self._successions)

    @cached_property
    def _successors(self) -> "_Steps":
        return _gathered((i.object, i.subject, i.valid_from) for i in self._successions)

    @cached_property
    def _successions(self) -> list[Link]:
        asserted = (link for link in self.links if link.status is Status.ASSERTED)
        return [i for i in asserted if i.predicate == self._roles.succession and i.subject != i.object]

    @cached_property
    def lives(self) -> dict[str, Span]:
        """When bodies existed, of those whose beginning or end a succession dates."""
        begun: dict[str, str] = {}
        gone: dict[str, str] = {}
        for link in self._successions:
            if link.valid_from:
                begun[link.subject] = min(first_day(link.valid_from), begun.get(link.subject, NEVER))
            if end := _day_before(link.valid_from) if link.valid_from else self.said(link):
                gone[link.object] = max(end, gone.get(link.object, ALWAYS))
        earlier = self._first_seen(begun)
        found = {
            iri: Span(min(begun.get(iri, ALWAYS), earlier.get(iri, NEVER)), gone.get(iri, NEVER))
            for iri in begun.keys() | gone.keys()
        }
        return {iri: life for iri, life in found.items() if life.first <= life.last}  # else sources contradict

    def _first_seen(self, bodies: Collection[str]) -> dict[str, str]:
        """The first day on which bodies are said, as a fact, to do anything or to have it done to them."""
        seen: dict[str, str] = {}
        for link in self.links:
            if link.status is Status.ASSERTED and link.predicate != self._roles.succession:
                day = last_day(link.valid_from) if link.valid_from else self.said(link)
                for end in (link.subject, link.object):
                    if day and end in bodies:
                        seen[end] = min(day, seen.get(end, NEVER))
        return seen

    @cached_property
    def spans(self) -> dict[str, Span]:
        """When each claim held, by its IRI, without regard to the lives of its ends."""
        lasting = {iri for iri, term in self._ontology.relations.items() if term.lasting}
        return {link.claim: self._span(link, link.predicate in lasting) for link in self.links}

    def _span(self, link: Link, lasting: bool) -> Span:
        if link.former and not (link.valid_from or link.valid_until):
            return _NO_DAY
        first = self._first(link)
        if not lasting:
            return Span(first)
        end = last_day(link.valid_until or (link.valid_from if link.former and link.valid_from else NEVER))
        return Span(first, min([end, *self._endings.of(link, first)]))

    def _first(self, link: Link) -> str:
        """Of what has an end only, it is known to have held when that was near, or when it was said before."""
        if link.valid_until and not link.valid_from:
            return min(self.said(link) or NEVER, first_day(link.valid_until))
        return self.since(link)

    @cached_property
    def _endings(self) -> "_Endings":
        return _Endings(self, self._roles)


class _Endings:
    """How posts came to an end that the claim of the post does not itself date."""

    def __init__(self, history: History, roles: Roles) -> None:
        self._posts = frozenset(roles.posts)
        self._ended: dict[tuple[str, str], list[tuple[str, str | None]]] = defaultdict(list)
        self._removed: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        for link in history.links:
            if link.status is not Status.ASSERTED:
                continue
            if link.predicate == roles.resignation:
                self._ended[link.subject, link.object].append((history.over(link), link.role))
            elif link.predicate in self._posts and link.former:
                end = link.valid_until or history.said(link) or NEVER
                self._ended[link.subject, link.object].append((last_day(end), link.role))
            elif link.predicate == roles.removal and link.role:
                self._removed[link.object].append((history.over(link), link.role))

    def of(self, link: Link, first: str) -> Iterator[str]:
        """The days, after it began, by which the post was over."""
        if link.predicate not in self._posts or link.former:
            return
        for day, role in self._ended.get((link.subject, link.object), ()):
            if day >= first and _same(role, link.role):
                yield day
        for day, role in self._removed.get(link.subject, ()):
            if day >= first and link.role and _same(role, link.role):
                yield day


def _same(role: str | None, other: str | None) -> bool:
    """Whether the words of two posts may mean the same: a text that names none may mean any."""
    return not role or not other or role.casefold() == other.casefold()


def _day_before(text: str) -> str:
    """The last day on which what ended on a date was still there."""
    return (date.fromisoformat(text) - timedelta(days=1)).isoformat() if len(text) == 10 else last_day(text)


_Steps: TypeAlias = dict[str, list[tuple[str, str]]]  # from a body to others, each with the date of the step


def _gathered(steps: Iterable[tuple[str, str, str | None]]) -> _Steps:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one, other, day in steps:
        found[one].add((other, day or ""))
    return {one: sorted(others) for one, others in found.items()}


def _walk(start: str, steps: _Steps, in_order: Callable[[str, str], bool]) -> list[str]:
    """All that can be reached, nearest first, by steps whose dates are in order; undated ones always are."""
    found, layer = [start], [(start, "")]
    while layer:
        reached: dict[str, str] = {}
        for one, before in layer:
            for other, day in steps.get(one, ()):
                if other not in found and (not day or not before or in_order(day, before)):
                    reached.setdefault(other, day or before)
        found += sorted(reached)
        layer = sorted(reached.items())
    return found[1:]
