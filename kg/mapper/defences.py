"""What someone says next, of whom it was just said that they failed, or should do something.

"The Inspectorate said Y had let patients down. Y said it had hired forty nurses" speaks of Y itself; in a
watchdog's own text also "we recommended that Y repay the money. Y commented that the firm was closed".
"""

from collections.abc import Callable, Iterable, Iterator, Set

from kg.coref.cast import Speech, Thing
from kg.grammar import SUBJECTS, clause_verb
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.mapper.slots import fill, tokens_of
from kg.types import Status

RULE = RULES + "spoke-for-itself"
SPOKE = 0.55
_BACK = 2  # sentences
_OURS = frozenset({"we", "our", "us"})


def defences(
    context: Context, facts: Iterable[Found], mine: Callable[[Thing], Set[int]]
) -> Iterator[tuple[Found, Found]]:
    """Answers, each with the reproach or the call that it is to."""
    roles = context.roles
    said = [
        f for f in facts if f.status is Status.ASSERTED and f.relation in (roles.censure, roles.penalty, roles.call)
    ]
    agents = context.ontology.relation(roles.answer).domain
    telling = context.lexicon.evoking("Reporting", "verb") - context.lexicon.evoking("Finding", "verb")
    for speech in context.cast.speeches if said else ():
        if speech.direct or speech.verb is None or _asks(context, speech):
            continue
        verb = context.cast.doc[speech.verb]
        if verb.lemma_ not in telling:
            continue
        for speaker, _ in fill(context, tokens_of(context, "subj", verb), agents, loose=False):
            to = _last(context, said, mine(speaker), speech) if speaker is not context.cast.voice else None
            if to is not None:
                yield Found(speaker, roles.answer, to.subject, Status.ASSERTED, verb, RULE, SPOKE), to


def _last(context: Context, said: list[Found], mine: Set[int], speech: Speech) -> Found | None:
    """What was said last against those who speak, or asked of them by the body whose text it is."""
    here, start = context.cast.sentences, min(speech.start, speech.speaker)
    near = [f for f in said if f.token.i < start and here[start] - here[f.token.i] in range(1, _BACK + 1)]
    against = [f for f in near if f.object.number in mine and f.subject.number not in mine]
    last = max(against, key=lambda f: (f.token.i, f.subject.number), default=None)
    if last is None:
        return None
    next_to = here[start] - here[last.token.i] == 1
    if last.relation == context.roles.call:
        return last if last.subject is context.cast.voice or (next_to and _means_to(context, mine, speech)) else None
    return last if next_to and _of_itself(context, mine, speech) else None


def _means_to(context: Context, mine: Set[int], speech: Speech) -> bool:
    """ "Said he would not step down"."""
    for token in context.cast.doc[speech.start : speech.end]:
        if token.dep_ in SUBJECTS:
            thing = context.cast.at.get(token.i)
            own = thing is not None and thing.number in mine
            return own and any(t.tag_ == "MD" for t in clause_verb(token).lefts)
    return False


def _of_itself(context: Context, mine: Set[int], speech: Speech) -> bool:
    tokens = context.cast.doc[speech.start : speech.end]
    spoken = (context.cast.at.get(t.i) for t in tokens)
    return any(t is not None and t.number in mine for t in spoken) or any(t.lower_ in _OURS for t in tokens)


def _asks(context: Context, speech: Speech) -> bool:
    """ "Tell the House whether", "say who"."""
    first = context.cast.doc[speech.start]
    return first.tag_ in ("WRB", "WP", "WDT") or first.lower_ in ("whether", "if")
