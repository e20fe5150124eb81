"""Calls by letter: "wrote to X asking for papers", "has written to X seeking a review".

A frame of the lexicon catches "asked X to act"; here whom is called on is whom the letter goes to.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import after, is_passive, objects, subjects
from kg.lexicon import RULES
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.matching import expresses
from kg.mapper.slots import fill
from kg.mapper.status import StatusReader
from kg.types import Details, Status

RULE = RULES + "written-call"
GRANTED = RULES + "granted-request"
WRITTEN = 0.7
_REACH = 30  # tokens after "request" within which its answer begins
_STATED = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def requests(context: Context, status: StatusReader) -> Iterator[Found]:
    """Calls that lie in what a letter asks for."""
    roles = context.roles
    writing = context.lexicon.verbs_of(roles.writing)
    allowed = context.ontology.relation(roles.call)
    for verb in context.cast.doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in writing or is_passive(verb):
            continue
        act = next((t for t in verb.children if _asks(context, t)), None)
        if act is None or status.read(verb, roles.answer) not in (Status.ASSERTED, Status.ALLEGED):
            continue
        said_by = context.speaker(context.cast.speech_at(act.i))
        details = Details(content=phrase_under(act))
        for caller, _ in fill(context, subjects(verb), allowed.domain, loose=False):
            for called, _ in fill(context, after(verb, "to"), allowed.range, loose=False):
                if caller is not called:
                    yield Found(caller, roles.call, called, Status.ASSERTED, act, RULE, WRITTEN, details, said_by)


def granted(context: Context) -> Iterator[Found]:
    """ "In response to a request from X, Y agreed to ...": X called on Y, and Y answers.

    Read by place, as the parser finds no clause in such a sentence as often as not.
    """
    roles, words = context.roles, context.lexicon.evoking("Behest", "noun")
    for noun in context.cast.doc:
        asked = noun.lower_ in words and noun.dep_ == "pobj" and _answers(context, noun)
        called, comma = _after_comma(context, noun) if asked else (None, 0)
        if called is None:
            continue
        details = Details(content=phrase_under(context.cast.doc[comma + 1]))
        for caller in _askers(context, noun.i, comma):
            if caller is not called:
                yield Found(caller, roles.call, called, Status.ASSERTED, noun, GRANTED, WRITTEN, details)
                yield Found(called, roles.answer, caller, Status.ASSERTED, noun, GRANTED, WRITTEN)


def _after_comma(context: Context, noun: Token) -> tuple[Thing | None, int]:
    """Who stands right after a comma and right before a verb: ", the Authority released"."""
    cast, doc = context.cast, context.cast.doc
    for i in range(noun.i, min(noun.i + _REACH, len(doc) - 2)):
        start = i + 1 + (doc[i + 1].pos_ == "DET")
        thing = cast.at.get(start) if doc[i].text == "," else None
        if thing is None or thing.kind not in (PERSON, BODY) or cast.paragraphs[start] != cast.paragraphs[noun.i]:
            continue
        end = next((k for k in range(start, len(doc)) if cast.at.get(k) is not thing), start)
        if end < len(doc) and doc[end].tag_ in _STATED:
            return (thing, i) if end + 1 < len(doc) and doc[end + 1].dep_ != "neg" else (None, i)
    return None, 0


def _askers(context: Context, start: int, end: int) -> list[Thing]:
    """The people between two places, else the bodies: "from Budget Committee Chairman Ann Lee"."""
    at = context.cast.at
    found = dict.fromkeys(at[i] for i in range(start, end) if i in at and at[i].kind in (PERSON, BODY))
    return [t for t in found if t.kind == PERSON] or list(found)


def _answers(context: Context, noun: Token) -> bool:
    """ "In response to a request"."""
    over = noun.head.head if noun.head.lower_ == "to" else None
    return over is not None and over.lower_ in context.lexicon.evoking("Answer")


def _asks(context: Context, clause: Token) -> bool:
    """ "asking for papers", but not "asking Y to act": then it is Y that is called on."""
    if clause.dep_ != "advcl" or clause.tag_ != "VBG":
        return False
    asks = expresses(clause, context.roles.call, context.lexicon)
    return asks and not any(t.i in context.cast.at for t in objects(clause))
