"""Claims that mint the same IRI are one claim, with the evidence of all."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg import ids
from kg.types import Claim, Details, Evidence


def merge_claims(claims: Iterable[Claim], *, base: str = ids.BASE) -> dict[str, Claim]:
    """Claims by IRI, in the order of their IRIs, whatever the order they came in."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[ids.claim(claim, base=base)].append(claim)
    return {iri: _merge(iri, groups[iri], base) for iri in sorted(groups)}


def _merge(iri: str, claims: list[Claim], base: str) -> Claim:
    best_first = sorted(claims, key=lambda c: (-max((e.confidence for e in c.evidence), default=0), repr(c)))
    evidence = (e for claim in best_first for e in claim.evidence)
    return replace(
        best_first[0],
        evidence=_distinct(iri, evidence, base),
        details=_details([c.details for c in best_first]),
    )


def _distinct(claim_iri: str, evidence: Iterable[Evidence], base: str) -> tuple[Evidence, ...]:
    """Each place once, with the highest confidence any finder of it had."""
    best: dict[str, Evidence] = {}
    for one in evidence:
        iri = ids.evidence(claim_iri, one, base=base)
        best[iri] = max(best.get(iri, one), one, key=lambda e: (e.confidence, e.references or ""))
    return tuple(sorted(best.values(), key=evidence_order))


def best_of_each_place(evidence: Iterable[Evidence]) -> list[Evidence]:
    """A sentence that several rules found the claim in counts once, as its most confident finding."""
    best: dict[tuple[str, int, int], Evidence] = {}
    for one in sorted(evidence, key=strength):
        best[one.document, one.start, one.end] = one
    return [best[place] for place in sorted(best)]


def strength(evidence: Evidence) -> tuple[float, bool, str, int]:
    """A curated fact counts less than a sentence that was read, when they are equally sure."""
    return (evidence.confidence, evidence.references is None, evidence.document, -evidence.start)


def evidence_order(evidence: Evidence) -> tuple[str, int, int, str, str]:
    return (evidence.document, evidence.start, evidence.end, evidence.found_by, evidence.said_by or "")


def _details(all_of_them: list[Details]) -> Details:
    """What the best evidenced claim says, filled in from the others."""

    def first(name: str) -> str | None:
        return next((value for d in all_of_them if (value := getattr(d, name)) is not None), None)

    return Details(
        role=first("role"),
        former=any(d.former for d in all_of_them),
        valid_from=first("valid_from"),
        valid_until=first("valid_until"),
        rating=first("rating"),
        amount=first("amount"),
        content=tuple(sorted({words for d in all_of_them for words in d.content})),
    )
