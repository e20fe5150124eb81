"""Writing a store so that it is whole or not there.

    DIR/store.json      what the store is, and which build of it counts
    DIR/lock            held by the process that builds
    DIR/build-N/data    the quads (Oxigraph)
    DIR/build-N/links.json    the claims as edges, for what needs all of them at once
    DIR/build-N/texts   the text of each document, <document id>.txt
    DIR/layer           what the language model said of each text, for the next build
    DIR/build-N/ontology.ttl  the ontology it was built with, where that is not the package's own

A build fills a folder of its own; only when that is safe on disk does one rename of store.json
make it the store. So an interrupted build leaves the previous one whole, and readers never see
half of anything. What a dead build left is swept away by the next.
"""

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pyoxigraph as ox

from kg import ids
from kg.errors import StoreError
from kg.graph.links import read_links, to_json

FORMAT = 1
MANIFEST = "store.json"
ONTOLOGY = "ontology.ttl"
LINKS = "links.json"
LAYER = "layer"
_BUILD = re.compile(r"build-(\d+)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What store.json says."""

    build: str
    base: str = ids.BASE
    format: int = FORMAT
    kg: str = ""  # version that wrote it
    options: dict[str, str] = field(default_factory=dict)


def create(
    path: Path,
    quads: Iterable[ox.Quad],
    texts: Mapping[str, str],
    *,
    base: str = ids.BASE,
    options: Mapping[str, str] | None = None,
) -> None:
    """Build a store at ``path``, in place of the one that is there. ``texts`` are by document id."""
    with reserve(path) as draft:
        publish(draft, quads, texts, base=base, options=options)


@contextmanager
def reserve(path: Path) -> Iterator[Path]:
    """Hold a store for one build, from before the work to ``publish``: yields the folder to publish.

    Raises StoreError at once if the path is not ours to overwrite or another build holds it.
    """
    _check_ours(path)
    _make(path)
    with _locked(path):
        draft = path / f"build-{_sweep(path) + 1}"
        draft.mkdir()
        try:
            yield draft
        finally:
            _clean(path)


def publish(
    draft: Path,
    quads: Iterable[ox.Quad],
    texts: Mapping[str, str],
    *,
    base: str = ids.BASE,
    options: Mapping[str, str] | None = None,
    ontology: Path | None = None,
) -> None:
    """Fill a reserved folder and make it the store."""
    try:
        if ontology is not None:
            shutil.copyfile(ontology, draft / ONTOLOGY)
        _fill(draft, quads, texts)
        manifest = Manifest(build=draft.name, base=base, kg=_version(), options=dict(options or {}))
        _replace(draft.parent / MANIFEST, json.dumps(asdict(manifest), indent=1, sort_keys=True) + "\n")
    except OSError as error:
        raise StoreError(f"{draft.parent}: the store could not be written ({error}); the old one is kept") from error


def forget(store: Path, since: float) -> None:
    """Remove what is kept of texts that no build has used since a time (seconds, as of ``time.time()``)."""
    layer = store / LAYER
    for file in layer.iterdir() if layer.is_dir() else ():
        if file.stat().st_mtime < since:
            file.unlink()


def read_manifest(path: Path) -> Manifest:
    """The manifest of a finished store, or a StoreError that says what is there instead."""
    file = path / MANIFEST
    if not path.exists() or not (file.exists() or _is_ours(path)):
        what = "no store there" if not path.exists() else "not a store"
        raise StoreError(f"{path}: {what}; build one with: kg build FILES --store {path}")
    if not file.exists():
        raise StoreError(f"{path}: its build never finished; build it with: kg build FILES --store {path}")
    try:
        fields = json.loads(file.read_text(encoding="utf-8"))
        if fields["format"] > FORMAT:
            newer = fields.get("kg") or "a newer version"
            raise StoreError(f"{path}: made by kg {newer}, which is newer than this one; update, or build it again")
        return Manifest(**fields)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"{file}: not a store's manifest ({error}); build the store again") from error


def text_path(build: Path, document: str) -> Path:
    """Where the text of a document is kept; ids are slugged, so no name can lead elsewhere."""
    return build / "texts" / f"{ids.slug(document)}.txt"


def _fill(draft: Path, quads: Iterable[ox.Quad], texts: Mapping[str, str]) -> None:
    (draft / "texts").mkdir()
    for document in sorted(texts):
        text_path(draft, document).write_bytes(texts[document].encode())
    data = ox.Store(draft / "data")
    data.bulk_extend(quads)
    data.flush()
    (draft / LINKS).write_text(to_json(read_links(data)), encoding="utf-8")
    del data  # closes it: there is no close()
    for folder, _, names in os.walk(draft):
        for name in (*names, "."):
            _sync(Path(folder, name))


def _replace(file: Path, text: str) -> None:
    new = file.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    _sync(new)
    new.replace(file)
    _sync(file.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_ours(path: Path) -> bool:
    """Whether a folder holds nothing but what builds put there."""
    ours = {MANIFEST, "store.new", "lock", LAYER}
    return path.is_dir() and all(p.name in ours or _BUILD.fullmatch(p.name) for p in path.iterdir())


def _check_ours(path: Path) -> None:
    if not path.exists() or (path / MANIFEST).exists() or _is_ours(path):
        return
    what = "holds other files" if path.is_dir() else "is a file"
    raise StoreError(f"{path}: {what} and is no store, so it is not overwritten; name another folder")


def _make(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: the folder cannot be made ({error.strerror})") from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """The system drops the lock when the process ends, however it ends: no lock is ever stale."""
    with (path / "lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise StoreError(f"{path}: process {holder} is building this store; wait until it has ended") from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _sweep(path: Path) -> int:
    """Remove every build but the one that counts; its number, or 0."""
    current = read_manifest(path).build if (path / MANIFEST).exists() else ""
    for folder in path.iterdir():
        if _BUILD.fullmatch(folder.name) and folder.name != current:
            shutil.rmtree(folder)
    found = _BUILD.fullmatch(current)
    return int(found[1]) if found else 0


def _clean(path: Path) -> None:
    """After a build that ended well or not: one build left, and no folder where there was none."""
    _sweep(path)
    if not (path / MANIFEST).exists():
        shutil.rmtree(path / LAYER, ignore_errors=True)
        (path / "lock").unlink()
        path.rmdir()


def _version() -> str:
    try:
        return version("oversight-kg")
    except PackageNotFoundError:
        return ""  # run from a checkout that is not installed
