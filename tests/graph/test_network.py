"""Who scrutinises whom, and how far."""

import pytest

from kg.graph import GraphStore
from kg.graph.network import chain, most_connected, network, overseen_by, overseers_of, unwatched
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


def test_overseers_of_come_nearest_first_with_their_claims(store: GraphStore) -> None:
    graph = network(store)
    found = overseers_of(graph, iri(store, "SYP"), depth=2)
    assert [(r.label, r.depth) for r in found] == [("HMIC", 1), ("Shaun Wright", 1), ("Home Office", 2)]
    assert [store.claim(link.claim).object for link in found[2].links] == [iri(store, "Shaun Wright")]
    assert [r.label for r in overseers_of(graph, iri(store, "SYP"))] == ["HMIC", "Shaun Wright"]


def test_overseen_by_goes_the_other_way(store: GraphStore) -> None:
    found = overseen_by(network(store), iri(store, "Home Office"), depth=5)
    assert [(r.label, r.depth) for r in found] == [("Shaun Wright", 1), ("South Yorkshire Police", 2)]


def test_a_chain_runs_from_the_overseen_up(store: GraphStore) -> None:
    force, office = iri(store, "SYP"), iri(store, "Home Office")
    links = chain(network(store), force, office)
    assert [(link.object, link.subject) for link in links] == [
        (force, iri(store, "Shaun Wright")),
        (iri(store, "Shaun Wright"), office),
    ]
    assert chain(network(store), office, force) == ()


@pytest.mark.parametrize("strange", ["urn:none", ""])
def test_a_node_that_is_not_there_has_nobody(store: GraphStore, strange: str) -> None:
    graph = network(store)
    assert overseers_of(graph, strange) == overseen_by(graph, strange) == ()
    assert chain(graph, strange, strange) == ()


def test_unwatched_are_organisations_nobody_is_asserted_to_scrutinise(store: GraphStore) -> None:
    assert [store.entity(one).name for one in unwatched(network(store))] == ["HMIC", "Home Office"]
    alleged = network(store, statuses=tuple(Status))
    assert [store.entity(one).name for one in unwatched(alleged)] == ["Home Office"]


def test_most_connected_counts_claims(store: GraphStore) -> None:
    ranks = most_connected(network(store), 2)
    assert [(r.label, r.links, r.overseen, r.overseers) for r in ranks] == [
        ("Shaun Wright", 2, 1, 1),
        ("South Yorkshire Police", 2, 0, 2),
    ]
