"""What was held against someone, or wanted of them, and the report or inquiry in which it was.

"The Boyd inquiry said that Y had lied. Y apologised": Y answers the inquiry, where "X fined Y. Y appealed"
answers X.
"""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Thing, only
from kg.coref.named import BODY, PERSON
from kg.mapper.found import Context, Found
from kg.mapper.made import events_of, unreal
from kg.types import Status

_SENTENCES = 3  # back that an answer may reach


class Reproaches:
    """The reproaches, penalties and calls of a document, and the events that its agents have brought about."""

    def __init__(self, context: Context, facts: Iterable[Found]) -> None:
        self.cast = context.cast
        self.roles = roles = context.roles
        self.facts = list(facts)
        self.events = [event for event in events_of(context) if event.kind not in (PERSON, BODY) and not unreal(event)]
        self.made: dict[int, list[Thing]] = defaultdict(list)
        self.posts: dict[int, list[Thing]] = defaultdict(list)
        for fact in self.facts:
            if fact.relation in (*roles.making, roles.heading) and fact.object.kind not in (PERSON, BODY):
                self.made[fact.subject.number].append(fact.object)
            if fact.relation in roles.posts:
                self.posts[fact.subject.number].append(fact.object)
        self.about = {(f.subject.number, f.object.number) for f in self.facts if f.relation == roles.matter}

    def bodies(self, person: Thing) -> list[Thing]:
        """The bodies that someone has a post in."""
        return self.posts.get(person.number, [])

    def mine(self, answering: Thing) -> set[int]:
        """The numbers of who answers, and of the bodies they have posts in."""
        return {answering.number, *(body.number for body in self.bodies(answering))}

    def is_about(self, event: Thing, answering: Thing) -> bool:
        """Whether a report or an inquiry is about who answers, or their body."""
        return any((event.number, one) in self.about for one in self.mine(answering))

    def last(self, answering: Thing, verb: Token, *, asked: bool) -> Found | None:
        """What was last held against, or where asked wanted of, who answers."""
        holding = {self.roles.censure, self.roles.penalty, *([self.roles.call] if asked else [])}
        mine = self.mine(answering)
        return _latest(f for f in self._near(holding, verb) if f.object.number in mine and f.subject is not answering)

    def last_penalty(self, answering: Thing, verb: Token) -> Thing | None:
        """Of "the fine" that another was given its giver."""
        last = _latest(self._near({self.roles.penalty}, verb))
        return last.subject if last is not None and last.subject is not answering else None

    def penaliser(self, answering: Thing, verb: Token) -> Thing | None:
        """Who alone, anywhere before, has punished who answers: an appeal may come at the end of a text."""
        mine = self.mine(answering)
        given = (f for f in self._asserted({self.roles.penalty}) if f.object.number in mine and f.token.i < verb.i)
        return only(f.subject for f in given)

    def behind(self, reproach: Found, answering: Thing) -> Thing | None:
        """The report on who answers in which they were found at fault; a penalty is its giver's."""
        event = self.event(reproach.subject, answering) if reproach.relation == self.roles.censure else None
        return event if event is not None and self.is_about(event, answering) else None

    def event(self, critic: Thing, answering: Thing) -> Thing | None:
        """The one report, or else inquiry, of a critic: one on who answers before others."""
        made = self.made.get(critic.number, [])
        events = [e for e in made if self.is_about(e, answering)] or made
        return only([e for e in events if e.kind == REPORT] or events)

    def made_by(self, event: Thing, answering: Thing) -> bool:
        """Whether it is who answers, or their body, that brought an event about."""
        return any(event in self.made.get(one, ()) for one in self.mine(answering))

    def told(self, verb: Token, answering: Thing) -> list[Thing]:
        """The reports and inquiries of others that the text has told of before a word."""
        told = (e for e in self.events if any(start < verb.i for start, _ in e.spans))
        return [event for event in told if not self.made_by(event, answering)]

    def close(self, event: Thing, verb: Token) -> bool:
        """Whether an event was spoken of in the paragraph or the one before."""
        paragraphs = self.cast.paragraphs
        return any(start < verb.i and paragraphs[verb.i] - paragraphs[start] <= 1 for start, _ in event.spans)

    def _near(self, relations: set[str], verb: Token) -> list[Found]:
        """What was said as a fact in the last few sentences."""
        start = verb.sent.start
        for _ in range(_SENTENCES):
            start = verb.doc[max(0, start - 1)].sent.start
        return [f for f in self._asserted(relations) if start <= f.token.i < verb.i]

    def _asserted(self, relations: set[str]) -> list[Found]:
        return [f for f in self.facts if f.relation in relations and f.status is Status.ASSERTED]


def _latest(facts: Iterable[Found]) -> Found | None:
    return max(facts, key=lambda f: (f.token.i, f.subject.number), default=None)
