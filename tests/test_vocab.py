"""The vocabulary is read from Turtle, and a term it does not declare is an error."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.vocab import OV, load_ontology, prefixes, read_turtle

RELATIONS = (
    "scrutinises oversees inspects investigates sanctions criticises praises callsOn appoints removes "
    "refersTo memberOf leads resignsFrom partOf succeeds authors publishes conducts commissions concerns "
    "produces respondsTo"
)


def test_the_relations_are_those_a_text_can_state() -> None:
    assert set(load_ontology().relations) == {OV[name] for name in RELATIONS.split()}


def test_domains_and_ranges_are_read_with_their_unions() -> None:
    relations = load_ontology().relations
    assert relations[OV.memberOf].domain == {OV.Person}
    assert relations[OV.leads].range == {OV.Organisation, OV.Investigation}
    assert relations[OV.concerns].domain == {OV.Report, OV.Investigation}
    assert relations[OV.oversees].inverse == OV.accountableTo


@pytest.mark.parametrize(
    ("kind", "ancestor", "expected"),
    [
        ("Inspection", "Investigation", True),
        ("Person", "Agent", True),
        ("inspects", "scrutinises", True),
        ("Report", "Agent", False),
        ("leads", "memberOf", False),
    ],
)
def test_what_lies_below_what(kind: str, ancestor: str, expected: bool) -> None:
    assert load_ontology().is_a(OV[kind], OV[ancestor]) is expected


def test_an_inspection_fits_where_an_investigation_may_stand() -> None:
    ontology = load_ontology()
    assert ontology.fits(OV.Inspection, ontology.relations[OV.conducts].range)
    assert not ontology.fits(OV.Report, ontology.relations[OV.conducts].range)


def test_a_misspelt_term_is_an_error_that_names_it() -> None:
    with pytest.raises(OntologyError, match="declares no term 'inspectz'"):
        _ = OV.inspectz
    with pytest.raises(OntologyError, match="declares no term 'Asserte'"):
        _ = OV["Asserte"]


def test_the_prefix_table_is_complete() -> None:
    assert prefixes() == {
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "id": "https://w3id.org/oversight/id/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "ov": "https://w3id.org/oversight/ns#",
        "ovk": "https://w3id.org/oversight/kinds#",
        "ovlex": "https://w3id.org/oversight/lexicon#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "vann": "http://purl.org/vocab/vann/",
        "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }


def test_turtle_that_does_not_parse_names_its_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("@prefix : <http://example.org/> .\n:a :b", "utf-8")
    with pytest.raises(OntologyError, match=r"mine\.ttl"):
        read_turtle(file)
    with pytest.raises(OntologyError, match="cannot be read"):
        read_turtle(tmp_path / "none.ttl")


def test_an_ontology_without_relations_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("<http://example.org/a> a <http://www.w3.org/2002/07/owl#Class> .", "utf-8")
    with pytest.raises(OntologyError, match=r"mine\.ttl: declares no owl:ObjectProperty"):
        load_ontology(file)
