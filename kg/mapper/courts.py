"""Courts and prosecutors behind a sanction: the judge is named, the court where, and who brought the case."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY
from kg.coref.watchdogs import named_with, post_words
from kg.grammar import after, agents, clause_verb, objects, subjects
from kg.lexicon import Frame, Lexicon
from kg.mapper.found import Context, Found
from kg.types import Status

_BENCH = ("at", "in", "before")
_CASES = ("in", "after", "following")


def benches(cast: Cast, lexicon: Lexicon, verb: Token) -> list[Token]:
    """The court where, and the body in whose case, something was decided."""
    words = lexicon.evoking("CourtWord")
    found = [t for p in _BENCH for t in after(verb, p) if t.lemma_.lower() in words]
    near = [*(t for p in _CASES for t in after(verb, p)), *(t for t in verb.subtree if _occasion(t, verb))]
    cases = [t for t in dict.fromkeys(near) if t.lemma_.lower() in lexicon.evoking("CourtCase")]
    for case in cases:
        found += [t for c in case.children if c.dep_ == "acl" for t in agents(c)] + after(case, "by")
    return [t for t in found if t.i in cast.at and cast.at[t.i].kind == BODY]


def _occasion(case: Token, verb: Token) -> bool:
    """ "Convicted of two offences in a case", of which the parser makes offences in a case."""
    return case.dep_ == "pobj" and case.head.lower_ in _CASES and clause_verb(case) == verb


def courts(context: Context, facts: Iterable[Found]) -> Iterator[Found]:
    """ "At Y Crown Court, Judge Z fined X in a case brought by W": Y and W sanctioned X as well."""
    penalty = context.roles.penalty
    penalties = [f for f in facts if f.relation == penalty and f.status is Status.ASSERTED]
    accusing = penalties and {  # who is charged in a court is not yet sanctioned by it
        e.iri for e in context.lexicon.entries for f in e.frames if f.relation == penalty and not _by_court(f)
    }
    for fact in (f for f in penalties if f.entry not in accusing):
        others: list[Thing] = [context.cast.at[t.i] for t in benches(context.cast, context.lexicon, fact.token)]
        for thing in dict.fromkeys(others):
            if thing is not fact.subject and thing is not fact.object:
                yield replace(fact, subject=thing)


def _by_court(frame: Frame) -> bool:
    return any(slot.name == "court" for slot in frame.subject)


def of_people(context: Context, verb: Token) -> bool:
    """ "Two executives of X were charged": they, and not X."""
    words = context.lexicon.evoking("Human") | context.lexicon.post_nouns
    return any(t.lemma_.lower() in words and t.i not in context.cast.at for t in objects(verb))


def finder(context: Context, verb: Token) -> bool:
    """ "The inquiry cleared X": finds no fault, where a court or a prosecutor that does so acquits."""
    trying = context.lexicon.evoking("CourtWord") | context.lexicon.evoking("Trying")
    things = [context.cast.at[t.i] for t in subjects(verb) if t.i in context.cast.at]
    bodies = (t for t in things if t.kind == BODY or context.watchdogs.in_post(context.cast, t))
    return any(map(context.is_event, things)) or any(not named_with(t, trying) for t in bodies)


def enforcer(context: Context, verb: Token) -> bool:
    """ "The Justice Department sued X": to enforce the law, where a firm that does so has a quarrel."""
    words = context.lexicon.evoking("Enforcing")
    for thing in (one for t in subjects(verb) for one in context.watchdogs.senders(context.cast, t)[0]):
        held = post_words(context.cast, thing, former=True)
        if named_with(thing, words) or held & words or context.watchdogs.is_one(thing):
            return True
    return False


def tried_at(cast: Cast, lexicon: Lexicon, party: Token, court: Token) -> bool:
    """ "Prosecuted Acme Ltd at Leeds Magistrates' Court": Acme is no part of the court."""
    words = lexicon.evoking("CourtWord")
    return court.head.lower_ == "at" and cast.at[party.i].kind == BODY and not cast.at[court.i].nouns.isdisjoint(words)
