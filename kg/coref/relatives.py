"""Relative pronouns: the noun their clause hangs on, where the parser hung it well."""

from spacy.tokens import Token

from kg.coref.candidates import Candidate, Candidates
from kg.grammar import antecedents, governors


def relative(token: Token, candidates: Candidates) -> Candidate | None:
    """ "the council, which ...", "X, whose chair ...": the noun the clause hangs on."""
    verb = next((t for t in governors(token) if t.dep_ == "relcl"), None)
    noun = next(iter(antecedents(verb)), None) if verb is not None else None
    if noun is None or verb is None:
        return None
    named = candidates.by_token.get(noun.i)
    if named is None or named.head.i > token.i:
        return None
    return Candidate(token, named.kind, named.plural, named.thing, named.gender)
