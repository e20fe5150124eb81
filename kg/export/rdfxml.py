"""RDF/XML of the default graph."""

from typing import BinaryIO

from kg.graph import GraphStore
from kg.graph.rdfxml import rdfxml


def write(store: GraphStore, stream: BinaryIO) -> None:
    stream.write(rdfxml(store.default_graph(), store.prefixes))
