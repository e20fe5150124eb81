"""The SPARQL that a question shows gives what the question answers, or the edges it walks."""

import pytest

from kg.graph import GraphStore, named_queries
from kg.graph.parameters import open_places
from kg.questions import GROUPS, QUESTIONS, Kind, ask, question_sparql
from kg.types import Status
from tests.questions.case import fact, store_of

FACTS = (
    fact("Board oversees Force", said=None),
    fact("Board inspects Force", valid_from="2010"),
    fact("Ministry oversees Board"),
    fact("Agency investigates Prison", by="Ann"),
    fact("Ann leads Agency", role="head"),
    fact("Ben leads Agency", role="Head"),
    fact("Ben memberOf Prison"),
    fact("Agency partOf Prison"),
    fact("Ben resignsFrom Board", valid_from="2011"),
    fact("Ben memberOf Force", valid_from="2012"),
    fact("Cleo callsOn Force", by="Cleo"),
    fact("Cleo callsOn Board"),
    fact("Cleo authors Report1"),
    fact("Board respondsTo Report1"),
    fact("Report1 concerns Force"),
    fact("Board criticises Prison", document="x"),
    fact("Board criticises Prison", document="y"),
    fact("Board criticises Prison", status=Status.DENIED),
    fact("Zoë sanctions Prison", status=Status.ALLEGED),
    fact("New succeeds Force", valid_from="2020"),
)
# question, values, the column that names what is found, and the attribute of a finding or of its first claim
SAME = [
    ("overseers", ["Force"], "overseer", "name"),
    ("overseen", ["Board"], "overseen", "name"),
    ("shared", ["Board", "Force"], "shared", "name"),
    ("unwatched", [], "body", "name"),
    ("idle", ["2014"], "overseer", "name"),
    ("idle", ["2009"], "overseer", "name"),
    ("idle", ["2014", "Ministry"], "overseer", "name"),
    ("acts-without-duty", [], "actor", "name"),
    ("one-overseer", [], "body", "name"),
    ("inspectors", [], "inspector", "name"),
    ("inspectors", ["Board"], "inspector", "name"),
    ("tied", [], "overseer", "name"),
    ("revolving-doors", [], "name", "name"),
    ("calls", [], "called", "object"),
    ("calls", ["Force"], "called", "object"),
    ("unanswered", [], "called", "object"),
    ("own-word", [], "overseer", "subject"),
    ("contradictions", [], "subject", "subject"),
    ("contradictions", ["Zoë"], "subject", "subject"),
    ("two-heads", [], "body", "name"),
    ("timeline", ["Report1"], "subject", "subject"),
    ("lineage", ["New"], "successor", "subject"),
    ("says", ["Ann"], "subject", "subject"),
    ("says", ["Ann", "Board"], "subject", "subject"),
    ("alleged", [], "subject", "subject"),
    ("alleged", ["Board"], "subject", "subject"),
]
EDGES = ["chain", "circles", "connected", "between", "page-rank", "communities"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return store_of(tmp_path_factory.mktemp("sparql"), *FACTS)


def column(store: GraphStore, name: str, question: str, *values: str) -> set[str]:
    rows = store.query(question_sparql(question, *values, store=store)).records()
    return {str(row[name]) for row in rows}


@pytest.mark.parametrize(("question", "values", "name", "attribute"), SAME)
def test_the_query_finds_what_the_question_finds(
    store: GraphStore, question: str, values: list[str], name: str, attribute: str
) -> None:
    findings = ask(store, question, *values).findings
    if attribute == "name":
        expected = {finding.name for finding in findings}
    else:
        expected = {getattr(finding.statements[0], attribute) for finding in findings}
    assert column(store, name, question, *values) == expected


@pytest.mark.parametrize("question", EDGES)
def test_a_question_of_the_whole_network_shows_the_edges_it_walks(store: GraphStore, question: str) -> None:
    values = ["Force", "Ministry"] if question == "chain" else []
    claims = {link.claim for link in store.links if link.predicate.rpartition("#")[2] in ("oversees", "inspects")}
    claims |= {link.claim for link in store.links if link.predicate.endswith("investigates")}
    assert column(store, "claim", question, *values) == claims


def test_a_path_shows_every_asserted_claim_as_an_edge(store: GraphStore) -> None:
    claims = {link.claim for link in store.links if link.status is Status.ASSERTED}
    assert column(store, "claim", "path", "Board", "Prison") == claims


def test_corroboration_counts_documents_and_speakers(store: GraphStore) -> None:
    rows = list(store.query(question_sparql("corroborated", store=store)).records())
    first = rows[0]
    assert [str(first[name]) for name in ("documents", "speakers", "subject", "object")] == [
        "2",
        "0",
        "Board",
        "Prison",
    ]
    assert {str(row["subject"]) for row in rows if str(row["speakers"]) == "1"} == {"Agency", "Cleo"}
    named = store.query(question_sparql("uncorroborated", "Ann", store=store)).records()
    assert {str(row["subject"]) for row in named} == {"Ann"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_complete(question: str) -> None:
    asked = QUESTIONS[question]
    assert asked.name == question
    assert asked.group in GROUPS
    assert asked.title[0].isupper()
    assert asked.help.endswith(".")
    assert asked.query in named_queries()
    assert all(p.help for p in asked.parameters)
    required = [p.required for p in asked.parameters]
    assert required == sorted(required, reverse=True)  # what may be left out comes last


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_asked_about_has_its_place_in_the_query_or_the_question_says_what_is_done(question: str) -> None:
    asked = QUESTIONS[question]
    places = open_places(named_queries()[asked.query].sparql)
    for parameter in asked.parameters:
        placed = (parameter.variable or parameter.name) in places
        assert placed or asked.algorithm or parameter.kind is Kind.NUMBER


ALL = {QUESTIONS[question].query for question, *_ in SAME} | {"edges", "corroboration", "scrutiny", "chain"}


def test_the_query_of_every_question_is_tried() -> None:
    assert {question.query for question in QUESTIONS.values()} <= ALL | {"said-of"}
