"""What reports and investigations are about, as far as the sentences that name them say."""

from collections import defaultdict
from collections.abc import Iterable

from kg.coref.cast import Thing
from kg.coref.named import BODY, PERSON
from kg.mapper.found import Found
from kg.vocab import OV

_MADE = (OV.authors, OV.publishes, OV.conducts)


class Topics:
    """The one agent that a report is about, or that the one report of its maker is about."""

    def __init__(self, facts: Iterable[Found]) -> None:
        self.about: dict[int, list[Thing]] = defaultdict(list)
        self.made: dict[int, set[int]] = defaultdict(set)
        for fact in facts:
            if fact.relation == OV.concerns and fact.object.kind in (PERSON, BODY):
                self.about[fact.subject.number].append(fact.object)
            elif fact.relation in _MADE:
                self.made[fact.subject.number].add(fact.object.number)

    def of(self, source: Thing) -> list[Thing]:
        """The agent, or nothing where there is none or more than one."""
        events = self.made.get(source.number, {source.number})
        agents = {thing.number: thing for event in sorted(events) for thing in self.about.get(event, ())}
        return list(agents.values()) if len(agents) == 1 else []
