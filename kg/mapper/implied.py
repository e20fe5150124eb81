"""Whose finding it is where a sentence names nobody: that of the one report or inquiry just spoken of.

"The inquiry's report is out. Lee is faulted for sitting on the tests." The reproach is the inquiry's.
"""

from spacy.tokens import Token

from kg.coref.cast import Thing, only
from kg.coref.named import BODY, PERSON
from kg.grammar import agents, is_passive
from kg.mapper.found import Context
from kg.mapper.made import unreal

_BACK = 2  # sentences back, within the paragraph, that the report or inquiry may have been spoken of
_NOW = frozenset({"is", "are", "was", "were", "'s"})  # not "has been criticised": by whom it may be
_AFTER = frozenset({"after", "following", "in", "by", "since", "at"})


def implied(context: Context, verb: Token) -> Thing | None:
    """The report or inquiry whose finding a passive without an agent states; None where several may be meant."""
    if verb.pos_ != "VERB" or not is_passive(verb) or agents(verb) or context.cast.speech_at(verb.i) is not None:
        return None
    nobody = context.lexicon.evoking("Negation", "pronoun") | context.lexicon.evoking("Negation", "determiner")
    denied = any(t.dep_ == "neg" or t.lower_ in nobody for c in verb.lefts for t in (c, *c.lefts))
    if denied or verb.dep_ == "amod":
        return None
    first = next((t.lower_ for t in verb.lefts if t.dep_ in ("aux", "auxpass")), None)
    if first is not None and first not in _NOW:
        return None
    tied = _tied(context, verb)  # "Lee, faulted in the report, ..."
    return tied if tied or verb.dep_ in ("acl", "relcl") else _spoken_of(context, verb.sent.start, verb.i)


def _tied(context: Context, verb: Token) -> Thing | None:
    """ "was rated good after an inspection in May"."""
    inner = [p for t in verb.subtree if t.lower_ in _AFTER and t.dep_ == "prep" for p in t.children]
    return only(_events(context, [t.i for t in inner if t.dep_ == "pobj"]))


def _spoken_of(context: Context, start: int, end: int) -> Thing | None:
    """The one event that the text has last spoken of, none of whose other words comes between."""
    cast = context.cast
    for _ in range(_BACK + 1):
        found = _events(context, range(start, end))
        if found:
            return only(found)
        before = cast.doc[max(0, start - 1)].sent
        if not start or cast.paragraphs[before.start] != cast.paragraphs[start] or _others_speak(context, start, end):
            return None
        start, end = before.start, before.end
    return None


def _events(context: Context, tokens: range | list[int]) -> list[Thing]:
    at = context.cast.at
    found = {at[i].number: at[i] for i in tokens if i in at and at[i].kind not in (PERSON, BODY)}
    return [t for t in found.values() if context.kind_iri(t) in context.events and not unreal(t)]


def _others_speak(context: Context, start: int, end: int) -> bool:
    """Whether somebody else has the word in between."""
    at = context.cast.at
    return any(
        start <= s.start < end and s.speaker in at and at[s.speaker].kind in (PERSON, BODY)
        for s in context.cast.speeches
    )
