"""GraphML, for yEd, Gephi, Cytoscape and igraph."""

from typing import BinaryIO

from kg.export.claims import claims_graph
from kg.graph import GraphStore


def write(store: GraphStore, stream: BinaryIO) -> None:
    import networkx as nx

    lines = nx.generate_graphml(claims_graph(store))
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.writelines(f"{line}\n".encode() for line in lines)
