"""Files that may be lost at any time: whole when they are read, or as good as not there."""

import hashlib
from contextlib import suppress
from pathlib import Path

_DIGEST = 32  # bytes of the checksum at the head of a file


def kept(file: Path) -> bytes | None:
    """What was kept in a file; None when nothing was, or it is damaged."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    whole = hashlib.sha256(content[_DIGEST:]).digest() == content[:_DIGEST]
    return content[_DIGEST:] if whole else None


def keep(file: Path, content: bytes) -> None:
    """Keep it in one move. A folder that cannot be written to is no reason to stop: nothing is kept."""
    new = file.with_suffix(".new")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        new.write_bytes(hashlib.sha256(content).digest() + content)
        new.replace(file)
