"""GEXF, for Gephi."""

import re
from typing import BinaryIO

from kg.export.claims import claims_graph
from kg.graph import GraphStore

_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


def write(store: GraphStore, stream: BinaryIO) -> None:
    import networkx as nx

    xml = "\n".join(nx.generate_gexf(claims_graph(store)))
    # The day of writing says nothing of the graph, and would make no two exports alike.
    text = _CLOCK.sub("", xml, count=1)
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode())
