"""Where a word of judgement judges nobody: within a question, an item of a menu, a request."""

from spacy.tokens import Token

from kg.grammar import SUBJECTS, clause_verb, governors
from kg.mapper.scope import infinitive


def supposed(token: Token, upto: Token | None) -> bool:
    """Within a clause that is asked about, below the verb of saying."""
    for head in (token, *governors(token)):
        if head == upto:
            return False
        if any(t.lower_ == "whether" and t.dep_ in ("mark", "advmod") for t in head.lefts):
            return True
    return False


def bare(token: Token) -> bool:
    """A word that stands in no clause: an item of a menu, the word of a grade."""
    return token.pos_ == "ADJ" and clause_verb(token).pos_ not in ("VERB", "AUX")


def aimed(token: Token) -> bool:
    """ "To report fraud, call us": what an infinitive at the head of a request is about, and of nobody yet."""
    verb = clause_verb(token)
    bid = verb.dep_ == "advcl" and verb.head.tag_ == "VB" and not any(t.dep_ in SUBJECTS for t in verb.head.lefts)
    return token.pos_ == "NOUN" and bid and infinitive(verb)


def otherwise(token: Token) -> bool:
    """ "Failing that, ...": says what comes next, and of nobody that they failed."""
    return token.tag_ == "VBG" and any(t.dep_ in ("dobj", "pobj") and t.tag_ == "DT" for t in token.children)


def too(word: Token, excess: frozenset[str]) -> bool:
    """ "too slow", "too ready to", but not "not too bad", "too early to say"."""
    return word.dep_ in ("acomp", "oprd", "ccomp", "conj", "advmod") and any(
        t.lower_ in excess and t.dep_ == "advmod" for t in word.lefts
    )
