"""What takes long to read is kept as it was read, beside the code, as Python keeps its bytecode.

A file is found again by all it was made of, sources and code, so it is never out of date; where none can
be kept, it is read each time.
"""

import hashlib
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from kg.kept import keep, kept

Made = TypeVar("Made")
_FOLDER = Path(__file__).parent / "__pycache__"


def compiled(name: str, sources: Sequence[Path], make: Callable[[], Made], folder: Path = _FOLDER) -> Made:
    """What ``make`` gives, read from the file of an earlier call if the sources are the same to the byte."""
    file = folder / f"{name}.{_digest(sources)}.pickle"
    content = kept(file)
    if content is not None:
        found: Made = pickle.loads(content)
        return found
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            for older in list(folder.glob(f"{name}.*.pickle")):
                older.unlink(missing_ok=True)
        keep(file, pickle.dumps(made))
    return made


def _digest(sources: Sequence[Path]) -> str:
    told = hashlib.sha256(str(sys.implementation.cache_tag).encode())
    for path in sources:
        told.update(path.read_bytes())
    return told.hexdigest()[:32]
