"""Labels: what someone calls someone, "called X a disgrace", "described X as woeful", "a joke, he called it".

Whether that is a reproach or a compliment, the words of the label tell.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY
from kg.grammar import (
    after,
    after_any,
    agents,
    is_passive,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import RULES, Lexicon
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.holders import saying_too
from kg.mapper.implied import implied
from kg.mapper.slots import fill
from kg.mapper.sources import SourceReader
from kg.mapper.status import StatusReader
from kg.mapper.words import WordFinder
from kg.types import Details, Status

RULE = RULES + "label"
GIVEN, SAID = 0.75, 0.65
_LONGEST = 200  # characters of a label that are kept as its content
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})


def labelling(lexicon: Lexicon) -> WordFinder:
    """Tells words of judgement, those too that judge only as a label; made once for many documents."""
    return WordFinder(lexicon, ("Censure", "Approval", "BadLabel", "GoodLabel"))


class LabelReader:
    """Yields the judgements that lie in labels."""

    def __init__(self, context: Context, status: StatusReader, sources: SourceReader, words: WordFinder) -> None:
        self.context = context
        self.status = status
        self.sources = sources
        self.words = words
        lexicon, roles = context.lexicon, context.roles
        self.verbs = lexicon.evoking("Labelling", "verb")
        self.grading = lexicon.evoking("Grading", "noun")
        self.light = lexicon.evoking("Light", "verb")
        self.bad, self.good = lexicon.evoking("BadLabel", "noun"), lexicon.evoking("GoodLabel", "noun")
        self.relations = {
            "Censure": roles.censure,
            "BadLabel": roles.censure,
            "Approval": roles.approval,
            "GoodLabel": roles.approval,
        }
        term = context.ontology.relation(roles.censure)
        self.judges, self.judged = sources.allowed, term.range

    def find(self) -> Iterator[Found]:
        for token in self.context.cast.doc:
            if token.pos_ == "VERB" and phrasal(token, self.verbs):
                yield from self._labelled(token, _labels(token))
            elif token.pos_ == "VERB" and token.lemma_ in self.light:
                yield from self._labelled(token, self._grades(token))
            elif token.lemma_ == "be":
                yield from self._said_to_be(token)

    def _labelled(self, verb: Token, labels: list[Token]) -> Iterator[Found]:
        for label in labels:
            relation = self._relation(label)
            status = self.status.read(verb, relation) if relation is not None else None
            if relation is None or status not in (Status.ASSERTED, Status.ALLEGED):
                continue
            blamed = [t for t in _given_to(verb) if t != label]
            targets = fill(self.context, blamed, self.judged, loose=True) or self._inside(label)
            for judge in self._judges(verb):
                for target, _ in targets:
                    if not self.sources.speaks_for(judge, target):
                        details = Details(content=phrase_under(label, _LONGEST))
                        yield Found(judge, relation, target, Status.ASSERTED, verb, RULE, GIVEN, details)

    def _inside(self, label: Token) -> list[tuple[Thing, bool]]:
        """ "Saw it as a failure by X", "called the delay a dereliction of X's duty"."""
        inner = [*possessors(label), *after_any(label, ("by", "of", "on"))]
        owners = [p for t in after(label, "of") for p in possessors(t)]
        return fill(self.context, owners or inner, self.judged, loose=True)

    def _judges(self, verb: Token) -> list[Thing]:
        """Who gives a label; of a passive with no agent whose findings are told, or whose text it is."""
        givers = saying_too(self.context.cast, self.context.lexicon, verb) or subjects(verb)
        named = [thing for thing, _ in fill(self.context, givers, self.judges, loose=False)]
        if named or not is_passive(verb):
            return named
        found = implied(self.context, verb)
        if found is not None:
            return [found]
        voice, speech = self.context.cast.voice, self.context.cast.speech_at(verb.i)
        ours = voice is not None and voice.kind == BODY and speech is None and self.context.watchdogs.watches(voice)
        return [voice] if voice is not None and ours and verb.tag_ == "VBN" and not agents(verb) else []

    def _grades(self, verb: Token) -> list[Token]:
        """ "gave X its lowest rating", "awarded X a grade of good"."""
        return [t for t in verb.children if t.dep_ == "dobj" and t.lower_ in self.grading]

    def _said_to_be(self, verb: Token) -> Iterator[Found]:
        """ "X is a joke," said Y."""
        for label in (t for t in verb.children if t.dep_ == "attr" and t.lemma_ in self.bad | self.good):
            source, relation = self.sources.speaker(verb), self._relation(label)
            if source is None or source.voiced or relation is None:
                continue
            if self.status.read(verb, relation, within=source.verb) is not Status.ASSERTED:
                continue
            for target, _ in fill(self.context, surface_subjects(verb), self.judged, loose=True):
                said_by = self.context.speaker(source.speech)
                for judge in source.all:
                    if not self.sources.speaks_for(judge, target):
                        yield Found(judge, relation, target, Status.ASSERTED, verb, RULE, SAID, Details(), said_by)

    def _relation(self, label: Token) -> str | None:
        """What a label amounts to: by its noun, else by the first of its other words that judges."""
        words = sorted(_phrase(label), key=lambda t: (t != label, t.i))
        found = [(t, pair) for t in words if (pair := self.words.find(t)) is not None]
        if not found:
            return None
        longest = max(length for _, (_, length) in found)
        word, (concept, length) = next((t, pair) for t, pair in found if longest == 1 or pair[1] == longest)
        relation = self.relations[concept]
        if length == 1 and any(t.dep_ == "neg" or t.lower_ == "no" for one in (word, label) for t in one.lefts):
            return self.context.roles.censure if relation == self.context.roles.approval else None
        return relation


def _labels(verb: Token) -> list[Token]:
    """What the verb says its object is: bare, after "as", or in front of the clause."""
    after = [t for t in verb.children if t.dep_ in ("oprd", "attr", "acomp") and t.i > verb.i]
    small = [t for t in verb.children if t.dep_ in ("ccomp", "xcomp") and t.pos_ in ("ADJ", "NOUN") and t.i > verb.i]
    as_what = [
        p
        for t in (*verb.children, *(t for o in objects(verb) for t in o.children))
        if t.dep_ == "prep" and t.lower_ == "as" and not any(s.lower_ == "such" for s in t.children)
        for p in t.children
        if p.dep_ in ("pobj", "amod", "pcomp", "advcl")
    ]
    clause = [t for t in verb.children if t.dep_ == "advcl" and any(c.lower_ == "as" for c in t.lefts)]
    clause += _bare(verb)
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.nbor().i == verb.i), None)
    front = [
        t
        for t in verb.lefts
        if t.dep_ in ("nsubj", "dep", "npadvmod", "dobj") and subject is not None and t.i < subject.i and t != subject
    ]
    return [*after, *small, *as_what, *clause, *front]


def _bare(verb: Token) -> list[Token]:
    """ "Branded X a disgrace", "X was branded a disgrace": taken for an apposition, or for an object."""
    if is_passive(verb):
        return [t for t in verb.children if t.dep_ == "dobj"]
    own = [t for t in verb.children if t.dep_ == "dobj"]
    near = [*own[1:], *(t for o in own for t in o.children if t.dep_ == "appos")]
    return [t for t in near if t.left_edge.tag_ == "DT" and t.left_edge.nbor(-1).pos_ != "PUNCT"]


def _given_to(verb: Token) -> list[Token]:
    """Whom a label or a grade is given to."""
    if is_passive(verb):
        return surface_subjects(verb)
    given = [t for t in verb.children if t.dep_ == "dative" and t.pos_ != "ADP"]
    return given or objects(verb)


def _phrase(label: Token) -> Iterator[Token]:
    yield label
    for child in label.children:
        if child.dep_ not in _CLAUSES and not (child.dep_ in ("prep", "agent") and child.lower_ != "of"):
            yield from _phrase(child)
