"""Independence: watchdogs that are tied to those they watch, and people who change sides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, permutations

from kg.graph.asof import ALWAYS, NEVER, first_day, last_day
from kg.graph.links import Link
from kg.graph.walk import Ways, best_first
from kg.questions.asked import Asked
from kg.questions.types import Found, Hit, Kind, Parameter, Question
from kg.questions.words import number
from kg.types import Status

GROUP = "Independence"
_NAME = Parameter("name", Kind.ENTITY, "one overseer only", required=False, variable="about")


def _tied(asked: Asked) -> Found:
    posts, chosen = _Posts(asked), asked.selves("name")
    watching: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in asked.watching:
        if not chosen or link.subject in chosen:
            watching[link.subject, link.object].append(link)
    hits = [
        Hit(
            asked.name(subject),
            (best_first(links)[0], *tie),
            f"{words} {asked.name(object_)}, which it watches",
            iri=subject,
        )
        for (subject, object_), links in watching.items()
        for words, tie in posts.ties(subject, object_)
    ]
    hits.sort(key=lambda hit: (hit.name, hit.note, hit.iri, [link.claim for link in hit.links]))
    notes = ("A tie is no wrongdoing: many are laid down in law. Dates are shown where a source gives them.",)
    return Found("Which overseers are tied to those they watch?", hits, "No source here tells such a tie.", notes)


class _Posts:
    """Who has a post where, who appointed whom, what is part of what: on the day asked as of."""

    def __init__(self, asked: Asked) -> None:
        roles = asked.roles
        self._heading, self._spans = roles.heading, asked.store.history.spans
        self._of_body: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
        self._appointed: dict[str, list[Link]] = defaultdict(list)
        for link in asked.links:
            if link.predicate in roles.posts and not link.former:
                self._of_body[link.object][link.subject].append(link)
            elif link.predicate == roles.appointment:
                self._appointed[link.object].append(link)
        self._wholes = Ways(link for link in asked.links if link.predicate == roles.containment)
        self.all_wholes = cache(self._all_wholes)
        self.appointers = cache(self._appointers)

    def ties(self, overseer: str, overseen: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
        """How an overseer is tied to one it watches: in words, with the claims."""
        ours, theirs = self._of_body.get(overseer, {}), self._of_body.get(overseen, {})
        if overseen in self.all_wholes(overseer):
            way = self._wholes.path([overseer], [overseen], self._wholes.next_down)
            yield "is part of", tuple(self._wholes.between(a, b)[0] for a, b in pairwise(way))
        if overseen in ours:
            yield ("is led by" if self._leads(ours[overseen]) else "has among its people"), tuple(ours[overseen])
        if overseer in theirs:
            yield "has a post in", tuple(theirs[overseer])
        for person in sorted(ours.keys() & theirs.keys()):
            if both := self._at_one_time(ours[person], theirs[person]):
                yield ("is led by one of" if self._leads(ours[person]) else "has among its people one of"), both
        appointers = self.appointers(overseer)
        for one in sorted(appointers.keys() & {overseen, *theirs}):
            yield from (("has someone appointed by", links) for links in appointers[one])

    def _leads(self, posts: list[Link]) -> bool:
        return any(link.predicate == self._heading for link in posts)

    def _all_wholes(self, part: str) -> set[str]:
        return self._wholes.all_from(part, self._wholes.next_down)

    def _appointers(self, body: str) -> dict[str, list[tuple[Link, ...]]]:
        """Who appointed someone with a post in a body, with the claims of both."""
        found: dict[str, list[tuple[Link, ...]]] = defaultdict(list)
        for person, posts in sorted(self._of_body.get(body, {}).items()):
            for link in self._appointed.get(person, ()):
                found[link.subject].append((link, *posts))
        return found

    def _at_one_time(self, posts: list[Link], others: list[Link]) -> tuple[Link, ...]:
        """The posts of two sides, of those pairs that may have been held at one time."""
        pairs = ((a, b) for a in posts for b in others if self._spans[a.claim].touches(self._spans[b.claim]))
        return tuple(dict.fromkeys(link for pair in pairs for link in pair))


@dataclass(frozen=True, slots=True)
class _Term:
    """Someone's time in a body: days, open where no source gives them."""

    link: Link
    body: str
    first: str
    last: str


def _revolving(asked: Asked) -> Found:
    years, hits = asked.number("years"), []
    sides = {(link.subject, link.object): link for link in reversed(asked.watching)}
    for person, terms in sorted(_terms(asked).items()):
        for one, other in permutations(terms, 2):
            watch, gap = sides.get((one.body, other.body)), _gap(one, other)
            if watch and (gap is None or gap <= years):
                hits.append((gap is None, gap or 0, _change(asked, person, one, other, watch, gap)))
    hits.sort(key=lambda hit: (hit[:2], hit[2].name, hit[2].note, [link.claim for link in hit[2].links]))
    notes = (
        f"Posts with the watcher and with the watched, no more than {number(years, 'year')} apart. Where no source "
        "says when a post began or ended, the answer says so; such pairs come last.",
        "To have worked on both sides is no wrongdoing.",
    )
    return Found("Who has had posts on both sides?", [hit for _, _, hit in hits], "No source here tells of any.", notes)


def _change(asked: Asked, person: str, one: _Term, other: _Term, watch: Link, gap: int | None) -> Hit:
    apart = "no source says how far apart" if gap is None else "less than a year apart" if gap < 1 else ""
    words = f"{asked.name(one.body)}, which watches, and {asked.name(other.body)}, which it watches"
    return Hit(
        asked.name(person),
        tuple(dict.fromkeys((one.link, other.link, watch))),
        f"{words}; {apart or number(int(gap or 0), 'year') + ' apart'}",
        iri=person,
    )


def _terms(asked: Asked) -> dict[str, list[_Term]]:
    """The posts of every person who has had some in two bodies or more; one resigned from is one too."""
    found: dict[str, list[_Term]] = defaultdict(list)
    for link in asked.known:
        if link.status is Status.ASSERTED and asked.is_body(link.object):
            if link.predicate in asked.roles.posts:
                found[link.subject].append(_Term(link, link.object, *_days(link)))
            elif link.predicate == asked.roles.resignation:
                day = link.valid_from or (link.issued[0] if link.issued else None)
                found[link.subject].append(_Term(link, link.object, ALWAYS, last_day(day) if day else NEVER))
    return {person: _joined(terms) for person, terms in found.items() if len({term.body for term in terms}) > 1}


def _days(link: Link) -> tuple[str, str]:
    first = first_day(link.valid_from) if link.valid_from else ALWAYS
    return first, last_day(link.valid_until) if link.valid_until else NEVER


def _joined(terms: Iterable[_Term]) -> list[_Term]:
    """One term for each body: the best dated claim of it, with what other claims add of its end and beginning."""
    by_body: dict[str, list[_Term]] = defaultdict(list)
    for term in terms:
        by_body[term.body].append(term)
    joined = []
    for body, same in sorted(by_body.items()):
        best = min(same, key=lambda term: (term.first == ALWAYS, term.last == NEVER, term.link.claim))
        firsts = [term.first for term in same if term.first != ALWAYS]
        lasts = [term.last for term in same if term.last != NEVER]
        joined.append(_Term(best.link, body, min(firsts, default=ALWAYS), max(lasts, default=NEVER)))
    return joined


def _gap(one: _Term, other: _Term) -> int | None:
    """Whole years between the end of the earlier and the beginning of the later; None where no source says."""
    if one.first <= other.last and other.first <= one.last:
        known = ALWAYS not in (one.first, other.first) and NEVER not in (one.last, other.last)
        return 0 if known else None
    earlier, later = (one.last, other.first) if one.last < other.first else (other.last, one.first)
    return int(later[:4]) - int(earlier[:4]) - (later[5:] < earlier[5:])


QUESTIONS = (
    Question(
        "tied",
        GROUP,
        "Overseers tied to those they watch",
        "An overseer that is part of, led by, appointed by, or staffed by people from those it watches.",
        (_NAME,),
        "tied",
        _tied,
    ),
    Question(
        "revolving-doors",
        GROUP,
        "Revolving doors",
        "People with posts in a body and in one that it watches, no more than so many years apart.",
        (Parameter("years", Kind.NUMBER, "how many years may lie between", required=False, default=5),),
        "revolving-doors",
        _revolving,
        "The rows of the query, a post each; the years between are counted from the dates of each pair.",
    ),
)
