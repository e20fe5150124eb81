"""JSON-LD of everything, the graph of what was inferred included."""

from typing import BinaryIO

from kg.graph import GraphStore
from kg.graph.jsonld import jsonld


def write(store: GraphStore, stream: BinaryIO) -> None:
    stream.write(jsonld(store.quads(), store.prefixes, base=store.base).encode())
