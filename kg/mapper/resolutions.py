"""What a meeting resolves that others do: "RESOLVED that the Clerk be asked to ...", "ACTION: X to ...".

The body whose minutes they are calls on whoever is to act.
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
_OPENING = 8  # tokens within which a line says that it is a resolution
_SHORT = 6  # tokens of a heading of resolutions


def resolutions(context: Context, status: StatusReader) -> Iterator[Found]:
    """Calls of the body that met on those it resolves should act."""
    host, words = convened(context), context.lexicon.evoking("Resolution")
    if host is None:
        return
    under = False
    for start, end in context.cast.lines:
        opening = any(t.lower_ in words for t in context.cast.doc[start : min(start + _OPENING, end)])
        if end - start <= _SHORT and context.cast.doc[end - 1].text != ".":
            under = opening
        elif opening or under:
            yield from _calls(context, status, host, (start, end))


def convened(context: Context) -> Thing | None:
    """The body that met, where the text is the minutes of its meeting."""
    doc, host = context.cast.doc, context.cast.host
    if host is None or host.kind != BODY:
        return None
    words = context.lexicon.evoking("MeetingWord")
    head = doc._.kg_blocks[:_OPENING]
    return host if any(t.lower_ in words for start, end in head for t in doc[start:end]) else None


def _calls(context: Context, status: StatusReader, host: Thing, line: tuple[int, int]) -> Iterator[Found]:
    allowed = context.ontology.relation(context.roles.call).range
    for token in context.cast.doc[line[0] : line[1]]:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if _asked(status, token) or _to_do(token):
            asked = surface_subjects(token)
        elif _to_ask(context, status, token):
            asked = objects(token)
        else:
            continue
        for target, _ in fill(context, asked, allowed, loose=False):
            if target is not host:
                details = Details(content=phrase_under(token))
                yield Found(
                    host, context.roles.call, target, Status.ASSERTED, token, RULES + "resolution", RESOLVED, details
                )


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


def _to_do(verb: Token) -> bool:
    """ "X to report back", with no verb above it."""
    if not infinitive(verb):
        return False
    if verb.dep_ in ("acl", "relcl"):
        return verb.head.dep_ in ("ROOT", "appos")
    return verb.dep_ in ("ROOT", "parataxis", "appos", "ccomp") and any(t.dep_ in SUBJECTS for t in verb.lefts)
