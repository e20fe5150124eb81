"""Who acts where a text leaves it out, being that body's own: its minutes, its notice, its release.

"The Clerk was asked to write to the owner" stands in the minutes of those who asked; "the firm is
hereby directed to refund", "X has been fined", in the text of the body that directs and fines.
"""

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.coref.named import BODY
from kg.coref.watchdogs import named_with
from kg.grammar import agents, is_passive, surface_subjects
from kg.mapper.found import Context
from kg.mapper.resolutions import convened
from kg.mapper.slots import fits

_THEN = frozenset({"was", "were"})  # what minutes report of their meeting
_RESOLVED = ["be"]  # "that the file be passed to Y"
_NOW = frozenset({"is", "are", "has", "have", "'s"})  # what a text does by saying so, or has just done


def unsaid(context: Context, token: Token, relation: str) -> Thing | None:
    """The body whose text it is, if only it can be meant."""
    if token.pos_ not in ("VERB", "ADJ") or context.cast.speech_at(token.i) is not None:
        return None
    if token.pos_ == "ADJ":
        return members(context, token.head) if token.dep_ == "acomp" else None
    if not is_passive(token):
        return members(context, token)
    roles = context.roles
    others = (roles.censure, roles.approval, roles.answer)  # "X has been criticised": rather by others
    auxiliaries = [t.lower_ for t in token.lefts if t.dep_ in ("aux", "auxpass")]
    if relation in roles.scrutiny and auxiliaries and not agents(token) and token.dep_ != "advcl":
        return _watchdog(context) if auxiliaries[0] in _THEN | _NOW else None
    if relation in others or agents(token) or token.dep_ in ("acl", "relcl", "amod", "advcl"):
        return None
    if (host := convened(context)) is not None:
        if auxiliaries == _RESOLVED and relation != roles.call:
            return host if _between_bodies(context, host, relation) else None
        return host if relation == context.roles.call and auxiliaries and auxiliaries[0] in _THEN else None
    voice = context.cast.voice
    if voice is None or voice.kind != BODY:
        return None
    if not auxiliaries or auxiliaries[0] not in _NOW:
        return None
    return voice if _between_bodies(context, voice, relation) else None


def _watchdog(context: Context) -> Thing | None:
    """Who says "the school was inspected in May", in a watchdog's own text."""
    voice = context.cast.voice
    if voice is None or voice.kind != BODY or convened(context) is not None:
        return None
    return voice if named_with(voice, context.watchdogs.watching) else None


def _between_bodies(context: Context, body: Thing, relation: str) -> bool:
    """Whether it is an act by which bodies deal with bodies: not an appointment, nor a standing tie."""
    term = context.ontology.relations[relation]
    return (
        fits(context, body, term.domain)
        and fits(context, body, term.range)
        and relation not in context.lexicon.standing
    )


def members(context: Context, verb: Token) -> Thing | None:
    """The body of "Members asked ...", "Trustees were critical of ...": those who met."""
    words, at = context.lexicon.evoking("Attender"), context.cast.at
    met = any(t.lower_ in words and t.i not in at for t in surface_subjects(verb))
    return convened(context) if met else None
