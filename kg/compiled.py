"""What takes long to read is kept as it was read, beside the code, as Python keeps its bytecode.

A file is found again by all it was made of, sources and code, so it is never out of date; where none can
be kept, it is read each time.
"""

import gc
import hashlib
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
_FOLDER = Path(__file__).parent / "__pycache__"


def compiled(name: str, sources: Sequence[Path], make: Callable[[], Made], folder: Path = _FOLDER) -> Made:
    """What ``make`` gives, read from the file of an earlier call if the sources are the same to the byte."""
    file = folder / f"{name}.{_digest(sources)}.pickle"
    with suppress(OSError, pickle.UnpicklingError, EOFError), _uncollected():
        kept: Made = pickle.loads(file.read_bytes())
        return kept
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _keep(file, pickle.dumps(made), folder.glob(f"{name}.*.pickle"))
    return made


def _digest(sources: Sequence[Path]) -> str:
    told = hashlib.sha256(str(sys.implementation.cache_tag).encode())
    for path in sources:
        told.update(path.read_bytes())
    return told.hexdigest()[:32]


def _keep(file: Path, content: bytes, older: Iterator[Path]) -> None:
    for path in list(older):
        path.unlink(missing_ok=True)
    file.parent.mkdir(exist_ok=True)
    new = file.with_suffix(f".{id(content)}")
    new.write_bytes(content)
    new.replace(file)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of garbage, which would go over a half-made structure again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
