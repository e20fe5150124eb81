"""The who-scrutinises-whom graph as a networkx graph, and what is measured on it.

An edge runs from the overseer to the overseen, one for each claim, so that every answer can show
its claims. Which relations count is the ontology's word: those at or below ov:scrutinises.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.types import Status
from kg.vocab import OV, Ontology

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from networkx import DiGraph
    from networkx import MultiDiGraph as Network

    from kg.graph.links import Link
    from kg.graph.store import GraphStore

EXACT, PIVOTS = 1_000, 200  # nodes up to which betweenness is exact, and from how many it is estimated above


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
    links: Iterable[Link] | None = None,
) -> Network:
    """The graph of some relations (by default those of scrutiny) between entities.

    ``links`` are the claims it is made of, as those that held on a day; by default all of the store.

    Nodes are entity IRIs with ``label``, ``kind`` and ``classification``: all that could stand at
    an end of an edge, linked or not. Edges are keyed by claim IRI, with ``predicate``, ``status``,
    ``claim``, ``evidence`` (a count) and ``documents``; ``graph.graph["links"]`` has the Link of each.
    """
    import networkx as nx

    ontology = store.ontology
    chosen = sorted(scrutiny(ontology) if predicates is None else predicates)
    found = _claims(store.links if links is None else links, chosen, statuses)
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


def _claims(links: Iterable[Link], predicates: Collection[str], statuses: Collection[Status]) -> dict[str, Link]:
    return {link.claim: link for link in links if link.predicate in predicates and link.status in statuses}


def most_connected(graph: Network, n: int = 10) -> tuple[Rank, ...]:
    """The n nodes with most claims in and out; ties by label."""
    ranks = [
        Rank(iri, _label(graph, iri), degree, len(graph.succ[iri]), len(graph.pred[iri]))
        for iri, degree in graph.degree()
        if degree
    ]
    return tuple(sorted(ranks, key=lambda r: (-r.links, r.label, r.iri))[:n])


def busiest(store: GraphStore) -> str | None:
    """The name that ``most_connected`` has first in the network of a store; quicker, for it makes none."""
    links = _claims(store.links, scrutiny(store.ontology), (Status.ASSERTED,)).values()
    counts = Counter(end for link in links for end in (link.subject, link.object))
    ranks = ((-n, store.names[iri], iri) for iri, n in counts.items())
    return next((label for _, label, _ in sorted(ranks)), None)


def between(graph: Network) -> dict[str, float]:
    """The share of the shortest ways between others that pass through each node: betweenness centrality.

    Of a large graph it is estimated, from the ways that start at some of the nodes: always the same.
    """
    import networkx as nx

    linked = _simple(graph)
    return dict(nx.betweenness_centrality(linked, k=PIVOTS if len(linked) > EXACT else None, seed=0))


def page_rank(graph: Network, *, damping: float = 0.85, rounds: int = 100) -> dict[str, float]:
    """PageRank, flowing from the overseen to the overseer, by power iteration; sums to one.

    That of networkx needs scipy, which weighs more than all else here.
    """
    above = {node: sorted(set(graph.pred[node]) - {node}) for node in sorted(graph) if graph.degree(node)}
    rank = dict.fromkeys(above, 1 / len(above)) if above else {}
    for _ in range(rounds):
        loose = sum(rank[node] for node in above if not above[node])
        after = dict.fromkeys(above, (1 - damping + damping * loose) / max(len(above), 1))
        for node, overseers in above.items():
            for one in overseers:
                after[one] += damping * rank[node] / len(overseers)
        moved = sum(abs(after[node] - rank[node]) for node in above)
        rank = after
        if moved < 1e-9:
            break
    return rank


def communities(graph: Network) -> list[list[str]]:
    """Groups with more edges inside than chance would give, largest first, by the Louvain method; no group of one.

    Nodes are numbered by their IRIs, for the method goes through them in order of their hashes.
    """
    import networkx as nx

    nodes = sorted(node for node in graph if graph.degree(node))
    number = {node: n for n, node in enumerate(nodes)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    plain.add_edges_from(sorted((number[s], number[o]) for s, o in graph.edges() if s != o))
    groups = [sorted(nodes[n] for n in group) for group in nx.community.louvain_communities(plain, seed=0)]
    return sorted((group for group in groups if len(group) > 1), key=lambda group: (-len(group), group))


def circles(graph: Network, longest: int) -> list[tuple[str, ...]]:
    """Elementary circles of two to so many nodes, each once and from its first IRI on."""
    import networkx as nx

    found = (_turned(circle) for circle in nx.simple_cycles(_simple(graph), length_bound=max(longest, 1)))
    return sorted(found, key=lambda circle: (len(circle), circle))


def last_circles(ways: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The groups, of one or more that lead to each other, from which no way leads out: where every way ends."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(ways))
    graph.add_edges_from((one, other) for one in sorted(ways) for other in sorted(ways[one]))
    groups = (set(group) for group in nx.strongly_connected_components(graph))
    return sorted(sorted(g) for g in groups if all(other in g for one in g for other in graph.succ[one]))


def _turned(circle: list[str]) -> tuple[str, ...]:
    """The same wherever the circle was entered."""
    start = circle.index(min(circle))
    return (*circle[start:], *circle[:start])


def _simple(graph: Network) -> DiGraph:
    """What is linked, with one edge for all claims between two, in an order of its own."""
    import networkx as nx

    simple = nx.DiGraph()
    simple.add_edges_from(sorted({(s, o) for s, o in graph.edges() if s != o}))
    return simple


def _could_be_an_end(kind: str, predicates: Collection[str], ontology: Ontology) -> bool:
    terms = (ontology.relations[p] for p in predicates if p in ontology.relations)
    return any(ontology.fits(kind, term.domain) or ontology.fits(kind, term.range) for term in terms)


def _attributes(link: Link) -> dict[str, Any]:
    """What an edge carries for other programs."""
    names = ("predicate", "status", "claim", "evidence", "documents")
    return {name: getattr(link, name) for name in names}


def _label(graph: Network, iri: str) -> str:
    return str(graph.nodes[iri].get("label", iri))
