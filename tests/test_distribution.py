"""What is built from the checkout holds the front-end files and the data; an sdist needs no npm to be built from."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
FRONT_END = {
    "kg/views/vendor/elkjs/elk-worker.min.js",
    "kg/views/vendor/elkjs/LICENSE.md",
    "kg/web/vendor/yasqe/yasqe.min.js",
    "kg/web/vendor/yasqe/yasqe.min.css",
    "kg/web/vendor/yasqe/licences/triply-yasqe/LICENSE.txt",
    "kg/web/vendor/yasqe/licences/codemirror/LICENSE",
}


def build(source: Path, kind: str, folder: Path, **environment: str) -> Path:
    """One file, built as pip would; where npm is needed and missing, it fails."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=source, env={**os.environ, **environment}, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    with ZipFile(build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))) as opened:
        return set(opened.namelist())


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))) as opened:
        opened.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    return unpacked


def test_a_wheel_holds_the_front_end_and_its_licences(wheel: set[str]) -> None:
    assert wheel >= FRONT_END


def test_a_wheel_holds_the_files_the_web_server_reads(wheel: set[str]) -> None:
    web = ROOT / "kg/web"
    read = {str(f.relative_to(ROOT)) for f in web.rglob("*") if f.suffix in {".html", ".css", ".js", ".svg"}}
    assert wheel >= read
    assert any(name.startswith("kg/web/templates/") for name in read)


def test_a_wheel_holds_the_ontology_and_its_queries(wheel: set[str]) -> None:
    assert wheel >= {"kg/data/ontology/oversight.ttl", "kg/data/ontology/queries/overseers.rq"}


def test_a_wheel_built_from_an_sdist_needs_no_npm(sdist: Path, wheel: set[str], tmp_path: Path) -> None:
    with ZipFile(build(sdist, "wheel", tmp_path, PATH="")) as opened:
        assert set(opened.namelist()) == wheel
