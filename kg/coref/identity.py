"""Whether a mention of a report or an investigation takes up one spoken of before."""

from dataclasses import dataclass, field

from kg.coref.arguments import REPORT
from kg.coref.cast import Cast, Thing
from kg.coref.likeness import fold
from kg.coref.moment import Moment
from kg.lexicon import Lexicon
from kg.vocab import Ontology, local_name

_HERE = 2.0  # what the first event of a text has before others when it is called "this"
_REACH = 600  # tokens back that a description may reach


@dataclass(slots=True, eq=False)
class Event:
    """What is known of one event while the text is read."""

    thing: Thing
    noun: str
    definite: bool | None = None  # False of "a review"; None where nothing tells
    agents: set[int] = field(default_factory=set)  # numbers of things
    themes: set[int] = field(default_factory=set)
    words: set[str] = field(default_factory=set)  # that single it out: "second", "joint"
    topic: set[str] = field(default_factory=set)  # of what it is about, where no thing is named
    here: bool = False  # "this review" of a text that is somebody's own: what it is about from the start
    when: Moment = field(default_factory=Moment)
    unreal: bool = False  # "there will be no inquiry" is not taken up by "the inquiry"

    def absorb(self, other: "Event") -> None:
        """Learn what another mention of the same event says."""
        self.definite = other.definite if self.definite is None else self.definite
        self.agents |= other.agents
        self.themes |= other.themes
        self.words |= other.words
        self.topic |= other.topic
        self.when = self.when.filled(other.when)


def add(cast: Cast, seen: list[Event], event: Event) -> None:
    """Make a new event one of the things of a document."""
    event.thing.number = len(cast.things)
    cast.things.append(event.thing)
    seen.append(event)


class Matcher:
    """Finds the event a new mention speaks of."""

    def __init__(self, ontology: Ontology, lexicon: Lexicon) -> None:
        self.ordinals = lexicon.evoking("Recall")
        self.special = lexicon.evoking("Sitting", "noun")  # nouns that others do not take up
        self.screened = lexicon.evoking("Screened", "noun")
        self.apart = lexicon.evoking("Verdict", "noun") | lexicon.evoking("Addressing", "noun")
        self.apart |= lexicon.evoking("Work", "noun")
        self.parents = {
            local_name(iri): {local_name(p) for p in term.parents} for iri, term in ontology.classes.items()
        }

    def find(self, seen: list[Event], new: Event, at: int) -> Event | None:
        """The likeliest of the events seen; of equals, the one spoken of last."""
        best: tuple[float, int] | None = None
        found: Event | None = None
        for event in seen:
            last = event.thing.spans[-1][0]
            if at - last > _REACH or event.unreal or new.unreal or not self.compatible(event, new):
                continue
            score = self._likeness(event, new)
            if score is not None and new.here and found is None:
                score += _HERE
            if score is not None and (best is None or (score, last) > best):
                best, found = (score, last), event
        return found

    def subkinds(self, kind: str) -> set[str]:
        return {k for k, parents in self.parents.items() if kind in parents}

    def compatible(self, event: Event, new: Event) -> bool:
        """Whether nothing speaks against the two being one."""
        if (event.thing.kind == REPORT) != (new.thing.kind == REPORT) or not self._same_noun(event, new):
            return False
        if event.when.apart(new.when) and event.thing.kind != REPORT:
            return False
        if event.agents and new.agents and not event.agents & new.agents and not _this(new):
            return False
        if event.themes and new.themes and not event.themes & new.themes:
            return False
        if not event.themes & new.themes and event.topic and new.topic and not event.topic & new.topic:
            return False
        return self._same_words(event, new) and not _of_other_name(event, new)

    def _same_words(self, event: Event, new: Event) -> bool:
        mine, theirs = event.words & self.ordinals, new.words & self.ordinals
        if mine and theirs and mine != theirs:
            return False
        rest, known = new.words - self.ordinals, event.words - self.ordinals
        return not (rest and known and not rest & known)

    def _same_noun(self, event: Event, new: Event) -> bool:
        if event.noun == new.noun:
            return True
        if event.thing.kind == REPORT:  # a court's ruling is no report of those it heard, nor an engineer's memo
            nouns = {event.noun, new.noun}
            together = nouns <= self.screened or nouns.isdisjoint(self.apart)
            return together or bool(event.agents & new.agents)
        if new.topic and not event.topic & new.topic and not event.themes & new.themes:
            return False  # "Y's investigation" and "the inquiry into building" are two
        if not {event.noun, new.noun}.isdisjoint(self.special):
            return False  # "the investigation" is no inquest
        generic = not (event.words or new.words) or bool(event.agents & new.agents)
        one, other = event.thing.kind, new.thing.kind
        return generic and other in (one, *self.parents.get(one, ()), *self.subkinds(one))

    def _bare(self, event: Event) -> bool:
        """The "Report" of a headline, which the first sentence then introduces as "a report by Y"."""
        return event.definite is None and not (event.agents or event.themes or event.words or event.topic)

    def _likeness(self, event: Event, new: Event) -> float | None:
        """How much speaks for it; None where the new mention introduces an event of its own."""
        agents, themes = event.agents & new.agents, event.themes & new.themes
        words = event.words & new.words
        if event.thing.named and new.thing.named:
            return 9.0 if fold(event.thing.name) == fold(new.thing.name) else None
        told = agents and themes and event.noun == new.noun
        if new.definite is False and not (told or self._bare(event)):
            return None
        if new.definite is None and not (agents or words) and (new.agents or new.themes or new.words):
            return None
        score = 3.0 * bool(agents) + 2.0 * bool(words) + 2.0 * bool(themes) + 2.0 * bool(event.topic & new.topic)
        return score + (event.noun == new.noun) - 0.5 * bool(new.words - event.words - self.ordinals)


def _this(event: Event) -> bool:
    """ "A and B are conducting this inquiry": the one spoken of, whoever else makes it."""
    head = event.thing.head
    return head is not None and any(t.lower_ == "this" for t in head.lefts)


def _of_other_name(event: Event, new: Event) -> bool:
    """ "Y's inquiry into building" is no Fire Inquiry, of which nothing says that it is Y's or about building."""
    if event.thing.named == new.thing.named:
        return False
    plain, named = (new, event) if event.thing.named else (event, new)
    shared = plain.agents & named.agents or plain.themes & named.themes or plain.topic & named.topic
    said = {word for form in named.thing.forms for word in fold(form).split()} - {plain.noun, named.noun}
    return bool(plain.agents and plain.topic) and not shared and not plain.topic & said
