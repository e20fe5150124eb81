"""TriG: the default graph, then each named one, as readable Turtle within braces.

The braces around the default graph and the missing GRAPH keyword are the form every reader knows,
those from before TriG was a standard too.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO

import pyoxigraph as ox

from kg.graph import GraphStore
from kg.graph.names import Names
from kg.graph.turtle import blocks


def write(store: GraphStore, stream: BinaryIO) -> None:
    names = Names(store.prefixes, store.base)
    body = "".join(_graphs(store, names))
    stream.write((names.header() + body).encode())


def _graphs(store: GraphStore, names: Names) -> Iterator[str]:
    graphs: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in store.quads():
        graph = quad.graph_name
        graphs["" if isinstance(graph, ox.DefaultGraph) else f"{names.term(graph)} "].append(quad)
    for name, quads in sorted(graphs.items()):
        yield f"\n{name}{{\n"
        yield from blocks(quads, names, store.ontology, indent="    ")
        yield "}\n"
