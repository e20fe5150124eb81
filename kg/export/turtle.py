"""Readable Turtle of the default graph."""

from typing import BinaryIO

from kg.graph import GraphStore
from kg.graph.turtle import turtle


def write(store: GraphStore, stream: BinaryIO) -> None:
    text = turtle(store.default_graph(), store.prefixes, store.ontology, base=store.base)
    stream.write(text.encode())
