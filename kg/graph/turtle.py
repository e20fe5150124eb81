"""Readable Turtle: grouped under headings, in a fixed order, the same bytes for the same graph.

The engine's own writer keeps neither order nor its prefixes' order; this one is for reading and
for diffs. Entities come first, by kind; then each claim with its evidence; then the documents and
the passages in the order of the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import pyoxigraph as ox

from kg.graph.names import Names
from kg.graph.read import most_specific
from kg.vocab import OA, OV, RDF, RDFS, SKOS, Ontology

Subject: TypeAlias = ox.NamedNode | ox.BlankNode
Value: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Facts: TypeAlias = list[tuple[str, Value]]  # predicate and object
Graph: TypeAlias = dict[Subject, Facts]
Key: TypeAlias = tuple[str, int, str, str]  # where in its section a subject stands

_FIRST = (
    RDF.type,
    SKOS.prefLabel,
    RDFS.label,
    SKOS.altLabel,
    RDF.subject,
    RDF.predicate,
    RDF.object,
)
_ENDS = (RDF.subject, RDF.predicate, RDF.object)
_RANK = {predicate: rank for rank, predicate in enumerate(_FIRST)}


def turtle(quads: Iterable[ox.Quad | ox.Triple], prefixes: Mapping[str, str], ontology: Ontology, *, base: str) -> str:
    """The triples as Turtle, with the prefixes they use; names of graphs are passed over."""
    names = Names(prefixes, base)
    body = "".join(blocks(quads, names, ontology))
    return names.header() + body


def blocks(
    quads: Iterable[ox.Quad | ox.Triple], names: Names, ontology: Ontology, *, indent: str = ""
) -> Iterator[str]:
    """Headings and one block a subject, without the prefixes; ``names`` notes which are used."""
    graph = by_subject(quads)
    sections = _sections(graph, ontology)
    for heading in sorted(sections, key=lambda h: (_SECTIONS.get(h, 0), h)):
        if len(sections) > 1:
            yield f"\n{indent}# {heading}\n"
        for _, subject in sorted(sections[heading], key=lambda item: item[0]):
            yield _block(subject, graph[subject], names, indent)


_SECTIONS = {"claims": 1, "documents": 2, "passages": 3, "other": 4}


def by_subject(quads: Iterable[ox.Quad | ox.Triple]) -> Graph:
    graph: Graph = defaultdict(list)
    for quad in quads:
        subject = quad.subject
        assert not isinstance(subject, ox.Triple)  # RDF 1.2 keeps triples out of the subject's place
        graph[subject].append((quad.predicate.value, quad.object))
    return graph


def _sections(graph: Graph, ontology: Ontology) -> dict[str, list[tuple[Key, Subject]]]:
    owners = dict(_parts(graph))
    sections: dict[str, list[tuple[Key, Subject]]] = defaultdict(list)
    for subject in graph:
        owner = owners.get(subject, subject)
        facts = graph.get(owner, [])
        place = (*_place(owner, facts), "" if owner is subject else subject.value)
        sections[_heading(facts, ontology)].append((place, subject))
    return sections


def _parts(graph: Graph) -> Iterator[tuple[Value, Subject]]:
    """What is written right after something else: evidence after its claim, selectors after their passage."""
    for subject, pairs in graph.items():
        for predicate, value in pairs:
            if predicate in (OV.evidence, OA.hasSelector):
                yield value, subject


def _heading(pairs: Facts, ontology: Ontology) -> str:
    kinds = [value.value for p, value in pairs if p == RDF.type and isinstance(value, ox.NamedNode)]
    kind = most_specific(kinds, ontology)
    fixed = {OV.Claim: "claims", OV.Document: "documents", OV.Passage: "passages"}
    known = ontology.classes.get(kind)
    return fixed.get(kind) or (known.label if known else "other")


def _place(subject: Subject, facts: Facts) -> tuple[str, int, str]:
    """Claims by their three ends, passages by document and offset, the rest by IRI."""
    ends = {p: value.value for p, value in facts if p in _ENDS and isinstance(value, ox.NamedNode)}
    if len(ends) == len(_ENDS):
        return " ".join(ends[p] for p in _ENDS), 0, subject.value
    document, _, span = subject.value.partition("#char=")
    start = span.partition(",")[0]
    return document, int(start) if start.isdecimal() else -1, subject.value


def _block(subject: Subject, pairs: Facts, names: Names, indent: str) -> str:
    values: dict[str, list[str]] = defaultdict(list)
    for predicate, value in pairs:
        values[predicate].append(names.term(value))
    lines = [
        f"{'a' if p == RDF.type else names.iri(p)} {', '.join(sorted(values[p]))}"
        for p in sorted(values, key=lambda p: (_RANK.get(p, len(_RANK)), p))
    ]
    return f"\n{indent}{names.term(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"
