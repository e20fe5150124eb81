"""Claims as the questions need them: all of a store in memory, without the words of their evidence.

A build writes them beside the data, column by column, for the engine takes ten times as long to give
them back: of 100,000 claims six seconds, and the file half of one.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache

import pyoxigraph as ox

from kg.graph import terms
from kg.graph.read import DEFAULT, document_id, most_specific
from kg.types import Status
from kg.vocab import DCTERMS, ORG, OV, RDF, SKOS, Ontology


@dataclass(frozen=True, slots=True)
class Link:
    """One claim, and how much stands behind it. ``documents`` are ids, ``speakers`` and ends are IRIs.

    ``issued`` are the dates of its documents, the dated ones, in order; ``confidence`` is that of its best evidence.
    """

    claim: str
    subject: str
    predicate: str
    object: str
    status: Status
    evidence: int
    confidence: float
    documents: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    unattributed: bool = True  # some of its evidence is quoted from nobody: the document itself says it
    issued: tuple[str, ...] = ()
    role: str | None = None
    former: bool = False
    valid_from: str | None = None
    valid_until: str | None = None

    def other(self, end: str) -> str:
        """The end that is not this one."""
        return self.object if end == self.subject else self.subject


@dataclass(frozen=True, slots=True)
class _Columns:
    """What stands in the store, by predicate."""

    claim: dict[str, dict[str, str]]  # the one value of each claim, by predicate
    evidence: dict[str, list[str]]  # by claim
    document: dict[str, str]  # IRI, by evidence
    confidence: dict[str, str]
    speaker: dict[str, str]
    issued: dict[str, str]  # by document


_OF_CLAIM = (RDF.subject, RDF.predicate, RDF.object, OV.status)
_DETAILS = (OV.role, OV.former, OV.validFrom, OV.validUntil)


def read_links(data: ox.Store) -> tuple[Link, ...]:
    """A link for each claim of the store, by the IRIs of its ends, its relation and itself."""
    columns = _read(data)
    links = (_link(claim, columns) for claim in columns.claim[RDF.subject])
    return tuple(sorted(links, key=lambda link: (link.subject, link.object, link.predicate, link.claim)))


def by_end(links: Iterable[Link]) -> dict[str, tuple[Link, ...]]:
    """The links at each entity, whichever end of them it is."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        for end in {link.subject, link.object}:
            found[end].append(link)
    return {end: tuple(at) for end, at in found.items()}


_KINDS = f"SELECT ?entity ?kind {{ ?entity <{SKOS.prefLabel}> ?name ; a ?kind }}"


def to_json(links: tuple[Link, ...]) -> str:
    """Links as columns, by the name of the field; the same links give the same text."""
    return json.dumps(
        {field.name: [getattr(link, field.name) for link in links] for field in fields(Link)}, separators=(",", ":")
    )


def from_json(text: str) -> tuple[Link, ...]:
    """The links of ``to_json``."""
    columns = json.loads(text)
    columns["status"] = map(Status, columns["status"])
    for name in ("documents", "speakers", "issued"):
        columns[name] = map(tuple, columns[name])
    return tuple(map(Link, *(columns[field.name] for field in fields(Link))))


def read_names(data: ox.Store) -> dict[str, str]:
    """The preferred name of every entity."""
    return column(data, SKOS.prefLabel)


def read_kinds(data: ox.Store, ontology: Ontology) -> dict[str, str]:
    """The most specific class of every entity."""
    classes: dict[str, list[str]] = defaultdict(list)
    for subject, kind in data.query(_KINDS):  # type: ignore[union-attr]  # a SELECT gives rows
        classes[subject.value].append(kind.value)
    lowest = cache(lambda kinds: most_specific(kinds, ontology))  # of the few combinations there are
    return {subject: lowest(tuple(sorted(kinds))) for subject, kinds in classes.items()}


def read_classifications(data: ox.Store) -> dict[str, str]:
    """The kind of body, an IRI of the scheme, of each entity that has one."""
    return column(data, ORG.classification)


def column(data: ox.Store, predicate: str, change: Callable[[str], str] = str) -> dict[str, str]:
    """The values of a predicate that has one at most, by subject."""
    return {subject: change(value) for subject, value in _pairs(data, predicate)}


def _pairs(data: ox.Store, predicate: str) -> Iterable[tuple[str, str]]:
    for quad in data.quads_for_pattern(None, terms.iri(predicate), None, DEFAULT):
        yield quad.subject.value, quad.object.value  # type: ignore[union-attr]  # no store of ours has triple terms


def _read(data: ox.Store) -> _Columns:
    evidence: dict[str, list[str]] = defaultdict(list)
    for claim, one in _pairs(data, OV.evidence):
        evidence[claim].append(one)
    return _Columns(
        claim={predicate: column(data, predicate) for predicate in (*_OF_CLAIM, *_DETAILS)},
        evidence=evidence,
        document=column(data, OV.passage, lambda iri: iri.partition("#")[0]),
        confidence=column(data, OV.confidence),
        speaker=column(data, OV.saidBy),
        issued=column(data, DCTERMS.issued),
    )


def _link(claim: str, columns: _Columns) -> Link:
    of, evidence = columns.claim, columns.evidence[claim]
    documents = _distinct(evidence, columns.document)
    return Link(
        claim,
        subject=of[RDF.subject][claim],
        predicate=of[RDF.predicate][claim],
        object=of[RDF.object][claim],
        status=Status(of[OV.status][claim].rpartition("#")[2]),
        evidence=len(evidence),
        confidence=max((float(columns.confidence[one]) for one in evidence), default=0.0),
        documents=tuple(document_id(iri) for iri in documents),
        speakers=_distinct(evidence, columns.speaker),
        unattributed=any(one not in columns.speaker for one in evidence),
        issued=_distinct(documents, columns.issued),
        role=of[OV.role].get(claim),
        former=of[OV.former].get(claim) == "true",
        valid_from=of[OV.validFrom].get(claim),
        valid_until=of[OV.validUntil].get(claim),
    )


def _distinct(keys: Iterable[str], values: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({values[key] for key in keys if key in values}))
