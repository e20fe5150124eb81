"""Who scrutinises whom, as the two drawing languages need it: numbered boxes and labelled arrows."""

import re
from collections import defaultdict
from dataclasses import dataclass

from kg.export.claims import relation_label
from kg.graph import GraphStore
from kg.graph.network import network

LABEL_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Arrow:
    """All claims of one relation between two boxes; ``label`` counts the sentences behind them."""

    source: str
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    boxes: dict[str, str]  # label by box
    links: dict[str, str]  # IRI by box
    arrows: tuple[Arrow, ...]


def picture(store: GraphStore) -> Picture:
    """Only what is asserted, and only those with an overseer or someone to oversee."""
    graph = network(store)
    joined = sorted((node for node, degree in graph.degree() if degree), key=lambda n: (graph.nodes[n]["label"], n))
    box = {iri: f"n{number}" for number, iri in enumerate(joined, start=1)}
    sentences: dict[tuple[str, str, str], int] = defaultdict(int)
    for source, target, edge in graph.edges(data=True):
        sentences[source, target, edge["predicate"]] += edge["evidence"]
    return Picture(
        {box[iri]: _short(graph.nodes[iri]["label"]) for iri in joined},
        {box[iri]: iri for iri in joined},
        tuple(
            Arrow(box[s], box[t], f"{relation_label(p, store.ontology)} ({sentences[s, t, p]})")
            for s, t, p in sorted(sentences, key=lambda e: (int(box[e[0]][1:]), int(box[e[1]][1:]), e[2]))
        ),
    )


def _short(label: str) -> str:
    words = re.sub(r"[\x00-\x1f\x7f-\x9f\s]+", " ", label).strip()
    return words if len(words) <= LABEL_LENGTH else f"{words[: LABEL_LENGTH - 1].rstrip()}…"
