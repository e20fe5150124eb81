"""What takes long to read is read once, and anew when anything it was made of has changed."""

import sys
from pathlib import Path

import pytest

from kg.compiled import compiled
from kg.lexicon import _parsed, load_lexicon


@pytest.fixture(autouse=True)
def bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text("elm", "utf-8")
    return path


def read(source: Path, calls: list[str]) -> str:
    """The content of a file, through a folder of what was read before."""

    def make() -> str:
        calls.append(source.read_text("utf-8"))
        return calls[-1]

    return compiled("words", [source], make, source.parent / "kept")


def test_a_second_call_reads_what_the_first_has_kept(source: Path) -> None:
    calls: list[str] = []
    assert [read(source, calls), read(source, calls), calls] == ["elm", "elm", ["elm"]]


def test_a_changed_source_is_read_anew_and_the_old_answer_goes(source: Path) -> None:
    calls: list[str] = []
    read(source, calls)
    source.write_text("oak", "utf-8")
    assert read(source, calls) == "oak"
    assert len(list((source.parent / "kept").iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"no pickle", b"\x80\x05X"])
def test_a_damaged_file_is_written_again(source: Path, content: bytes) -> None:
    calls: list[str] = []
    read(source, calls)
    (kept,) = (source.parent / "kept").iterdir()
    kept.write_bytes(content)
    assert [read(source, calls), read(source, calls), len(calls)] == ["elm", "elm", 2]


def test_a_file_in_which_one_byte_has_changed_is_not_believed(source: Path) -> None:
    calls: list[str] = []
    read(source, calls)
    (kept,) = (source.parent / "kept").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"elm", b"elk"))
    assert [read(source, calls), len(calls)] == ["elm", 2]


def test_nothing_is_kept_where_python_keeps_none(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read(source, []) == "elm"
    assert not (source.parent / "kept").exists()


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(source: Path) -> None:
    (source.parent / "kept").write_text("in the way", "utf-8")
    assert read(source, []) == "elm"


def test_the_lexicon_that_is_kept_is_the_one_that_is_written() -> None:
    assert load_lexicon() == _parsed(None, None)
