"""Relative pronouns: the noun their clause hangs on, where the parser hung it well."""

from spacy.tokens import Token

from kg.coref.candidates import Candidate, Candidates
from kg.coref.named import BODY, PERSON
from kg.grammar import antecedents, governors, singular


def relative(token: Token, candidates: Candidates) -> Candidate | None:
    """ "the council, which ...", "X, whose chair ...": the noun the clause hangs on."""
    verb = next((t for t in governors(token) if t.dep_ == "relcl"), None)
    noun = next(iter(antecedents(verb)), None) if verb is not None else None
    if noun is None or verb is None:
        return None
    named = candidates.by_token.get(_rehung(noun, verb, token, candidates).i)
    if named is None or named.head.i > token.i:
        return None
    return Candidate(token, named.kind, named.plural, named.thing, named.gender)


def _rehung(noun: Token, verb: Token, token: Token, candidates: Candidates) -> Token:
    """Another noun than that of the parser, where the pronoun and the number of the verb are against it."""
    owner = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else None
    if token.lower_ == "who" and owner is not None and singular(verb):  # "X of the Greens, who wants"
        one, other = candidates.by_token.get(noun.i), candidates.by_token.get(owner.i)
        if one is not None and one.kind == BODY and other is not None and other.kind == PERSON and not other.plural:
            return owner
    return noun
