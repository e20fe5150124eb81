"""Claims between entities: those that say the same are one, with the evidence of all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.types import Claim, Details, Evidence

Key = tuple[str, ...]


def merge(claims: Iterable[Claim]) -> Iterator[Claim]:
    """One claim per ends, relation and status (of a post, per role and term too), in no fixed order."""
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_key(claim)].append(claim)
    return (_merged(group) for group in groups.values())


def _key(claim: Claim) -> Key:
    d = claim.details
    post = (d.role, d.valid_from or "", d.valid_until or "", str(d.former)) if d.role else ()
    return (claim.subject, claim.predicate, claim.object, claim.status.value, *post)


def _merged(claims: list[Claim]) -> Claim:
    if len(claims) == 1 and len(claims[0].evidence) == 1 and len(claims[0].details.content) < 2:
        return claims[0]  # as most are
    best_first = sorted(claims, key=lambda c: (-max((e.confidence for e in c.evidence), default=0.0), repr(c)))
    evidence = {_place(e): e for e in sorted((e for c in claims for e in c.evidence), key=_strength)}
    return replace(
        best_first[0],
        evidence=tuple(evidence[place] for place in sorted(evidence)),
        details=_details([c.details for c in best_first]),
    )


def _place(evidence: Evidence) -> tuple[str, int, int, str, str]:
    return (evidence.document, evidence.start, evidence.end, evidence.found_by, evidence.said_by or "")


def _strength(evidence: Evidence) -> tuple[float, str]:
    return (evidence.confidence, evidence.references or "")


def _details(best_first: list[Details]) -> Details:
    """What the best evidenced claim says, filled in from the others."""

    def first(name: str) -> str | None:
        return next((value for d in best_first if (value := getattr(d, name)) is not None), None)

    return Details(
        role=first("role"),
        former=any(d.former for d in best_first),
        valid_from=first("valid_from"),
        valid_until=first("valid_until"),
        rating=first("rating"),
        amount=first("amount"),
        content=tuple(sorted({words for d in best_first for words in d.content})),
    )
