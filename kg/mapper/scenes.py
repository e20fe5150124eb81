"""Whom a judgement falls on that is of how things stand: "slammed poor hygiene at X", "praised the calm at X"."""

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.grammar import coordinated
from kg.lexicon import Frame
from kg.mapper.found import Context
from kg.mapper.holders import place_after
from kg.mapper.slots import tokens_of
from kg.mapper.targets import TargetReader
from kg.mapper.words import WordFinder

_OF_IT = frozenset({"amod", "compound", "prep", "pobj", "pcomp"})


def judged_at(context: Context, words: WordFinder, word: Token, frame: Frame) -> list[tuple[Thing, bool]]:
    """The bodies at which it is so; none where no word in it judges: "condemned the bombing at X" is of another."""
    concept = {context.roles.censure: "Censure", context.roles.approval: "Approval"}.get(frame.relation)
    if concept is None:
        return []
    tokens = (t for slot in frame.object for t in tokens_of(context, slot.name, word))
    nouns = [one for t in tokens for one in coordinated(t) if one.pos_ == "NOUN" and one.i not in context.cast.at]
    told = [one for one in nouns if any((f := words.find(t)) and f[0] == concept for t in _words_of(one))]
    if not told:
        return []
    targets = TargetReader(context, context.ontology.relation(frame.relation).range)
    return [(thing, False) for one in told for thing in targets.inside(one) or targets.bodies(place_after(one))]


def _words_of(noun: Token) -> list[Token]:
    """The noun, what describes it, and what it is of: "a lack of leadership"."""
    inner = [t for t in noun.children if t.dep_ in _OF_IT and (t.dep_ != "prep" or t.lower_ == "of")]
    return [noun, *(one for t in inner for one in (t, *t.children) if one.dep_ in _OF_IT)]
