"""Claims as edges: what is read from the data, and what a build keeps of it."""

from kg.graph import GraphStore
from kg.graph.links import Link, from_json, read_links, to_json
from kg.types import Status
from kg.vocab import OV


def link(store: GraphStore, relation: str, subject: str) -> Link:
    start, predicate = store.find(subject).iri, OV[relation]
    return next(one for one in store.links if one.predicate == predicate and one.subject == start)


def test_there_is_a_link_for_each_claim(store: GraphStore) -> None:
    claims = {(c.subject, c.predicate, c.object, c.status) for c in store.claims()}
    assert {(k.subject, k.predicate, k.object, k.status) for k in store.links} == claims


def test_a_link_knows_what_stands_behind_it(store: GraphStore) -> None:
    inspected = link(store, "inspects", "HMIC")
    assert (inspected.evidence, inspected.confidence, inspected.documents) == (1, 0.93, ("000",))
    assert (inspected.issued, inspected.valid_from) == (("2014-09",), "2014-05")
    assert store.claim(inspected.claim).details.rating == "inadequate"


def test_a_link_knows_who_is_quoted_for_it(store: GraphStore) -> None:
    said = link(store, "oversees", "Shaun Wright")
    assert said.speakers == (store.find("Home Office").iri,)
    assert not said.unattributed
    assert link(store, "oversees", "Home Office").unattributed


def test_the_status_and_the_post_are_kept(store: GraphStore) -> None:
    assert link(store, "sanctions", "HMIC").status is Status.DENIED
    post = next(k for k in store.links if k.role)
    assert (post.role, post.former, post.valid_from, post.valid_until) == ("chief", True, "2012", "2014-09-16")


def test_what_a_build_keeps_is_what_the_data_say(store: GraphStore) -> None:
    assert store.links == read_links(store.data)
    assert from_json(to_json(store.links)) == store.links


def test_links_are_found_by_either_end(store: GraphStore) -> None:
    force = store.find("South Yorkshire Police").iri
    assert {k.claim for k in store.links_at(force)} == {k.claim for k in store.links if force in (k.subject, k.object)}
    assert store.links_at("https://example.org/nobody") == ()


def test_names_and_kinds_are_those_of_the_entities(store: GraphStore) -> None:
    entities = list(store.entities())
    assert store.names == {e.iri: e.name for e in entities}
    assert store.kinds == {e.iri: e.kind for e in entities}
    assert store.classifications == {e.iri: e.classification for e in entities if e.classification}
