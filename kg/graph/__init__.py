"""The graph: built from what was resolved, kept on disk, asked in SPARQL, walked as a network."""

from kg.graph.publish import LAYER, create, forget, publish, reserve
from kg.graph.quads import inferred_graph, to_quads
from kg.graph.queries import NamedQuery, named_queries
from kg.graph.render import FORMATS, render
from kg.graph.result import Result, ResultKind, Term, TermKind
from kg.graph.store import GraphStore, open_store

__all__ = [
    "FORMATS",
    "LAYER",
    "GraphStore",
    "NamedQuery",
    "Result",
    "ResultKind",
    "Term",
    "TermKind",
    "create",
    "forget",
    "inferred_graph",
    "named_queries",
    "open_store",
    "publish",
    "render",
    "reserve",
    "to_quads",
]
