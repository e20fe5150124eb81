"""What a paper wants done, item by item: "The Committee recommends that: 1. The Clerk investigates ..."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span, Token

from kg.coref.cast import Thing
from kg.grammar import clause_verb, is_passive, subjects, surface_subjects
from kg.lexicon import RULES
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.slots import fill
from kg.mapper.status import StatusReader
from kg.types import Details, Status

WANTED = 0.7
_ITEM = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[-•–*]\s|[a-z]")
_VERB = frozenset({"VERB", "AUX"})


def wanted(context: Context, status: StatusReader, facts: Iterable[Found]) -> list[Found]:
    """The facts, those of such items as wishes, and the calls on whoever is to act."""
    items = {root.i: (caller, root) for caller, root in _items(context, status)}
    out = [_wished(context, fact, items) for fact in facts] if items else list(facts)
    for caller, root in items.values():
        if caller is None or is_passive(root):
            continue
        allowed = context.ontology.relation(context.roles.call).range
        for target, _ in fill(context, surface_subjects(root), allowed, loose=False):
            if target is not caller:
                details = Details(content=phrase_under(root))
                yes, rule = Status.ASSERTED, RULES + "resolution"
                out.append(Found(caller, context.roles.call, target, yes, root, rule, WANTED, details))
    return out


def _wished(context: Context, fact: Found, items: dict[int, tuple[Thing | None, Token]]) -> Found:
    """What is done in the main clause of an item is not yet done."""
    roles = context.roles
    acts = {*roles.making, *roles.scrutiny, roles.ordering, roles.matter, roles.penalty, roles.removal}
    done = fact.status is Status.ASSERTED and fact.relation in acts
    main = done and (fact.token.i in items or _wish(fact.token).i in items)
    return replace(fact, status=Status.PROPOSED) if main else fact


def _wish(token: Token) -> Token:
    """The verb of the clause a word is in, or that by which it is brought about: "cause Y to audit X"."""
    verb = clause_verb(token)
    while verb.dep_ in ("ccomp", "xcomp") and verb.head.pos_ in _VERB:
        verb = verb.head
    return verb


def _items(context: Context, status: StatusReader) -> Iterator[tuple[Thing | None, Token]]:
    """Whose wish it is, where that is known, and the main verb of each item under a line that ends in a colon."""
    cast, lines = context.cast, context.cast.lines
    for n, (start, end) in enumerate(lines):
        call = _call(status, cast.doc[start:end]) if cast.doc[end - 1].text == ":" else None
        if call is None:
            continue
        caller = next((cast.at[t.i] for t in subjects(call) if t.i in cast.at), None)
        for left, right in takewhile(lambda line: _ITEM.match(cast.doc[slice(*line)].text), lines[n + 1 :]):
            roots = (t for t in cast.doc[left:right] if t.dep_ == "ROOT" and t.pos_ in _VERB)
            if (root := next(roots, None)) is not None:
                yield caller, root


def _call(status: StatusReader, line: Span) -> Token | None:
    """The verb by which someone recommends, urges or asks in a line that goes on in a list."""
    return next((t for t in line if t.pos_ == "VERB" and t.lemma_ in status.calls), None)
