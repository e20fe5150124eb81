"""The ontology is documented, consistent under OWL RL, and tells what cannot be."""

import re

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS

from kg.vocab import data_path, load_ontology

TTL = data_path("ontology", "oversight.ttl")
NS = rdflib.Namespace("https://w3id.org/oversight/ns#")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
ERROR = rdflib.Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
STATED = rdflib.Graph().parse(TTL, format="turtle")
TERMS = sorted({s for s in STATED.subjects() if isinstance(s, rdflib.URIRef) and s.startswith(NS)})
KINDS = sorted(STATED.subjects(SKOS.inScheme, None), key=str)
DISJOINT = [
    ("Person", "Organisation"),
    ("Person", "Report"),
    ("Organisation", "Investigation"),
    ("Organisation", "Place"),
    ("Report", "Investigation"),
    ("Report", "Place"),
    ("Inspection", "Place"),
]


def closure(data: rdflib.Graph) -> rdflib.Graph:
    """Data and ontology with all that follows by the OWL RL rules."""
    graph = data + STATED
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def faults(graph: rdflib.Graph) -> list[str]:
    errors = [str(o) for o in graph.objects(None, ERROR.error)]
    return errors + [f"{s} is a member of owl:Nothing" for s in graph.subjects(RDF.type, OWL.Nothing)]


def a_sample() -> rdflib.Graph:
    """One triple of every relation, its ends typed as the relation allows."""
    graph = rdflib.Graph()
    for iri, term in load_ontology().relations.items():
        ends = []
        for place, allowed in (("s", term.domain), ("o", term.range)):
            kind = sorted(allowed)[0]
            end = rdflib.URIRef(f"https://w3id.org/oversight/id/{place}-{term.label.replace(' ', '-')}")
            graph.add((end, RDF.type, rdflib.URIRef(kind)))
            ends.append(end)
        graph.add((ends[0], rdflib.URIRef(iri), ends[1]))
    return graph


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.removeprefix(NS))
def test_every_term_is_documented(term: rdflib.URIRef) -> None:
    for needed in (RDFS.label, SKOS.definition):
        (text,) = STATED.objects(term, needed)
        assert isinstance(text, rdflib.Literal)
        assert text.language == "en"
    assert list(STATED.objects(term, SKOS.example))
    assert list(STATED.objects(term, RDFS.isDefinedBy)) == [rdflib.URIRef("https://w3id.org/oversight/ns")]
    assert (
        len(list(STATED.objects(term, rdflib.URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")))) == 1
    )


@pytest.mark.parametrize("iri", sorted(load_ontology().relations), ids=lambda i: i.rsplit("#")[1])
def test_every_relation_has_sentences_and_a_line_of_its_own(iri: str) -> None:
    sentences = [str(o) for o in STATED.objects(rdflib.URIRef(iri), SKOS.example)]
    assert len(sentences) >= 2
    assert all(re.fullmatch(r"[A-Z].*\.", s) for s in sentences)
    (colour,) = STATED.objects(rdflib.URIRef(iri), NS.colour)
    assert re.fullmatch(r"#[0-9a-f]{6}", str(colour))
    assert contrast_on_white(str(colour)) >= 3


def contrast_on_white(colour: str) -> float:
    """By the formula of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)


def test_the_order_of_the_legend_has_no_ties() -> None:
    places = [int(str(o)) for o in STATED.objects(None, NS.drawOrder)]
    assert len(places) == len(set(places)) == len(load_ontology().relations)


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: str(k).rsplit("#")[1])
def test_every_kind_of_body_is_documented(kind: rdflib.URIRef) -> None:
    scheme = rdflib.URIRef("https://w3id.org/oversight/kinds")
    assert len(list(STATED.objects(kind, SKOS.prefLabel))) == len(list(STATED.objects(kind, SKOS.definition))) == 1
    assert (kind, SKOS.topConceptOf, scheme) in STATED
    assert (scheme, SKOS.hasTopConcept, kind) in STATED


def test_the_ontology_is_consistent() -> None:
    assert faults(closure(rdflib.Graph())) == []


def test_a_graph_of_every_relation_is_consistent_and_aligned() -> None:
    graph = closure(a_sample())
    assert faults(graph) == []
    authors, members = next(graph.subject_objects(NS.authors)), next(graph.subject_objects(NS.memberOf))
    assert (authors[1], DCTERMS.creator, authors[0]) in graph
    assert (members[0], ORG.memberOf, members[1]) in graph
    oversees = next(a_sample().subject_objects(NS.oversees))
    assert (oversees[1], NS.accountableTo, oversees[0]) in graph
    assert (*oversees[:1], NS.scrutinises, oversees[1]) in graph
    produced = next(graph.subject_objects(NS.produces))
    assert (produced[1], PROV.wasGeneratedBy, produced[0]) in graph


def test_leading_an_investigation_makes_no_organisation_of_it() -> None:
    graph = rdflib.Graph()
    head, inquiry = rdflib.URIRef("https://example.org/head"), rdflib.URIRef("https://example.org/inquiry")
    graph.add((inquiry, RDF.type, NS.Inquiry))
    graph.add((head, NS.leads, inquiry))
    closed = closure(graph)
    assert faults(closed) == []
    assert (inquiry, RDF.type, NS.Organisation) not in closed
    assert (head, NS.memberOf, inquiry) not in closed


@pytest.mark.parametrize(("one", "other"), DISJOINT)
def test_nothing_is_of_two_kinds_at_once(one: str, other: str) -> None:
    graph = rdflib.Graph()
    both = rdflib.URIRef("https://example.org/both")
    graph.add((both, RDF.type, NS[one]))
    graph.add((both, RDF.type, NS[other]))
    assert faults(closure(graph))


def test_a_relation_to_what_it_cannot_have_is_inconsistent() -> None:
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef("https://example.org/a"), NS.inspects, rdflib.URIRef("https://example.org/town")))
    graph.add((rdflib.URIRef("https://example.org/town"), RDF.type, NS.Place))
    assert faults(closure(graph))


def test_the_shapes_give_each_relation_the_ends_the_ontology_gives_it() -> None:
    shapes = ox.Store()
    shapes.load(path=data_path("ontology", "shapes.ttl"), format=ox.RdfFormat.TURTLE)
    for iri, term in load_ontology().relations.items():
        relation = f"<{iri}>"
        assert classes(shapes, f"?shape sh:targetSubjectsOf {relation} ; ENDS") == term.domain
        assert classes(shapes, f"?node sh:path {relation} . ?node ENDS") == term.range


def classes(shapes: ox.Store, pattern: str) -> frozenset[str]:
    ends = pattern.replace("ENDS", "(sh:class|sh:or/rdf:rest*/rdf:first/sh:class) ?class")
    prefixes = {"sh": "http://www.w3.org/ns/shacl#", "rdf": str(RDF)}
    found = shapes.query(f"SELECT DISTINCT ?class {{ {ends} }}", prefixes=prefixes)
    assert isinstance(found, ox.QuerySolutions)
    return frozenset(str(row["class"].value) for row in found)
