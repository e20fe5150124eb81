"""To what an answer goes, where its sentence does not say.

"Accepted the Authority's findings" is of a report; "rejected the criticism" of whoever voiced it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Speech, Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import (
    SUBJECTS,
    after,
    after_any,
    clause_of,
    clause_verb,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import RULES
from kg.mapper.exchange import last_speaker
from kg.mapper.found import Context, Found
from kg.mapper.made import unreal
from kg.mapper.matching import matching
from kg.mapper.slots import fill, tokens_of
from kg.mapper.status import StatusReader
from kg.types import Status

RULE = RULES + "answer-to-last"
SURE = 0.6
_SENTENCES = 3  # back that an answer may reach
_TAKEN_UP = frozenset({"this", "that", "it", "everything", "all"})
_PARTS = frozenset({"NUM", "PRON", "DET", "ADJ"})  # "nine of the findings", "much of the report"
_KNOWN = frozenset({"the", "these", "those", "this", "that", "such", "all", "any", "every"})


class AnswerReader:
    """Ties answers to the reports, and to the critics, that they answer."""

    def __init__(self, context: Context, status: StatusReader, facts: Iterable[Found]) -> None:
        self.context = context
        self.status = status
        self.facts = list(facts)
        lexicon, roles = context.lexicon, context.roles
        self.verdicts = lexicon.evoking("Verdict", "noun") | lexicon.evoking("Outcome", "noun")
        self.findings = self.verdicts | lexicon.evoking("Censure", "noun")
        self.outcomes = lexicon.evoking("Outcome", "noun")
        self.faults = self.findings | lexicon.evoking("Penalty", "noun")
        self.rulings = lexicon.evoking("Law", "noun")
        self.labelling = lexicon.evoking("Labelling", "verb")
        self.appealing = lexicon.evoking("Appealing", "verb")
        self.rejoining = lexicon.evoking("Rejoinder", "verb")
        self.admitting = lexicon.evoking("Admitting", "verb")
        self.finding = lexicon.evoking("Finding", "verb")
        self.replying = lexicon.evoking("Replying", "verb")
        self.contrite = lexicon.evoking("Rejoinder", "adjective")
        self.apologising = lexicon.evoking("Contrite", "verb")
        self.amends = lexicon.evoking("Rejoinder", "noun")
        self.words = lexicon.evoking("Voiced", "noun")
        self.refusing = lexicon.evoking("Refusing", "verb")
        self.replies = lexicon.evoking("Reply", "noun")
        self.deeds = lexicon.evoking("Censure", "noun") | lexicon.evoking("Conduct", "noun")
        phrases = (self.labelling, self.appealing, self.rejoining, self.refusing, self.admitting)
        self.heads = lexicon.verbs_of(roles.answer) | {form.split()[0] for forms in phrases for form in forms}
        self.made: dict[int, list[Thing]] = defaultdict(list)
        for fact in self.facts:
            if fact.relation in roles.making and fact.object not in self.made[fact.subject.number]:
                self.made[fact.subject.number].append(fact.object)
        self.about = {(f.subject.number, f.object.number) for f in self.facts if f.relation == roles.matter}
        self.agents = context.ontology.relation(roles.answer).domain

    def read(self) -> list[Found]:
        """The facts, answers tied, and the answers to what was last held against who answers."""
        known = {(f.subject.number, f.token.i) for f in self.facts if f.relation == self.context.roles.answer}
        found = [*(self._tied(fact) for fact in self.facts), *self._unaddressed(known), *self._spoken_of()]
        return [*found, *self._voiced(found)]

    def _voiced(self, facts: list[Found]) -> Iterator[Found]:
        """What someone says that their body accepts, they accept: "Its director said the trust accepted it"."""
        known = {(f.subject.number, f.object.number) for f in facts if f.relation == self.context.roles.answer}
        for fact in facts:
            speech = self.context.cast.speech_at(fact.token.i)
            speaker = self.context.cast.at.get(speech.speaker) if speech is not None else None
            if fact.relation != self.context.roles.answer or speaker is None or speaker.kind != PERSON:
                continue
            own = fact.status is Status.ASSERTED and fact.subject in self._bodies(speaker)
            if own and (speaker.number, fact.object.number) not in known:
                yield replace(fact, subject=speaker)

    def _spoken_of(self) -> Iterator[Found]:
        """ "Y said the findings made hard reading", "The claims are baseless," Y said: of whom, or what, they are."""
        for speech in self.context.cast.speeches:
            speaker = self.context.cast.at.get(speech.speaker)
            if speaker is None or speaker.kind not in (PERSON, BODY):
                continue
            for noun in self.context.cast.doc[speech.start : speech.end]:
                spoken_of = noun.pos_ == "NOUN" and noun.dep_ in SUBJECTS and self._open(noun)
                target = self._answering(speaker, noun) if spoken_of and _topmost(noun, speech) else None
                if target is not None and target is not speaker:
                    yield Found(speaker, self.context.roles.answer, target, Status.ASSERTED, noun, RULE, SURE)

    def _answering(self, speaker: Thing, noun: Token) -> Thing | None:
        """Who said it of the speaker; of "the findings" also the one report that they are of."""
        verb, found = clause_verb(noun), noun.lower_ in self.outcomes
        target = self._target(speaker, verb, [noun], asked=noun.lower_ in self.words)
        return target or (self._last_report(speaker, verb, [noun]) if found else None)

    def _tied(self, fact: Found) -> Found:
        """ "Accepted the Authority's findings": those of the one report that it made on who answers."""
        if fact.relation != self.context.roles.answer or fact.object.kind not in (PERSON, BODY):
            return fact
        spoken = [t for t in answered(fact.token) if t.lower_ in self.verdicts]
        event = self._event(fact.object, fact.subject) if spoken else None
        return replace(fact, object=event) if event is not None else fact

    def _event(self, critic: Thing, answering: Thing) -> Thing | None:
        mine = {answering.number, *(body.number for body in self._bodies(answering))}
        made = self.made[critic.number]
        events = [e for e in made if any((e.number, one) in self.about for one in mine)] or made
        reports = [e for e in events if e.kind == REPORT] or events
        return reports[0] if len(reports) == 1 else None

    def _bodies(self, person: Thing) -> list[Thing]:
        roles = self.context.roles
        return [f.object for f in self.facts if f.subject is person and f.relation in roles.posts]

    def _unaddressed(self, known: set[tuple[int, int]]) -> Iterator[Found]:
        """ "Rejected the criticism", "apologised for the failings": of who last found fault with them."""
        for token in self.context.cast.doc:
            if not self._may_answer(token):
                continue
            nouns = answered(token) if token.pos_ == "VERB" else []
            stand = self.status.read(token, self.context.roles.answer) if self._takes_up(token, nouns) else None
            silent = stand is Status.DENIED and phrasal(token, self.replying)
            if silent or stand in (None, Status.PROPOSED):
                continue  # "we recommend that Y apologise"
            for answering, _ in fill(self.context, self._who(token), self.agents, loose=False):
                if (answering.number, token.i) in known:
                    continue
                for target in self._targets(answering, token, nouns):
                    if target is not answering:
                        yield Found(answering, self.context.roles.answer, target, Status.ASSERTED, token, RULE, SURE)

    def _may_answer(self, word: Token) -> bool:
        """Whether it is a word that answers, before its sentence is looked at: few are."""
        if word.pos_ != "VERB":
            return word.lower_ in self.replies or (word.pos_ == "ADJ" and word.lower_ in self.contrite)
        return word.lemma_ in self.heads or any(t.lower_ in self.amends for t in word.rights)

    def _who(self, word: Token) -> list[Token]:
        """Who answers: the subject; of "in its response" that of the sentence."""
        return subjects(clause_verb(word)) if word.lower_ in self.replies else tokens_of(self.context, "subj", word)

    def _takes_up(self, word: Token, nouns: list[Token]) -> bool:
        """Whether a word answers what stands before it, or words of which its object says whose they are."""
        if self._rejoins(word) or self._refuses(word, nouns) or self._in_reply(word):
            return True
        if word.pos_ != "VERB" or not self._answers(word):
            return False
        bare = not nouns and word.lemma_ in self.appealing  # "Y has appealed"
        return bare or bool(self._voicers(nouns)) or any(self._open(noun) for noun in nouns)

    def _targets(self, answering: Thing, word: Token, nouns: list[Token]) -> list[Thing]:
        if voicers := self._voicers(nouns):
            return [thing for thing, _ in fill(self.context, voicers, self.agents, loose=False)]
        asked = self._refuses(word, nouns) or any(t.lower_ in self.words for t in nouns)
        target = self._target(answering, word, nouns, asked=asked)
        found = target is None or (target.kind == PERSON and any(t.lower_ in self.outcomes for t in nouns))
        target = (self._last_report(answering, word, nouns) if found else None) or target
        if target is None and (self._sorry(word) or any(self._taken_up(t) for t in nouns)):
            target = self._last_about(answering, word) or self._just_found(word, nouns)
        if target is None and (self._replies(word) or self._rebuts(word, nouns)):
            target = last_speaker(self.context, self._mine(answering), word, unnamed=self._replies(word))
        return [target] if target is not None else []

    def _mine(self, answering: Thing) -> set[int]:
        """The numbers of who answers, and of the bodies they have posts in."""
        return {answering.number, *(body.number for body in self._bodies(answering))}

    def _replies(self, word: Token) -> bool:
        """ "Replied that", "retorted": someone has just spoken."""
        return word.pos_ == "VERB" and phrasal(word, self.replying) and not after(word, "to")

    def _rebuts(self, word: Token, nouns: list[Token]) -> bool:
        """ "Denied it", "rejected that account", not "denies wrongdoing", which whoever is charged does."""
        voiced = nouns and all(self._taken_up(t) or t.lower_ in self.words for t in nouns)
        return bool(voiced) and word.pos_ == "VERB" and phrasal(word, self.rejoining)

    def _sorry(self, word: Token) -> bool:
        return self._rejoins(word) and (word.pos_ == "ADJ" or word.lemma_ in self.apologising)

    def _last_about(self, answering: Thing, word: Token) -> Thing | None:
        """Of "has apologised", "is sorry" the one report just told of that is about who says so."""
        mine = (answering, *self._bodies(answering))
        told = [t for t in self.context.cast.things if self._told(t, word) and not self._made_by(t, answering)]
        about = [t for t in told if any((t.number, one.number) in self.about for one in mine)]
        near = [t for t in about if self._close(t, word)]
        return near[0] if len(near) == 1 else None

    def _just_found(self, word: Token, nouns: list[Token]) -> Thing | None:
        """ "The audit found that half of it was lost. Y disputes this": what the sentence before says was found."""
        before = word.doc[max(0, word.sent.start - 1)].sent.root
        if not nouns or before == word.sent.root or before.lemma_ not in self.finding:
            return None
        found = (self.context.cast.at.get(t.i) for t in surface_subjects(before))
        return next((t for t in found if t is not None and self._told(t, word)), None)

    def _voicers(self, nouns: list[Token]) -> list[Token]:
        """ "Rejected criticism by Y", "backed the call from Y": Y."""
        return [t for noun in nouns if noun.lower_ in self.words for t in after_any(noun, ("by", "from"))]

    def _refuses(self, verb: Token, nouns: list[Token]) -> bool:
        """ "Y declined", "ruled this out": what it had been called on to do."""
        taken = all(t.lower_ in _TAKEN_UP or t.lower_ in self.words for t in nouns)
        return verb.pos_ == "VERB" and taken and clause_of(verb) is None and phrasal(verb, self.refusing)

    def _in_reply(self, noun: Token) -> bool:
        """ "In its response Y said", "in reply, Y said": with nothing named that it is to."""
        if noun.lower_ not in self.replies or noun.dep_ != "pobj" or noun.head.lower_ != "in":
            return False
        return not after(noun, "to") and noun.head.head.pos_ in ("VERB", "AUX")

    def _rejoins(self, word: Token) -> bool:
        """ "Denied it had been told", "apologised to the families", "is sorry", "offered an apology"."""
        if word.pos_ == "ADJ":
            return word.dep_ == "acomp" and word.lower_ in self.contrite
        if word.pos_ != "VERB" or (word.dep_ != "ccomp" and any(t.lower_ == "had" for t in word.lefts)):
            return False  # "had already apologised": before the fault was found
        nouns = objects(word)
        if any(t.lower_ in self.amends for t in nouns):
            return True
        which = word.dep_ == "relcl" and any(t.tag_ == "WDT" and t.dep_ == "dobj" for t in word.lefts)
        said = which or clause_of(word) is not None  # "accused X of waste, which X denies"
        if phrasal(word, self.admitting) and (said or (nouns and all(map(self._deed, nouns)))):
            return True  # "accepted that it had been slow", "admitted the failings"
        return phrasal(word, self.rejoining) and (said or all(map(self._deed, nouns)))

    def _deed(self, noun: Token) -> bool:
        """Whether it is conduct or a fault, and not "criticism by Y"."""
        return noun.lower_ in self.deeds and noun.i not in self.context.cast.at and not after_any(noun, ("by", "from"))

    def _target(self, answering: Thing, verb: Token, nouns: list[Token], *, asked: bool) -> Thing | None:
        """Who last found fault with who answers, or their report on it; or who called on them, where asked."""
        critic = self._critic(answering, verb, asked=asked)
        if critic is None:
            return None
        found = any(t.lower_ in self.findings for t in nouns)  # a penalty is its giver's, not a report's
        return (self._event(critic, answering) if found else None) or critic

    def _last_report(self, answering: Thing, verb: Token, nouns: list[Token]) -> Thing | None:
        """Of "the findings", "the recommendations" the report, or the inquiry, that the text has told of."""
        verdict = any(t.lower_ in self.verdicts and t.lower_ not in self.rulings and self._open(t) for t in nouns)
        if not verdict and verb.lower_ not in self.replies:
            return None
        events = [t for t in self.context.cast.things if self._told(t, verb) and not self._made_by(t, answering)]
        kept = [t for t in events if t.kind == REPORT] or events
        near = [t for t in kept if self._close(t, verb)]
        return kept[0] if len(kept) == 1 else near[0] if len(near) == 1 else None

    def _told(self, thing: Thing, verb: Token) -> bool:
        event = thing.head is not None and thing.kind not in (PERSON, BODY) and not unreal(thing)
        return event and any(start < verb.i for start, _ in thing.spans)

    def _close(self, event: Thing, verb: Token) -> bool:
        """Whether an event was spoken of in the paragraph or the one before."""
        paragraphs = self.context.cast.paragraphs
        return any(start < verb.i and paragraphs[verb.i] - paragraphs[start] <= 1 for start, _ in event.spans)

    def _made_by(self, event: Thing, answering: Thing) -> bool:
        mine = (answering, *self._bodies(answering))
        return any(event in self.made[one.number] for one in mine)

    def _answers(self, verb: Token) -> bool:
        if verb.lemma_ in self.appealing or phrasal(verb, self.labelling):
            return True
        entries = self.context.lexicon.triggers.get((verb.lemma_, "verb"), ())
        return any(f.relation == self.context.roles.answer for e in matching(verb, entries) for f in e.frames)

    def _open(self, noun: Token) -> bool:
        """Whether it is a fault or a verdict spoken of as known, and does not say whose."""
        if noun.i in self.context.cast.at:
            return False
        if self._taken_up(noun):
            return True
        if noun.dep_ == "appos" and noun.lower_ in self.faults:  # "fell short, a finding that Y disputes"
            return any(t.dep_ == "relcl" for t in noun.children)
        if noun.lower_ not in self.faults | self.words or possessors(noun):
            return False
        if after_any(noun, ("of", "by", "from", "against")):
            return False
        return any(t.lower_ in _KNOWN for t in noun.lefts if t.dep_ in ("det", "predet"))

    def _taken_up(self, noun: Token) -> bool:
        """ "Rejects this", "disputes most of it"."""
        return noun.lower_ in _TAKEN_UP and noun.pos_ in ("PRON", "DET") and noun.i not in self.context.cast.at

    def _critic(self, answering: Thing, verb: Token, *, asked: bool) -> Thing | None:
        roles = self.context.roles
        holding = {roles.censure, roles.penalty, *([roles.call] if asked else [])}
        mine = self._mine(answering)
        against = [
            f
            for f in self.facts
            if f.relation in holding
            and f.status is Status.ASSERTED
            and f.object.number in mine
            and f.subject is not answering
            and self._near(f.token, verb)
        ]
        return max(against, key=lambda f: (f.token.i, f.subject.number)).subject if against else None

    def _near(self, fault: Token, verb: Token) -> bool:
        """Whether a fault was spoken of in the last few sentences."""
        start = verb.sent.start
        for _ in range(_SENTENCES):
            start = verb.doc[max(0, start - 1)].sent.start
        return start <= fault.i < verb.i


def _topmost(noun: Token, speech: Speech) -> bool:
    """Whether it is the subject of what is said, not of a clause within that."""
    return speech.direct or speech.verb is None or clause_verb(noun).head.i == speech.verb


def answered(verb: Token) -> list[Token]:
    """What an answer is to: "disputed the findings", "apologised for the failings", "agreed with the verdict"."""
    own = objects(verb) or after_any(verb, ("for", "with", "to", "on", "at", "over", "against"))
    return [one for t in own for one in (t, *(after(t, "of") if t.pos_ in _PARTS else ()))]
