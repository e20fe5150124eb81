"""What is built from the checkout holds the front-end files and the data; an sdist needs no npm to be built from."""

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

import hatch_build

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


def packed_otherwise(*arguments: str) -> None:
    """As ``npm pack``, but what it packs is not what was pinned."""
    folder = Path(arguments[-1])
    for package in hatch_build.PACKAGES:
        with tarfile.open(folder / package.archive, "w:gz") as archive:
            for file in package.files:
                member = tarfile.TarInfo(f"package/{file}")
                member.size = len(b"another")
                archive.addfile(member, io.BytesIO(b"another"))


def test_a_build_ends_where_npm_gives_other_files_than_the_pinned(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(hatch_build, "_npm", packed_otherwise)
    with pytest.raises(SystemExit, match="not the pinned ones"):
        hatch_build._bring(list(hatch_build.PACKAGES), tmp_path)


def test_a_file_that_was_changed_is_brought_anew(tmp_path: Path) -> None:
    package = hatch_build.PACKAGES[-1]
    for file, place in package.places(ROOT).items():
        copy = package.places(tmp_path)[file]
        copy.parent.mkdir(parents=True)
        copy.write_bytes(place.read_bytes())
    assert package.whole(tmp_path)
    copy.write_bytes(b"another")
    assert not package.whole(tmp_path)
