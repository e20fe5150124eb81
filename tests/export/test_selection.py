"""Some claims of a store, for other programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from kg.export.selection import to_csv, to_json, to_turtle
from kg.graph import GraphStore, create, open_store, to_quads
from kg.types import Status
from tests import sample


@pytest.fixture
def store(tmp_path: Path) -> GraphStore:
    corpus = sample.resolved(tmp_path)
    create(tmp_path / "graph.kg", to_quads(corpus), {d.id: d.text for d in corpus.documents})
    return open_store(tmp_path / "graph.kg")


def test_a_row_says_its_status_in_words(store: GraphStore) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(store, store.links))))
    said = {(row["subject"], row["relation"], row["object"]): row["status"] for row in rows}
    assert said["Inspectorate", "investigates", "Riverside Police"] == "denied"
    assert said["Inspectorate", "inspects", "Riverside Police"] == "asserted"


def test_json_has_the_iris_beside_the_words(store: GraphStore) -> None:
    claims = json.loads(to_json(store, store.links))["claims"]
    assert {claim["claim"] for claim in claims} == {link.claim for link in store.links}


def test_only_what_is_asserted_is_a_plain_triple(store: GraphStore) -> None:
    turtle = to_turtle(store, store.links)
    assert "ov:inspects organisation:riverside-police" in turtle
    assert "ov:investigates organisation:riverside-police" not in turtle
    assert sample.DENIED in turtle


def test_what_was_not_chosen_is_not_there(store: GraphStore) -> None:
    denied = [link for link in store.links if link.status is Status.DENIED]
    turtle = to_turtle(store, denied)
    assert sample.DENIED in turtle
    assert sample.INSPECTED not in turtle


def test_no_claims_are_an_empty_table(store: GraphStore) -> None:
    assert to_csv(store, []).strip().splitlines()[0].startswith("subject")
