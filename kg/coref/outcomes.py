"""Other words for a report or an investigation: "it", "its", "the findings"."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.coref.arguments import REPORT, agents_of, things
from kg.coref.cast import Cast, Thing
from kg.coref.identity import Event, add
from kg.coref.moment import moment_of
from kg.coref.named import BODY, PERSON
from kg.grammar import after_any, phrasal, possessors, subjects
from kg.lexicon import Lexicon
from kg.vocab import local_name

_COUNTED = frozenset({"CARDINAL", "ORDINAL"})
_SENTENCES = 2  # back that "the findings" may reach
_KNOWN = frozenset({"the", "these", "its", "all", "both", "those", "every", "each"})
_TAKEN_UP = frozenset({"the", "this", "that"})
_PRESENT = frozenset({"VBP", "VBZ"})


class OutcomeReader:
    """Gives such words to the event they speak of, once all events are known."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.reports = {
            " ".join(e.words): min(e.denotes) for e in lexicon.entries if "Outcome" in e.evokes and e.denotes
        }
        self.issuing = lexicon.evoking("Issuing", "verb") | lexicon.verbs_of(lexicon.roles.publishing)
        self.outcomes = lexicon.evoking("Outcome", "noun")
        self.several = lexicon.evoking("SomeOf")
        self.answering = lexicon.verbs_of(lexicon.roles.answer)
        reporting = lexicon.evoking("Reporting", "verb")
        self.telling = lexicon.evoking("Finding", "verb") | reporting | lexicon.verbs_of(lexicon.roles.censure)

    def run(self, cast: Cast, events: list[Event]) -> None:
        sitting = [e for e in events if _sits(cast, e)]
        for token in cast.doc if sitting else ():
            if token.i not in cast.at and token.pos_ in ("NOUN", "PRON"):
                _speak(cast, token, self._sitting(cast, token, sitting))
        for token in cast.doc:
            if token.lower_ == "it" and token.dep_ == "nsubj" and events:
                self._it(cast, token)
            elif token.lower_ in self.outcomes and token.i not in cast.at and token.pos_ == "NOUN":
                event = self._report(cast, token, events) or self._of_findings(cast, token, events)
                _speak(cast, token, event)
            elif self._elliptic(token) and token.i not in cast.at:
                _speak(cast, token, self._of_counted(cast, token, events))

    def _elliptic(self, token: Token) -> bool:
        """ "Accepted all five", "concurred with both", "disputed the second": what is answered, with no noun."""
        verb = token.head.head if token.dep_ == "pobj" else token.head
        counted = token.pos_ == "NUM" or token.ent_type_ in _COUNTED or token.lower_ in self.several
        return counted and token.dep_ in ("dobj", "pobj") and verb.lemma_ in self.answering

    def _of_counted(self, cast: Cast, token: Token, events: Sequence[Event]) -> Thing | None:
        """Whose recommendations they are, of which one of the sentences before spoke."""
        first = cast.sentences[token.i] - _SENTENCES
        nouns = (t for t in reversed(cast.doc[: token.i]) if cast.sentences[t.i] >= first and t.lower_ in self.outcomes)
        noun = next((t for t in nouns if t.tag_ == "NNS"), None)
        if noun is None or noun.i in cast.at:
            return cast.at.get(noun.i) if noun is not None else None
        makers = {t.number for t in things(cast, subjects(noun.head))}
        if cast.paper is not None and cast.voice is not None and cast.voice.number in makers:
            return cast.paper
        mine = [e for e in events if e.agents & makers and e.thing.kind == REPORT and not e.unreal]
        return _last(mine, 0, token.i)

    def _report(self, cast: Cast, noun: Token, events: list[Event]) -> Thing | None:
        """ "Y handed in its findings", "in her findings Y writes": the report by Y, one of its own if need be."""
        kind = self.reports.get(noun.lower_)
        if kind is None or not self._given_out(noun):
            return None
        agents = {t.number for t in things(cast, agents_of(cast, noun, self.lexicon)) if t.kind in (PERSON, BODY)}
        if not agents:
            return None
        known = [e for e in events if e.thing.kind == REPORT and e.agents & agents and not e.unreal]
        if found := _last(known, 0, noun.i):
            return found
        event = Event(Thing(-1, local_name(kind), named=False, head=noun), noun.lower_, agents=agents)
        add(cast, events, event)
        return event.thing

    def _given_out(self, noun: Token) -> bool:
        """Whether findings are published, or something is said in them."""
        head = noun.head
        if noun.dep_ in ("dobj", "nsubjpass") and phrasal(head, self.issuing):
            return True
        if noun.dep_ == "pobj" and head.lower_ == "in":
            return head.head.pos_ == "VERB" and head.head.lemma_ in self.telling
        return any(t.dep_ == "amod" and t.lemma_ in self.issuing for t in noun.lefts)

    def _it(self, cast: Cast, token: Token) -> None:
        """ "The report was released. *It* found ...": what reports do, after a sentence about one."""
        if token.head.lemma_ not in self.telling:
            return
        event = self._subject_before(cast, token)
        if event is not None:
            cast.at[token.i] = event

    def _sitting(self, cast: Cast, token: Token, events: Sequence[Event]) -> Thing | None:
        """ "The commission", "its report", after "a commission of inquiry": the inquiry that it holds."""
        if token.tag_ == "PRP$" and token.lower_ == "its":
            before = self._subject_before(cast, token)
            return before if any(e.thing is before for e in events) else None
        if not any(t.lower_ in _TAKEN_UP for t in token.lefts):
            return None
        named = [e for e in events if any(cast.doc[s].lower_ == token.lower_ for s, _ in e.thing.spans)]
        return _last(named, 0, token.i)

    def _subject_before(self, cast: Cast, token: Token) -> Thing | None:
        sent = token.sent
        for first, last in ((sent.start, token.i), (cast.doc[max(0, sent.start - 1)].sent.start, sent.start)):
            for one in cast.doc[first:last]:
                if one.dep_ in ("nsubj", "nsubjpass") and one.i in cast.at and one.pos_ != "PRON":
                    thing = cast.at[one.i]
                    return thing if thing.kind == REPORT or thing.head is not None else None
        return None

    def _of_findings(self, cast: Cast, noun: Token, events: Sequence[Event]) -> Thing | None:
        """Whose findings: those of an event, of the body that made one, or of the last event spoken of."""
        if (dated := _then(noun, events)) is not None:
            return dated
        owners = after_any(noun, ("of", "from", "by")) + possessors(noun) + _made(noun)
        for thing in (cast.at[t.i] for t in owners if t.i in cast.at):
            if thing.head is not None:
                return thing
            if thing is cast.voice and cast.paper is not None and not after_any(noun, ("of", "from")):
                return cast.paper  # "our findings", in a text that is a report
            mine = [e for e in events if thing.number in e.agents and not e.unreal]
            if found := _last(mine, 0, noun.i):
                return found
        if any(t.tag_ != "PRP$" for t in owners) or not any(t.lower_ in _KNOWN for t in noun.lefts):
            return None
        start = noun.sent.start
        for _ in range(_SENTENCES):
            start = cast.doc[max(0, start - 1)].sent.start
        return _last([e for e in events if not _under_way(e.thing.head)], start, noun.i)


def _then(noun: Token, events: Sequence[Event]) -> Thing | None:
    """ "Our findings of August 2021": of the one event that was then."""
    moment = moment_of(noun)
    then = [e.thing for e in events if e.when == moment and not e.unreal] if moment.known() else []
    return then[0] if len(then) == 1 else None


def _sits(cast: Cast, event: Event) -> bool:
    """ "A commission of inquiry", called after those who hold it."""
    return any(end - start > 2 and cast.doc[start + 1].lower_ == "of" for start, end in event.thing.spans)


def _speak(cast: Cast, token: Token, event: Thing | None) -> None:
    if event is not None:
        cast.at[token.i] = event
        event.spans.append((token.i, token.i + 1))


def _under_way(act: Token | None) -> bool:
    """ "Police are still investigating": it has found nothing yet."""
    return act is not None and act.tag_ == "VBG" and any(t.dep_ == "aux" and t.tag_ in _PRESENT for t in act.lefts)


def _made(noun: Token) -> list[Token]:
    """Who made them: "the recommendations that Y made", "the findings published by Y"."""
    clauses = [t for t in noun.children if t.dep_ in ("relcl", "acl")]
    return [s for clause in clauses for s in subjects(clause) if s is not noun]


def _last(events: Sequence[Event], start: int, end: int) -> Thing | None:
    """The event spoken of last between two tokens."""
    before = [(s, e.thing.number, e.thing) for e in events for s, _ in e.thing.spans if start <= s < end]
    return max(before, key=lambda one: one[:2])[2] if before else None
