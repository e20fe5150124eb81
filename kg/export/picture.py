"""Graphviz DOT and Mermaid of who scrutinises whom: what ``kg draw`` draws, of the whole graph."""

from typing import BinaryIO

from kg.graph import GraphStore
from kg.views.diagram import diagram_of
from kg.views.dot import to_dot
from kg.views.filter import Filter
from kg.views.mermaid import to_mermaid

WHOLE = Filter(limit=None)


def write_dot(store: GraphStore, stream: BinaryIO) -> None:
    """As Graphviz lays it out."""
    stream.write(to_dot(diagram_of(store, WHOLE)).encode())


def write_mermaid(store: GraphStore, stream: BinaryIO) -> None:
    """As Markdown draws it."""
    stream.write(to_mermaid(diagram_of(store, WHOLE)).encode())
