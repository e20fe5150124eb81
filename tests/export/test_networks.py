"""Exports for drawing programs and spreadsheets: every claim is there, and no text breaks out."""

import csv
import io
import re
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg import export
from kg.errors import InputError
from kg.export.spreadsheet import COLUMNS, safe
from kg.graph import GraphStore, create, open_store
from kg.types import Status
from kg.views.dot import _quote as dot_string
from kg.views.draw import drawing
from kg.views.mermaid import _escape as mermaid_string
from tests.export.conftest import NASTY


def exported(store: GraphStore, name: str) -> bytes:
    stream = io.BytesIO()
    export.write(store, stream, name)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networkx_reads_every_claim(store: GraphStore, name: str, read: object) -> None:
    assert callable(read)
    graph = read(io.BytesIO(exported(store, name)))
    claims = list(store.claims())
    assert graph.number_of_nodes() == len(list(store.entities()))
    assert sorted(e["status"] for _, _, e in graph.edges(data=True)) == sorted(c.status for c in claims)
    assert {(s, o) for s, o in graph.edges()} == {(c.subject, c.object) for c in claims}
    kinds = {graph.nodes[store.find(n).iri]["kind"] for n in ("Rotherham", "the report", NASTY[4])}
    assert kinds == {"place", "report", "organisation"}
    assert graph.nodes[store.find(NASTY[4]).iri]["label"] == NASTY[4]


def test_gexf_says_nothing_of_the_day(store: GraphStore) -> None:
    assert b"lastmodified" not in exported(store, "gexf")


def test_graphml_gives_each_key_an_id_of_its_own(store: GraphStore) -> None:
    root = ElementTree.fromstring(exported(store, "graphml"))
    keys = [key.get("id") for key in root.iter("{http://graphml.graphdrawing.org/xmlns}key")]
    assert len(keys) == len(set(keys)) == 8  # three of nodes, five of edges


def test_dot_and_mermaid_are_those_of_the_picture(store: GraphStore) -> None:
    dot, mermaid = exported(store, "dot"), exported(store, "mermaid")
    assert dot == drawing(store).written("dot")
    assert mermaid == drawing(store).written("mmd")


def test_dot_and_mermaid_draw_all_but_what_is_denied(store: GraphStore) -> None:
    drawn = [c for c in store.claims() if c.status is not Status.DENIED and c.predicate.endswith("oversees")]
    dot, mermaid = exported(store, "dot").decode(), exported(store, "mermaid").decode()
    assert dot.count(" -> ") == mermaid.count("|") // 2 == len(drawn) == 7
    assert "(denied)" not in dot + mermaid
    assert "Rotherham" not in dot + mermaid
    assert max(len(line) for line in dot.splitlines()) < 400


@pytest.mark.parametrize("label", NASTY[:5])
def test_no_label_ends_its_string(label: str) -> None:
    assert re.fullmatch(r'"(?:[^"\\]|\\.)*"', dot_string(label), re.DOTALL)
    assert re.fullmatch(r"(?:[\w\s.,()'’–/:-]|#\d+;)*", mermaid_string(label))


def test_csv_has_one_row_for_each_piece_of_evidence(store: GraphStore) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(store, "csv").decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(c.evidence) for c in store.claims()) == 11
    row = next(r for r in rows if r["object"] == NASTY[1])
    assert row["subject"] == f"'{NASTY[0]}"
    assert (row["relation"], row["status"], row["sentence"]) == ("oversees", "Asserted", f"'{NASTY[0]}")
    assert (row["document"], row["title"], row["published"]) == ("d1", NASTY[1], "2014")
    assert (row["role"], row["valid_from"]) == (NASTY[2], "2014-09")
    assert not [cell for r in rows for cell in r.values() if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_a_cell_that_could_be_a_formula_is_neutralised(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize(("suffix", "name"), [(s, name) for name, e in export.EXPORTERS.items() for s in e.suffixes])
def test_the_suffix_names_the_format(store: GraphStore, tmp_path: Path, suffix: str, name: str) -> None:
    export.write(store, tmp_path / f"g{suffix.upper()}")
    assert (tmp_path / f"g{suffix.upper()}").read_bytes() == exported(store, name)
    assert [p.name for p in tmp_path.iterdir()] == [f"g{suffix.upper()}"]


@pytest.mark.parametrize(
    ("target", "format_", "message"),
    [
        ("graph.doc", None, r"no export format has the suffix '\.doc'; choose from \.ttl .*\.csv"),
        ("graph", None, "no export format has the suffix ''"),
        ("graph.ttl", "word", r"'word': no export format has the suffix '\.word'; choose from \.ttl .*csv"),
        (io.BytesIO(), None, "a stream needs a format"),
        ("no/such/folder.ttl", None, "folder.ttl: cannot be written"),
    ],
)
def test_what_cannot_be_written_is_explained(
    store: GraphStore, target: str | BinaryIO, format_: str | None, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        export.write(store, target, format_)


def test_a_failed_export_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: GraphStore
) -> None:
    def broken(store: GraphStore, stream: BinaryIO) -> None:
        stream.write(f"half of {store.path}".encode())
        raise RuntimeError("half way")

    (tmp_path / "g.ttl").write_text("old")
    monkeypatch.setitem(export.EXPORTERS, "turtle", export.Exporter(broken, (".ttl",), "text/turtle"))
    with pytest.raises(RuntimeError, match="half way"):
        export.write(store, tmp_path / "g.ttl")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("g.ttl", "old")]


@pytest.mark.parametrize("name", export.EXPORTERS)
def test_an_empty_store_can_be_exported(tmp_path: Path, name: str) -> None:
    create(tmp_path / "s", [], {})
    exported(open_store(tmp_path / "s"), name)


@pytest.mark.parametrize("format_", ["nquads", "nq", ".nq"])
def test_a_format_is_named_by_its_key_or_its_suffix(store: GraphStore, format_: str) -> None:
    stream = io.BytesIO()
    export.write(store, stream, format_)
    assert stream.getvalue() == exported(store, "nquads")
