"""A built graph conforms; whatever is changed in it is found, and named."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.validate import validate
from kg.vocab import prefixes
from tests.ontology import case

CLAIM = "?c rdf:predicate ov:inspects ; ov:status ov:Asserted"


@pytest.fixture
def graph() -> ox.Store:
    return case.store()


def change(graph: ox.Store, update: str) -> None:
    """Run an update, where CLAIM is the pattern of an asserted claim and IRIs stand against the base."""
    head = " ".join(f"PREFIX {p}: <{n}>" for p, n in prefixes().items())
    graph.update(f"{head} {update.replace('CLAIM', CLAIM)}", base_iri=prefixes()["id"])


def test_a_built_graph_conforms(graph: ox.Store) -> None:
    report = validate(graph)
    assert report.violations == ()
    assert report.conforms
    assert str(report) == "The graph conforms to its shapes."


def test_an_empty_graph_conforms() -> None:
    assert validate(ox.Store()).conforms


HEDGED = "DELETE { ?c ov:status ov:Asserted } INSERT { ?c ov:status ov:Alleged } WHERE { CLAIM }"
GUARDED = [
    ("INSERT DATA { <a> ov:criticises <b> }", "a plain triple stands only where an asserted claim says it"),
    (HEDGED, "a plain triple stands only where an asserted claim says it"),
    (HEDGED, "a triple of a named graph follows from an asserted claim"),
    ("DELETE WHERE { ?a ov:praises ?b }", "what a claim asserts stands as a plain triple"),
    ("INSERT DATA { GRAPH <graph/inferred> { <a> ov:accountableTo <b> } }", "a triple of a named graph"),
    ("INSERT DATA { GRAPH <graph/inferred> { <a> ov:inspects <b> } }", "a triple of a named graph"),
    (
        "DELETE { ?c rdf:predicate ov:praises } INSERT { ?c rdf:predicate ov:likes } "
        "WHERE { ?c rdf:predicate ov:praises }",
        "the predicate of a claim is a relation of the ontology",
    ),
    (
        "DELETE { ?c rdf:object ?o } INSERT { ?c rdf:object <place/riverside> } "
        "WHERE { ?c rdf:predicate ov:sanctions ; ov:status ov:Alleged ; rdf:object ?o }",
        "the object of such a claim is of the class agent",
    ),
    (
        "DELETE { ?c rdf:subject ?o } INSERT { ?c rdf:subject <organisation/watchdog> } "
        "WHERE { ?c rdf:predicate ov:leads ; rdf:subject ?o }",
        "the subject of such a claim is of the class person",
    ),
]


@pytest.mark.parametrize(("update", "message"), GUARDED)
def test_only_what_is_asserted_stands_plain(graph: ox.Store, update: str, message: str) -> None:
    change(graph, update)
    report = validate(graph)
    assert not report.conforms
    assert any(v.message.startswith(message) for v in report.violations), str(report)


SHAPED = [
    ("INSERT DATA { <organisation/watchdog> skos:prefLabel 'Second' }", "exactly one skos:prefLabel"),
    ("DELETE WHERE { <organisation/watchdog> rdfs:label ?l }", "the rdfs:label of an entity"),
    ("INSERT DATA { <organisation/watchdog> skos:altLabel 1 }", "a skos:altLabel is a text"),
    ("INSERT DATA { <x> skos:prefLabel 'X' }", "of a class of the ontology"),
    ("INSERT { ?c ov:status ov:Denied } WHERE { CLAIM }", "exactly one ov:status"),
    ("INSERT { ?c ov:former 'yes' } WHERE { CLAIM }", "ov:former is at most one xsd:boolean"),
    ("INSERT { ?c ov:validUntil '2014' } WHERE { CLAIM }", "ov:validUntil is at most one xsd:date"),
    ("INSERT { ?c ov:content 5 } WHERE { CLAIM }", "ov:content is an xsd:string"),
    ("INSERT { ?c ov:colour 'red' } WHERE { CLAIM }", "closed"),
    ("DELETE { ?c ov:evidence ?e } WHERE { CLAIM ; ov:evidence ?e }", "at least one ov:evidence"),
    ("INSERT { ?e ov:confidence 1.5 } WHERE { ?c ov:evidence ?e }", "exactly one ov:confidence"),
    ("DELETE { ?e ov:foundBy ?f } WHERE { ?e ov:foundBy ?f }", "exactly one ov:foundBy"),
    ("INSERT { ?e ov:saidBy <place/riverside> } WHERE { ?c ov:evidence ?e }", "at most one ov:saidBy"),
    ("DELETE { ?p oa:hasSource ?s } WHERE { ?p oa:hasSource ?s }", "exactly one oa:hasSource"),
    ("DELETE { ?q a oa:TextQuoteSelector } WHERE { ?q oa:exact ?t }", "exactly one oa:TextQuoteSelector"),
    ("DELETE { ?q oa:end ?e } INSERT { ?q oa:end 0 } WHERE { ?q oa:end ?e }", "below its oa:end"),
    ("DELETE WHERE { ?d dcterms:identifier ?i }", "exactly one dcterms:identifier"),
    ("DELETE { ?d ov:sha256 ?i } INSERT { ?d ov:sha256 'AB' } WHERE { ?d ov:sha256 ?i }", "64 lower-case"),
    ("INSERT DATA { <inquiry/riverside-inquiry> ov:stage 'soon' }", "ov:stage is announced"),
    ("INSERT DATA { <report/lane-report> dcterms:issued 'May' }", "dcterms:issued is an xsd:date"),
    ("INSERT DATA { <place/riverside> ov:memberOf <report/lane-report> }", "the object of ov:memberOf"),
    ("INSERT DATA { <place/riverside> ov:memberOf <report/lane-report> }", "the subject of ov:memberOf"),
]


@pytest.mark.parametrize(("update", "message"), SHAPED)
def test_every_shape_finds_what_breaks_it(graph: ox.Store, update: str, message: str) -> None:
    change(graph, update)
    report = validate(graph)
    assert not report.conforms
    assert any(message in v.message for v in report.violations), str(report)


def test_a_violation_names_the_node_the_property_and_the_value(graph: ox.Store) -> None:
    change(graph, "INSERT DATA { <inquiry/riverside-inquiry> ov:stage 'soon' }")
    (violation,) = validate(graph).violations
    assert violation.focus.endswith("inquiry/riverside-inquiry")
    assert violation.path.endswith("#stage")
    assert violation.value == "soon"
    assert str(violation).endswith(f"announced, under way, concluded or dropped ({violation.path} soon)")


def test_inferred_triples_are_outside_the_shapes(graph: ox.Store) -> None:
    assert any(isinstance(quad.graph_name, ox.NamedNode) for quad in graph)
    assert validate(graph).conforms


def test_shapes_of_ones_own(graph: ox.Store, tmp_path: Path) -> None:
    shapes = tmp_path / "mine.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ov: <https://w3id.org/oversight/ns#> .\n"
        "[] a sh:NodeShape ; sh:targetClass ov:Place ;\n"
        '   sh:property [ sh:path ov:size ; sh:minCount 1 ; sh:message "a place has a size" ] .\n',
        "utf-8",
    )
    (violation,) = validate(graph, shapes=shapes).violations
    assert (violation.message, violation.focus.rsplit("/", 1)[1]) == ("a place has a size", "riverside")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not Turtle", r"mine\.ttl"),
        (
            "@prefix sh: <http://www.w3.org/ns/shacl#> . [] a sh:NodeShape ; sh:targetClass "
            "<https://w3id.org/oversight/ns#Place> ; sh:property [ sh:minCount 1 ] .",
            r"mine\.ttl: is not SHACL that can be used",
        ),
    ],
)
def test_shapes_that_are_none_name_their_file(graph: ox.Store, tmp_path: Path, text: str, message: str) -> None:
    shapes = tmp_path / "mine.ttl"
    shapes.write_text(text, "utf-8")
    with pytest.raises(OntologyError, match=message):
        validate(graph, shapes=shapes)
