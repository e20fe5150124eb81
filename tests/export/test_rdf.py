"""One suite over every RDF exporter: what is written is what the store holds, to readers not ours too."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import to_isomorphic

from kg import export
from kg.graph import GraphStore, create, open_store

GRAPHS = {
    "turtle": (ox.RdfFormat.TURTLE, "turtle", "turtle"),
    "ntriples": (ox.RdfFormat.N_TRIPLES, "nt", "ntriples"),
    "rdfxml": (ox.RdfFormat.RDF_XML, "xml", "rdfxml"),
}
DATASETS = {
    "trig": (ox.RdfFormat.TRIG, "trig", "trig"),
    "nquads": (ox.RdfFormat.N_QUADS, "nquads", "nquads"),
    "jsonld": (ox.RdfFormat.JSON_LD, "json-ld", None),
}
ALL = {**GRAPHS, **DATASETS}


def exported(store: GraphStore, name: str) -> bytes:
    stream = io.BytesIO()
    export.write(store, stream, name)
    return stream.getvalue()


def expected(store: GraphStore, name: str) -> set[ox.Quad]:
    return set(store.default_graph() if name in GRAPHS else store.quads())


def nquads(quads: Iterable[ox.Quad]) -> str:
    return (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode()


@pytest.mark.parametrize("name", ALL)
def test_oxigraph_reads_back_every_quad(store: GraphStore, name: str) -> None:
    assert set(ox.parse(exported(store, name), format=ALL[name][0])) == expected(store, name)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own parsers use what it deprecates
@pytest.mark.parametrize("name", ALL)
def test_rdflib_reads_back_every_quad(store: GraphStore, name: str) -> None:
    read = rdflib.Dataset()
    read.parse(data=exported(store, name), format=ALL[name][1])
    wanted = rdflib.Dataset()
    wanted.parse(data=nquads(expected(store, name)), format="nquads")
    assert {g.identifier for g in read.graphs() if len(g)} == {g.identifier for g in wanted.graphs() if len(g)}
    for graph in wanted.graphs():
        assert to_isomorphic(read.graph(graph.identifier)) == to_isomorphic(graph)


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper (Debian raptor2-utils) is not installed")
@pytest.mark.parametrize("name", [name for name in ALL if ALL[name][2]])
def test_raptor_reads_back_every_quad(store: GraphStore, name: str, tmp_path: Path) -> None:
    file = tmp_path / "graph"
    file.write_bytes(exported(store, name))
    command = ["rapper", "-q", "-i", str(ALL[name][2]), "-o", "nquads", str(file)]
    read = subprocess.run(command, capture_output=True, check=True)
    assert not read.stderr
    assert set(ox.parse(read.stdout, format=ox.RdfFormat.N_QUADS)) == expected(store, name)


@pytest.mark.parametrize("name", export.EXPORTERS)
def test_the_same_graph_built_in_another_order_gives_the_same_bytes(
    store: GraphStore, name: str, tmp_path: Path
) -> None:
    quads = sorted(store.quads(), key=lambda q: str(q)[::-1])
    create(tmp_path / "s", quads, {d.id: d.text for d in store.documents()})
    assert exported(open_store(tmp_path / "s"), name) == exported(store, name)


EXPORT_ALL = """
import hashlib, io, sys
from kg import export
from kg.graph import open_store
for name in export.EXPORTERS:
    export.write(open_store(sys.argv[1]), stream := io.BytesIO(), name)
    print(name, hashlib.sha256(stream.getvalue()).hexdigest())
"""


def test_the_hash_seed_changes_no_byte(store: GraphStore) -> None:
    def run(seed: str) -> bytes:
        command = [sys.executable, "-c", EXPORT_ALL, str(store.path)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert run("1") == run("2")


@pytest.mark.parametrize("name", ["nquads", "ntriples"])
def test_lines_are_sorted_by_their_bytes(store: GraphStore, name: str) -> None:
    lines = exported(store, name).split(b"\n")[:-1]
    assert lines == sorted(lines)
    assert len(lines) == len(expected(store, name))


def test_turtle_is_grouped_under_headings_and_short(store: GraphStore) -> None:
    text = exported(store, "turtle").decode()
    headings = [line for line in text.split("\n") if line.startswith("# ")]
    assert headings == ["# organisation", "# place", "# report", "# claims", "# documents", "# passages"]
    assert "place:rotherham a ov:Place ;\n" in text
    assert "report:the-report a ov:Report ;\n" in text
    assert "@prefix foaf:" not in text  # a prefix nothing uses


def test_characters_xml_cannot_hold_are_replaced(tmp_path: Path) -> None:
    quad = ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b#c"), ox.Literal("x\x08\x00y\uffff"))
    create(tmp_path / "s", [quad], {})
    text = exported(open_store(tmp_path / "s"), "rdfxml")
    assert [q.object.value for q in ox.parse(text, format=ox.RdfFormat.RDF_XML)] == ["x\ufffd\ufffdy\ufffd"]


@pytest.mark.parametrize("name", ALL)
def test_blank_nodes_and_languages_of_others_survive(tmp_path: Path, name: str) -> None:
    node, p = ox.BlankNode("b"), ox.NamedNode("https://example.org/p#q")
    quads = [
        ox.Quad(node, p, ox.Literal("é", language="fr")),
        ox.Quad(node, p, ox.Literal("1.50", datatype=ox.NamedNode("https://example.org/type"))),
        ox.Quad(ox.NamedNode("urn:x"), p, node),
    ]
    create(tmp_path / "s", quads, {})
    read = ox.Dataset(ox.parse(exported(open_store(tmp_path / "s"), name), format=ALL[name][0]))
    wanted = ox.Dataset(quads)
    for dataset in (read, wanted):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    assert read == wanted
