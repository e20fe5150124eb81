"""Follow-up: who was called on to act, who answered, and who never did."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kg.graph.asof import NEVER, first_day, last_day
from kg.graph.links import Link
from kg.graph.walk import best_first
from kg.questions.asked import Asked, asserted
from kg.questions.types import Found, Hit, Kind, Parameter, Question
from kg.questions.words import age

GROUP = "Follow-up"
_OF = Parameter("name", Kind.ENTITY, "who was called on, if one only", required=False, variable="about")
_COUNTED = (
    "An answer is one by whoever was called on, to the caller or to a report or an inquiry of the caller, or an "
    "inquiry that they carry out for the caller, not earlier. "
    "That one answered is not that one did as asked."
)


@dataclass(frozen=True, slots=True)
class _Call:
    link: Link
    date: str | None  # when it was made, or else first reported
    answers: tuple[Link, ...]
    followed: tuple[Link, ...]  # the one called on left a post, or lost it


def _calls(asked: Asked) -> Found:
    calls = _all_calls(asked)
    hits = [_hit(asked, call) for call in sorted(calls, key=lambda c: (c.date is None, c.date or "", c.link.claim))]
    return Found(
        "Who was called on to act, and did they answer?", hits, "No source here tells of a call.", _notes(asked)
    )


def _unanswered(asked: Asked) -> Found:
    calls = [call for call in _all_calls(asked) if not call.answers and not call.followed]
    hits = [_hit(asked, call) for call in sorted(calls, key=lambda c: (c.date is None, c.date or "", c.link.claim))]
    notes = (*_notes(asked), "No source here tells of an answer. That does not mean that there was none.")
    return Found(
        "Who was asked, and never answered?", hits, "None: every call told here has an answer told here.", notes
    )


def _notes(asked: Asked) -> tuple[str, ...]:
    if not asked.today:
        return (_COUNTED,)
    what = "the day asked as of" if asked.as_of else "the date of the latest document"
    return (_COUNTED, f"Ages are counted to {asked.today}, {what}.")


def _hit(asked: Asked, call: _Call) -> Hit:
    link = call.link
    parts = [call.date or "no date is given"]
    if call.date and asked.today:
        parts.append(age(call.date, asked.today))
    parts.append(_outcome(call))
    return Hit(
        f"{asked.name(link.subject)} to {asked.name(link.object)}",
        (link, *call.answers, *call.followed),
        "; ".join(parts),
        iri=link.object,
        since=call.date,
    )


def _outcome(call: _Call) -> str:
    """What came of it, no surer of what came first than the dates are."""
    what = call.answers or call.followed
    if not what:
        return "no answer is told here"
    words = "answered" if call.answers else "left a post, or lost it"
    return words if any(_surely_after(one, call.link) for one in what) else f"{words}, perhaps before that"


def _all_calls(asked: Asked) -> list[_Call]:
    roles, known, chosen = asked.roles, asserted(asked.known), asked.selves("name")
    left: dict[str, list[Link]] = defaultdict(list)
    for link in known:
        if link.predicate in (roles.resignation, roles.removal):
            left[link.subject if link.predicate == roles.resignation else link.object].append(link)
    replies = _Replies(asked, known)
    return [
        _Call(
            link,
            _date(link),
            tuple(reply for reply in replies.to(link) if _not_before(reply, link)),
            tuple(end for end in best_first(left.get(link.object, ())) if _not_before(end, link)),
        )
        for link in known
        if link.predicate == roles.call and (not chosen or link.object in chosen)
    ]


class _Replies:
    """The answers there are, by who may have given them and to whom or what.

    A body answers by its people too, and for those it took the place of; who called may be answered by
    way of a report or an inquiry of theirs.
    """

    def __init__(self, asked: Asked, known: tuple[Link, ...]) -> None:
        roles, self._family = asked.roles, asked.store.history.family
        bodies, outcomes = defaultdict(set), defaultdict(set)
        self._made: dict[str, set[str]] = defaultdict(set)
        self._ordered: dict[str, set[str]] = defaultdict(set)
        self._done: dict[str, list[Link]] = defaultdict(list)  # who carries out what
        for link in known:
            if link.predicate in roles.posts:
                bodies[link.subject].add(link.object)
            elif link.predicate == roles.outcome:
                outcomes[link.subject].add(link.object)
            elif link.predicate == roles.ordering:
                self._ordered[self._family(link.subject)].add(link.object)
            elif link.predicate == roles.conducting:
                self._done[self._family(link.subject)].append(link)
            if link.predicate in (*roles.making, roles.heading) and asked.is_event(link.object):
                self._made[self._family(link.subject)].add(link.object)
        for made in self._made.values():
            made |= {report for event in made for report in outcomes.get(event, ())}
        self._replies: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
        for link in known:
            for one in {link.subject, *bodies.get(link.subject, ())} if link.predicate == roles.answer else ():
                self._replies[self._family(one)][self._family(link.object)].append(link)

        self._between = cache(self._found)

    def to(self, call: Link) -> tuple[Link, ...]:
        """What may be answers to a call, best evidenced first."""
        return self._between(self._family(call.subject), self._family(call.object))

    def _found(self, caller: str, called: str) -> tuple[Link, ...]:
        given = self._replies.get(called, {})
        found = (given[one] for one in given.keys() & {caller, *self._made.get(caller, ())})
        done = [link for link in self._done.get(called, ()) if link.object in self._ordered.get(caller, ())]
        return best_first(dict.fromkeys((*done, *(reply for replies in found for reply in replies))))


def _date(link: Link) -> str | None:
    return link.valid_from or (link.issued[0] if link.issued else None)


def _not_before(later: Link, call: Link) -> bool:
    """Whether it may have come after the call: of two that are not both dated, it may."""
    end = later.valid_from or (later.issued[-1] if later.issued else None)
    return (last_day(end) if end else NEVER) >= first_day(call.valid_from or "")


def _surely_after(later: Link, call: Link) -> bool:
    begin, end = _date(later), _date(call)
    return begin is not None and end is not None and first_day(begin) >= last_day(end)


QUESTIONS = (
    Question(
        "calls",
        GROUP,
        "Calls and recommendations, and the answers",
        "Every call and recommendation with the one it was made to, the answer if a source tells one, and its age.",
        (_OF,),
        "calls",
        _calls,
    ),
    Question(
        "unanswered",
        GROUP,
        "Asked and never answered",
        "Calls and recommendations to which no source tells an answer, the oldest first.",
        (_OF,),
        "unanswered",
        _unanswered,
    ),
)
