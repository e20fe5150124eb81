"""Who answers for a word of judgement: its speaker, who found it, or the voice of the text."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Speech, Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import SUBJECTS, phrasal, possessors
from kg.lexicon import Frame
from kg.mapper.found import Context
from kg.mapper.implied import implied
from kg.mapper.pleadings import pleaded
from kg.mapper.slots import fill, tokens_of
from kg.mapper.status import StatusReader
from kg.mapper.unsaid import members
from kg.types import Status

_UNDER = frozenset({"dobj", "pobj", "prep", "conj", "amod", "oprd", "attr", "acomp", "nsubj", "nsubjpass", "compound"})
_MATTER = frozenset({"for", "into", "over"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "poss"})  # not "has been right to keep at us"


@dataclass(frozen=True, slots=True)
class Source:
    """An agent, report or investigation, the speech or the verb by which it judges; neither: a voice.

    ``others``: those who judge together with it; ``disclaims``: it says that it does not say so.
    """

    thing: Thing
    speech: Speech | None = None
    verb: Token | None = None
    others: tuple[Thing, ...] = ()
    disclaims: bool = False

    @property
    def all(self) -> tuple[Thing, ...]:
        return (self.thing, *self.others)

    @property
    def voiced(self) -> bool:
        return self.verb is None and self.speech is None


class SourceReader:
    """Finds the source of a judgement or a call."""

    def __init__(self, context: Context, status: StatusReader) -> None:
        self.context = context
        self.status = status
        self.finding = context.lexicon.evoking("Finding", "verb") | context.lexicon.evoking("Disclosing", "verb")
        self.uttering = status.uttering
        self.voiced = context.lexicon.evoking("Voiced", "noun")
        self.relaying = context.lexicon.evoking("Relaying", "verb")
        self.media = frozenset().union(*context.lexicon.denoting("Media").values())
        self.proofs = context.lexicon.evoking("Proof", "noun")
        self.allowed = context.ontology.relation(context.roles.censure).domain | context.events
        self.group = context.lexicon.evoking("GroupPronoun")
        self._stated: dict[int, bool] = {}

    def of(self, token: Token) -> Source | None:
        """Whose word it is; None for what nobody answers for, or what is not (yet) said."""
        return None if self._looked_into(token) else self._finder(token) or self.speaker(token)

    def _looked_into(self, token: Token) -> bool:
        """ "X is under investigation for fraud": whoever says so has not found any."""
        return token.dep_ == "pobj" and token.head.lower_ in _MATTER and self._sought(token.head.head)

    def speaker(self, token: Token) -> Source | None:
        """Who speaks, or in whose voice the text is."""
        cast = self.context.cast
        speech = cast.speech_at(token.i)
        if speech is None:
            thing = self._writer(token)
            return Source(thing) if thing is not None else None
        verb = cast.doc[speech.verb] if speech.verb is not None else None
        if verb is not None and not self._states(verb):
            return None
        judges = self._things(cast.doc[speech.speaker]) or pleaded(self.context, cast.doc[speech.speaker])
        judges = judges or self._behind(token, speech)
        return Source(judges[0], speech, verb, tuple(judges[1:])) if judges else None

    def disclaimed(self, token: Token) -> Source | None:
        """Who does not say so: "we do not suggest that X lied", "the panel did not find that X had known"."""
        speech = self.context.cast.speech_at(token.i)
        if speech is None or speech.verb is None:
            return None
        verb = self.context.cast.doc[speech.verb]
        if self.status.read(verb, self.context.roles.censure) is not Status.DENIED:
            return None
        judges = self._things(self.context.cast.doc[speech.speaker])
        ours = self.context.cast.doc[speech.speaker].lower_ in self.group
        found = bool(judges) and (ours or phrasal(verb, self.finding))
        return Source(judges[0], speech, verb, tuple(judges[1:]), disclaims=True) if found else None

    def _behind(self, token: Token, speech: Speech) -> list[Thing]:
        """Who speaks in "We found that Y failed," said X, though nobody knows who "we" are.

        Of a list under "It found that:", whatever found it, whoever writes the text.
        """
        cast, pronoun = self.context.cast, self.context.cast.doc[speech.speaker]
        around = cast.utterance_at(pronoun.i)
        if pronoun.lower_ in self.group and around is not None and around.direct:
            return self._things(cast.doc[around.speaker])
        above = pronoun.pos_ == "PRON" and cast.paragraphs[pronoun.i] != cast.paragraphs[token.i]
        writer = self._writer(token) if above and not speech.direct else None
        return [writer] if writer is not None else []

    def _writer(self, token: Token) -> Thing | None:
        """Whose word a sentence of the text's own is: in a letter signed for a body "we" is that body."""
        cast = self.context.cast
        if cast.voice is None or cast.voice.kind != PERSON:
            return self.context.answered.author(token) or cast.voice
        ours = (cast.at.get(t.i) for t in token.sent if t.lower_ in self.group and t.dep_ in _SUBJECT)
        return next((thing for thing in ours if thing is not None), cast.voice)

    def _finder(self, token: Token) -> Source | None:
        """ "Y found failings at X", "X was rated inadequate by Y"."""
        last = current = self._proven(token)
        while current.dep_ in _UNDER and current.head != current:
            last, current = current, current.head
            if current.pos_ == "VERB":
                break
            if self._sought(current):
                return None
        if current == token or current.pos_ != "VERB" or not self._gives(current, last):
            return None
        if last.dep_ == "conj" and last.pos_ in ("VERB", "AUX"):  # "raised concerns but was ignored by X"
            return None
        if not self._states(current):
            return None
        judges = next((found for s in tokens_of(self.context, "subj", current) if (found := self._things(s))), [])
        if judges:
            return Source(judges[0], verb=current, others=tuple(judges[1:]))
        thing = members(self.context, current) or implied(self.context, current)
        return Source(thing, verb=current) if thing is not None else None

    def _proven(self, token: Token) -> Token:
        """Of "found evidence that X had lied", where "lied" is the word, the evidence."""
        shown = token.pos_ == "VERB" and token.dep_ in ("acl", "ccomp", "relcl") and token.head.pos_ == "NOUN"
        return token.head if shown and token.head.lemma_ in self.proofs else token

    def _gives(self, verb: Token, argument: Token) -> bool:
        """ "Found failings at X", "slammed the neglect at X", but not "criticised Y over failings at X"."""
        if phrasal(verb, self.finding):
            return True
        told = argument.dep_ in ("dobj", "nsubjpass") and argument.lower_ not in self.voiced
        return told and verb.lemma_ in self.uttering  # not "condemned the criticism of Y"

    def _sought(self, noun: Token) -> bool:
        """ "Hearings into failings at X", "an inquiry into the collapse of X found": is after it, and has not found."""
        thing = self.context.cast.at.get(noun.i)
        during = noun.dep_ in ("dobj", "nsubj") or (noun.dep_ == "pobj" and noun.head.lower_ == "under")
        return during and thing is not None and self.context.is_event(thing) and thing.kind != REPORT

    def reports(self, source: Source) -> bool:
        """ "X failed, the Ledger reported", "according to the Daily Ledger": a paper that tells what others say."""
        if source.speech is None or source.speech.direct:
            return False
        after = source.verb is not None and source.verb.lemma_ in self.relaying and source.verb.i >= source.speech.end
        return after or not self.media.isdisjoint(source.thing.sorts)

    def _things(self, token: Token) -> list[Thing]:
        """The agents or events a subject means: "Ofsted inspectors" are Ofsted."""
        return [thing for thing, _ in fill(self.context, [token], self.allowed, loose=False)]

    def _states(self, verb: Token) -> bool:
        """Whether something is said: not what someone may say, or denies having said."""
        if verb.i not in self._stated:
            self._stated[verb.i] = self.status.read(verb, self.context.roles.censure) in (
                Status.ASSERTED,
                Status.ALLEGED,
            )
        return self._stated[verb.i]

    def speaks_for(self, speaker: Thing, target: Thing) -> bool:
        """Whether the target is the speaker, or a body of the speaker's: no one judges themselves."""
        if speaker is target:
            return True
        cast = self.context.cast
        return (
            speaker.kind == PERSON
            and target.kind == BODY
            and any(
                cast.at.get(h.person) is speaker
                and h.body is not None
                and cast.at.get(h.body) is target
                and not h.former
                for h in cast.holdings
            )
        )


def speaking(context: Context, token: Token, frame: Frame, told: list[tuple[Thing, bool]]) -> list[tuple[Thing, bool]]:
    """Who says "we urge X to act": they do so themselves, whomever they speak for; "we commend X" is their own word."""
    roles, cast = context.roles, context.cast
    speech = cast.utterance_at(token.i)
    if speech is None or not speech.direct or frame.relation not in (roles.censure, roles.approval, roles.call):
        return told
    ours = context.lexicon.evoking("GroupPronoun")
    if not any(t.lower_ in ours and t.dep_ in SUBJECTS for t in tokens_of(context, frame.subject[0].name, token)):
        return told
    speakers = fill(context, [cast.doc[speech.speaker]], context.ontology.relations[frame.relation].domain, loose=False)
    own = frame.relation != roles.call and any(thing.kind == PERSON for thing, _ in speakers)
    objects = (t for slot in frame.object for t in tokens_of(context, slot.name, token))
    if own and any(p.lower_ in ours for t in objects for p in possessors(t)):
        return []  # "we are proud of our pupils"
    return speakers if own else [*told, *(pair for pair in speakers if pair not in told)]
