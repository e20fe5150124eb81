"""Bodies that look into something together: "inspectors from X, Y and Z were on site" of the one inspection."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Thing
from kg.coref.named import BODY
from kg.grammar import after, clause_verb, coordinated
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.made import events_of, unreal
from kg.types import Status

RULE = RULES + "team"
SURE = 0.6
_SHARED = 0.9


def teams(context: Context) -> Iterator[Found]:
    """Each of several bodies whose inspectors are spoken of conducts the one act of scrutiny of a text."""
    acts = [e for e in events_of(context) if _is_act(e)]
    if len(acts) != 1:
        return
    people = context.lexicon.evoking("Inspecting", "noun")
    sent = [(t, body) for t in context.cast.doc if t.lower_ in people for body in _senders(context, t)]
    if len({body.number for _, body in sent}) > 1:
        for token, body in sent:
            yield Found(body, context.roles.conducting, acts[0], Status.ASSERTED, token, RULE, SURE)


def shared(context: Context, facts: Sequence[Found]) -> Iterator[Found]:
    """What "we" find in the text of one of several who inspected together, all of them find."""
    voice = context.cast.voice
    team = {f.subject.number: f.subject for f in facts if f.entry == RULE}
    if voice is None or voice.number not in team:
        return
    judging = (context.roles.censure, context.roles.approval, context.roles.call)
    for fact in facts:
        if fact.subject is voice and fact.relation in judging and fact.said_by in (None, voice):
            for body in team.values():
                if body is not voice:
                    yield replace(fact, subject=body, confidence=fact.confidence * _SHARED)


def _is_act(event: Thing) -> bool:
    noun = event.head is not None and event.head.pos_ != "VERB"
    return noun and event.kind != REPORT and not unreal(event)


def _senders(context: Context, people: Token) -> list[Thing]:
    """Those "inspectors" are from, if they came, and the text quotes no one on it."""
    cast = context.cast
    verb = clause_verb(people)
    if cast.speech_at(people.i) is not None or any(t.tag_ == "MD" or t.dep_ == "neg" for t in verb.lefts):
        return []
    named = [cast.at.get(one.i) for t in after(people, "from") for one in coordinated(t)]
    return list(dict.fromkeys(t for t in named if t is not None and t.kind == BODY))
