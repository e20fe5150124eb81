"""N-Quads, sorted: the form in which two builds are compared byte for byte."""

from typing import BinaryIO

import pyoxigraph as ox

from kg.graph import GraphStore


def write(store: GraphStore, stream: BinaryIO) -> None:
    write_sorted(store.data.dump(format=ox.RdfFormat.N_QUADS), stream)


def write_sorted(dump: bytes | None, stream: BinaryIO) -> None:
    """The lines of a dump in the order of their bytes."""
    lines = (dump or b"").splitlines(keepends=True)  # of bytes: U+2028 and the like do not end a line
    lines.sort()
    stream.writelines(lines)
