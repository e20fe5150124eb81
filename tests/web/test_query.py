"""The SPARQL page and the vocabulary its editor completes from, as the server writes them."""

import html
import re

import pytest
from starlette.testclient import TestClient

from kg.graph import named_queries
from kg.vocab import OV, SKOS, load_ontology


def editor(client: TestClient, **parameters: str) -> str:
    """What stands in the editor."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", client.get("/query", params=parameters).text, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_the_editor_begins_with_a_query_that_runs(client: TestClient) -> None:
    assert "rdf:predicate ?relation" in editor(client)


def test_a_query_in_the_address_stands_in_the_editor(client: TestClient) -> None:
    query = 'SELECT * { ?s ?p "</textarea><script>" }'
    assert editor(client, query=query) == query


@pytest.mark.parametrize("name", named_queries())
def test_every_query_of_the_package_opens_by_its_name(client: TestClient, name: str) -> None:
    assert editor(client, name=name) == named_queries()[name].sparql


@pytest.mark.parametrize("name", named_queries())
def test_every_query_of_the_package_is_offered(client: TestClient, name: str) -> None:
    page = html.unescape(client.get("/query").text)
    assert f'name="name" value="{name}"' in page
    assert named_queries()[name].question in page


def test_a_name_is_put_in_the_place_held_open_for_it(client: TestClient) -> None:
    query = editor(client, name="overseers", about="riverside police", by="")
    assert "VALUES ?about { <https://w3id.org/oversight/id/organisation/riverside-police> }" in query
    assert "VALUES ?by { UNDEF }" in query


def test_a_date_is_put_in_its_place_as_it_is(client: TestClient) -> None:
    assert 'VALUES ?since { "2014-09" }' in editor(client, name="idle", since="2014-09")


def test_a_name_the_graph_does_not_know_is_said(client: TestClient) -> None:
    page = client.get("/query", params={"name": "overseers", "about": "Nobody<b>"}).text
    assert 'role="alert"' in page
    assert "Nobody&lt;b&gt;" in page


def test_a_query_the_package_does_not_have_is_said(client: TestClient) -> None:
    assert "There is no query of that name." in client.get("/query", params={"name": "nonsense"}).text


def test_the_vocabulary_has_every_class_and_relation_with_its_definition(client: TestClient) -> None:
    terms = {term["iri"]: term for term in client.get("/vocabulary.json").json()["terms"]}
    ontology = load_ontology()
    for kind, ours in (("class", ontology.classes), ("property", ontology.relations)):
        for iri, term in ours.items():
            assert terms[iri] == {"iri": iri, "kind": kind, "label": term.label, "definition": term.definition}


def test_the_vocabulary_has_what_claims_are_described_with(client: TestClient) -> None:
    terms = {term["iri"]: term["kind"] for term in client.get("/vocabulary.json").json()["terms"]}
    assert terms[OV.status] == "property"
    assert terms[OV.Alleged] == "individual"
    assert terms[SKOS.prefLabel] == "property"


def test_the_vocabulary_has_the_prefixes_of_the_store(client: TestClient) -> None:
    assert client.get("/vocabulary.json").json()["prefixes"]["id"] == "https://w3id.org/oversight/id/"
