"""Asking: what is allowed, what is bound, what is answered, and how errors read."""

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph import FORMATS, GraphStore, Result, ResultKind, Term, TermKind, named_queries, render
from kg.graph.queries import read_query
from kg.graph.sparql import check

FORCE = "https://w3id.org/oversight/id/organisation/south-yorkshire-police"

REFUSED = """
SELECT * { SERVICE <http://x/> { ?s ?p ?o } }
SELECT * { service <http://x/> { ?s ?p ?o } }
SELECT * { SeRvIcE SILENT <http://x/> { ?s ?p ?o } }
SELECT * { SERVICESILENT <http://x/> { ?s ?p ?o } }
SELECT * {{}SERVICE<http://x/>{?s ?p ?o}}
SELECT * { ?s ?p 1SERVICE <http://x/> {} }
SELECT * { ?s ?p trueSERVICE <http://x/> {} }
PREFIX : <http://x/> SELECT * { SERVICE:y {} }
PREFIX : <http://x/> SELECT * { ?s ?p trueSERVICE:y {} }
SELECT * { FILTER(?a<?b)SERVICE#>
ex:y {} }
SELECT * { FILTER EXISTS { SERVICE ?s { ?s ?p ?o } } }
SELECT * { ?s ?p "a\\" SERVICE" . SERVICE <http://x/> {} }
SELECT * { ?s ?p '''a' '' SERVICE''' . SERVICE <http://x/> {} }
SELECT * { ?s <http://x/#a> ?o # <
SERVICE <http://x/> {} }
SELECT * { ?s ex:a\\#b ?o SERVICE <http://x/> {} }
SELECT * { ?s <http://x/\\u0041#> ?o SERVICE <http://x/> {} }
SELECT * FROM <http://x/> { ?s ?p ?o }
SELECT * FROM NAMED <http://x/> { ?s ?p ?o }
LOAD <http://x/>
"""
# A query goes on to the next line where its braces are not closed, as in the two cases with a comment.
REFUSED_QUERIES = re.findall(r"^(?:SELECT|PREFIX|LOAD)[^\n]*(?:\n(?!SELECT|PREFIX|LOAD)[^\n]+)*", REFUSED, re.M)

ALLOWED = [
    'SELECT * { ?s ?p "SERVICE FROM LOAD" }',
    "SELECT * { ?s ?p '''it's a SERVICE''' }",
    "SELECT * { ?s <http://x/SERVICE> ?from } # FROM the SERVICE",
    "PREFIX ex: <http://x/> SELECT ?service ?from { ?service ex:FROM ?from ; ex:service 1 }",
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    'SELECT * { ?s ?p "x"@en-service }',
]


@pytest.mark.parametrize("query", REFUSED_QUERIES)
def test_what_would_reach_outside_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"line \d+: (SERVICE|FROM|LOAD) is not allowed"):
        check(query)


def test_every_refused_spelling_was_read() -> None:
    assert len(REFUSED_QUERIES) == 19


@pytest.mark.parametrize("query", ALLOWED)
def test_the_words_may_stand_where_they_are_only_words(query: str, store: GraphStore) -> None:
    assert store.query(query).kind is ResultKind.SELECT


@given(st.lists(st.sampled_from([" ", "\n", "# x\n", "\t"]), min_size=1), st.sampled_from(["service", "SERVICE"]))
def test_blanks_and_comments_hide_nothing(gaps: list[str], word: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        check(f"SELECT * {{{''.join(gaps)}{word}{''.join(gaps)}<http://x/> {{}} }}")


@pytest.mark.parametrize("part", ["{", "(", "[", "!", "||?x", "{}UNION", "^", "+1", "-", "ex:p/", "ex:p|"])
def test_what_would_overflow_the_engine_is_refused(part: str) -> None:
    with pytest.raises(QueryError, match="nested too deeply"):
        check(f"SELECT * {{ {part * 5_000} }}")


def test_a_long_flat_query_is_fine(store: GraphStore) -> None:
    values = " ".join(f"<urn:{n}>" for n in range(3_000))
    assert len(store.query(f"SELECT * {{ VALUES ?x {{ {values} }} }}")) == 3_000


def test_prefixes_are_bound_and_graphs_united(store: GraphStore) -> None:
    found = store.query("SELECT ?who { ?who ov:scrutinises id:none } LIMIT 1")
    assert found.rows == ()
    found = store.query("SELECT ?name { ?who ov:scrutinises ?body . ?who skos:prefLabel ?name } ORDER BY ?name")
    assert [str(row[0]) for row in found] == ["HMIC", "Home Office", "Shaun Wright"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?name { ?who ov:inspects ?body ; skos:prefLabel ?name }",
        "SELECT DISTINCT ?name{ ?who ov:inspects ?body ; skos:prefLabel ?name }",
        "SELECT ?name (1 AS ?one) ?body WHERE { ?who ov:inspects ?body ; skos:prefLabel ?name }",
        "SELECT ?name { ?who ov:inspects ?of ; skos:prefLabel ?name FILTER(?of = ?body) }",
    ],
)
def test_a_parameter_is_bound_whether_selected_or_not(store: GraphStore, query: str) -> None:
    found = store.query(query, body=FORCE)
    assert [str(row[0]) for row in found] == ["HMIC"]
    assert ("body" in found.variables) is ("?body WHERE" in query)
    assert store.query(query, body="https://example.org/other").rows == ()


def test_a_parameter_reaches_nested_groups_and_aggregates(store: GraphStore) -> None:
    nested = "SELECT ?s ?body { { ?s ov:inspects ?o FILTER(?o = ?body) } UNION { ?s ov:oversees ?body } }"
    assert len(store.query(nested, body=FORCE)) == 2
    counted = store.query("SELECT (COUNT(?s) AS ?n) { ?s ov:inspects|ov:oversees ?body }", body=FORCE)
    assert [str(row[0]) for row in counted] == ["2"]
    inner = "SELECT ?s ?body { { SELECT ?s ?body { ?s ov:oversees ?body } ORDER BY ?s LIMIT 1 } }"
    assert [str(row[1]) for row in store.query(inner, body=FORCE)] == [FORCE]
    selected = "SELECT ?s ?body { ?s ov:inspects ?o BIND(?o AS ?body) }"
    assert len(store.query(selected, body=FORCE)) == 1
    assert len(store.query("CONSTRUCT { ?s ov:x ?body } { ?s ov:inspects ?body }", body=FORCE)) == 1
    assert store.query("DESCRIBE ?body", body=FORCE).triples[0][0].value == FORCE


@pytest.mark.parametrize("value", ["} SERVICE <http://x/> {", '" . ?s ?p ?o . "', "<x>", "\\u003e", "a\nb\\"])
def test_a_value_is_never_read_as_sparql(store: GraphStore, value: str) -> None:
    found = store.query("SELECT ?v { BIND(?v AS ?w) }", v=value)
    assert found.rows == ((Term(value, TermKind.LITERAL),),)
    assert store.query("SELECT ?w { BIND(?v AS ?w) }", v="http://x/> } #").rows[0][0] == Term(
        "http://x/> } #", TermKind.LITERAL
    )


def test_parameters_of_other_forms_and_types(store: GraphStore) -> None:
    assert store.query("ASK { ?who ov:inspects ?body }", body=FORCE)
    assert not store.query("ASK { ?body ov:inspects ?who }", body=FORCE)
    assert store.query("ASK { ?who skos:prefLabel ?name }", name="HMIC")
    assert store.query("SELECT ?n { BIND(?limit + 1 AS ?n) }", limit=2).rows[0][0] == Term("3", TermKind.LITERAL, INT)


INT = "http://www.w3.org/2001/XMLSchema#integer"


def test_a_parameter_that_is_not_there_or_cannot_be_added_is_named(store: GraphStore) -> None:
    with pytest.raises(QueryError, match="no variable"):
        store.query("SELECT ?s { ?s ?p ?o }", body=FORCE)
    with pytest.raises(QueryError, match="sets it itself"):
        store.query("SELECT ?s { ?s ?p ?o BIND(?o AS ?body) }", body=FORCE)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?s {\n ?s ?p ?o\n", "line 3, column 1"),
        ("SELECT ?s {\n ?s dct:title ?o }", "line 2: the prefix dct: is not declared"),
        ("SELEC", "line 1, column"),
        ("", "line 1, column"),
        ("SELECT (<<( ?s ?p ?o )>> AS ?t) { ?s ?p ?o }", "triple term"),
    ],
)
def test_an_error_is_one_line_and_says_where(store: GraphStore, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        store.query(query)
    assert "\n" not in str(caught.value)


def test_a_construct_is_sorted_triples(store: GraphStore) -> None:
    found = store.query("CONSTRUCT { ?b ov:accountableTo ?a } WHERE { ?a ov:oversees ?b }")
    assert found.kind is ResultKind.GRAPH
    assert [s.value.rpartition("/")[2] for s, _, _ in found.triples] == [
        "south-yorkshire-police",
        "shaun-wright",
    ]


ROWS = Result(
    ResultKind.SELECT,
    ("a", "b"),
    (
        (Term("urn:x"), Term('q"uo,te\n\u0008\u200f', TermKind.LITERAL)),
        (Term("é", TermKind.LITERAL, language="fr"), None),
        (Term("1", TermKind.LITERAL, INT), Term("b0", TermKind.BLANK)),
    ),
)


@pytest.mark.parametrize(
    ("format_", "reader"), [("json", ox.QueryResultsFormat.JSON), ("tsv", ox.QueryResultsFormat.TSV)]
)
def test_rows_come_back_from_the_standard_formats(format_: str, reader: ox.QueryResultsFormat) -> None:
    read = ox.parse_query_results(render(ROWS, format_), format=reader)
    assert isinstance(read, ox.QuerySolutions)
    assert [tuple(None if t is None else t.value for t in row) for row in read] == [
        tuple(None if t is None else t.value for t in row) for row in ROWS
    ]


def test_xml_is_well_formed_and_csv_is_quoted() -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(render(ROWS, "xml"))
    first = root.find(".//{http://www.w3.org/2005/sparql-results#}literal")
    assert first is not None
    assert first.text == 'q"uo,te\n\ufffd\u200f'
    assert render(ROWS, "csv").splitlines()[0] == "a,b"
    assert '"q""uo,te' in render(ROWS, "csv")


def test_a_table_obeys_no_control_character() -> None:
    bad = Result(ResultKind.SELECT, ("a",), ((Term("x\x1b[31m[bold]y", TermKind.LITERAL),),))
    assert "x [31m[bold]y" in render(bad, "table")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_graph_is_rendered_in_every_format(store: GraphStore, format_: str) -> None:
    found = store.query("CONSTRUCT { ?a ov:inspects ?b } WHERE { ?a ov:inspects ?b }")
    assert "south-yorkshire-police" in render(found, format_)


def test_an_answer_is_yes_or_no() -> None:
    yes = Result(ResultKind.ASK, answer=True)
    assert render(yes) == "yes\n"
    assert json.loads(render(yes, "json")) == {"head": {}, "boolean": True}
    assert yes._repr_html_() == "<p>yes</p>"


@pytest.mark.parametrize(("format_", "message"), [("yaml", "choose from table"), ("ttl", "CONSTRUCT and DESCRIBE")])
def test_a_format_that_does_not_fit_is_refused(format_: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        render(ROWS, format_)


def test_html_is_escaped_and_cut() -> None:
    many = Result(ResultKind.SELECT, ("<a>",), ((Term("<script>", TermKind.LITERAL),),) * 300)
    html = many._repr_html_()
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert "200 of 300 rows shown" in html


def test_records_are_dicts() -> None:
    assert list(ROWS.records())[1] == {"a": "é", "b": None}


def test_a_query_file_tells_its_question(tmp_path: Path) -> None:
    file = tmp_path / "who.rq"
    file.write_text(
        "# Title: Who\n# Question: Who inspected it,\n#   and when?\n"
        "# Parameters: about (who, what; optional), by - the other\n"
        "# Example: kg query who\n# A note.\nASK {}\n"
    )
    query = read_query(file)
    assert (query.name, query.title, query.question) == ("who", "Who", "Who inspected it, and when?")
    assert (query.parameters, query.example) == (("about", "by"), "kg query who")


@pytest.mark.parametrize("name", named_queries())
def test_every_named_query_runs_with_its_parameters(store: GraphStore, name: str) -> None:
    query = named_queries()[name]
    found = store.query(query.sparql, **dict.fromkeys(query.parameters, FORCE))
    assert found.kind is ResultKind.SELECT
    assert query.title
    assert query.question.endswith("?")
