"""What reports and investigations are about, and whom a text is about that is of such a kind itself."""

from collections import defaultdict
from collections.abc import Iterable

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.mapper.found import Context, Found
from kg.types import Status

_HEAD = 8  # lines at the head of a text that may say whom it is about


class Topics:
    """The one agent that a report is about, or that the one report of its maker is about."""

    def __init__(self, facts: Iterable[Found], context: Context) -> None:
        self.about: dict[int, list[Thing]] = defaultdict(list)
        self.made: dict[int, set[int]] = defaultdict(set)
        roles = context.roles
        for fact in facts:
            if fact.status is Status.DENIED:
                continue  # "we did not inspect X"
            about = fact.relation == roles.matter and fact.object.kind in (PERSON, BODY)
            if about or (fact.relation in roles.scrutiny and fact.object.kind == BODY):
                self.about[fact.subject.number].append(fact.object)
            elif fact.relation in roles.making:
                self.made[fact.subject.number].add(fact.object.number)
        cast = context.cast
        self.own = {t.number for t in (cast.voice, cast.host) if t is not None} if cast.voice is not None else set()
        self.headed = (_page_of(context) or _headed(cast)) if self.own else None

    def of(self, source: Thing) -> list[Thing]:
        """The agent, or nothing where there is none or more than one."""
        if self.headed is not None and source.number in self.own:
            return [self.headed]
        events = {*self.made.get(source.number, ()), source.number}
        agents = {thing.number: thing for event in sorted(events) for thing in self.about.get(event, ())}
        return list(agents.values()) if len(agents) == 1 else []


def _page_of(context: Context) -> Thing | None:
    """The body whose name heads a page in which a watchdog speaks: whom it looked into."""
    host, voice = context.cast.host, context.cast.voice
    if host is None or voice is None or host is voice or (voice.kind != BODY and not voice.office):
        return None
    watchdogs = context.watchdogs
    return host if (voice.office or watchdogs.is_one(voice)) and not watchdogs.is_one(host) else None


def _headed(cast: Cast) -> Thing | None:
    """The one other body at the head of a letter or a note: its addressee's, its form's, in its title."""
    if cast.form:
        return cast.subject or cast.runner
    found: dict[int, Thing] = {}
    for start, end in cast.lines[:_HEAD]:
        if end - start > 0 and cast.doc[end - 1].text not in ".!":
            found |= {t.number: t for i in range(start, end) if (t := cast.at.get(i)) and _other(cast, t)}
    return next(iter(found.values())) if len(found) == 1 else None


def _other(cast: Cast, thing: Thing) -> bool:
    return thing.kind == BODY and len(thing.spans) > 1 and thing is not cast.voice and thing is not cast.host
