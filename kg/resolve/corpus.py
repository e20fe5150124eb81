"""What the documents give resolution to go by: candidates, and who stands near whom."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.types import Claim, Document, Reading, Referent
from kg.vocab import Ontology


@dataclass(frozen=True, slots=True)
class Candidate:
    """A referent that some claim speaks of. ``family`` is the class its IRI is minted from."""

    referent: Referent
    document: str
    family: str
    spoken: tuple[str, ...] = ()  # aliases that stand in the text as they are

    @property
    def forms(self) -> tuple[str, ...]:
        """Its name, then its other forms."""
        return (self.referent.name, *self.referent.aliases)


@dataclass(frozen=True, slots=True)
class Corpus:
    """All candidates, sorted by document and referent; others are referred to by their numbers."""

    documents: tuple[Document, ...]
    candidates: tuple[Candidate, ...]
    claims: tuple[Claim, ...]
    number: dict[str, int]  # of a candidate, by the id of its referent
    near: dict[int, tuple[tuple[str, int], ...]]  # the other ends of a candidate's claims, by relation

    def by_document(self) -> dict[str, list[int]]:
        groups: dict[str, list[int]] = defaultdict(list)
        for number, candidate in enumerate(self.candidates):
            groups[candidate.document].append(number)
        return groups


def read_corpus(readings: Iterable[Reading], ontology: Ontology) -> Corpus:
    """Put readings in a fixed order; a document that was read twice counts once."""
    by_id = {r.document.id: r for r in sorted(readings, key=lambda r: (r.document.id, r.document.sha256))}
    claims = tuple(claim for reading in by_id.values() for claim in reading.claims)
    used = {end for claim in claims for end in _ends(claim)}
    kinds = {referent.kind for reading in by_id.values() for referent in reading.referents}
    families = {kind: family(kind, ontology) for kind in kinds}
    candidates = tuple(
        Candidate(referent, reading.document.id, families[referent.kind], spoken)
        for reading in by_id.values()
        for texts in [_texts(reading)]
        for referent in sorted(reading.referents, key=_referent_order)
        if referent.id in used
        for spoken in [tuple(a for a in referent.aliases if a in texts[referent.id])]
    )
    number = {candidate.referent.id: n for n, candidate in enumerate(candidates)}
    documents = tuple(reading.document for reading in by_id.values())
    return Corpus(documents, candidates, claims, number, _near(claims, number))


def _texts(reading: Reading) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        texts[mention.referent].add(" ".join(mention.text.split()))
    return texts


def family(kind: str, ontology: Ontology) -> str:
    """The class that gives things of a kind their IRIs: of an inspection, that of all investigations."""
    term = ontology.classes.get(kind)
    if term is None or not term.event:
        return kind
    above = [c for c, other in ontology.classes.items() if other.event and ontology.is_a(kind, c)]
    return min(above, key=lambda c: (sum(ontology.is_a(c, other) for other in above), c))


def _ends(claim: Claim) -> set[str]:
    return {claim.subject, claim.object} | {e.said_by for e in claim.evidence if e.said_by is not None}


def _referent_order(referent: Referent) -> tuple[int, str]:
    return (len(referent.id), referent.id)  # "#9" before "#10"


def _near(claims: Iterable[Claim], number: dict[str, int]) -> dict[int, tuple[tuple[str, int], ...]]:
    near: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for claim in claims:
        subject, object_ = number[claim.subject], number[claim.object]
        near[subject].add((claim.predicate, object_))
        near[object_].add((claim.predicate, subject))
    return {one: tuple(sorted(others)) for one, others in near.items()}
