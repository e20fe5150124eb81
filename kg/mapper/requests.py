"""Calls by letter: "wrote to X asking for papers", "has written to X seeking a review".

A frame of the lexicon catches "asked X to act"; here whom is called on is whom the letter goes to.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.grammar import after, is_passive, objects, subjects
from kg.lexicon import RULES
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.slots import fill
from kg.mapper.status import StatusReader
from kg.types import Details, Status

RULE = RULES + "written-call"
WRITTEN = 0.7


def requests(context: Context, status: StatusReader) -> Iterator[Found]:
    """Calls that lie in what a letter asks for."""
    roles = context.roles
    writing, asking = context.lexicon.verbs_of(roles.writing), context.lexicon.verbs_of(roles.call)
    allowed = context.ontology.relation(roles.call)
    for verb in context.cast.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in writing or is_passive(verb):
            continue
        act = next((t for t in verb.children if _asks(context, t, asking)), None)
        if act is None or status.read(verb, roles.answer) not in (Status.ASSERTED, Status.ALLEGED):
            continue
        said_by = context.speaker(context.cast.speech_at(act.i))
        details = Details(content=phrase_under(act))
        for caller, _ in fill(context, subjects(verb), allowed.domain, loose=False):
            for called, _ in fill(context, after(verb, "to"), allowed.range, loose=False):
                if caller is not called:
                    yield Found(caller, roles.call, called, Status.ASSERTED, act, RULE, WRITTEN, details, said_by)


def _asks(context: Context, clause: Token, asking: frozenset[str]) -> bool:
    """ "asking for papers", but not "asking Y to act": then it is Y that is called on."""
    if clause.dep_ != "advcl" or clause.tag_ != "VBG" or clause.lemma_ not in asking:
        return False
    return not any(t.i in context.cast.at for t in objects(clause))
