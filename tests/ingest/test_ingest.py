"""Finding files, reading them in children with limits, and going on after a bad one."""

import hashlib
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.publish import MANIFEST
from kg.ingest import READERS, Failure, Limits, find, read, read_all, read_bytes
from kg.ingest.pool import Worker
from kg.types import Document
from tests.ingest.pdfs import flate_pdf

TIGHT = Limits(seconds=1.5, memory_mb=400)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(Limits()) as one:
        yield one


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


# --- finding


def test_finds_files_in_sorted_order_once(tmp_path: Path) -> None:
    write(tmp_path, b_dot_txt="b", a__z_dot_md="z", a__y_dot_HTML="y", _dot_git__c_dot_txt="c", d_dot_png="d")
    write(tmp_path, _dot_hidden_dot_txt="h")
    named = tmp_path / "b.txt"
    expected = [named, tmp_path / "a/y.HTML", tmp_path / "a/z.md"]
    assert find([named, tmp_path]) == expected


def test_links_out_of_the_folder_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, out__secret_dot_txt="s", docs__a_dot_txt="a")
    docs = tmp_path / "docs"
    (docs / "b.txt").symlink_to(tmp_path / "out/secret.txt")
    (docs / "c.txt").symlink_to(docs / "a.txt")
    (docs / "loop").symlink_to(docs)
    (docs / "gone.txt").symlink_to(docs / "nowhere.txt")
    os.mkfifo(docs / "pipe.txt")
    assert find([docs]) == [docs / "a.txt", docs / "c.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone.txt", "does not exist"), ("a.png", "is not a known format"), ("empty", "holds no documents")],
)
def test_what_cannot_be_found_is_named(tmp_path: Path, name: str, reason: str) -> None:
    write(tmp_path, a_dot_png="x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=reason) as caught:
        find([tmp_path / name])
    assert str(caught.value).startswith(f"{tmp_path / name}: ")


# --- reading


def test_a_document_says_where_it_is_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, docs__force_dot_told_dot_txt="Force told\r\n\r\nPublished 4 May 2016\r\n")
    monkeypatch.chdir(tmp_path)
    assert read(Path("docs/force.told.txt")) == Document(
        id="force.told",
        text="Force told\n\nPublished 4 May 2016\n",
        source="docs/force.told.txt",
        sha256=hashlib.sha256(b"Force told\r\n\r\nPublished 4 May 2016\r\n").hexdigest(),
        title="Force told",
        published="2016-05-04",
        identifier="force.told",
    )


def test_a_module_of_the_users_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, email_dot_py="raise SystemExit(3)", a_dot_txt="Words.")
    monkeypatch.chdir(tmp_path)
    assert read(Path("a.txt")).text == "Words."


def test_standard_input_is_read() -> None:
    document = read_bytes(b"# Grades\n\nThey are low.", ".MD", "-")
    assert (document.text, document.source, document.id) == ("Grades\n\nThey are low.", "-", "stdin")


def test_a_bad_document_does_not_end_the_run(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="One.", b_dot_pdf=random.Random(1).randbytes(5000), c_dot_txt="", d_dot_txt="Two.")
    write(tmp_path, e_dot_txt=b"\0\1\2" * 99, f_dot_txt=" \n ")
    paths = [*find([tmp_path]), tmp_path / "gone.txt", tmp_path]
    found = list(read_all(paths))
    assert [d.text if isinstance(d, Document) else d.reason.split(";")[0] for d in found] == [
        "One.",
        "is not a PDF",
        "is empty",
        "Two.",
        "is binary, not text",
        "holds no text",
        "does not exist",
        "is not a regular file",
    ]
    assert [d.path for d in found if isinstance(d, Failure)] == [paths[i] for i in (1, 2, 4, 5, 6, 7)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="One.")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(InputError, match=r"a\.txt: may not be read; change its permissions"):
        read(tmp_path / "a.txt")


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="x" * (2**20 + 1))
    with pytest.raises(InputError, match=r"a\.txt: is 1 MB, over the limit of 1 MB; split it"):
        read(tmp_path / "a.txt", limits=Limits(file_mb=1))


def test_ten_megabytes_and_a_thousand_small_files_are_read_soon(tmp_path: Path) -> None:
    big = "The watchdog inspected the café. " * 320_000
    write(tmp_path, zz_dot_txt=big, **{f"n{i:04}_dot_txt": f"Number {i}." for i in range(1000)})
    start = time.monotonic()
    texts = [d.text for d in read_all(find([tmp_path])) if isinstance(d, Document)]
    assert texts == [*(f"Number {i}." for i in range(1000)), big]
    assert time.monotonic() - start < 10  # a second on an idle machine


def test_leaving_early_ends_the_children(tmp_path: Path) -> None:
    write(tmp_path, a_dot_txt="One.", b_dot_html=ATTRIBUTES, c_dot_html=ATTRIBUTES)
    run = read_all(find([tmp_path]))
    start = time.monotonic()
    assert isinstance(next(run), Document)
    run.close()  # type: ignore[attr-defined]
    assert time.monotonic() - start < 10


def test_a_worker_that_was_stopped_reads_no_more() -> None:
    """Its thread may only be about to start the child when it is told to stop."""
    worker = Worker(Limits())
    worker.stop()
    start = time.monotonic()
    with pytest.raises(InputError):
        worker.read(ATTRIBUTES, ".html")
    assert time.monotonic() - start < 10


# --- hostile documents

ATTRIBUTES = b"<p " + b" ".join(b"a%d=1" % i for i in range(150_000)) + b">Text</p>"


@pytest.mark.parametrize(
    ("suffix", "data", "reason"),
    [
        (".html", ATTRIBUTES, "took longer than 1.5 s"),
        (".pdf", flate_pdf(b" " * (1200 * 2**20), 3), "MB of memory"),
    ],
)
def test_a_hostile_document_costs_its_limit_and_no_more(suffix: str, data: bytes, reason: str) -> None:
    start = time.monotonic()
    with Worker(TIGHT) as worker:
        with pytest.raises(InputError, match=reason):
            worker.read(data, suffix)
        assert time.monotonic() - start < 10
        assert worker.read(b"The next one.", ".txt").text == "The next one."


def test_deep_html_is_read_whole_or_refused(worker: Worker) -> None:
    assert worker.read(b"<div>" * 1000 + b"Text", ".html").text == "Text"
    with pytest.raises(InputError, match="nests its elements over 2,000 deep"):
        worker.read(b"<div>" * 5000 + b"Text", ".html")


def test_a_reader_cannot_reach_the_network() -> None:
    source = b"<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'><html><body><p>Text</p><img src='http://127.0.0.1:9/'>"
    assert read_bytes(source, ".html", "-").text == "Text"


# --- laws

_PREFIXES = st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"Subject: x\n\n", b"<html>", b"---\n", b"\xff\xfe"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(suffix=st.sampled_from(sorted(READERS)), prefix=_PREFIXES, data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_line(worker: Worker, suffix: str, prefix: bytes, data: bytes) -> None:
    try:
        told = worker.read(prefix + data, suffix).text
    except InputError as error:
        told = str(error)
        refused = True
    else:
        refused = False
    assert told.strip()
    assert not set(told) & {chr(c) for c in range(32) if c not in (9, 10)}
    assert not (refused and "\n" in told)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1))
def test_plain_text_comes_back_as_it_was(worker: Worker, text: str) -> None:
    words = "Words. " + text.lstrip("\ufeff")
    assert worker.read(words.encode(), ".txt").text == words


def test_a_store_among_the_documents_is_passed_over(tmp_path: Path) -> None:
    texts = tmp_path / "graph.kg" / "build-1" / "texts"
    texts.mkdir(parents=True)
    (tmp_path / "graph.kg" / MANIFEST).write_text("{}")
    (texts / "copy.txt").write_text("The inspectorate visited the prison.")
    (tmp_path / "visit.txt").write_text("The inspectorate visited the prison.")
    assert find([tmp_path]) == [tmp_path / "visit.txt"]
