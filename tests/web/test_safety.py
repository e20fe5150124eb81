"""What is sent to harm the server, or to use it against the machine it runs on."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kg.web import pages, resources
from kg.web.app import Options, application
from kg.web.guard import MOST_ADDRESS, MOST_BODY
from tests import sample

OUTSIDE = "https://evil.example"


def query(client: TestClient, text: str, **headers: str) -> int:
    return client.post("/sparql", data={"query": text}, headers=headers).status_code


@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%7B%7D", "/ns", "/nowhere", "/static/explorer.css"])
def test_every_answer_forbids_scripts_from_elsewhere_and_frames(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(rule.strip().split(" ", 1) for rule in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "10.0.0.5", "x.localhost"]
)
def test_a_request_for_an_address_or_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/ns", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("evil.example", 403),
        ("evil.example:8000", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost.evil.example", 403),
        ("0x7f000001.evil", 403),
        ("", 400),
        ("127.0.0.1@evil.example", 400),
        ("<script>", 400),
        ("a b", 400),
        ("localhost:port", 400),
    ],
)
def test_a_request_for_another_name_is_refused(client: TestClient, host: str, status: int) -> None:
    assert client.get("/ns", headers={"host": host}).status_code == status


FOREIGN = [
    {"origin": OUTSIDE},
    {"origin": "null"},
    {"origin": "http://localhost:3000"},
    {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
    {"sec-fetch-site": "same-site", "sec-fetch-mode": "cors"},
    {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "origin": OUTSIDE},  # a form that is posted
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%7B%7D", "/static/explorer.css"])
def test_a_page_of_another_site_reads_nothing(client: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = client.get(path, headers=headers)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"},
        {"origin": "null", "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate"},  # a form of ours
        {"sec-fetch-site": "none", "sec-fetch-mode": "navigate"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"},  # a link that is followed
    ],
)
def test_our_own_pages_and_links_are_answered(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/sparql?query=ASK%7B%7D", headers=headers).status_code == 200


@pytest.fixture(scope="module", params=[OUTSIDE, "*"])
def shared(request: pytest.FixtureRequest, store: Path) -> Iterator[TestClient]:
    """An application that lets pages of another site read its data."""
    options = Options(jobs=1, origins=frozenset({request.param}), hosts=frozenset({"graph.example"}))
    with TestClient(application(store, options), base_url="http://graph.example") as client:
        client.headers["origin"] = OUTSIDE
        yield client


def test_a_site_that_is_allowed_reads_the_data(shared: TestClient) -> None:
    answer = shared.get("/sparql?query=ASK%7B%7D", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] in (OUTSIDE, "*")
    assert "Origin" in answer.headers["vary"]


def test_a_site_that_is_allowed_asks_before_it_posts(shared: TestClient) -> None:
    answer = shared.options("/sparql", headers={"access-control-request-method": "POST"})
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] in (OUTSIDE, "*")
    assert "POST" in answer.headers["access-control-allow-methods"]


def test_a_site_that_is_allowed_the_data_is_not_allowed_the_pages(shared: TestClient) -> None:
    assert shared.get("/").status_code == 403


def test_a_site_that_is_not_among_the_allowed_reads_nothing(store: Path) -> None:
    options = Options(jobs=1, origins=frozenset({"https://good.example"}))
    with TestClient(application(store, options), base_url="http://127.0.0.1") as client:
        answer = client.get("/sparql?query=ASK%7B%7D", headers={"origin": OUTSIDE})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_an_address_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.get("/sparql?query=" + "a" * MOST_ADDRESS).status_code == 414


def test_a_body_that_is_too_long_is_refused_whether_it_says_so_or_not(client: TestClient) -> None:
    headers = {"content-type": "application/sparql-query"}
    assert client.post("/sparql", content=b"a" * (MOST_BODY + 1), headers=headers).status_code == 413
    assert client.post("/sparql", content=(b"a" * 100_000 for _ in range(20)), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd",
        "/static//etc/passwd",
        "/static/..\\app.py",
        "/static/%00",
        "/static/" + "a" * 5000,
        "/id/../../etc/passwd",
        "/id/%2e%2e%2f%2e%2e%2fetc%2fpasswd.ttl",
        "/id/document/..%2f..%2fstore.json.ttl",
        "/id/%00.ttl",
        "/id/%25",
        "/id/a%5b.ttl",
        "/id/a%23b%23c",
        "/id/" + quote("\ue000"),
        "/id/" + quote("organisation/<script>alert(1)</script>") + ".ttl",
        "/id/" + quote('"> <x> ?y } DROP ALL') + ".jsonld",
        "/ns.ttl/../../../etc/passwd",
    ],
)
def test_no_path_leads_out_of_what_is_served(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept": "text/turtle"})
    assert answer.status_code == 404
    assert b"root:" not in answer.content
    assert b"import" not in answer.content


def test_an_error_shows_what_was_sent_and_does_not_run_it(client: TestClient) -> None:
    attack = "<script>alert(1)</script>"
    answer = client.get("/sparql", params={"query": f"ASK {{ {attack}"}, headers={"accept": "text/html"})
    assert answer.status_code == 400
    assert attack not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_a_fault_of_ours_shows_no_trace(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("secret detail")

    monkeypatch.setattr("kg.web.endpoint._answer", broken)
    answer = client.get("/sparql?query=ASK%7B%7D")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def _paths() -> list[str]:
    """The addresses of every route, with names of the sample store where a route takes one."""
    iris = [sample.FORCE.iri, sample.MINISTRY.iri, "https://w3id.org/oversight/id/document/one"]
    routes = [getattr(route, "path", "") for route in (*resources.ROUTES, *pages.ROUTES)]
    return [path for path in routes if "{" not in path] + [
        iri.removeprefix("https://w3id.org/oversight") for iri in iris
    ]


TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
VALUE = TEXT | st.sampled_from(
    ["Ministry", sample.FORCE.iri, "asserted", "2014", "2014-02-31", "-1", "1e9", "0", "9" * 30, "ttl"]
)
WORDS = st.sampled_from(["id", "static", "..", "%2e%2e", "%00", "organisation", "claim", "document", ".ttl", ""])
PATH = st.sampled_from(_paths()) | st.lists(WORDS | TEXT.map(quote), max_size=5).map(
    lambda steps: "/" + "/".join(steps)
)
NAMES = (
    "query",
    "update",
    "format",
    "default-graph-uri",
    "q",
    "kind",
    "iri",
    "about",
    "depth",
    "status",
    "show",
    "page",
)
MORE_NAMES = ("name", "at", "title", "from", "to", "as_of", "since", "relation", "least_sources", "least_confidence")
HEADERS = ("accept", "content-type", "if-none-match", "origin", "range", "cookie", "accept-encoding", "sec-fetch-site")
HEADER = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(("GET", *METHODS)),
    path=PATH,
    parameters=st.dictionaries(st.sampled_from(NAMES + MORE_NAMES) | TEXT, VALUE, max_size=4),
    headers=st.dictionaries(st.sampled_from(HEADERS), HEADER, max_size=3),
    body=st.binary(max_size=200),
)
def test_no_request_is_answered_with_a_fault_or_a_trace(
    client: TestClient, method: str, path: str, parameters: dict[str, str], headers: dict[str, str], body: bytes
) -> None:
    url = f"http://127.0.0.1:8000{path}"
    answer = client.request(method, url, params=parameters, headers=headers, content=body)
    assert answer.status_code < 500
    assert "Traceback" not in answer.text


GAPS = [" ", "", "\t", "\n", "\r", "#c\n", " # { } '\n", "\u00a0", "\ufeff", "/**/"]
SPELLINGS = [
    *(f"SELECT * {{ {word}{gap}<URL> {{ ?s ?p ?o }} }}" for word in ("SERVICE", "service", "SeRvIcE") for gap in GAPS),
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c.SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "ASK { FILTER(true)SERVICE <URL> { ?s ?p ?o } }",
    "ASK { FILTER(?a<?b)SERVICE <URL> { ?s ?p ?o } }",
    "ASK { OPTIONAL { SERVICE <URL> { ?s ?p ?o } } }",
    "ASK { MINUS { SERVICE <URL> { ?s ?p ?o } } }",
    "ASK { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "ASK { GRAPH ?g { SERVICE <URL> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE <URL>",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "PREFIX SERVICE: <URL> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "BASE <URL> SELECT * { SERVICE <> { ?s ?p ?o } }",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * from <URL> { ?s ?p ?o }",
    "SELECT * FROM<URL>{ ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "ASK FROM <URL> FROM NAMED <URL> { GRAPH <URL> { ?s ?p ?o } }",
    "CONSTRUCT FROM <URL> WHERE { ?s ?p ?o }",
    "DESCRIBE <URL> FROM <URL>",
    "SELECT * { GRAPH <URL> { ?s ?p ?o } }",
    "LOAD <URL>",
    "load silent <URL>",
    "LOAD <URL> INTO GRAPH <URL>",
    "SELECT * {} ; LOAD <URL>",
    "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "COPY <URL> TO DEFAULT",
]


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address of this machine, and whatever is sent there."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        ended = threading.Event()

        def listen() -> None:
            while not ended.is_set():
                try:
                    heard.append(server.accept()[0].recv(1000))
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/data", heard
        ended.set()
        thread.join()


def test_no_spelling_makes_the_server_reach_out(client: TestClient, listener: tuple[str, list[bytes]]) -> None:
    address, heard = listener
    assert len(SPELLINGS) >= 40
    for spelling in SPELLINGS:
        text = spelling.replace("URL", address)
        statuses = {
            query(client, text),
            client.post(
                "/sparql", content=text.encode(), headers={"content-type": "application/sparql-query"}
            ).status_code,
            client.post("/sparql", data={"update": text}).status_code,
            client.get(
                "/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 1", "default-graph-uri": address}
            ).status_code,
        }
        assert statuses <= {200, 400}, text
    assert heard == []
