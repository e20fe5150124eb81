"""The claims as a graph of plain attributes, for formats that know text and numbers only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.graph.network import network
from kg.graph.terms import xml_safe
from kg.types import Status

if TYPE_CHECKING:
    from networkx import MultiDiGraph as Network

    from kg.graph import GraphStore
    from kg.vocab import Ontology


def claims_graph(store: GraphStore) -> Network:
    """Every claim as an edge, whatever its status, its ends with name and kind; text fit for XML."""
    import networkx as nx

    graph = network(store, statuses=tuple(Status), predicates=store.ontology.relations)
    plain = nx.MultiDiGraph()
    for iri, node in sorted(graph.nodes(data=True)):
        kind = class_label(node["kind"], store.ontology)
        name = xml_safe(node["label"])
        plain.add_node(iri, label=name, kind=kind, classification=node["classification"] or "")
    for subject, object_, key, edge in sorted(graph.edges(keys=True, data=True), key=lambda e: e[:3]):
        plain.add_edge(
            subject,
            object_,
            key=key,
            label=relation_label(edge["predicate"], store.ontology),
            predicate=edge["predicate"],
            status=edge["status"].value,
            evidence=edge["evidence"],
            documents=xml_safe(" ".join(edge["documents"])),
        )
    return plain


def relation_label(iri: str, ontology: Ontology) -> str:
    known = ontology.relations.get(iri)
    return known.label if known else iri


def class_label(iri: str, ontology: Ontology) -> str:
    known = ontology.classes.get(iri)
    return known.label if known else iri
