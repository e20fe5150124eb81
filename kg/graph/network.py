"""The who-scrutinises-whom graph, and the questions people ask of it.

An edge runs from the overseer to the overseen, one for each claim, so that every answer can show
its claims. Which relations count is the ontology's word: those at or below ov:scrutinises.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.types import Status
from kg.vocab import OV, Ontology, load_ontology

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from networkx import MultiDiGraph as Network

    from kg.graph.links import Link
    from kg.graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Reach:
    """Someone reached at a distance, by ``links`` from (or to) those one step nearer."""

    iri: str
    label: str
    depth: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """How connected a node is: ``links`` is the number of claims in and out."""

    iri: str
    label: str
    links: int
    overseen: int  # whom it scrutinises
    overseers: int  # who scrutinise it


def network(
    store: GraphStore,
    *,
    statuses: Collection[Status] = (Status.ASSERTED,),
    predicates: Collection[str] | None = None,
) -> Network:
    """The graph of some relations (by default those of scrutiny) between entities.

    Nodes are entity IRIs with ``label``, ``kind`` and ``classification``: all that could stand at
    an end of an edge, linked or not. Edges are keyed by claim IRI, with ``predicate``, ``status``,
    ``claim``, ``evidence`` (a count) and ``documents``; ``graph.graph["links"]`` has the Link of each.
    """
    import networkx as nx

    ontology = store.ontology
    chosen = sorted(scrutiny(ontology) if predicates is None else predicates)
    found = {link.claim: link for link in store.links if link.predicate in chosen and link.status in statuses}
    ends = {end for link in found.values() for end in (link.subject, link.object)}
    graph = nx.MultiDiGraph(links=found)  # imported here: it costs a sixth of a second
    possible = {kind for kind in set(store.kinds.values()) if _could_be_an_end(kind, chosen, ontology)}
    for iri, kind in sorted(store.kinds.items()):
        if iri in ends or kind in possible:
            graph.add_node(iri, label=store.names[iri], kind=kind, classification=store.classifications.get(iri))
    for link in found.values():
        graph.add_edge(link.subject, link.object, key=link.claim, **_attributes(link))
    return graph


def scrutiny(ontology: Ontology) -> list[str]:
    """The relations at or below ov:scrutinises; all, of a field that has none such."""
    return [iri for iri in ontology.relations if ontology.is_a(iri, OV.scrutinises)] or list(ontology.relations)


def overseers_of(graph: Network, iri: str, depth: int = 1) -> tuple[Reach, ...]:
    """Who scrutinises it, who scrutinises those, and so on; nearest first, then by label."""
    return _reach(graph, iri, depth, up=True)


def overseen_by(graph: Network, iri: str, depth: int = 1) -> tuple[Reach, ...]:
    """Whom it scrutinises, whom those scrutinise, and so on; nearest first, then by label."""
    return _reach(graph, iri, depth, up=False)


def chain(graph: Network, x: str, y: str) -> tuple[Link, ...]:
    """A shortest way from x up to y, each link an overseer of the one before; empty if there is none.

    Of several claims between two, the one with most evidence is shown; of several shortest ways,
    the first by the IRIs on it.
    """
    if x not in graph or y not in graph or x == y:
        return ()
    for reach in _reach(graph, x, len(graph), up=True, until=y):
        if reach.iri == y:
            return tuple(_way(graph, x, y))
    return ()


def unwatched(graph: Network, ontology: Ontology | None = None) -> tuple[str, ...]:
    """Organisations that nobody scrutinises, by label. Silence of the sources is not absence of oversight."""
    known = ontology or load_ontology()
    found = [
        iri for iri, kind in graph.nodes(data="kind") if kind and known.is_a(kind, OV.Organisation)
        and not any(source != iri for source in graph.predecessors(iri))
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda iri: (_label(graph, iri), iri)))


def most_connected(graph: Network, n: int = 10) -> tuple[Rank, ...]:
    """The n nodes with most claims in and out; ties by label."""
    ranks = [
        Rank(iri, _label(graph, iri), degree, len(graph.succ[iri]), len(graph.pred[iri]))
        for iri, degree in graph.degree()
        if degree
    ]
    return tuple(sorted(ranks, key=lambda r: (-r.links, r.label, r.iri))[:n])


def links(graph: Network, subject: str, object_: str) -> tuple[Link, ...]:
    """All edges from one node to another, best evidenced first."""
    edges: dict[str, dict[str, Any]] = graph.get_edge_data(subject, object_, default={})
    found = [graph.graph["links"][claim] for claim in edges]
    return tuple(sorted(found, key=lambda link: (-link.evidence, link.claim)))


def _could_be_an_end(kind: str, predicates: Collection[str], ontology: Ontology) -> bool:
    terms = (ontology.relations[p] for p in predicates if p in ontology.relations)
    return any(ontology.fits(kind, term.domain) or ontology.fits(kind, term.range) for term in terms)


def _attributes(link: Link) -> dict[str, Any]:
    """What an edge carries for other programs."""
    names = ("predicate", "status", "claim", "evidence", "documents")
    return {name: getattr(link, name) for name in names}


def _reach(graph: Network, start: str, depth: int, *, up: bool, until: str | None = None) -> tuple[Reach, ...]:
    """Breadth first, layer by layer; stops early in the layer that holds ``until``."""
    if start not in graph:
        return ()
    found: list[Reach] = []
    seen, layer = {start}, [start]
    for step in range(1, depth + 1):
        nearer = layer
        layer = sorted({n for node in nearer for n in _next(graph, node, up)} - seen)
        seen.update(layer)
        reached = (Reach(n, _label(graph, n), step, _between(graph, n, nearer, up)) for n in layer)
        found += sorted(reached, key=lambda r: (r.label, r.iri))
        if not layer or until in layer:
            break
    return tuple(found)


def _next(graph: Network, node: str, up: bool) -> Iterator[str]:
    return iter(graph.pred[node] if up else graph.succ[node])


def _between(graph: Network, node: str, nearer: list[str], up: bool) -> tuple[Link, ...]:
    pairs = [(node, n) if up else (n, node) for n in nearer]
    return tuple(link for pair in pairs for link in links(graph, *pair))


def _way(graph: Network, x: str, y: str) -> Iterator[Link]:
    """Follow, from x up, the nodes that lie one step nearer to y each time."""
    distance = {r.iri: r.depth for r in _reach(graph, y, len(graph), up=False, until=x)} | {y: 0}
    node = x
    while node != y:
        above = min(n for n in graph.pred[node] if distance.get(n) == distance[node] - 1)
        yield links(graph, above, node)[0]
        node = above


def _label(graph: Network, iri: str) -> str:
    return str(graph.nodes[iri].get("label", iri))
