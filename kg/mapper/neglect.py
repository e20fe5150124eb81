"""What a finding says was left undone: "the audit found that the ministry never inspected the mine".

No word in it is one of blame; that an inquiry, or whoever states findings, says that someone did not
do a thing makes it a fault. Who was not told, or received nothing, is at fault for nothing.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import after_any, clause_verb, is_passive, phrasal, surface_subjects
from kg.lexicon import RULES
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.slots import fill
from kg.mapper.sources import Source, SourceReader
from kg.mapper.words import WordFinder
from kg.types import Details, Status

NEGLECTED = 0.55
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"has", "does", "do"})
_NOBODY = frozenset({"nobody", "noone", "none", "no-one"})
_AT = ("at", "in", "from", "within", "of", "on")
_PREDICATE = frozenset({"advmod", "acomp", "attr", "dobj", "oprd", "xcomp", "prt"})
_HYPOTHETICAL = frozenset({"if", "unless", "whether", "until", "so"})


class NeglectReader:
    """Yields criticism that lies in what a finding says was not done."""

    def __init__(self, context: Context, sources: SourceReader, words: WordFinder) -> None:
        lexicon = context.lexicon
        self.context = context
        self.sources = sources
        self.words = words
        told = lexicon.evoking("Reporting", "verb") - lexicon.evoking("Faulting", "verb")
        self.finding = (lexicon.evoking("Finding", "verb") | lexicon.evoking("Faulting", "verb")) - told
        self.uneasy = lexicon.evoking("Faulting", "adjective")
        self.blameless = lexicon.evoking("Blameless", "verb")
        self.allowed = context.ontology.relation(context.roles.censure).range

    def find(self) -> Iterator[Found]:
        done: set[int] = set()
        for token in self.context.cast.doc:
            verb = _undone(token)
            if verb is None or verb.i in done:
                continue
            done.add(verb.i)
            source = self.sources.speaker(verb)
            if source is None or not self._fault(verb):
                continue
            columnist = source.voiced and source.thing.kind == PERSON
            uneasy = verb.dep_ == "ccomp" and verb.head.lower_ in self.uneasy  # "is concerned that X has not replied"
            if not (self._finds(source) or uneasy or (columnist and _at_no_time(token))):
                continue
            for target, _ in fill(self.context, _doers(verb), self.allowed, loose=False):
                if source.voiced and target.kind != BODY and not _at_no_time(token):
                    continue
                judges = (judge for judge in source.all if not self.sources.speaks_for(judge, target))
                yield from (self._found(judge, source, target, verb) for judge in judges)

    def _finds(self, source: Source) -> bool:
        """Whether it is a finding: of a report or an inquiry, by a verb of finding, by a watchdog in its own words."""
        if self.context.is_event(source.thing):
            return True
        if source.verb is not None and phrasal(source.verb, self.finding):
            return True
        own = source.voiced or (source.speech is not None and source.speech.direct)
        return own and self._looks(source.thing)

    def _looks(self, writer: Thing) -> bool:
        """Whether it is a watchdog, or a person at the head of one or of an inquiry."""
        cast, watchdogs = self.context.cast, self.context.watchdogs
        if writer.kind == BODY:
            return watchdogs.watches(writer)
        if watchdogs.in_post(cast, writer):
            return True
        bodies = (cast.at.get(h.body) for h in cast.holdings if h.body is not None and cast.at.get(h.person) is writer)
        return any(b is not None and (self.context.is_event(b) or watchdogs.watches(b)) for b in bodies)

    def _fault(self, verb: Token) -> bool:
        """Whether the clause states a past act that would have been right: not a denial of a wrong one."""
        auxiliaries = [t for t in verb.lefts if t.dep_ == "aux"]
        if verb.dep_ == "xcomp" and verb.head.lemma_ == "have":  # "has yet to act"
            return verb.lemma_ not in self.blameless and self.words.find(verb) is None
        if is_passive(verb) or any(t.tag_ == "MD" for t in auxiliaries) or verb.lemma_ in self.blameless:
            return False
        if verb.lemma_ == "do" and not auxiliaries and any(t.dep_ == "neg" for t in verb.rights):
            return False  # "did not, the panel found, take any bribe": what was not done stands elsewhere
        if verb.tag_ not in _PAST and not any(t.tag_ == "VBD" or t.lower_ in _PRESENT for t in auxiliaries):
            return False
        if verb.dep_ not in ("ROOT", "ccomp", "conj", "relcl", "parataxis"):
            return False
        if any(t.lower_ in _HYPOTHETICAL and t.dep_ == "mark" for t in verb.lefts):
            return False
        parts = (verb, *verb.lefts, *(t for t in verb.rights if t.dep_ in _PREDICATE))
        return all(self.words.find(t) is None for t in parts)

    def _found(self, judge: Thing, source: Source, target: Thing, verb: Token) -> Found:
        said_by = self.context.speaker(source.speech)
        details = Details(content=phrase_under(verb))
        status, entry = Status.ASSERTED, RULES + "neglect"
        return Found(judge, self.context.roles.censure, target, status, verb, entry, NEGLECTED, details, said_by)


def _undone(token: Token) -> Token | None:
    """The verb of what was not done: "did not check", "never checked", "kept no log", "without checking"."""
    head = token.head
    if token.lower_ == "yet" and head.lemma_ == "have":  # "has yet to publish it"
        return next((t for t in head.children if t.dep_ == "xcomp" and t.pos_ == "VERB"), None)
    if token.dep_ == "neg" or (token.lower_ == "never" and token.dep_ == "advmod"):
        return head if head.pos_ == "VERB" else None
    if token.dep_ == "nsubj" and _is_nobody(token):
        return head if head.pos_ == "VERB" else None
    if token.lower_ in ("no", "neither") and token.dep_ in ("det", "preconj", "cc"):
        noun = head if token.dep_ == "det" else None
        if noun is not None:
            return noun.head if noun.dep_ == "dobj" else None
        return head if head.pos_ == "VERB" else None
    if token.lower_ == "without" and token.dep_ == "prep" and any(t.dep_ == "pcomp" for t in token.children):
        return clause_verb(head) if head.pos_ in ("VERB", "NOUN") else None
    return None


def _at_no_time(token: Token) -> bool:
    """ "Has never explained why", "has yet to act": a columnist's reproach, where "did not" may be a mere fact."""
    perfect = any(t.lower_ in ("has", "have") and t.dep_ == "aux" for t in token.head.lefts)
    return token.lower_ == "yet" or (token.lower_ == "never" and perfect)


def _is_nobody(noun: Token) -> bool:
    """ "Nobody", "no one"."""
    return noun.lower_ in _NOBODY or (noun.lower_ == "one" and any(t.lower_ == "no" for t in noun.lefts))


def _doers(verb: Token) -> list[Token]:
    """Who did not do it; of "no one at X ever checked" X."""
    found = surface_subjects(verb)
    return [one for t in found for one in (after_any(t, _AT) if _is_nobody(t) else [t])]
