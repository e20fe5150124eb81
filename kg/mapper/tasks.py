"""Reviews that someone is set to carry out: "the minister asked X to review Y"."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.acts import tasking_verb
from kg.coref.arguments import clauses_of, themes_of, things
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import (
    after,
    agents,
    governors,
    objects,
    phrasal,
    possessors,
    surface_subjects,
)
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.parts import looks
from kg.mapper.slots import fill, tokens_of, within
from kg.mapper.status import StatusReader
from kg.types import Status

TASK = RULES + "task"
SURE = 0.6


def tasks(context: Context, status: StatusReader, told: Iterable[Found]) -> Iterator[Found]:
    """Who commissions, who conducts and what concerns such a review, which no noun need name."""
    tasking, roles = context.lexicon.evoking("Tasking", "verb"), context.roles
    makers = {f.subject.number for f in told if f.relation in roles.making and f.status is Status.ASSERTED}
    for token in context.cast.doc:
        event = context.cast.at.get(token.i)
        if token.pos_ != "VERB" or event is None or event.head is None:
            continue
        verb = tasking_verb(token, tasking)
        stand = status.read(verb, roles.ordering) if verb is not None else None
        if verb is not None and stand is not None:
            wished = verb.lemma_ in status.calls and stand is Status.ASSERTED
            open_ = wished and not _taken_up(context, token, event, makers)
            yield from _of_task(context, verb, token, event, (stand, Status.PROPOSED if open_ else stand))


def _taken_up(context: Context, act: Token, event: Thing, makers: Set[int]) -> bool:
    """Whether what someone was asked to do was done: they may say no, unless they or their report tell of it."""
    doers = things(context.cast, surface_subjects(act))
    told = any(doer.number in makers or doer is context.cast.voice for doer in doers)
    return told or len(event.spans) > 1


def behests(context: Context, status: StatusReader) -> Iterator[Found]:
    """ "A review held at the request of Y", "X is auditing Z on Y's instructions": Y commissions it."""
    words = context.lexicon.evoking("Behest", "noun")
    making = _making(context)
    for token in context.cast.doc:
        if token.lower_ not in words or token.dep_ != "pobj" or token.head.lower_ not in ("at", "on", "upon"):
            continue
        if any(t.lower_ == "own" for t in token.lefts):  # "on his own initiative": nobody's orders
            continue
        act = token.head.head
        if act.pos_ == "VERB" and act.i not in context.cast.at and act.lemma_ not in making:
            continue  # "was rewritten at his direction"
        event = next((t for one in _around(act) if (t := context.cast.at.get(one.i)) and t.head is not None), None)
        stand = status.read(act, context.roles.ordering)
        if event is None or stand is None:
            continue
        owners = [*possessors(token), *after(token, "of")]
        for thing, _ in fill(context, owners, context.ontology.relation(context.roles.ordering).domain, loose=False):
            if thing.head is None:
                yield _found(thing, context.roles.ordering, event, act, stand)


def _making(context: Context) -> frozenset[str]:
    """Heads of the verbs by which a report or an investigation is made."""
    lexicon, roles = context.lexicon, context.roles
    made = (lexicon.verbs_of(r) for r in sorted(roles.making))
    return frozenset(form.split()[0] for form in lexicon.evoking("Light", "verb")).union(*made)


def engaged(context: Context, facts: Sequence[Found]) -> Iterator[Found]:
    """ "The accountants X, brought in by Y, found in a report ...": Y ordered what X made."""
    forms, about = context.lexicon.evoking("Engaging", "verb"), context.ontology.relation(context.roles.ordering)
    made = [f for f in facts if f.relation in context.roles.making and f.status is Status.ASSERTED]
    for verb in context.cast.doc:
        if verb.dep_ != "acl" or not phrasal(verb, forms) or not (by := agents(verb)):
            continue
        hired = things(context.cast, [verb.head])
        for fact in made:
            if fact.subject in hired and fact.token.sent == verb.sent:
                orderers = (thing for thing, _ in fill(context, by, about.domain, loose=False) if thing.head is None)
                yield from (_found(t, context.roles.ordering, fact.object, verb, Status.ASSERTED) for t in orderers)


def outsourced(context: Context, facts: Iterable[Found]) -> Iterator[Found]:
    """ "The ministry launched an independent review of X": others hold it; a watchdog's own is its own."""
    roles = context.roles
    for fact in facts:
        if fact.relation not in {roles.conducting, *roles.scrutiny} or not _held_by_others(context, fact):
            yield fact
        elif fact.relation == roles.conducting:
            yield replace(fact, relation=roles.ordering)


def _held_by_others(context: Context, fact: Found) -> bool:
    token, words = fact.token, context.lexicon.evoking("Outside", "adjective")
    nouns = [t for t in objects(token) if context.cast.at.get(t.i) is fact.object] if token.pos_ == "VERB" else [token]
    noun = next((t for t in nouns if any(w.lower_ in words for w in t.lefts)), None)
    if noun is None or noun.head.lemma_ not in context.lexicon.evoking("Starting", "verb"):
        return False
    starts = things(context.cast, surface_subjects(noun.head))
    return fact.subject in starts and not looks(context, fact.subject)


def _around(act: Token) -> list[Token]:
    """The event itself, or the verb by which it was made with what it was done to."""
    if act.pos_ not in ("VERB", "AUX"):
        return [act, *governors(act)][:2]
    return [act, *objects(act), *(t for t in act.children if t.dep_ == "xcomp")]  # "began going through X"


def _of_task(context: Context, verb: Token, act: Token, event: Thing, stands: tuple[Status, Status]) -> Iterator[Found]:
    """That it was ordered, and that it is done: whoever is asked to look into X may not yet have done so."""
    roles, relation, (ordered, stand) = context.roles, context.ontology.relation, stands
    for thing, _ in fill(context, tokens_of(context, "subj", verb), relation(roles.ordering).domain, loose=False):
        yield _found(thing, roles.ordering, event, act, ordered)
    for thing, _ in fill(context, tokens_of(context, "subj", act), relation(roles.conducting).domain, loose=False):
        yield _found(thing, roles.conducting, event, act, stand)
    matter = relation(roles.matter).range
    about = [*objects(act), *themes_of(context.cast, act, context.lexicon)]
    asked = [t for clause in clauses_of(act) for t in surface_subjects(clause)]  # "to find out how X lost it"
    about += [t for t in asked if t.i in context.cast.at]
    found = fill(context, about, matter, loose=True) or within(context, about, matter)
    for thing, _ in found:
        if thing.kind in (PERSON, BODY):
            yield _found(event, roles.matter, thing, act, stand)


def _found(subject: Thing, relation: str, object_: Thing, token: Token, stand: Status) -> Found:
    return Found(subject, relation, object_, stand, token, TASK, SURE)
