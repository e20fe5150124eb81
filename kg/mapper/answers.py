"""To what an answer goes, where its sentence does not say.

"Accepted the Authority's findings" is of a report; "rejected the criticism" of whoever voiced it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Speech, Thing, only
from kg.coref.named import BODY, PERSON
from kg.grammar import (
    SUBJECTS,
    after,
    clause_of,
    clause_verb,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import RULES
from kg.mapper.answerable import Answerable, answered
from kg.mapper.defences import defences
from kg.mapper.exchange import last_speaker
from kg.mapper.found import Context, Found
from kg.mapper.made import unreal
from kg.mapper.matching import expresses
from kg.mapper.reproaches import Reproaches
from kg.mapper.slots import fill, tokens_of
from kg.mapper.status import StatusReader
from kg.types import Status

RULE = RULES + "answer-to-last"
SURE = 0.6
_ARGUMENTS = SUBJECTS | {"dobj", "pobj"}
_COMPLEMENTS = frozenset({"acomp", "intj"})
_OURS = frozenset({"i", "we"})


class AnswerReader:
    """Ties answers to the reports, and to the critics, that they answer."""

    def __init__(self, context: Context, status: StatusReader, facts: Iterable[Found]) -> None:
        self.context = context
        self.status = status
        self.facts = list(facts)
        lexicon, roles = context.lexicon, context.roles
        self.nouns = Answerable(context)
        self.labelling = lexicon.evoking("Labelling", "verb")
        self.appealing = lexicon.evoking("Appealing", "verb")
        self.filing = lexicon.evoking("Filing", "verb") | lexicon.evoking("Light", "verb")
        self.appeals = lexicon.evoking("Appealing", "noun")
        self.denying = lexicon.evoking("Denying", "verb")
        self.intending = lexicon.evoking("Intending", "verb")
        self.false = lexicon.evoking("False")
        self.firms = lexicon.evoking("Nominal") - lexicon.evoking("PersonNominal") - lexicon.evoking("Human")
        self.rejoining = lexicon.evoking("Rejoinder", "verb")
        self.admitting = lexicon.evoking("Admitting", "verb")
        self.finding = lexicon.evoking("Finding", "verb")
        self.replying = lexicon.evoking("Replying", "verb")
        self.contrite = lexicon.evoking("Rejoinder", "adjective")
        self.apologising = lexicon.evoking("Contrite", "verb")
        self.amends = lexicon.evoking("Rejoinder", "noun")
        self.refusing = lexicon.evoking("Refusing", "verb")
        self.replies = lexicon.evoking("Reply", "noun")
        self.giving = lexicon.evoking("Light", "verb")
        phrases = (self.labelling, self.appealing, self.rejoining, self.refusing, self.admitting)
        answers = lexicon.verbs_of(roles.answer)
        self.heads = {form.split()[0] for forms in (answers, *phrases) for form in forms}
        self.reproaches = Reproaches(context, self.facts)
        self.agents = context.ontology.relation(roles.answer).domain

    def read(self) -> list[Found]:
        """The facts, answers tied, and the answers to what was last held against who answers."""
        known = {(f.subject.number, f.token.i) for f in self.facts if f.relation == self.context.roles.answer}
        found = [*(self._tied(fact) for fact in self.facts), *self._unaddressed(known), *self._spoken_of()]
        return [*found, *self._voiced(found), *self._defended(found)]

    def _defended(self, facts: list[Found]) -> Iterator[Found]:
        """What those say of themselves who have just been found at fault and have not answered yet."""
        known = {f.subject.number for f in facts if f.relation == self.context.roles.answer}
        for answer, to in defences(self.context, self.facts, self.reproaches.mine):
            if answer.subject.number in known:
                continue
            if to.subject is self.context.cast.voice:
                event = self.reproaches.event(to.subject, answer.subject) or self.context.cast.paper
            else:
                event = self.reproaches.behind(to, answer.subject)
            yield replace(answer, object=event or to.subject)

    def _voiced(self, facts: list[Found]) -> Iterator[Found]:
        """What someone says that their body accepts, they accept: "Its director said the trust accepted it"."""
        known = {(f.subject.number, f.object.number) for f in facts if f.relation == self.context.roles.answer}
        for fact in facts:
            speech = self.context.cast.speech_at(fact.token.i)
            speaker = self.context.cast.at.get(speech.speaker) if speech is not None else None
            if fact.relation != self.context.roles.answer or speaker is None or speaker.kind != PERSON:
                continue
            own = fact.status is Status.ASSERTED and fact.subject in self.reproaches.bodies(speaker)
            if own and (speaker.number, fact.object.number) not in known:
                yield replace(fact, subject=speaker)

    def _spoken_of(self) -> Iterator[Found]:
        """ "Y said the findings made hard reading", "The claims are baseless," Y said: of whom, or what, they are."""
        for speech in self.context.cast.speeches:
            speaker = self.context.cast.at.get(speech.speaker)
            if speaker is None or speaker.kind not in (PERSON, BODY):
                continue
            for noun in self.context.cast.doc[speech.start : speech.end]:
                spoken_of = noun.dep_ in SUBJECTS and _topmost(noun, speech) and self._about_words(noun)
                target = self._answering(speaker, noun) if spoken_of else None
                if target is not None and target is not speaker:
                    yield Found(speaker, self.context.roles.answer, target, Status.ASSERTED, noun, RULE, SURE)

    def _about_words(self, noun: Token) -> bool:
        """ "The findings", "his claims", and "that" of which is said that it is untrue."""
        if noun.pos_ == "NOUN":
            return self.nouns.open(noun) or bool(self._whose(noun))
        said = (t.lower_ for t in clause_verb(noun).rights if t.dep_ in ("acomp", "attr"))
        return self.nouns.taken_up(noun) and not self.false.isdisjoint(said)

    def _whose(self, noun: Token) -> list[Thing]:
        """ "Her allegations": whose words they are."""
        owners = possessors(noun) if noun.lower_ in self.nouns.words else []
        return [thing for thing, _ in fill(self.context, owners, self.agents, loose=False)]

    def _answering(self, speaker: Thing, noun: Token) -> Thing | None:
        """Who said it of the speaker; of "the findings" also the one report that they are of."""
        if voicers := self._whose(noun):
            return voicers[0]
        verb, found = clause_verb(noun), noun.lower_ in self.nouns.outcomes
        if noun.pos_ != "NOUN":
            return self._target(speaker, verb, [noun], asked=False) or last_speaker(
                self.context, self.reproaches.mine(speaker), verb
            )
        target = self._target(speaker, verb, [noun], asked=noun.lower_ in self.nouns.words)
        if target is None and noun.lower_ in self.nouns.penalties:
            return self.reproaches.last_penalty(speaker, verb)
        return target or (self._last_report(speaker, verb, [noun]) if found else None)

    def _tied(self, fact: Found) -> Found:
        """ "Accepted the Authority's findings": those of the one report that it made on who answers."""
        if fact.relation != self.context.roles.answer or fact.object.kind not in (PERSON, BODY):
            return fact
        spoken = [t for t in answered(fact.token) if t.lower_ in self.nouns.verdicts]
        event = self.reproaches.event(fact.object, fact.subject) if spoken else None
        return replace(fact, object=event) if event is not None else fact

    def _unaddressed(self, known: set[tuple[int, int]]) -> Iterator[Found]:
        """ "Rejected the criticism", "apologised for the failings": of who last found fault with them."""
        for token in self.context.cast.doc:
            if not self._may_answer(token):
                continue
            nouns = answered(token) if token.pos_ == "VERB" else []
            stand = self._stand(token) if self._takes_up(token, nouns) else None
            silent = stand is Status.DENIED and (token.lower_ in self.replies or phrasal(token, self.replying))
            wanted = stand is Status.PROPOSED and not self._announced(token, nouns)
            if silent or wanted or stand is None:
                continue  # "we recommend that Y apologise"
            for answering, _ in fill(self.context, self._who(token), self.agents, loose=False):
                if (answering.number, token.i) in known:
                    continue
                for target in self._targets(answering, token, nouns):
                    if target is not answering:
                        yield Found(answering, self.context.roles.answer, target, Status.ASSERTED, token, RULE, SURE)

    def _stand(self, word: Token) -> Status | None:
        """The status of an answer; of one within someone's own words the speaker's."""
        said = self._quoted(word)
        verb = word.doc[said.verb] if said is not None and said.verb is not None else None
        return self.status.read(word, self.context.roles.answer, within=verb)

    def _quoted(self, word: Token) -> Speech | None:
        """The quotation that a word stands in."""
        return next((s for s in self.context.cast.speeches if s.direct and s.start <= word.i < s.end), None)

    def _may_answer(self, word: Token) -> bool:
        """Whether it is a word that answers, before its sentence is looked at: few are."""
        if word.pos_ != "VERB":
            return word.lower_ in self.replies or (word.dep_ in _COMPLEMENTS and word.lower_ in self.contrite)
        return word.lemma_ in self.heads or any(t.lower_ in self.amends | self.appeals for t in word.rights)

    def _who(self, word: Token) -> list[Token]:
        """Who answers: the subject; of "in its response" that of the sentence."""
        above = word.lower_ in self.replies or word.dep_ == "intj"  # "said sorry"
        found = subjects(clause_verb(word)) if above else tokens_of(self.context, "subj", word)
        return [self._speaking(t) for t in found]

    def _speaking(self, token: Token) -> Token:
        """Whoever says "we accept it", where of the "we" nothing is known."""
        if token.i in self.context.cast.at:
            return token
        speech = self._quoted(token) if token.lower_ in _OURS else None
        if speech is None and token.lower_ in self.firms and not after(token, "of"):
            speech = self.context.cast.speech_at(token.i)  # "said the city would not contest it"
        return token.doc[speech.speaker] if speech is not None else token

    def _takes_up(self, word: Token, nouns: list[Token]) -> bool:
        """Whether a word answers what stands before it, or words of which its object says whose they are."""
        if self._rejoins(word) or self._refuses(word, nouns) or self._in_reply(word):
            return True
        if word.pos_ != "VERB" or not self._answers(word):
            return False
        if self._appeals(word, nouns):
            return True
        whose = self.nouns.voicers(nouns) or self.nouns.of_events(nouns) or self._told_of(word, nouns)
        return bool(whose) or any(self.nouns.open(noun) for noun in nouns)

    def _told_of(self, verb: Token, nouns: list[Token]) -> list[Thing]:
        """ "Said his ministry welcomed the report": the report, where of the ministry nothing is known."""
        at = self.context.cast.at
        if self._who(verb) == tokens_of(self.context, "subj", verb):
            return []
        return [at[t.i] for t in nouns if t.i in at and at[t.i].kind not in (PERSON, BODY)]

    def _targets(self, answering: Thing, word: Token, nouns: list[Token]) -> list[Thing]:
        if events := self.nouns.of_events(nouns) or self._told_of(word, nouns):
            return [] if any(map(unreal, events)) else events
        if voicers := self.nouns.voicers(nouns):
            return [thing for thing, _ in fill(self.context, voicers, self.agents, loose=False)]
        asked = self._refuses(word, nouns) or any(t.lower_ in self.nouns.words | self.nouns.outcomes for t in nouns)
        target = self._target(answering, word, nouns, asked=asked)
        found = target is None or (target.kind == PERSON and any(t.lower_ in self.nouns.outcomes for t in nouns))
        parts = any(map(self.nouns.whole, nouns))  # "accepted every word": of a report
        target = (self._last_report(answering, word, nouns) if found or parts else None) or target
        if parts and target is not None and target.kind in (PERSON, BODY):
            return []
        held = any(self.nouns.taken_up(t) or t.lower_ in self.nouns.findings for t in nouns)
        if target is None and (held or self._sorry(word)):
            target = self._last_about(answering, word) or self._just_found(answering, word, nouns)
        if target is None and any(t.lower_ in self.nouns.penalties for t in nouns):
            target = self.reproaches.last_penalty(answering, word)
        if target is None and self._appeals(word, nouns):
            target = self.reproaches.penaliser(answering, word)
        if target is None and (self._replies(word) or self._rebuts(word, nouns)):
            target = last_speaker(self.context, self.reproaches.mine(answering), word, unnamed=True)
        if target is None and self._rebuts(word, nouns) and not phrasal(word, self.denying):
            target = self._next_to(answering, word)  # where "denied it" is of what was said in the report
        if target is None and (self._labels(word, nouns) or (not nouns and self._replies(word))):
            target = self._just_told(answering, word)
        return [target] if target is not None else []

    def _labels(self, verb: Token, nouns: list[Token]) -> bool:
        """ "Called it fiction", "thought it fair"."""
        named = any(t.lower_ == "it" and self.nouns.taken_up(t) for t in nouns)
        if not named or verb.pos_ != "VERB" or not phrasal(verb, self.labelling):
            return False
        before = (t for t in verb.doc[verb.sent.start : verb.i] if t.i not in self.context.cast.at)
        return not any(t.pos_ == "NOUN" and t.dep_ in _ARGUMENTS for t in before)  # "bought a plane and called it"

    def _next_to(self, answering: Thing, verb: Token) -> Thing | None:
        """ "Drew up a report; Y would have none of it": the one report of its sentence and the one before."""
        first = verb.doc[max(0, verb.sent.start - 1)].sent.start
        told = self.reproaches.told(verb, answering)
        return only(t for t in told if any(first <= start < verb.i for start, _ in t.spans))

    def _just_told(self, answering: Thing, verb: Token) -> Thing | None:
        """The one report or investigation that the paragraph, or the one before, has spoken of."""
        return only(t for t in self.reproaches.told(verb, answering) if self.reproaches.close(t, verb))

    def _replies(self, word: Token) -> bool:
        """ "Replied that", "retorted": someone has just spoken."""
        return word.pos_ == "VERB" and phrasal(word, self.replying) and not after(word, "to")

    def _rebuts(self, word: Token, nouns: list[Token]) -> bool:
        """ "Denied it", "rejected that account", not "denies wrongdoing", which whoever is charged does."""
        voiced = nouns and all(self.nouns.taken_up(t) or t.lower_ in self.nouns.words for t in nouns)
        labelled = word.pos_ != "VERB" or (phrasal(word, self.labelling) and any(t.lower_ == "it" for t in nouns))
        return bool(voiced) and not labelled and self._answers(word)

    def _sorry(self, word: Token) -> bool:
        return self._rejoins(word) and (word.lower_ in self.contrite or word.lemma_ in self.apologising)

    def _last_about(self, answering: Thing, word: Token) -> Thing | None:
        """Of "has apologised", "is sorry" the one report just told of that is about who says so."""
        near = (t for t in self.reproaches.told(word, answering) if self.reproaches.close(t, word))
        return only(t for t in near if self.reproaches.is_about(t, answering))

    def _just_found(self, answering: Thing, word: Token, nouns: list[Token]) -> Thing | None:
        """ "The audit found that half of it was lost. Y disputes this": what the sentence before says was found."""
        before = word.doc[max(0, word.sent.start - 1)].sent.root
        if not nouns or before == word.sent.root or before.lemma_ not in self.finding:
            return None
        found = (self.context.cast.at.get(t.i) for t in surface_subjects(before))
        told = self.reproaches.told(word, answering)
        return next((t for t in found if t in told), None)

    def _refuses(self, verb: Token, nouns: list[Token]) -> bool:
        """ "Y declined", "ruled this out": what it had been called on to do."""
        taken = all(self.nouns.taken_up(t) or t.lower_ in self.nouns.words for t in nouns)
        return verb.pos_ == "VERB" and taken and clause_of(verb) is None and phrasal(verb, self.refusing)

    def _in_reply(self, noun: Token) -> bool:
        """ "In its response Y said", "Y issued a response": with nothing named that it is to."""
        if noun.lower_ not in self.replies or after(noun, "to"):
            return False
        given = noun.dep_ == "dobj" and noun.head.lemma_ in self.giving
        return given or (noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ in ("VERB", "AUX"))

    def _rejoins(self, word: Token) -> bool:
        """ "Denied it had been told", "apologised to the families", "is sorry", "offered an apology"."""
        if word.lower_ in self.contrite:
            return word.dep_ in _COMPLEMENTS
        if word.head.lower_ == "without":
            return False  # "settled without admitting it"
        if word.pos_ != "VERB" or (word.dep_ != "ccomp" and any(t.lower_ == "had" for t in word.lefts)):
            return False  # "had already apologised": before the fault was found
        nouns = objects(word)
        if any(t.lower_ in self.amends for t in nouns):
            return True
        if self._appeals(word, nouns):
            return True
        which = word.dep_ == "relcl" and any(t.tag_ == "WDT" and t.dep_ == "dobj" for t in word.lefts)
        said = which or clause_of(word) is not None  # "accused X of waste, which X denies"
        if phrasal(word, self.admitting) and (said or (nouns and all(map(self.nouns.deed, nouns)))):
            return True  # "accepted that it had been slow", "admitted the failings"
        if word.dep_ == "xcomp" and word.head.lemma_ in self.context.lexicon.evoking("Failing", "verb"):
            return False  # "failed to maintain its ships"
        own = all(self.nouns.deed(t) or any(p.tag_ == "PRP$" for p in t.lefts) for t in nouns)
        return phrasal(word, self.rejoining) and (said or own)  # "defended its record"

    def _appeals(self, verb: Token, nouns: list[Token]) -> bool:
        """ "Has appealed", "lodged an objection"."""
        lodged = verb.lemma_ in self.filing and any(t.lower_ in self.appeals and not after(t, "for") for t in nouns)
        return lodged or (not nouns and verb.lemma_ in self.appealing)

    def _announced(self, verb: Token, nouns: list[Token]) -> bool:
        """ "Will be lodging an objection", "plans to appeal", "would have none of it": rejected already."""
        if not self._appeals(verb, nouns) and all(t.lower_ != "none" for t in objects(verb)):
            return False
        willing = any(t.dep_ == "aux" and t.lemma_ in ("will", "would") for t in verb.lefts)
        return willing or (verb.dep_ == "xcomp" and verb.head.lemma_ in self.intending)

    def _target(self, answering: Thing, verb: Token, nouns: list[Token], *, asked: bool) -> Thing | None:
        """Who last found fault with who answers, or their report on it; or who called on them, where asked."""
        reproach = self.reproaches.last(answering, verb, asked=asked)
        if reproach is None:
            return None
        return self._report_of(reproach, answering, nouns) or reproach.subject

    def _report_of(self, reproach: Found, answering: Thing, nouns: list[Token]) -> Thing | None:
        """Their report: of "the findings" any, of "the criticism" none, else that in which the fault was found."""
        if any(t.lower_ in self.nouns.findings for t in nouns):
            return self.reproaches.event(reproach.subject, answering)
        voiced = any(t.lower_ in self.nouns.words for t in nouns)
        return None if voiced else self.reproaches.behind(reproach, answering)

    def _last_report(self, answering: Thing, verb: Token, nouns: list[Token]) -> Thing | None:
        """Of "the findings", "the recommendations" the report, or the inquiry, that the text has told of."""
        if not self.nouns.verdict(nouns) and verb.lower_ not in self.replies:
            return None
        events = self.reproaches.told(verb, answering)
        kept = [t for t in events if t.kind == REPORT] or events
        return only(kept) or only(t for t in kept if self.reproaches.close(t, verb))

    def _answers(self, verb: Token) -> bool:
        if verb.lemma_ in self.appealing or phrasal(verb, self.labelling):
            return True
        return expresses(verb, self.context.roles.answer, self.context.lexicon)


def _topmost(noun: Token, speech: Speech) -> bool:
    """Whether it is the subject of what is said, not of a clause within that."""
    return speech.direct or speech.verb is None or clause_verb(noun).head.i == speech.verb
