"""What a meeting resolves that others do: "RESOLVED that the Clerk be asked to ...", "ACTION: X to ...".

The body whose minutes they are calls on whoever is to act. So does whoever's report recommends, in lines
of their own, "That the Ministry publish its audits".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY
from kg.grammar import SUBJECTS, agents, is_passive, objects, surface_subjects
from kg.lexicon import RULES
from kg.mapper.details import phrase_under
from kg.mapper.found import Context, Found
from kg.mapper.scope import infinitive
from kg.mapper.slots import fill
from kg.mapper.status import StatusReader
from kg.types import Details, Status

RESOLVED = 0.7
_OUGHT = frozenset({"should", "must"})
_OPENING = 8  # tokens within which a line says that it is a resolution
_SHORT = 6  # tokens of a heading of resolutions


def resolutions(context: Context, status: StatusReader) -> Iterator[Found]:
    """Calls of the body that met on those it resolves should act."""
    yield from _recommended(context, status)
    host, words = convened(context), context.lexicon.evoking("Resolution")
    if host is None:
        return
    under = False
    for start, end in context.cast.lines:
        opening = any(t.lower_ in words for t in context.cast.doc[start : min(start + _OPENING, end)])
        if end - start <= _SHORT and context.cast.doc[end - 1].text != ".":
            under = opening
        elif opening or under:
            yield from _calls(context, status, host, (start, end), under=under)


def convened(context: Context) -> Thing | None:
    """The body that met, where the text is the minutes of its meeting."""
    doc, host = context.cast.doc, context.cast.host
    if host is None or host.kind != BODY:
        return None
    words = context.lexicon.evoking("MeetingWord")
    head = doc._.kg_blocks[:_OPENING]
    return host if any(t.lower_ in words for start, end in head for t in doc[start:end]) else None


def _recommended(context: Context, status: StatusReader) -> Iterator[Found]:
    """Calls of the body whose text it is in lines that are no more than what it wants: "That X be asked to ..."."""
    caller = convened(context) or context.cast.voice
    if caller is None:
        return
    for start, end in context.cast.lines:
        that = next(
            (t for t in context.cast.doc[start : min(start + _OPENING, end)] if t.is_alpha and len(t) > 1), None
        )
        verb = _opened(that) if that is not None else None
        if verb is not None and _wanted(status, verb):
            yield from _call(context, caller, verb, surface_subjects(verb))


def _opened(that: Token) -> Token | None:
    """The verb of a clause that begins with "that", be it taken for "that Ofcom" of the subject."""
    verb = that.head.head if that.dep_ == "det" and that.head.pos_ == "PROPN" else that.head
    clause = that.lower_ == "that" and that.dep_ in ("mark", "det") and verb.pos_ in ("VERB", "AUX")
    return verb if clause and verb.dep_ not in ("csubj", "ccomp") else None


def _wanted(status: StatusReader, verb: Token) -> bool:
    """Whether a clause says what is to be: "that X publish", "that X be asked to act", "that X should pay"."""
    if is_passive(verb):
        return _asked(status, verb)
    modals = {t.lower_ for t in verb.lefts if t.dep_ == "aux"}
    return (
        modals <= _OUGHT if modals else verb.tag_ in ("VB", "VBP") and any(_single(t) for t in surface_subjects(verb))
    )


def _single(subject: Token) -> bool:
    """Whether "subject act" would be no statement."""
    return subject.tag_ in ("NN", "NNP") and not any(t.dep_ == "conj" for t in subject.children)


def _calls(
    context: Context, status: StatusReader, host: Thing, line: tuple[int, int], *, under: bool
) -> Iterator[Found]:
    for token in context.cast.doc[line[0] : line[1]]:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if _to_ask(context, status, token) or (under and _item(status, token, line[0])):
            asked = objects(token)
        elif _asked(status, token) or _to_do(token):
            asked = surface_subjects(token)
        else:
            continue
        yield from _call(context, host, token, asked)


def _call(context: Context, caller: Thing, verb: Token, asked: list[Token]) -> Iterator[Found]:
    relation, details = context.roles.call, Details(content=phrase_under(verb))
    for target, _ in fill(context, asked, context.ontology.relation(relation).range, loose=False):
        if target is not caller:
            yield Found(caller, relation, target, Status.ASSERTED, verb, RULES + "resolution", RESOLVED, details)


def _asked(status: StatusReader, verb: Token) -> bool:
    """ "that X be asked to act": in the subjunctive, so that it is what is resolved, not what is reported."""
    bare = any(t.dep_ in ("auxpass", "aux") and t.lower_ == "be" for t in verb.lefts)
    modal = any(t.dep_ == "aux" for t in verb.lefts if t.lower_ != "be")
    acts = any(t.dep_ in ("xcomp", "advcl", "ccomp") and infinitive(t) for t in verb.children)
    return bare and not modal and acts and is_passive(verb) and verb.lemma_ in status.calls | status.planning["verb"]


def _to_ask(context: Context, status: StatusReader, verb: Token) -> bool:
    """ "It was agreed to ask X to act", "RESOLVED to urge X to act"."""
    governor = verb.head
    if verb.lemma_ not in status.calls or verb.dep_ not in ("xcomp", "ccomp", "advcl") or not infinitive(verb):
        return False
    by = [t for t in governor.lefts if t.dep_ in SUBJECTS]
    resolved = governor.lower_ in context.lexicon.evoking("Resolution") and not agents(governor)
    return resolved and all(t.lower_ == "it" for t in by)


def _item(status: StatusReader, verb: Token, start: int) -> bool:
    """ "(b) to ask X to act", under a heading of resolutions."""
    before = verb.doc[start : verb.i - 1]
    return verb.lemma_ in status.calls and infinitive(verb) and not any(t.is_alpha and len(t) > 1 for t in before)


def _to_do(verb: Token) -> bool:
    """ "X to report back", with no verb above it."""
    if not infinitive(verb):
        return False
    if verb.dep_ in ("acl", "relcl"):
        return verb.head.dep_ in ("ROOT", "appos")
    return verb.dep_ in ("ROOT", "parataxis", "appos", "ccomp") and any(t.dep_ in SUBJECTS for t in verb.lefts)
