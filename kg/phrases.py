"""Phrases whose words need not stand together: "let its tenants down"."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.grammar import after, clause_verb, depends, surface_subjects

_EXCEPT = frozenset({"but", "except", "save"})


def words_near(token: Token, words: Iterable[str], limit: int = 8) -> bool:
    """Whether all the words stand after a token, in order, among its dependents."""
    at, doc, last = token.i, token.doc, len(token.doc)
    for word in words:
        window = (doc[i] for i in range(at + 1, min(at + 1 + limit, last)))
        found = next((t for t in window if word in (t.lower_, t.lemma_) and not _of_name(t)), None)
        if found is None or not depends(found, token):
            return False
        at = found.i
    return True


def _of_name(word: Token) -> bool:
    """ "for" of the Office for Policing."""
    inside = word.dep_ == "prep" and word.head.i == word.i - 1 and word.i + 1 < len(word.doc)
    return inside and word.head.pos_ == "PROPN" and word.nbor().pos_ == "PROPN"


def words_after(token: Token, limit: int = 8) -> frozenset[str]:
    """Words and base forms among those that ``words_near`` looks for its first word in."""
    window = token.doc[token.i + 1 : token.i + 1 + limit]
    return frozenset(form for t in window for form in (t.lower_, t.lemma_))


def wholes(part: Token) -> list[Token]:
    """ "Much of the report", "all but two of the findings": the report, the findings."""
    but = (some for t in part.rights if t.lower_ in _EXCEPT for some in t.children)
    return [*after(part, "of"), *(whole for some in but for whole in after(some, "of"))]


def called_on(verb: Token, calls: frozenset[str]) -> bool:
    """Whether a verb is what someone is called on to do: "urged X to resign", "rejected the calls for him to go"."""
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ in calls:
        return True
    if head == verb or not any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children):
        return False
    outer = clause_verb(head)
    return any(t.lemma_ in calls for t in (head, outer, *surface_subjects(outer)))  # "calls are growing for him to go"
