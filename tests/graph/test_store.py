"""The store on disk: whole or not there, and clear about what is wrong."""

import json
import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError, UnknownName
from kg.graph import GraphStore, create, open_store, publish, reserve, to_quads
from kg.types import Resolved
from kg.vocab import OV
from tests.graph.conftest import NASTY, TEXT, build, small

ONE = [ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal("v"))]


def test_the_text_is_kept_to_the_byte(store: GraphStore) -> None:
    assert (store.text("000"), store.text("page")) == (TEXT, NASTY)
    with pytest.raises(StoreError, match="no document 'other'"):
        store.text("other")


def test_options_and_base_are_kept(tmp_path: Path) -> None:
    create(tmp_path / "s", ONE, {}, base="https://example.org/x/", options={"model": "md"})
    store = open_store(tmp_path / "s")
    assert (store.base, store.options) == ("https://example.org/x/", {"model": "md"})
    assert store.prefixes["id"] == "https://example.org/x/"


def test_a_missing_store_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store there; build one with: kg build FILES --store .*none"):
        open_store(tmp_path / "none")


def test_another_folder_is_not_a_store_and_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="not a store"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="holds other files and is no store, so it is not overwritten"):
        create(tmp_path, ONE, {})
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("mine")
    with pytest.raises(StoreError, match="is a file and is no store"):
        create(tmp_path / "s", ONE, {})


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    create(tmp_path / "s", ONE, {})
    manifest = tmp_path / "s" / "store.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 2, "kg": "9.1"}))
    with pytest.raises(StoreError, match=r"made by kg 9\.1, which is newer"):
        open_store(tmp_path / "s")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', '{"format": 1, "build": "build-1", "x": 2}'])
def test_a_broken_manifest_is_named(tmp_path: Path, text: str) -> None:
    create(tmp_path / "s", ONE, {})
    (tmp_path / "s" / "store.json").write_text(text)
    with pytest.raises(StoreError, match=r"store\.json: not a store's manifest"):
        open_store(tmp_path / "s")


def test_lost_data_is_named(tmp_path: Path) -> None:
    create(tmp_path / "s", ONE, {})
    (tmp_path / "s" / "build-1" / "data" / "CURRENT").unlink()
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "s")


def test_a_build_that_fails_leaves_the_old_store(tmp_path: Path) -> None:
    def broken() -> Iterator[ox.Quad]:
        yield ONE[0]
        raise RuntimeError("half way")

    create(tmp_path / "s", ONE, {"a": "old"})
    with pytest.raises(RuntimeError, match="half way"):
        create(tmp_path / "s", broken(), {"a": "new"})
    store = open_store(tmp_path / "s")
    assert (list(store.quads()), store.text("a")) == (ONE, "old")
    assert sorted(p.name for p in (tmp_path / "s").iterdir()) == ["build-1", "lock", "store.json"]


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), reserve(tmp_path / "s"):
        raise KeyboardInterrupt
    assert not (tmp_path / "s").exists()


def test_a_new_build_takes_the_old_ones_place_under_an_open_reader(tmp_path: Path) -> None:
    reader = build(small(), tmp_path / "s")
    create(tmp_path / "s", ONE, {})
    assert list(open_store(tmp_path / "s").quads()) == ONE
    assert len(list(reader.claims())) == len(small().claims)


def test_two_builds_at_once_are_told_apart(tmp_path: Path) -> None:
    with reserve(tmp_path / "s") as draft:
        with pytest.raises(StoreError, match=f"process {os.getpid()} is building this store"):
            create(tmp_path / "s", ONE, {})
        publish(draft, ONE, {})
    assert list(open_store(tmp_path / "s").quads()) == ONE


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    build(small(), tmp_path / "s")
    child = multiprocessing.get_context("spawn").Process(target=_die_while_building, args=(tmp_path / "s",))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    assert (tmp_path / "s" / "build-2").exists()
    assert len(list(open_store(tmp_path / "s").claims())) == len(small().claims)
    create(tmp_path / "s", ONE, {})
    assert sorted(p.name for p in (tmp_path / "s").iterdir()) == ["build-2", "lock", "store.json"]


def _die_while_building(path: Path) -> None:
    with reserve(path) as draft:
        ox.Store(draft / "data").bulk_extend(ONE)
        os.kill(os.getpid(), signal.SIGKILL)


def test_an_unfinished_first_build_is_no_store_but_can_be_built_over(tmp_path: Path) -> None:
    (tmp_path / "s" / "build-1").mkdir(parents=True)
    with pytest.raises(StoreError, match="its build never finished"):
        open_store(tmp_path / "s")
    create(tmp_path / "s", ONE, {})
    assert list(open_store(tmp_path / "s").quads()) == ONE


@pytest.mark.parametrize("name", ["SYP", "syp", " South  yorkshire police ", "the force"])
def test_find_by_any_name(store: GraphStore, name: str) -> None:
    assert store.find(name).name == "South Yorkshire Police"


def test_find_by_iri(store: GraphStore) -> None:
    force = store.find("SYP")
    assert store.find(force.iri) == force


def test_an_unknown_name_brings_the_nearest(store: GraphStore) -> None:
    with pytest.raises(UnknownName, match="did you mean") as caught:
        store.find("South Yorkshire Polce")
    assert caught.value.nearest[0] == "South Yorkshire Police"


def test_claims_of_one_relation_and_their_sentences(store: GraphStore) -> None:
    found = list(store.claims(OV.oversees))
    sentences = [store.quote(e) for c in found for e in c.evidence if e.document == "000"]
    assert sentences == ["Shaun Wright holds the force to account"] * 2


def test_evidence_is_that_of_the_claims(store: GraphStore, corpus: Resolved) -> None:
    expected = [e for claim in corpus.claims for e in claim.evidence]
    assert sorted(map(repr, store.evidence())) == sorted(map(repr, expected))


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib warns of itself
def test_rdflib_gets_every_quad_and_the_prefixes(store: GraphStore) -> None:
    dataset = store.rdflib()
    assert len(dataset) == len(list(store.quads()))
    found = dataset.query("SELECT ?name { [] ov:inspects [ skos:prefLabel ?name ] }")
    assert [str(row[0]) for row in found] == ["South Yorkshire Police"]  # type: ignore[index]
    assert len(list(dataset.graphs())) == 2


def test_quads_are_the_ones_that_were_built(store: GraphStore, corpus: Resolved) -> None:
    assert set(store.quads()) == set(to_quads(corpus))
