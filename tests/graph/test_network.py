"""The graph of who scrutinises whom, and its measures."""

from kg.graph import GraphStore
from kg.graph.network import busiest, most_connected, network
from kg.types import Status
from kg.vocab import OV


def iri(store: GraphStore, name: str) -> str:
    return store.find(name).iri


def test_edges_are_the_asserted_claims_of_scrutiny(store: GraphStore) -> None:
    graph = network(store)
    found = {(graph.nodes[s]["label"], e["predicate"], graph.nodes[o]["label"]) for s, o, e in graph.edges(data=True)}
    assert found == {
        ("HMIC", OV.inspects, "South Yorkshire Police"),
        ("Shaun Wright", OV.oversees, "South Yorkshire Police"),
        ("Home Office", OV.oversees, "Shaun Wright"),
    }
    edge = graph[iri(store, "Home Office")][iri(store, "Shaun Wright")]
    assert [(e["evidence"], e["documents"], key == e["claim"]) for key, e in edge.items()] == [
        (2, ("000", "page"), True)
    ]


def test_other_statuses_and_relations_on_request(store: GraphStore) -> None:
    graph = network(store, statuses=(Status.ALLEGED, Status.DENIED))
    assert sorted(e["status"] for _, _, e in graph.edges(data=True)) == [Status.ALLEGED, Status.DENIED]
    led = network(store, predicates=[OV.leads])
    assert {led.nodes[o]["kind"] for _, o in led.edges()} == {OV.Organisation, OV.Review}


def test_most_connected_counts_claims(store: GraphStore) -> None:
    ranks = most_connected(network(store), 2)
    assert [(r.label, r.links, r.overseen, r.overseers) for r in ranks] == [
        ("Shaun Wright", 2, 1, 1),
        ("South Yorkshire Police", 2, 0, 2),
    ]
    assert busiest(store) == ranks[0].label
