"""Clients that are not ours get right answers from a real server: SPARQLWrapper, rdflib, curl and roqet."""

import json
import shutil
import socket
import subprocess
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)

from tests import sample

pytestmark = pytest.mark.usefixtures("loopback")

NAMES = "SELECT ?name { ?it a ov:Organisation ; skos:prefLabel ?name } ORDER BY ?name"
BODIES = ["Bystander Trust", "Inspectorate", "Ministry", "Riverside Police"]
GRAPH = "CONSTRUCT { ?a ov:inspects ?b } WHERE { ?a ov:inspects ?b }"
INSPECTS = rdflib.URIRef("https://w3id.org/oversight/ns#inspects")
TRIPLE = (rdflib.URIRef(sample.INSPECTORATE.iri), INSPECTS, rdflib.URIRef(sample.FORCE.iri))


def wrapper(server: str, query: str, method: str, request: str, format_: str) -> Any:
    client = SPARQLWrapper(f"{server}sparql")
    client.setQuery(query)
    client.setMethod(method)
    client.setRequestMethod(request)
    client.setReturnFormat(format_)
    return client.query().convert()


WAYS = [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]
READERS: dict[str, Callable[[Any], list[str]]] = {
    JSON: lambda found: [row["name"]["value"] for row in found["results"]["bindings"]],
    XML: lambda found: [node.firstChild.data for node in found.getElementsByTagName("literal")],
    CSV: lambda found: found.decode().split("\r\n")[1:-1],
    TSV: lambda found: [line.strip('"') for line in found.decode().splitlines()[1:]],
}


@pytest.mark.parametrize(("method", "request_"), WAYS)
@pytest.mark.parametrize("format_", READERS)
def test_sparqlwrapper_reads_rows(server: str, method: str, request_: str, format_: str) -> None:
    assert READERS[format_](wrapper(server, NAMES, method, request_, format_)) == BODIES


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # it is SPARQLWrapper's to heed
@pytest.mark.parametrize(("method", "request_"), WAYS)
@pytest.mark.parametrize("format_", [RDFXML, TURTLE, N3, JSONLD])
def test_sparqlwrapper_reads_triples(server: str, method: str, request_: str, format_: str) -> None:
    found = wrapper(server, GRAPH, method, request_, format_)
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert list(graph) == [TRIPLE]


def test_sparqlwrapper_reads_a_yes(server: str) -> None:
    assert wrapper(server, "ASK { ?a ov:inspects ?b }", GET, URLENCODED, JSON)["boolean"] is True


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_takes_the_endpoint_for_a_store(server: str, method: Any) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server}sparql", method=method))
    assert list(graph.triples((None, INSPECTS, None))) == [TRIPLE]
    assert len(graph) > 50
    assert [str(row[0]) for row in graph.query(NAMES)] == BODIES  # type: ignore[index]


def test_rdflib_reads_what_is_at_the_address_of_a_body(server: str) -> None:
    path = sample.FORCE.iri.removeprefix("https://w3id.org/oversight/")
    graph = rdflib.Graph().parse(f"{server}{path}")
    assert TRIPLE[2] in set(graph.subjects())


def run(*command: str) -> str:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_curl_gets_what_it_asks_for(server: str) -> None:
    address = f"{server}sparql"
    asked = run("curl", "-sS", "-G", address, "--data-urlencode", f"query={NAMES}", "-H", "Accept: text/csv")
    assert asked.split("\n")[1:-1] == BODIES
    posted = run("curl", "-sS", address, "--data-urlencode", f"query={NAMES}")
    assert [row["name"]["value"] for row in json.loads(posted)["results"]["bindings"]] == BODIES
    direct = run("curl", "-sS", address, "-H", "Content-Type: application/sparql-query", "--data", "ASK {}")
    assert json.loads(direct)["boolean"] is True
    head = run("curl", "-sSI", "-G", address, "--data-urlencode", f"query={NAMES}")
    assert head.startswith("HTTP/1.1 200")


def test_curl_is_told_in_one_line_what_is_wrong(server: str) -> None:
    assert run("curl", "-sS", f"{server}sparql", "--data-urlencode", "query=SELECT").startswith("line 1, column 7")


def test_roqet_reads_rows(server: str) -> None:
    prefixes = "PREFIX ov: <https://w3id.org/oversight/ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    out = run("roqet", "-q", "-p", f"{server}sparql", "-r", "csv", "-e", prefixes + NAMES)
    assert [line.strip('"') for line in out.splitlines()[1:]] == BODIES


@pytest.mark.parametrize(("suffix", "syntax"), [("ttl", "turtle"), ("rdf", "rdfxml"), ("nt", "ntriples")])
def test_rapper_reads_triples(server: str, suffix: str, syntax: str) -> None:
    path = sample.INSPECTORATE.iri.removeprefix("https://w3id.org/oversight/")
    out = run("rapper", "-q", "-i", syntax, "-o", "ntriples", f"{server}{path}.{suffix}")
    assert f"<{TRIPLE[0]}> <{TRIPLE[1]}> <{TRIPLE[2]}> ." in out


def test_a_client_that_says_nothing_is_hung_up_on_and_others_are_answered(server: str) -> None:
    place = urlsplit(server)
    assert place.hostname
    assert place.port
    slow = [socket.create_connection((place.hostname, place.port)) for _ in range(50)]
    for one in slow:
        one.sendall(b"GET /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")
    assert json.loads(run("curl", "-sS", f"{server}sparql", "--data-urlencode", "query=ASK {}"))["boolean"] is True
    for one in slow:
        one.close()
