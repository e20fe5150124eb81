"""Which files a user means, and their bytes."""

import os
import stat
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError

STORE = "store.json"  # the file by which a store of ours is known (kg.graph.publish)


def find(paths: Iterable[Path], suffixes: Container[str], known: str) -> list[Path]:
    """Files as named, folders walked in sorted order; each file once. ``known`` lists the suffixes."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = list(_walk(path, suffixes))
            if not inside:
                raise InputError(f"{path}: holds no documents; give files of {known}")
            found.update(dict.fromkeys(inside))
        elif not path.exists():
            raise InputError(f"{path}: does not exist; check how it is spelt")
        elif path.suffix.lower() not in suffixes:
            raise InputError(f"{path}: {path.suffix or 'no suffix'} is not a known format; use {known}")
        else:
            found[path] = None
    return list(found)


def _walk(folder: Path, suffixes: Container[str]) -> Iterator[Path]:
    """Regular files of a known format under a folder, without hidden ones and links that lead out of it.

    A graph built earlier in the same folder is passed over: its copies of the texts are no new documents.
    """
    root = folder.resolve()
    for parent, folders, names in os.walk(folder, onerror=_cannot_list):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_store(Path(parent, name)))
        for name in sorted(names):
            path = Path(parent, name)
            if name.startswith(".") or path.suffix.lower() not in suffixes:
                continue
            if path.is_file() and path.resolve().is_relative_to(root):
                yield path


def _is_store(folder: Path) -> bool:
    return (folder / STORE).is_file()


def _cannot_list(error: OSError) -> None:
    raise InputError(f"{error.filename}: cannot be listed ({error.strerror}); change its permissions") from error


def load(path: Path, *, limit_mb: int) -> bytes:
    """The bytes of a regular file; InputError, without its name, says why not."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is not a regular file; give files or folders of files")
        if status.st_size > limit_mb * 2**20:
            raise InputError(f"is {status.st_size / 2**20:.0f} MB, over the limit of {limit_mb} MB; split it")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("does not exist; check how it is spelt") from error
    except PermissionError as error:
        raise InputError("may not be read; change its permissions (chmod u+r)") from error
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})") from error
