"""Reading what was decided: from referents to entities. Nothing here changes a decision."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.resolve.judgement import Pair
from kg.types import Claim, Entity, Evidence


@dataclass(frozen=True, slots=True)
class Linker:
    """Which entity each referent is. ``judged`` says why, in candidates' numbers as in ``referents``."""

    entities: tuple[Entity, ...]
    referents: tuple[str, ...]  # ids, by number
    judged: tuple[Pair, ...]
    _canonical: Mapping[str, str]

    def canonical(self, referent: str) -> str:
        """The IRI of the entity a referent is; an IRI stays what it is."""
        return self._canonical.get(referent, referent)

    def link(self, claim: Claim) -> Claim:
        """The claim between entities, with the entities that said it."""
        return Claim(
            self.canonical(claim.subject),
            claim.predicate,
            self.canonical(claim.object),
            claim.status,
            tuple(self._said(evidence) for evidence in claim.evidence),
            claim.details,
        )

    def _said(self, evidence: Evidence) -> Evidence:
        speaker = evidence.said_by
        return evidence if speaker is None else replace(evidence, said_by=self.canonical(speaker))

    def reasons(self, referent: str) -> list[Pair]:
        """The judgements on a referent, surest first."""
        if referent not in self._canonical:
            return []
        number = self.referents.index(referent)
        found = [p for p in self.judged if number in (p.left, p.right)]
        return sorted(found, key=lambda p: (-p.verdict.score, p.left, p.right, p.verdict.reason))
