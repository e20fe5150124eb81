"""Who wrote and who publishes the paper at hand: whose text it is, or whose reply its heading calls it."""

from collections.abc import Iterator

from kg.coref.arguments import agents_of, things
from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.types import Status

RULE = RULES + "own-text"
SURE = 0.7


def papers(context: Context) -> Iterator[Found]:
    """A body publishes its paper, a person writes it; a reply is by the body whose it is."""
    cast, roles = context.cast, context.roles
    paper = cast.paper
    if paper is None or paper.head is None:
        return
    own = [t for t in things(cast, agents_of(cast, paper.head, context.lexicon)) if t.kind == BODY]
    for maker in own:
        yield Found(maker, roles.writing, paper, Status.ASSERTED, paper.head, RULE, SURE)
    for maker in own or _givers(context):
        relation = roles.writing if maker.kind == PERSON else roles.publishing
        yield Found(maker, relation, paper, Status.ASSERTED, paper.head, RULE, SURE)


def _givers(context: Context) -> list[Thing]:
    """The watchdog whose text it is, and the person who writes for it."""
    voice, host = context.cast.voice, context.cast.host
    person = [voice] if voice is not None and voice.kind == PERSON else []
    bodies = [one for one in (voice, host) if one is not None and context.watchdogs.is_one(one)]
    return person + bodies[:1]
