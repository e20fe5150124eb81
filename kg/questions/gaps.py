"""Gaps: bodies that nobody watches, duties that nobody uses, and watchdogs that are alone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.graph.asof import NEVER, first_day, last_day
from kg.graph.links import Link
from kg.graph.network import circles, network
from kg.graph.walk import best_first
from kg.questions.asked import Asked, asserted
from kg.questions.types import Found, Hit, Kind, Parameter, Question
from kg.questions.words import in_words, no_source, number
from kg.types import Status

GROUP = "Gaps"
_SILENT = "Silence of these sources is not absence of oversight: what they do not say may still be so."


def _unwatched(asked: Asked) -> Found:
    rumoured = defaultdict(list)
    for link in asked.all:
        if link.predicate in asked.scrutiny and link.status in (Status.ALLEGED, Status.PROPOSED):
            rumoured[link.object].append(link)
    watched = {link.object for link in asked.watching}
    bodies = [b for b in asked.bodies if b not in watched]
    ordered = sorted(bodies, key=lambda b: (-len(asked.at.get(b, ())), asked.name(b), b))
    hits = [Hit(asked.name(b), best_first(rumoured[b]), _role_in(asked, b, rumoured[b]), iri=b) for b in ordered]
    return Found("Which bodies does no source say to be under scrutiny?", hits, "There is none.", (_SILENT,))


def _role_in(asked: Asked, body: str, rumoured: Collection[Link]) -> str:
    """How much the sources say of a body that nobody is said to watch."""
    parts = [f"in {number(len(asked.at.get(body, ())), 'claim')}"]
    if below := len(asked.ways.next_down(body)):
        parts.append(f"itself scrutinises {below}")
    if rumoured:
        parts.append("scrutiny of it is alleged or proposed, and no more")
    return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class _Act:
    """One use of a power over someone, with the claims that tell of it. Dates are days, open where not given."""

    links: tuple[Link, ...]
    first: str
    last: str

    @property
    def ends(self) -> tuple[str, str]:
        return self.links[0].subject, self.links[-1].object

    @property
    def words(self) -> str:
        dated = self.links[-1]
        return dated.valid_from or (f"said {dated.issued[-1]}" if dated.issued else "undated")


class Acts:
    """Who did what to whom by way of scrutiny: inspected or fined it, or carried out an inquiry into it.

    What a body did counts for those it took the place of and those that took its place.
    """

    def __init__(self, asked: Asked) -> None:
        self._family = asked.store.history.family
        self._acts: dict[tuple[str, str], list[_Act]] = defaultdict(list)
        known = asserted(asked.known)
        for link in known:
            if link.predicate in asked.scrutiny - asked.duties and link.subject != link.object:
                self._add(link.subject, link.object, _act(link))
        matter = defaultdict(list)
        for link in known:
            if link.predicate == asked.roles.matter:
                matter[link.subject].append(link)
        for link in known:
            for about in matter.get(link.object, ()) if link.predicate == asked.roles.conducting else ():
                self._add(link.subject, about.object, _act(link, about))

    def _add(self, subject: str, object_: str, act: _Act) -> None:
        self._acts[self._family(subject), self._family(object_)].append(act)

    def all(self) -> Iterator[_Act]:
        return (act for acts in self._acts.values() for act in acts)

    def last(self, subject: str, object_: str) -> _Act | None:
        """The latest between two bodies."""
        return self._last.get((self._family(subject), self._family(object_)))

    @cached_property
    def _last(self) -> dict[tuple[str, str], _Act]:
        return {
            pair: max(acts, key=lambda act: (act.last, act.first, act.links[0].claim))
            for pair, acts in self._acts.items()
        }


def _act(*links: Link) -> _Act:
    """When it may have been done at the latest: what is undated, up to the last document that tells of it."""
    dated = [link.valid_from for link in links if link.valid_from]
    first = max((first_day(date) for date in dated), default="")
    said = max((link.issued[-1] for link in links if link.issued), default="")
    return _Act(links, first, last_day(max(dated)) if dated else last_day(said) if said else NEVER)


def _idle(asked: Asked) -> Found:
    since, watchdogs = str(asked.date("since")), asked.selves("by")
    acts, hits = Acts(asked), []
    for (subject, object_), duty in sorted(_by_pair(asked.watching, asked.duties).items()):
        duty = [link for link in duty if asked.lasts_to(link, since)]
        last = acts.last(subject, object_)
        if not duty or (watchdogs and subject not in watchdogs) or (last and last.last >= first_day(since)):
            continue
        hits.append((last.last if last else NEVER, _idle_hit(asked, subject, object_, duty, last)))
    hits.sort(key=lambda hit: (hit[0], hit[1].name, hit[1].note))
    return Found(
        f"Which duties does no source say to have been used since {since}?",
        [hit for _, hit in hits],
        "None: of every duty in these sources they tell an act since then, or one without a date.",
        (
            _SILENT,
            "An act of a predecessor counts. So does one without a date, up to the latest document that tells of it.",
        ),
    )


def _idle_hit(asked: Asked, subject: str, object_: str, duty: list[Link], last: _Act | None) -> Hit:
    when = f"the last act told here: {last.words}" if last else "no act is told here"
    links = [*best_first(duty), *(last.links if last else ()), *asked.denied.get((subject, object_), ())]
    return Hit(asked.name(subject), links, f"over {asked.name(object_)}; {when}", iri=subject)


def _no_duty(asked: Asked) -> Found:
    family = asked.store.history.family
    bound = {(family(link.subject), family(link.object)) for link in asked.watching if link.predicate in asked.duties}
    done: dict[tuple[str, str], list[_Act]] = defaultdict(list)
    for act in Acts(asked).all():
        done[act.ends].append(act)
    hits = [
        _unbound(asked, subject, object_, acts)
        for (subject, object_), acts in done.items()
        if not any((family(one), family(object_)) in bound for one in (subject, *asked.posts_of(subject)))
    ]
    hits.sort(key=lambda hit: (-len(hit.links), hit.name, hit.note))
    notes = (
        "No source here says that these have a standing power or duty over those. Most have one in law, or were asked "
        "to act.",
    )
    return Found("Who acts over whom with no duty behind it that a source tells?", hits, "There is none.", notes)


def _unbound(asked: Asked, subject: str, object_: str, acts: list[_Act]) -> Hit:
    links = dict.fromkeys(link for act in sorted(acts, key=lambda act: (act.first, act.last)) for link in act.links)
    return Hit(
        asked.name(subject), tuple(links), f"over {asked.name(object_)}; {number(len(acts), 'act')}", iri=subject
    )


def _one_overseer(asked: Asked) -> Found:
    alone = _only_overseers(asked)
    hits = [
        Hit(
            asked.name(body),
            best_first(links),
            f"only {in_words(asked.names(link.subject for link in links))}",
            iri=body,
        )
        for body, links in alone.items()
    ]
    hits.sort(key=lambda hit: (hit.name, hit.iri))
    return Found("Which bodies have one overseer only?", hits, "There is none.", (_SILENT,))


def _sole_overseers(asked: Asked) -> Found:
    groups: dict[str, dict[str, list[Link]]] = defaultdict(dict)
    for body, links in _only_overseers(asked).items():
        groups[best_first(links)[0].subject][body] = links
    hits = [
        Hit(
            asked.name(overseer),
            [best_first(bodies[body])[0] for body in asked.by_name(bodies)],
            f"the only one over {number(len(bodies), 'body', 'bodies')}",
            iri=overseer,
        )
        for overseer, bodies in groups.items()
    ]
    hits.sort(key=lambda hit: (-len(hit.links), hit.name, hit.iri))
    return Found("Whose removal would leave others with no overseer?", hits, "There is none.", (_SILENT,))


def _only_overseers(asked: Asked) -> dict[str, list[Link]]:
    """Bodies that one alone is said to scrutinise, with the claims; a predecessor of that one is no second."""
    family, above = asked.store.history.family, defaultdict(list)
    for link in asked.watching:
        if asked.is_body(link.object):
            above[link.object].append(link)
    return {body: links for body, links in above.items() if len({family(link.subject) for link in links}) == 1}


def _circles(asked: Asked) -> Found:
    most = asked.number("longest")
    hits = [
        Hit(
            " → ".join(asked.name(iri) for iri in (*circle, circle[0])),
            [asked.ways.between(a, b)[0] for a, b in zip(circle, (*circle[1:], circle[0]), strict=True)],
            depth=len(circle),
        )
        for circle in circles(network(asked.store, links=asked.watching), most)
    ]
    hits.sort(key=lambda hit: (hit.depth, hit.name))
    return Found(
        "Who watches whom in a circle?",
        hits,
        f"No circle of up to {most} is told by these sources.",
        (f"Circles of up to {most} are shown. The claims of one may be of different years.",),
    )


def _inspectors(asked: Asked) -> Found:
    own = defaultdict(list)
    for link in asked.watching:
        if link.predicate in asked.roles.scrutiny or link.predicate in asked.duties:
            own[link.subject].append(link)
    asks_of = asked.selves("name")
    hits = [_inspector(asked, iri, links) for iri, links in own.items() if not asks_of or iri in asks_of]
    hits.sort(key=lambda hit: (hit.depth, -len(own[str(hit.iri)]), hit.name, hit.iri))
    return Found(
        "Who watches those who watch others?",
        [Hit(h.name, h.links, h.note, iri=h.iri) for h in hits],
        no_source(as_of=asked.as_of),
        (f"Those come first over whom no source here names anybody. {_SILENT}",),
    )


def _inspector(asked: Asked, iri: str, own: list[Link]) -> Hit:
    """Those watched by nobody have depth 1: they come first."""
    above = [link for one in asked.by_name(asked.ways.next_up(iri)) for link in asked.ways.between(one, iri)]
    who = in_words(asked.names(link.subject for link in above)) if above else "nobody that a source here names"
    watches = number(len({link.object for link in own}), "other")
    return Hit(
        asked.name(iri), above or best_first(own)[:1], f"watches {watches}; watched by {who}", 1 + bool(above), iri
    )


def _by_pair(links: Iterable[Link], relations: Collection[str]) -> dict[tuple[str, str], list[Link]]:
    pairs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.predicate in relations:
            pairs[link.subject, link.object].append(link)
    return pairs


QUESTIONS = (
    Question(
        "unwatched",
        GROUP,
        "Who is watched by nobody",
        "Bodies of which no source says that anyone oversees, inspects, investigates or sanctions them; those most is "
        "said of come first.",
        (),
        "unwatched",
        _unwatched,
    ),
    Question(
        "idle",
        GROUP,
        "Duties that are not used",
        "Overseers with a standing duty of whom no source tells an inspection, an investigation or a sanction since a "
        "date, with the last one told.",
        (
            Parameter("since", Kind.DATE, "the date since when nothing was done"),
            Parameter("by", Kind.ENTITY, "one overseer only", required=False),
        ),
        "idle",
        _idle,
    ),
    Question(
        "acts-without-duty",
        GROUP,
        "Acts with no duty behind them",
        "Who inspected, investigated or sanctioned someone over whom no source says that they have a standing duty.",
        (),
        "acts-without-duty",
        _no_duty,
    ),
    Question(
        "one-overseer",
        GROUP,
        "Bodies with one overseer only",
        "Bodies that one alone is said to oversee, inspect, investigate or sanction.",
        (),
        "one-overseer",
        _one_overseer,
    ),
    Question(
        "sole-overseers",
        GROUP,
        "Single points of oversight",
        "Overseers without whom others would have none, those of most first.",
        (),
        "one-overseer",
        _sole_overseers,
        "The rows of the query, gathered by overseer.",
    ),
    Question(
        "circles",
        GROUP,
        "Circles",
        "A watches B and B watches A, and longer circles.",
        (Parameter("longest", Kind.NUMBER, "how many there may be in a circle", required=False, default=3),),
        "scrutiny",
        _circles,
        "Johnson's algorithm for elementary circuits, with a bound on their length, on the rows of the query.",
    ),
    Question(
        "inspectors",
        GROUP,
        "Who inspects the inspector",
        "Those who watch others, and who watches them; first those over whom no source here names anybody.",
        (Parameter("name", Kind.ENTITY, "one of them only", required=False, variable="about"),),
        "inspectors",
        _inspectors,
    ),
)
