"""Who gets a page and who gets data, at one address."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kg.graph import open_store
from kg.graph.answer import FORMATS_OF
from kg.graph.describe import Description
from kg.graph.result import ResultKind
from kg.web.media import GRAPHS, TABLES, preferred, wants_page
from kg.web.negotiate import choose
from tests import sample

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
OFFERS = ("text/html", "text/turtle", "application/json")
FORCE = sample.FORCE.iri.removeprefix("https://w3id.org/oversight")

CHOICES = [
    (None, "text/html"),
    ("", "text/html"),
    ("*/*", "text/html"),
    ("text/turtle", "text/turtle"),
    ("TEXT/Turtle", "text/turtle"),
    ("text/*", "text/html"),
    ("text/*, text/html;q=0", "text/turtle"),
    ("application/json;q=0.9, text/turtle;q=0.5", "application/json"),
    ("application/json; charset=utf-8; q=0.1, text/turtle;q=0.2", "text/turtle"),
    ("text/html;q=0.5, */*;q=0.8", "text/turtle"),
    ("image/png", None),
    ("text/html;q=0, text/turtle;q=0.0, application/json;q=0.000", None),
    ("*/*;q=0", None),
    ("text/turtle;q=nonsense", "text/turtle"),
    ("nonsense", "text/html"),
    (";;;,,,", "text/html"),
    (BROWSER, "text/html"),
]


@pytest.mark.parametrize(("accept", "expected"), CHOICES)
def test_a_client_gets_what_it_would_rather_have(accept: str | None, expected: str | None) -> None:
    assert choose(accept, OFFERS) == expected


@given(st.text(st.characters(max_codepoint=255), max_size=300))
def test_no_header_is_too_strange(accept: str) -> None:
    assert choose(accept, OFFERS) in (*OFFERS, None)


@given(st.permutations(["text/turtle;q=0.3", "application/json;q=0.7", "text/*;q=0.1", "*/*;q=0.2"]))
def test_the_order_of_a_header_says_nothing(ranges: list[str]) -> None:
    assert choose(", ".join(ranges), OFFERS) == "application/json"


def test_a_long_header_is_read_in_no_time() -> None:
    assert choose("text/turtle;q=" + "0" * 10_000_000 + "," * 10_000_000, OFFERS) == "text/turtle"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (BROWSER, True),
        ("*/*", True),
        (None, True),
        ("text/turtle", False),
        ("application/ld+json, text/html;q=0.9", False),
    ],
)
def test_a_page_is_for_who_asks_for_one_or_for_anything(accept: str | None, expected: bool) -> None:
    assert wants_page(accept) is expected


def test_every_format_can_be_asked_for_by_each_of_its_media_types() -> None:
    for formats in (TABLES, GRAPHS):
        for name, types in formats.items():
            assert [found.name for media_type in types if (found := preferred(formats, media_type))] == [name] * len(
                types
            )


RDF = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
DENIED = """ASK {
    ?force skos:prefLabel "Riverside Police" .
    ?claim a ov:Claim ; rdf:object ?force ; ov:status ov:Denied ; ov:evidence ?evidence .
    ?evidence ov:passage/oa:hasSelector/oa:exact ?words }"""
PREFIXES = {
    "ov": "https://w3id.org/oversight/ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def loaded(content: bytes, media_type: str) -> ox.Store:
    store = ox.Store()
    store.load(content, format=RDF[media_type.partition(";")[0]])
    return store


@pytest.mark.parametrize("media_type", RDF)
def test_a_body_is_described_with_all_that_is_claimed_of_it_and_its_sentences(
    client: TestClient, media_type: str
) -> None:
    answer = client.get(FORCE, headers={"accept": media_type})
    assert (answer.status_code, answer.headers["vary"]) == (200, "Accept")
    store = loaded(answer.content, answer.headers["content-type"])
    bound: dict[ox.Variable, ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple] = {
        ox.Variable("force"): ox.NamedNode(sample.FORCE.iri),
        ox.Variable("words"): ox.Literal(sample.DENIED),
    }
    assert bool(store.query(DENIED, prefixes=PREFIXES, substitutions=bound))


def test_a_denied_claim_is_no_plain_triple_of_a_description(client: TestClient) -> None:
    store = loaded(client.get(f"{FORCE}.ttl").content, "text/turtle")
    predicates = {q.predicate.value for q in store.quads_for_pattern(None, None, ox.NamedNode(sample.FORCE.iri))}
    assert "https://w3id.org/oversight/ns#investigates" not in predicates


@pytest.mark.parametrize(("suffix", "media_type"), list(zip((".ttl", ".nt", ".jsonld", ".rdf"), RDF, strict=True)))
def test_a_suffix_gives_data_to_any_client(client: TestClient, suffix: str, media_type: str) -> None:
    answer = client.get(f"{FORCE}{suffix}", headers={"accept": BROWSER})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert len(loaded(answer.content, media_type)) > 10


def test_a_page_says_where_its_data_is(client: TestClient) -> None:
    answer = client.get(FORCE, headers={"accept": BROWSER})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "Accept" in answer.headers["vary"]
    for suffix, media_type in zip(("ttl", "nt", "jsonld", "rdf"), RDF, strict=True):
        assert f'<{FORCE}.{suffix}>; rel="alternate"; type="{media_type}"' in answer.headers["link"]


ALL = "SELECT ?it { VALUES ?kind { ov:Claim ov:Document ov:Evidence } ?it a ?kind }"


def test_claims_documents_and_evidence_are_described_too(client: TestClient) -> None:
    rows = client.get("/sparql", params={"query": ALL})
    found = [row["it"]["value"] for row in rows.json()["results"]["bindings"]]
    assert len(found) == 4 + 2 + 4
    for iri in found:
        path = iri.removeprefix("https://w3id.org/oversight")
        store = loaded(client.get(f"{path}.nt").content, "application/n-triples")
        assert list(store.quads_for_pattern(ox.NamedNode(iri), None, None))
        assert list(store.quads_for_pattern(None, ox.NamedNode("http://www.w3.org/ns/oa#exact"), None))


def test_a_description_that_leaves_claims_out_says_so(store: Path) -> None:
    text = (Description(sample.FORCE.iri, "ttl", "http://here/it", claims=1)(open_store(store)) or b"").decode()
    assert "The first 1 of 3 claims" in text
    whole = (Description(sample.FORCE.iri, "ttl", "http://here/it")(open_store(store)) or b"").decode()
    assert "The first" not in whole


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("text/turtle", "text/plain"), ("application/json", "application/problem+json"), (BROWSER, "text/html")],
)
def test_what_is_not_known_is_not_found_in_the_form_that_was_asked_for(
    client: TestClient, accept: str, media_type: str
) -> None:
    answer = client.get("/id/organisation/nobody", headers={"accept": accept})
    assert answer.status_code == 404
    assert answer.headers["content-type"].partition(";")[0] == media_type


def test_a_description_can_be_had_in_no_other_format(client: TestClient) -> None:
    answer = client.get("/void", headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "text/turtle" in answer.text


@pytest.mark.parametrize("media_type", RDF)
def test_the_vocabulary_is_at_its_address(client: TestClient, media_type: str) -> None:
    answer = client.get("/ns", headers={"accept": media_type})
    store = loaded(answer.content, answer.headers["content-type"])
    claim = ox.NamedNode("https://w3id.org/oversight/ns#Claim")
    assert list(store.quads_for_pattern(claim, None, None))


@pytest.mark.parametrize("path", ["/.well-known/void", "/void"])
def test_the_data_set_says_how_much_there_is_and_what_may_be_asked(client: TestClient, path: str) -> None:
    store = loaded(client.get(path, headers={"accept": "application/ld+json"}).content, "application/ld+json")
    prefixes = {**PREFIXES, "void": "http://rdfs.org/ns/void#", "sh": "http://www.w3.org/ns/shacl#"}
    query = """SELECT ?claims ?documents (COUNT(?example) AS ?examples) {
        ?set a void:Dataset ; void:documents ?documents ; void:classPartition ?part .
        ?part void:class ov:Claim ; void:entities ?claims .
        ?example a sh:SPARQLExecutable ; sh:select ?text } GROUP BY ?claims ?documents"""
    answer = store.query(query, prefixes=prefixes)
    assert isinstance(answer, ox.QuerySolutions)
    (row,) = answer
    assert (int(row["claims"].value), int(row["documents"].value)) == (4, 2)
    assert int(row["examples"].value) >= 30


def test_every_format_there_is_can_be_asked_for() -> None:
    assert set(FORMATS_OF[ResultKind.SELECT]) == set(FORMATS_OF[ResultKind.ASK]) == set(TABLES)
    assert set(FORMATS_OF[ResultKind.GRAPH]) == set(GRAPHS)
