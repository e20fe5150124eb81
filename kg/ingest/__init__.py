"""Files of many formats to documents: text, title, date of publication, source and hash.

A format is one file with one function, and its line in ``READERS``. Readers run in child processes with
limits, because every library that reads documents can be made to hang or to swell.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.ingest import files, pool
from kg.ingest.content import Content
from kg.ingest.docx import read_docx
from kg.ingest.html import read_html
from kg.ingest.mail import read_mail
from kg.ingest.markdown import read_markdown
from kg.ingest.pdf import read_pdf
from kg.ingest.plain import read_text
from kg.ingest.pool import Limits, Worker
from kg.types import Document

__all__ = ["READERS", "Content", "Failure", "Limits", "find", "read", "read_all", "read_bytes"]

READERS: dict[str, Callable[[bytes], Content]] = {
    ".docx": read_docx,
    ".eml": read_mail,
    ".htm": read_html,
    ".html": read_html,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".txt": read_text,
}
_KNOWN = ", ".join(READERS)
_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read; ``reason`` says why and what to do, without the path."""

    path: Path
    reason: str


def find(paths: Iterable[Path]) -> list[Path]:
    """The documents some paths stand for, each once: files as named, then what folders hold, sorted.

    In folders, hidden files, unknown formats and links that lead outside are passed over. A path that does
    not exist, a named file of unknown format and a folder without documents raise InputError.
    """
    return files.find(paths, READERS, _KNOWN)


def read(path: Path, *, limits: Limits = _DEFAULT) -> Document:
    """Read one file in a child process; InputError names the file, the fault and the remedy."""
    with Worker(limits) as worker:
        found = _read(worker, path, limits)
    if isinstance(found, Failure):
        raise InputError(f"{path}: {found.reason}")
    return found


def read_all(paths: Iterable[Path], *, limits: Limits = _DEFAULT) -> Iterator[Document | Failure]:
    """Read files in the order given; one that cannot be read gives a Failure and the run goes on."""
    return pool.map_ahead(lambda worker, path: _read(worker, path, limits), paths, limits)


def read_bytes(data: bytes, suffix: str, source: str, *, limits: Limits = _DEFAULT) -> Document:
    """Read bytes that are no file, such as standard input; ``source`` is where they came from ("-")."""
    try:
        with Worker(limits) as worker:
            return _document(worker, data, suffix, source)
    except InputError as error:
        raise InputError(f"{source}: {error}") from error


def _read(worker: Worker, path: Path, limits: Limits) -> Document | Failure:
    try:
        data = files.load(path, limit_mb=limits.file_mb)
        return _document(worker, data, path.suffix, path.as_posix())
    except InputError as error:
        return Failure(path, str(error))


def _document(worker: Worker, data: bytes, suffix: str, source: str) -> Document:
    suffix = suffix.lower()
    if suffix not in READERS:
        raise InputError(f"{suffix or 'no suffix'} is not a known format; use {_KNOWN}")
    if not data:
        raise InputError("is empty; fetch it again or leave it out")
    content = worker.read(data, suffix)
    stem = Path(source).stem if source != "-" else "stdin"
    return Document(
        id=stem,
        text=content.text,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        title=content.title,
        published=content.published,
        identifier=stem,
    )
