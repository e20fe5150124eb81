"""Why a relation of the gold was missed, or one of ours is wrong: at which stage it was lost."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from kg.evaluate.gold import Gold, GoldRelation
from kg.mapper.study import Study
from kg.vocab import local_name

Key = tuple[str, str, str, str]  # subject, relation, object, status, in the gold's terms

STATUS = "status"
OTHER = "another relation between the two"
DUPLICATE = "duplicate event"
UNKNOWN = "entity not found"
UNLINKED = "coreference"
NO_TRIGGER = "no trigger"
NO_FRAME = "no frame"
MISSED = "argument missed"
REFUSED = "type refused"
ONE_END = "one end wrong"
NOTHING = "no relation between the two"


@dataclass
class Causes:
    """Tells for one document. ``at`` gives the gold entity of each of our referents, by ids."""

    gold: Gold
    at: dict[str, str]
    found: Collection[Key]
    study: Study | None = None
    _kinds: dict[str, str] = field(init=False)
    _ours: dict[str, set[str]] = field(init=False)  # our referents by gold entity

    def __post_init__(self) -> None:
        self._kinds = {entity.id: entity.kind for entity in self.gold.entities}
        self._ours = defaultdict(set)
        for ours, theirs in self.at.items():
            self._ours[theirs].add(ours)

    def missed(self, relation: GoldRelation) -> str:
        """The first stage, in the order of the pipeline, that lost a relation of the gold."""
        near = self._near(relation.key, self.found)
        if near in (STATUS, OTHER):
            return near
        if self._split(relation.key):
            return DUPLICATE
        ends = {"subject": relation.subject, "object": relation.object}
        if unknown := [f"{side} ({self._kinds[end]})" for side, end in ends.items() if not self._ours[end]]:
            return f"{UNKNOWN}: {' and '.join(unknown)}"
        if self.study is None:
            return near
        where = self._passage(relation)
        if unlinked := [side for side, end in ends.items() if not self._spoken(end, where)]:
            return f"{UNLINKED}: {' and '.join(unlinked)}"
        return self._untold(relation, where, near)

    def wrong(self, key: Key, wanted: Collection[Key]) -> str:
        """What the nearest relation of the gold differs in."""
        near = self._near(key, wanted)
        if near in (STATUS, OTHER):
            return near
        strange = [side for side, end in (("subject", key[0]), ("object", key[2])) if end not in self._kinds]
        return f"{' and '.join(strange)} not in the gold" if strange else near

    def _near(self, key: Key, others: Collection[Key]) -> str:
        subject, predicate, object_, _ = key
        if any(o[:3] == key[:3] for o in others):
            return STATUS
        if any({o[0], o[2]} == {subject, object_} for o in others):
            return OTHER
        if any(o[1] == predicate and (o[0] == subject or o[2] == object_) for o in others):
            return ONE_END
        return NOTHING

    def _split(self, key: Key) -> bool:
        """The relation is there, of an event that was taken for another one than the gold's."""
        events = {"Report", "Investigation"}
        subject, predicate, object_, status = key
        for s, p, o, st in self.found:
            strange = {s, o} - self._kinds.keys()
            if p == predicate and st == status and strange:
                same_subject = s == subject and self._kinds[object_] in events
                same_object = o == object_ and self._kinds[subject] in events
                if (same_subject and o in strange) or (same_object and s in strange):
                    return True
        return False

    def _passage(self, relation: GoldRelation) -> tuple[int, int]:
        """Where the gold has its evidence, widened to whole sentences; the whole text where it has none."""
        start = self.gold.text.find(relation.evidence) if relation.evidence else -1
        if start < 0 or self.study is None:
            return 0, len(self.gold.text)
        end = start + len(relation.evidence)
        before = max((self.gold.text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n")), default=0)
        after = [i for mark in (". ", "\n") if (i := self.gold.text.find(mark, end - 1)) >= 0]
        return max(before, 0), min(after, default=len(self.gold.text)) + 1

    def _spoken(self, end: str, where: tuple[int, int]) -> bool:
        assert self.study is not None
        return any(m.referent in self._ours[end] and where[0] <= m.start < where[1] for m in self.study.spoken)

    def _untold(self, relation: GoldRelation, where: tuple[int, int], near: str) -> str:
        """Both ends are spoken of in the sentence: it has no word for the relation, or that got no further."""
        assert self.study is not None
        tried = [
            trial.reason
            for trial in self.study.trials
            if where[0] <= trial.start < where[1] and local_name(trial.relation) == relation.predicate
        ]
        if not tried:
            return NO_TRIGGER
        reason = next((reason for reason in tried if reason), "")
        if not reason:
            return near if near == ONE_END else MISSED
        stage = REFUSED if " is a " in reason else MISSED if reason.startswith("no ") else NO_FRAME
        return f"{stage}: {reason}"
