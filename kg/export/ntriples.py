"""N-Triples of the default graph, sorted."""

from typing import BinaryIO

import pyoxigraph as ox

from kg.export.nquads import write_sorted
from kg.graph import GraphStore


def write(store: GraphStore, stream: BinaryIO) -> None:
    dump = store.data.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    write_sorted(dump, stream)
