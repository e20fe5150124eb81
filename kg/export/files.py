"""Files that are replaced whole, or left as they were."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError


@contextmanager
def replaced(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file when the block ends well; if it does not, nothing changes."""
    new = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        new = Path(name)
        with os.fdopen(handle, "wb") as stream:
            yield stream
        new.chmod(0o666 & ~_umask())
        new.replace(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        if new is not None:
            new.unlink(missing_ok=True)


def _umask() -> int:
    """What mkstemp ignores; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
