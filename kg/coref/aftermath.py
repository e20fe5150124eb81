"""Whom an inquiry is about by what came before it and after it: "after complaints about X", "which found that X"."""

from spacy.tokens import Token

from kg.grammar import after_any, clause_of, surface_subjects
from kg.lexicon import Lexicon


def around(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who was complained of before it, or at fault in what it found."""
    return _complained_of(noun, lexicon) or _found(noun, lexicon)


def _complained_of(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "Opened an inquiry after complaints about X"."""
    words = lexicon.evoking("Grievance", "noun")
    hosts = [noun, noun.head] if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB" else [noun]
    told = (t for host in hosts for t in after_any(host, ("after", "following")) if t.lower_ in words)
    return [t for one in told for t in after_any(one, ("about", "against", "over"))]


def _found(noun: Token, lexicon: Lexicon) -> list[Token]:
    """ "An inquiry by Y, which found that X had failed": X."""
    finding = lexicon.evoking("Finding", "verb")
    near = (noun, *after_any(noun, ("by",)))
    told = (t for one in near for t in one.rights if t.dep_ == "relcl" and t.lemma_ in finding)
    clauses = (clause_of(t) for t in told if any(w.lower_ == "which" for w in t.lefts))
    return [t for clause in clauses if clause is not None for t in surface_subjects(clause)]
