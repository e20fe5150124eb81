"""The order of the stages, whatever the number of processes, and what happens when one of them fails."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kg
from kg import pipeline
from kg.errors import InputError, KgError
from kg.graph import open_store
from kg.pipeline import Step
from kg.pool import Pool
from kg.vocab import OV, data_path
from tests.plain import plain_reader


@pytest.fixture(autouse=True)
def plain_language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.node.get_closest_marker("model"):
        monkeypatch.setattr(pipeline, "reader", plain_reader)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {
        "a": "Alder Inspectorate inspects Birch Prison.",
        "b": "Cedar Commission inspects Birch Prison.",
        "c": "Cedar Commission inspects Alder Inspectorate.",
    }
    (tmp_path / "docs").mkdir()
    for stem, text in texts.items():
        (tmp_path / "docs" / f"{stem}.txt").write_text(text, "utf-8")
    return tmp_path / "docs"


def statements(store: Path) -> set[tuple[str, str]]:
    """Who is said to inspect whom, by name."""
    graph = kg.open(store).store
    return {(graph.entity(c.subject).name, graph.entity(c.object).name) for c in graph.claims(OV.inspects)}


def quads(store: Path) -> list[str]:
    return sorted(str(quad) for quad in open_store(store).quads())


def test_a_build_gives_a_store_of_what_the_documents_say(folder: Path, tmp_path: Path) -> None:
    report = kg.build([folder], store=tmp_path / "s")
    assert statements(tmp_path / "s") >= {
        ("Alder Inspectorate", "Birch Prison"),
        ("Cedar Commission", "Birch Prison"),
        ("Cedar Commission", "Alder Inspectorate"),
    }
    assert (report.documents, report.failures) == (3, ())
    assert list(report.seconds) == ["read", "understand", "resolve", "write"]
    assert {document.id for document in kg.open(tmp_path / "s").documents()} >= {"a", "b", "c"}


def test_the_number_of_processes_and_the_order_of_files_change_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", 1)
    files = sorted(folder.iterdir())
    kg.build(files, store=tmp_path / "one", jobs=1)
    kg.build(files[::-1], store=tmp_path / "two", jobs=2)
    assert quads(tmp_path / "one") == quads(tmp_path / "two")


def test_documents_may_be_given_as_they_are(folder: Path, tmp_path: Path) -> None:
    text = "Dogwood Board inspects Elm School."
    kg.build([folder, kg.Document("d", text, "https://example.org/d", "00", identifier="d")], store=tmp_path / "s")
    assert ("Dogwood Board", "Elm School") in statements(tmp_path / "s")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("KILL", r"the worker process ended \(signal SIGKILL\)"),
        ("RAISE", "ValueError: cannot make sense of it"),
    ],
)
def test_a_document_that_breaks_a_worker_is_reported_and_left_out(
    folder: Path, tmp_path: Path, text: str, reason: str
) -> None:
    (folder / "broken.txt").write_text(f"{text} in the middle of an otherwise innocent text.", "utf-8")
    report = kg.build([folder], store=tmp_path / "s")
    (failure,) = report.failures
    assert failure.path == folder / "broken.txt"
    assert re.search(reason, failure.reason)
    assert ("Cedar Commission", "Birch Prison") in statements(tmp_path / "s")


def test_a_document_that_cannot_be_read_is_reported_and_left_out(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").touch()
    (failure,) = kg.build([folder], store=tmp_path / "s").failures
    assert (failure.path.name, failure.reason.split(";")[0]) == ("empty.txt", "is empty")


def test_when_nothing_can_be_read_the_old_store_stays(folder: Path, tmp_path: Path) -> None:
    kg.build([folder], store=tmp_path / "s")
    (tmp_path / "empty.txt").touch()
    with pytest.raises(InputError, match=r"nothing was built.*empty\.txt: is empty"):
        kg.build([tmp_path / "empty.txt"], store=tmp_path / "s")
    assert ("Cedar Commission", "Birch Prison") in statements(tmp_path / "s")


def test_an_interrupted_build_leaves_the_old_store_and_no_process(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg.build([folder], store=tmp_path / "s")
    before = quads(tmp_path / "s")
    (folder / "d.txt").write_text("Dogwood Board inspects Elm School.", "utf-8")
    pools: list[Pool] = []

    def watched(*arguments: Any) -> Pool:
        pools.append(Pool(*arguments))
        return pools[-1]

    def interrupt(step: Step) -> None:
        if step.stage == "understand" and step.done == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "Pool", watched)
    with pytest.raises(KeyboardInterrupt):
        kg.build([folder], store=tmp_path / "s", progress=interrupt)
    assert quads(tmp_path / "s") == before
    assert [process for process in pools[0].processes if not process.ended] == []
    assert sorted(p.name for p in (tmp_path / "s").glob("build-*")) == ["build-1"]


def test_a_broken_gazetteer_is_told_of_before_any_document_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bodies.ttl").write_text("no turtle", "utf-8")
    steps: list[Step] = []
    with pytest.raises(KgError, match=r"bodies\.ttl"):
        kg.build([folder], store=tmp_path / "s", gazetteer=tmp_path / "bodies.ttl", progress=steps.append)
    assert steps == []


def test_progress_counts_each_stage_up_to_its_total(folder: Path, tmp_path: Path) -> None:
    steps: list[Step] = []
    kg.build([folder], store=tmp_path / "s", progress=steps.append)
    for stage in ("read", "understand"):
        assert [(s.done, s.total) for s in steps if s.stage == stage] == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(("documents", "most"), [(0, 1), (1, 1), (19, 1), (20, 2), (100_000, 4)])
def test_more_processes_only_when_they_pay(documents: int, most: int) -> None:
    assert 1 <= pipeline.jobs_for(documents) <= most


@pytest.mark.model
def test_hash_seed_order_and_processes_change_no_byte(tmp_path: Path) -> None:
    files = sorted(str(file) for file in data_path("seeds", "documents").iterdir())
    exports = []
    for seed, jobs, order in (("1", "1", 1), ("2", "2", -1)):
        store, out = tmp_path / f"{seed}.kg", tmp_path / f"{seed}.nq"
        env = {**os.environ, "PYTHONHASHSEED": seed}
        for command in (["build", *files[::order], "--jobs", jobs], ["export", str(out)]):
            command = [sys.executable, "-m", "kg", *command, "--store", str(store)]
            subprocess.run(command, check=True, env=env, capture_output=True)
        exports.append(out.read_bytes())
    assert exports[0] == exports[1]
    assert exports[0].count(b"\n") > 500
