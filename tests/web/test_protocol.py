"""The query operation of the SPARQL 1.1 Protocol; the cases are those of the W3C's suite, restated for our graphs.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from kg.graph import create
from kg.web.app import Options, application

FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
UPDATE = {"content-type": "application/sparql-update"}
ONE, TWO, THREE = (f"http://example.org/{name}" for name in ("one", "two", "three"))
BOTH_BY_DEFAULT = f"ASK {{ <{ONE}> a ?type . <{TWO}> a ?type }}"
BOTH_BY_NAME = f"ASK {{ GRAPH ?g1 {{ <{ONE}> a ?type }} GRAPH ?g2 {{ <{TWO}> a ?type }} }}"
ALL_THREE = f"ASK {{ <{THREE}> a ?type . GRAPH ?g1 {{ <{ONE}> a ?type }} GRAPH ?g2 {{ <{TWO}> a ?type }} }}"
FROM_TOO = BOTH_BY_NAME.replace("ASK", f"ASK FROM <{THREE}>")
ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A store of four graphs, in each of which one thing, of the graph's own IRI, has a type."""
    path = tmp_path_factory.mktemp("protocol") / "graph.kg"
    a, kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), ox.NamedNode("http://example.org/Thing")
    named = [ox.Quad(ox.NamedNode(iri), a, kind, ox.NamedNode(iri)) for iri in (ONE, TWO, THREE)]
    create(path, [*named, ox.Quad(ox.NamedNode("http://example.org/default"), a, kind)], {})
    with TestClient(
        application(path, Options(jobs=1, rows=4)), base_url="http://127.0.0.1", follow_redirects=False
    ) as it:
        yield it


def get(client: TestClient, query: str, accept: str = "*/*", **parameters: Any) -> Response:
    return client.get("/sparql", params={"query": query, **parameters}, headers={"accept": accept})


def is_true(answer: Response) -> bool:
    assert answer.status_code == 200, answer.text
    return bool(json.loads(answer.text)["boolean"])


def test_a_query_in_the_address(graphs: TestClient) -> None:
    assert is_true(get(graphs, "ASK {}"))


def test_a_query_in_a_form(graphs: TestClient) -> None:
    assert is_true(graphs.post("/sparql", content=urlencode({"query": "ASK {}"}), headers=FORM))


def test_a_query_as_the_body(graphs: TestClient) -> None:
    assert is_true(graphs.post("/sparql", content="ASK {}", headers=DIRECT))


@pytest.mark.parametrize("charset", ["UTF-8", "utf8", '"utf-8"'])
def test_a_query_as_a_body_that_names_its_encoding(graphs: TestClient, charset: str) -> None:
    headers = {"content-type": f"Application/SPARQL-Query; charset={charset}"}
    assert is_true(graphs.post("/sparql", content="ASK {}", headers=headers))


DATASETS = [
    (BOTH_BY_DEFAULT, {"default-graph-uri": [ONE, TWO]}, True),
    (BOTH_BY_DEFAULT, {"default-graph-uri": [ONE]}, False),
    (BOTH_BY_NAME, {"named-graph-uri": [ONE, TWO]}, True),
    (BOTH_BY_NAME, {"named-graph-uri": [TWO]}, False),
    (ALL_THREE, {"default-graph-uri": [THREE], "named-graph-uri": [ONE, TWO]}, True),
    (ALL_THREE, {"default-graph-uri": [ONE], "named-graph-uri": [TWO, THREE]}, False),
    (FROM_TOO, {"named-graph-uri": [ONE, TWO]}, True),  # what the protocol says goes before FROM
    (FROM_TOO, {"named-graph-uri": [ONE, THREE]}, False),
    ("ASK { ?s ?p ?o }", {"default-graph-uri": ["http://example.org/none"]}, False),
    ("ASK { GRAPH ?g { ?s ?p ?o } }", {"default-graph-uri": [ONE]}, False),
    (f"ASK FROM <{ONE}> {{ <{ONE}> a ?type }}", {}, True),
    (f"ASK FROM <{ONE}> {{ <{TWO}> a ?type }}", {}, False),
    (f"ASK FROM NAMED <{ONE}> {{ GRAPH ?g {{ <{ONE}> a ?type }} }}", {}, True),
    (f"ASK FROM NAMED <{ONE}> {{ GRAPH ?g {{ <{TWO}> a ?type }} }}", {}, False),
    (f"ASK {{ <http://example.org/default> a ?type . <{ONE}> a ?type }}", {}, True),  # all graphs, if none is named
]


@pytest.mark.parametrize(("query", "graph", "expected"), DATASETS)
@pytest.mark.parametrize("way", ["address", "form", "body"])
def test_the_data_set_is_what_the_request_says(
    graphs: TestClient, way: str, query: str, graph: dict[str, list[str]], expected: bool
) -> None:
    if way == "address":
        answer = graphs.get("/sparql", params={"query": query, **graph})
    elif way == "form":
        answer = graphs.post("/sparql", content=urlencode({"query": query, **graph}, doseq=True), headers=FORM)
    else:
        answer = graphs.post(f"/sparql?{urlencode(graph, doseq=True)}", content=query, headers=DIRECT)
    assert is_true(answer) is expected


@pytest.mark.parametrize("media_type", ROWS)
def test_rows_are_answered_in_each_format(graphs: TestClient, media_type: str) -> None:
    answer = get(graphs, "SELECT (1 AS ?value) {}", media_type)
    assert answer.headers["content-type"].partition(";")[0] == media_type
    read = ox.parse_query_results(answer.content, format=ROWS[media_type])
    assert isinstance(read, ox.QuerySolutions)
    assert [row["value"] for row in read] == [ox.Literal(1)]


def test_rows_are_answered_as_csv(graphs: TestClient) -> None:
    answer = get(graphs, "SELECT (1 AS ?value) {}", "text/csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.split() == ["value", "1"]


@pytest.mark.parametrize("media_type", ["application/sparql-results+json", "application/sparql-results+xml"])
def test_a_yes_is_answered_in_each_format(graphs: TestClient, media_type: str) -> None:
    answer = get(graphs, "ASK {}", media_type)
    assert answer.headers["content-type"] == media_type
    assert bool(ox.parse_query_results(answer.content, format=ROWS[media_type]))


@pytest.mark.parametrize("media_type", TRIPLES)
@pytest.mark.parametrize(
    ("query", "subject"),
    [(f"DESCRIBE <{ONE}>", ONE), ("CONSTRUCT { <s> <p> 1 } WHERE {}", "https://w3id.org/oversight/id/s")],
)
def test_triples_are_answered_in_each_format(graphs: TestClient, media_type: str, query: str, subject: str) -> None:
    answer = get(graphs, query, media_type)
    assert answer.headers["content-type"].partition(";")[0] == media_type
    read = ox.parse(answer.content, format=TRIPLES[media_type])
    assert {quad.subject.value for quad in read} == {subject}


def test_a_description_of_nothing_is_an_empty_graph(graphs: TestClient) -> None:
    answer = get(graphs, "DESCRIBE <http://example.org/>", "application/n-triples")
    assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize(
    ("parameters", "media_type"),
    [
        ({"format": "csv"}, "text/csv"),
        ({"output": "xml"}, "application/sparql-results+xml"),
        ({"format": "nonsense", "timeout": "1", "debug": "on"}, "application/sparql-results+json"),
    ],
)
def test_a_format_may_be_named_and_what_is_unknown_is_passed_over(
    graphs: TestClient, parameters: dict[str, str], media_type: str
) -> None:
    answer = get(graphs, "SELECT (1 AS ?value) {}", **parameters)
    assert answer.headers["content-type"].partition(";")[0] == media_type


BAD = [
    ("PUT", "/sparql?query=ASK%20%7B%7D", b"", FORM, 405),
    ("GET", "/sparql?query=ASK%20%7B%7D&query=SELECT%20*%20%7B%7D", b"", {}, 400),
    ("POST", "/sparql?query=ASK%20%7B%7D", b"ASK {}", DIRECT, 400),
    ("POST", "/sparql", b"ASK {}", {"content-type": "text/plain"}, 415),
    ("POST", "/sparql", b"query=ASK%20%7B%7D", {}, 415),
    ("POST", "/sparql", b"ASK {}", {}, 415),
    ("POST", "/sparql", "ASK {}".encode("utf-16"), {"content-type": "application/sparql-query; charset=UTF-16"}, 415),
    ("POST", "/sparql", "ASK {}".encode("utf-16"), DIRECT, 400),
    ("POST", "/sparql", b"query=ASK%20%7B%7D%ff", FORM, 400),
    ("POST", "/sparql", b"", FORM, 400),
    ("POST", "/sparql", b"a=1&" * 200, FORM, 400),
    ("GET", "/sparql?query=ASK%20%7B", b"", {}, 400),
    ("GET", "/sparql?update=CLEAR%20ALL", b"", {}, 400),
    ("POST", "/sparql", b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM, 400),
    ("POST", "/sparql", b"CLEAR NAMED", {"content-type": "text/plain"}, 415),
    ("POST", "/sparql", b"update=CLEAR%20NAMED", {}, 415),
    (
        "POST",
        "/sparql",
        "CLEAR NAMED".encode("utf-16"),
        {"content-type": "application/sparql-update; charset=UTF-16"},
        415,
    ),
    ("POST", "/sparql", b"CLEAR XYZ", UPDATE, 415),
    ("POST", "/sparql", b"update=CLEAR%20NAMED", FORM, 400),
    ("POST", "/sparql", b"INSERT DATA { <a> <b> <c> }", UPDATE, 415),
    ("GET", "/sparql?query=INSERT%20DATA%20%7B%20%3Ca%3E%20%3Cb%3E%20%3Cc%3E%20%7D", b"", {}, 400),
    ("DELETE", "/sparql", b"", {}, 405),
]


@pytest.mark.parametrize(("method", "path", "body", "headers", "status"), BAD)
def test_what_is_no_query_is_refused(
    graphs: TestClient, method: str, path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = graphs.request(method, path, content=body, headers=headers)
    assert answer.status_code == status
    assert answer.text.count("\n") == 1  # one clear line


def test_an_update_is_told_that_the_store_is_read_only(graphs: TestClient) -> None:
    assert "read-only" in graphs.post("/sparql", content="CLEAR ALL", headers=UPDATE).text


def test_a_method_that_is_not_taken_names_those_that_are(graphs: TestClient) -> None:
    assert {"GET", "POST"} <= set(graphs.put("/sparql").headers["allow"].split(", "))


def test_an_answer_with_too_many_rows_is_an_error_and_not_a_part(graphs: TestClient) -> None:
    answer = get(graphs, "SELECT * { VALUES ?x { 1 2 3 4 5 } }")
    assert answer.status_code == 422
    assert "more than 4 rows" in answer.text
    assert "LIMIT 4" in answer.text
    assert len(get(graphs, "SELECT * { VALUES ?x { 1 2 3 4 } }").json()["results"]["bindings"]) == 4


def test_a_graph_with_too_many_triples_is_an_error_too(graphs: TestClient) -> None:
    answer = get(graphs, "CONSTRUCT { <s> <p> ?x } { VALUES ?x { 1 2 3 4 5 } }")
    assert answer.status_code == 422


def test_an_error_is_json_for_a_client_that_reads_json(graphs: TestClient) -> None:
    answer = get(graphs, "ASK {", "application/sparql-results+json, application/json;q=0.5")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 400
    assert answer.json()["detail"].startswith("line 1, column")


def test_an_answer_in_no_format_asked_for_says_which_there_are(graphs: TestClient) -> None:
    answer = get(graphs, "SELECT * {}", "image/png")
    assert answer.status_code == 406
    assert "json" in answer.text


def test_a_head_is_an_answer_without_its_body(graphs: TestClient) -> None:
    answer = graphs.head(f"/sparql?query={quote('ASK {}')}")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/sparql-results+json"


def test_an_answer_is_not_sent_again_while_the_store_stays_the_same(graphs: TestClient) -> None:
    first = get(graphs, "ASK {}")
    again = graphs.get("/sparql?query=ASK%20%7B%7D", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = graphs.get(
        "/sparql?query=ASK%20%7B%7D", headers={"if-none-match": first.headers["etag"], "accept": "text/csv"}
    )
    assert other.status_code == 200
    assert "Accept" in other.headers["vary"]


def test_a_browser_is_shown_where_queries_are_written(graphs: TestClient) -> None:
    answer = graphs.get("/sparql", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/query")


@pytest.mark.parametrize("media_type", TRIPLES)
def test_the_endpoint_describes_itself(graphs: TestClient, media_type: str) -> None:
    answer = graphs.get("/sparql", headers={"accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    store = ox.Store()
    store.load(answer.content, format=TRIPLES[media_type])
    assert bool(store.query(SERVICE, prefixes={"sd": "http://www.w3.org/ns/sparql-service-description#"}))


SERVICE = """ASK {
    ?service a sd:Service ; sd:endpoint <http://127.0.0.1/sparql> ; sd:supportedLanguage sd:SPARQL11Query ;
        sd:feature sd:UnionDefaultGraph ; sd:defaultDataset ?dataset ;
        sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>, <http://www.w3.org/ns/formats/Turtle> .
    ?dataset a sd:Dataset ; sd:defaultGraph/a sd:Graph ; sd:namedGraph ?named .
    ?named a sd:NamedGraph ; sd:name <https://w3id.org/oversight/id/graph/inferred> ; sd:graph/a sd:Graph .
}"""
