"""Relative pronouns: the noun their clause hangs on, where the parser hung it well."""

from spacy.tokens import Token

from kg.coref.candidates import Candidate, Candidates
from kg.coref.named import PERSON
from kg.grammar import antecedents, governors

_PERSONAL = frozenset({"who", "whom"})


def relative(token: Token, candidates: Candidates) -> Candidate | None:
    """ "the council, which ...", "X, whose chair ...": the noun the clause hangs on."""
    verb = next((t for t in governors(token) if t.dep_ == "relcl"), None)
    noun = next(iter(antecedents(verb)), None) if verb is not None else None
    if noun is None or verb is None:
        return None
    named = candidates.by_token.get(noun.i)
    before = candidates.by_token.get(token.i - 1)  # "told Acme Ltd of children who ...", hung on Acme Ltd
    if before is not None and before.kind == PERSON and token.lower_ in _PERSONAL:
        named = before
    if named is None or named.head.i > token.i:
        return None
    return Candidate(token, named.kind, named.plural, named.thing, named.gender)
