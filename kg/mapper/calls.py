"""Calls that a speaker voices: whom they say should, must, has to, owes it to do something.

A frame of the lexicon catches "X urged Y to act". Here "Y must act, X said", "it is time for Y to act".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.grammar import SUBJECTS, phrasal, subjects
from kg.lexicon import RULES
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.scope import infinitive, inverted, perfect
from kg.mapper.slots import fill
from kg.mapper.sources import SourceReader
from kg.mapper.status import StatusReader
from kg.types import Details, Status

SAID, VOICED = 0.65, 0.5
_OPEN = frozenset({"whether", "if", "unless"})
_NOT_YET = frozenset({"still", "yet"})


class CallReader:
    """Yields calls found within speech, or in a text with a voice of its own."""

    def __init__(self, context: Context, status: StatusReader, sources: SourceReader) -> None:
        self.context = context
        self.status = status
        self.sources = sources
        lexicon = context.lexicon
        self.duty = lexicon.evoking("Duty", "verb")
        self.owing = lexicon.evoking("Owing", "verb")
        self.entitled = lexicon.evoking("Entitled", "verb")
        self.letting = lexicon.evoking("Letting", "verb")
        self.ours = lexicon.evoking("SpeakerPronoun") | lexicon.evoking("GroupPronoun")
        self.urgent = lexicon.evoking("Urgent")
        self.shame = lexicon.evoking("Shame")
        self.undemanding = lexicon.evoking("Undemanding")
        self.quitting = lexicon.evoking("Quitting", "verb")
        self.calling = lexicon.verbs_of(context.roles.call)
        self.agents = context.ontology.relation(context.roles.call).range

    def find(self) -> Iterator[Found]:
        for token in self.context.cast.doc:
            if token.pos_ in ("AUX", "VERB"):
                act = self._duty(token) or self._wanted(token) or self._let(token)
                if act is not None and not (_supposed(act) or _cut_short(act) or self._idle(act)):
                    yield from self._call(token, act)

    def _call(self, word: Token, act: Token) -> Iterator[Found]:
        source = self.sources.speaker(word)
        if source is None or act.sent.text.rstrip().endswith("?") or (source.voiced and self._ordered(act)):
            return
        subject = subjects(word) if word.pos_ == "VERB" and word.lemma_ == "have" else subjects(act)
        said_by = self.context.speaker(source.speech)
        sure, details = SAID if source.speech else VOICED, Details(content=phrase_under(act))
        roles = self.context.roles
        relation = roles.censure if self._shameful(act) else roles.call
        subject = [t for t in subject if t.lower_ not in self.ours]  # "I should like to thank you"
        for target, _ in fill(self.context, subject, self.agents, loose=False):
            for caller in source.all:
                if not self.sources.speaks_for(caller, target):
                    yield Found(caller, relation, target, Status.ASSERTED, act, RULES + "call", sure, details, said_by)

    def _shameful(self, act: Token) -> bool:
        """ "X should be ashamed", "ought to know better": a reproach, and nothing to be done."""
        said = (t for t in act.children if t.dep_ in ("acomp", "dobj", "advmod"))
        return any({t.lower_, f"{act.lemma_} {t.lower_}"} & self.shame for t in said)

    def _idle(self, act: Token) -> bool:
        """ "X should be able to pay", "must know that ...", "should not resign": X need do nothing."""
        staying = phrasal(act, self.quitting) and any(t.dep_ == "neg" for t in act.children)
        said = act.lemma_ in self.undemanding or any(
            t.dep_ == "acomp" and t.lower_ in self.undemanding for t in act.children
        )
        return staying or said

    def _ordered(self, act: Token) -> bool:
        """ "A judge ordered that Y should act": no call of the writer who tells of it."""
        verb, at = act.head, self.context.cast.at
        calls = act.dep_ == "ccomp" and verb.pos_ == "VERB" and verb.lemma_ in self.calling
        return calls and all(at.get(t.i) is not self.context.cast.voice for t in subjects(verb))

    def _duty(self, word: Token) -> Token | None:
        """The verb of what ought to be done: "must act", "has to act", "owes us a date"."""
        if word.lemma_ in self.owing and any(t.dep_ in ("dobj", "dative") for t in word.children):
            return word
        if word.lemma_ not in self.duty:
            return None
        if word.lemma_ == "have" and (act := self._deadline(word)) is not None:
            return act
        if word.dep_ == "aux":
            return None if perfect(word.head) or word.tag_ != "MD" else word.head
        act = next((t for t in word.children if t.dep_ == "xcomp" and any(c.lower_ == "to" for c in t.lefts)), None)
        if act is None or any(t.dep_ == "neg" for t in word.children):
            return None
        if word.tag_ in ("VBD", "VBN", "VBG") and not self._told(word):
            return None
        if perfect(act):
            return None  # "ought to have acted" is a reproach
        if any(t.lower_ in _NOT_YET or (t.dep_ == "aux" and t.tag_ == "MD") for t in word.children):
            return None  # "has yet to act", "would have to think again"
        return act

    def _told(self, verb: Token) -> bool:
        """ "Said that X needed to act": the need is there; who "had to act" may have done so."""
        speech = self.context.cast.speech_at(verb.i)
        return verb.lemma_ in self.urgent and verb.tag_ != "VBG" and speech is not None and not speech.direct

    def _let(self, verb: Token) -> Token | None:
        """ "Let X pay for it": an imperative, of whoever speaks."""
        if verb.lemma_ not in self.letting or verb.tag_ != "VB" or any(t.dep_ == "nsubj" for t in verb.lefts):
            return None
        acts = (t for t in verb.children if t.dep_ in ("ccomp", "xcomp") and t.pos_ == "VERB")
        return next((t for t in acts if any(s.i in self.context.cast.at for s in subjects(t))), None)

    def _deadline(self, word: Token) -> Token | None:
        """ "has until June to act", "have 28 days in which to act"."""
        if word.tag_ not in ("VBZ", "VBP"):
            return None
        until = [t for t in word.children if t.dep_ == "prep" and t.lower_ in ("until", "till")]
        times = [t for t in word.children if t.dep_ == "dobj" and t.ent_type_ == "DATE"]
        if not until and not times:
            return None
        act = next((t for t in word.subtree if t.tag_ == "VB" and infinitive(t) and t.i > word.i), None)
        return act if act is not None and act.lemma_ not in self.entitled else None

    def _wanted(self, verb: Token) -> Token | None:
        """ "it is time for X to go", "it is vital that X go", "what I want is for X to go"."""
        governor = verb.head
        if not any(t.dep_ in ("nsubj", "nsubjpass") for t in verb.lefts) or governor == verb:
            return None
        marked = any(t.dep_ == "mark" and t.lower_ in ("for", "that") for t in verb.lefts)
        if not marked:
            return None
        words = [governor, *(t for t in governor.children if t.dep_ in ("attr", "acomp", "csubj"))]
        return verb if any(t.lemma_.lower() in self.urgent for t in words) else None


def _supposed(act: Token) -> bool:
    """ "whether X should go", "should X find that ..."."""
    return inverted(act) or any(t.dep_ in ("mark", "advmod") and t.lower_ in _OPEN for t in act.lefts)


def _cut_short(act: Token) -> bool:
    """ "She was shocked. She should not be.": it is left out what."""
    said = (t for t in act.children if t.dep_ not in (*SUBJECTS, "aux", "neg", "punct"))
    return act.lemma_ == "be" and not any(said)
