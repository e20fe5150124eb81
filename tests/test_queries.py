"""Named queries take names of entities; SPARQL takes bindings."""

import pytest

from kg.errors import QueryError, UnknownName
from kg.graph import GraphStore
from kg.queries import run


def test_a_named_query_takes_names_in_the_order_of_its_parameters(sample_store: GraphStore) -> None:
    (row,) = run(sample_store, "who-inspected", "Riverside Police").records()
    assert (row["inspector"], row["inspected"]) == ("Inspectorate", "Riverside Police")
    assert not run(sample_store, "who-inspected", "Ministry")


def test_a_named_query_takes_names_by_parameter(sample_store: GraphStore) -> None:
    assert len(run(sample_store, "who-inspected", by="Inspectorate")) == 1
    assert len(run(sample_store, "who-inspected", by="Ministry")) == 0


def test_sparql_takes_bindings_as_they_are(sample_store: GraphStore) -> None:
    query = "SELECT ?body { ?body skos:prefLabel ?name }"
    assert len(run(sample_store, query, name="Ministry")) == 1


@pytest.mark.parametrize(
    ("query", "names", "bindings", "message"),
    [
        ("who-inspectd", (), {}, "no query is called 'who-inspectd'; did you mean who-inspected"),
        ("nonsense", (), {}, "kg query --list shows them"),
        ("who-inspected", ("a", "b", "c"), {}, "who-inspected takes about, by, but 3 names were given"),
        ("who-inspected", (), {"body": "x"}, "who-inspected has no parameter 'body'; it takes about, by"),
        ("ASK { ?a ?b ?c }", ("x",), {}, "only a named query takes names"),
        ("SELECT ?a { ?a ", (), {}, "line 1"),
    ],
)
def test_bad_use_says_what_to_do(
    sample_store: GraphStore, query: str, names: tuple[str, ...], bindings: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        run(sample_store, query, *names, **bindings)


def test_an_unknown_name_gets_the_nearest(sample_store: GraphStore) -> None:
    with pytest.raises(UnknownName, match="did you mean Riverside Police"):
        run(sample_store, "who-inspected", "Riverside Polise")
