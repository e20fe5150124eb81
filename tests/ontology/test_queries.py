"""The named queries: each has its head, and gives the right rows with the sentence behind each."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph import named_queries
from kg.types import Entity
from kg.vocab import OV, RdfTerm, data_path, load_ontology, prefixes, value
from tests.ontology import case
from tests.questions.test_sparql import ALL as OF_QUESTIONS

FILES = sorted(data_path("ontology", "queries").glob("*.rq"))
SCRUTINY = ("scrutinises", "oversees", "inspects", "investigates", "sanctions")


def rows(graph: ox.Store, name: str, columns: str, **bound: Entity) -> list[tuple[str, ...]]:
    """Some columns of a query's answer, in its order; parameters are bound as VALUES."""
    query = data_path("ontology", "queries", f"{name}.rq").read_text("utf-8")
    for parameter, entity in bound.items():
        query, times = re.subn(rf"VALUES \?{parameter} {{ UNDEF }}", f"VALUES ?{parameter} {{ <{entity.iri}> }}", query)
        assert times, f"{name} has no parameter {parameter}"
    return _table(graph.query(query, use_default_graph_as_union=True), columns)


def _table(found: object, columns: str) -> list[tuple[str, ...]]:
    assert isinstance(found, ox.QuerySolutions)
    names = columns.split()
    return [tuple(_text(row[name]) for name in names) for row in found]


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    return "" if term is None else value(term).removeprefix(OV.base)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_every_query_says_what_it_asks(file: Path) -> None:
    query = named_queries()[file.stem]
    assert query.title != file.stem
    assert query.question.endswith("?")
    assert query.example.startswith(f"kg query {file.stem}")
    assert query.parameters == tuple(dict.fromkeys(re.findall(r"VALUES \?(\w+) { UNDEF }", query.sparql)))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_prefixes_are_those_of_the_ontology_and_all_are_used(file: Path) -> None:
    text = file.read_text("utf-8")
    for prefix, namespace in re.findall(r"PREFIX (\w+): <(.*)>", text):
        assert prefixes()[prefix] == namespace
        assert re.search(rf"(?<!PREFIX ){prefix}:\w", text)
    for local in re.findall(r"\bov:(\w+)", text):
        assert OV[local]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_query_about_oversight_names_every_kind_of_it(file: Path) -> None:
    ontology = load_ontology()
    kinds = {relation for relation in ontology.relations if ontology.is_a(relation, OV.scrutinises)}
    assert kinds == {OV[name] for name in SCRUTINY}
    if file.stem in {"overseers", "overseen", "chain", "unwatched"}:
        text = file.read_text("utf-8")
        assert "ov:scrutinises" in text  # which the store infers from each of them
        named = {name for name in SCRUTINY if f"ov:{name}" in text}
        assert named in ({"scrutinises"}, set(SCRUTINY))


ALL = {
    "who-inspected": (
        "inspector inspected from rating sentence document date",
        [
            ("Inspectorate", "Riverside Police", "2013", "inadequate", case.AGAIN, "again", ""),
            ("Inspectorate", "Riverside Police", "2013", "inadequate", "It looked in.", "d00", "2014-09-16"),
            (
                "Inspectorate",
                "Riverside Police",
                "2014-05",
                "",
                "The force was seen again.",
                "d02",
                "2014-09-16",
            ),
        ],
    ),
    "who-investigates": (
        "investigator investigated investigation stage content sentence",
        [
            ("Home Office", "", "open review", "", "", "The office is reviewing."),
            ("Inspectorate", "Riverside Police", "second inspection", "", "", "It came back."),
            (
                *("Watchdog", "Riverside Council", "Riverside inquiry", "under way", ""),
                "The watchdog runs the inquiry.",
            ),
            ("Watchdog", "Riverside Police", "", "", "an arrest", "The watchdog digs."),
        ],
    ),
    "who-wrote-report": (
        "author name concerns content sentence title",
        [("Prof Lane", "Lane report", "Riverside", "revealed neglect", "Lane wrote it.", "Title 9")],
    ),
    "who-called-on-whom": (
        "caller called content saidBy sentence",
        [("Anne Webb", "Ruth Hall", "to resign", "Anne Webb", "Hall must go, said Webb.")],
    ),
    "who-leads": (
        "leader body role from sentence",
        [
            ("Prof Lane", "Riverside inquiry", "", "", "Lane chairs it."),
            ("Ruth Hall", "Riverside Police", "chief constable", "2012", "Hall is chief."),
        ],
    ),
    "who-is-member": (
        "member relation body role former sentence",
        [
            ("Anne Webb", "memberOf", "Riverside Council", "councillor", "true", "Webb was a councillor."),
            ("Prof Lane", "leads", "Riverside inquiry", "", "", "Lane chairs it."),
            ("Ruth Hall", "leads", "Riverside Police", "chief constable", "", "Hall is chief."),
        ],
    ),
    "how-they-responded": (
        "responder answered content sentence",
        [("Riverside Police", "Lane report", "accepted it", "The force accepted it.")],
    ),
    "what-was-found": (
        "finder relation found rating content saidBy sentence",
        [
            (
                "Inspectorate",
                "criticises",
                "Riverside Police",
                "",
                "was slow",
                "Inspectorate",
                "The force was slow.",
            ),
            ("Inspectorate", "inspects", "Riverside Police", "inadequate", "", "", case.AGAIN),
            ("Inspectorate", "inspects", "Riverside Police", "inadequate", "", "", "It looked in."),
            ("Inspectorate", "praises", "Riverside Council", "", "did well", "", "The council did well."),
            ("Watchdog", "investigates", "Riverside Police", "", "an arrest", "", "The watchdog digs."),
        ],
    ),
    "overseers": (
        "overseer relation overseen",
        [
            ("Home Office", "oversees", "Inspectorate"),
            ("Home Office", "scrutinises", "Watchdog"),
            ("Inspectorate", "inspects", "Riverside Police"),
            ("Inspectorate", "inspects", "Riverside Police"),
            ("Watchdog", "investigates", "Riverside Police"),
            ("Watchdog", "sanctions", "Riverside Council"),
        ],
    ),
    "scrutiny": (
        "overseer relation overseen from",
        [
            ("Home Office", "oversees", "Inspectorate", ""),
            ("Home Office", "scrutinises", "Watchdog", ""),
            ("Inspectorate", "inspects", "Riverside Police", "2013"),
            ("Watchdog", "investigates", "Riverside Police", ""),
            ("Watchdog", "sanctions", "Riverside Council", ""),
        ],
    ),
    "unwatched": ("body", [("Home Office",), ("Old Board",)]),
    "criticism": (
        "critic criticised content sentence",
        [("Inspectorate", "Riverside Police", "was slow", "The force was slow.")],
    ),
    "praise": (
        "praiser praised content sentence",
        [("Inspectorate", "Riverside Council", "did well", "The council did well.")],
    ),
    "sanctions": (
        "sanctioner sanctioned amount sentence",
        [("Watchdog", "Riverside Council", "40000 GBP", "The council was fined.")],
    ),
    "appointments": (
        "appointer appointed role sentence",
        [("Home Office", "Prof Lane", "chair", "Lane was named chair.")],
    ),
    "removals-and-resignations": (
        "person relation subject object role sentence",
        [
            ("Anne Webb", "resignsFrom", "Anne Webb", "Riverside Council", "", "Webb stood down."),
            ("Ruth Hall", "removes", "Home Office", "Ruth Hall", "chief constable", "Hall was dismissed."),
        ],
    ),
    "referrals": (
        "referrer body content sentence",
        [("Riverside Police", "Watchdog", "an arrest", "The force went to the watchdog.")],
    ),
    "reports": (
        "name subject relation object sentence",
        [
            ("Lane report", "Prof Lane", "authors", "Lane report", "Lane wrote it."),
            ("Lane report", "Lane report", "concerns", "Riverside", "It is about the town."),
            ("Lane report", "Riverside inquiry", "produces", "Lane report", "It led to a report."),
            ("Lane report", "Riverside Council", "publishes", "Lane report", "The council published it."),
            ("Lane report", "Riverside Police", "respondsTo", "Lane report", "The force accepted it."),
        ],
    ),
    "alleged-only": (
        "subject relation object sentence",
        [("Home Office", "inspects", "Riverside Police", "The office allegedly looked in.")],
    ),
    "denied": (
        "subject relation object sentence",
        [("Watchdog", "investigates", "Riverside Police", "There is no investigation.")],
    ),
    "proposed": (
        "subject relation object sentence",
        [("Home Office", "removes", "Anne Webb", "Webb should be dismissed.")],
    ),
    "contradictions": (
        "subject relation object sentence deniedIn deniedBy",
        [
            (
                *("Watchdog", "investigates", "Riverside Police", "The watchdog digs."),
                *("There is no investigation.", "d28"),
            )
        ],
    ),
    "successors": (
        "successor predecessor from sentence",
        [("Watchdog", "Old Board", "2004", "The board gave way.")],
    ),
    "parts": ("part whole sentence", [("Inspectorate", "Home Office", "It belongs to the office.")]),
    "speakers": (
        "speaker subject relation object status content sentence",
        [
            (
                "Anne Webb",
                "Anne Webb",
                "callsOn",
                "Ruth Hall",
                "Asserted",
                "to resign",
                "Hall must go, said Webb.",
            ),
            (
                *("Inspectorate", "Inspectorate", "criticises", "Riverside Police"),
                *("Asserted", "was slow", "The force was slow."),
            ),
        ],
    ),
    "most-evidenced": (
        "places subject relation object status sentence",
        [("2", "Inspectorate", "inspects", "Riverside Police", "Asserted", case.AGAIN)],
    ),
}


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_query_about_nobody_in_particular_answers_for_all(graph: ox.Store, name: str) -> None:
    columns, expected = ALL[name]
    assert rows(graph, name, columns) == expected


ABOUT = [
    ("who-inspected", "from", {"about": case.FORCE}, [("2013",), ("2013",), ("2014-05",)]),
    ("who-inspected", "inspector", {"by": case.WATCHDOG}, []),
    (
        "who-investigates",
        "investigator investigation",
        {"about": case.COUNCIL},
        [("Watchdog", "Riverside inquiry")],
    ),
    (
        "who-investigates",
        "investigator investigation",
        {"about": case.OPEN_REVIEW},
        [("Home Office", "open review")],
    ),
    ("who-wrote-report", "author", {"about": case.TOWN}, [("Prof Lane",)]),
    ("who-wrote-report", "author", {"about": case.FORCE}, []),
    ("who-leads", "leader role", {"about": case.FORCE}, [("Ruth Hall", "chief constable")]),
    ("what-was-found", "relation content", {"about": case.COUNCIL}, [("praises", "did well")]),
    (
        "overseen",
        "relation overseen",
        {"about": case.WATCHDOG},
        [("investigates", "Riverside Police"), ("sanctions", "Riverside Council")],
    ),
    ("removals-and-resignations", "relation", {"about": case.WEBB}, [("resignsFrom",)]),
    ("alleged-only", "relation", {"by": case.OFFICE}, [("inspects",)]),
    ("speakers", "object", {"about": case.WEBB}, [("Ruth Hall",)]),
    (
        "said-of",
        "subject relation object status",
        {"about": case.OLD},
        [("Watchdog", "succeeds", "Old Board", "Asserted")],
    ),
    (
        *("chain", "overseer relation overseen places sentence", {"about": case.FORCE}),
        [
            ("Home Office", "oversees", "Inspectorate", "1", "The office answers for it."),
            ("Home Office", "scrutinises", "Watchdog", "1", "The office keeps an eye on it."),
            ("Inspectorate", "inspects", "Riverside Police", "2", case.AGAIN),
            ("Watchdog", "investigates", "Riverside Police", "1", "The watchdog digs."),
        ],
    ),
    (
        "investigations",
        "stage from relation",
        {"about": case.FORCE},
        [("", "2014-05", "concerns"), ("", "2014-05", "conducts")],
    ),
    (
        *("investigations", "name stage relation subject object", {"about": case.INQUIRY}),
        [
            ("Riverside inquiry", "under way", "commissions", "Riverside Council", "Riverside inquiry"),
            ("Riverside inquiry", "under way", "concerns", "Riverside inquiry", "Riverside Council"),
            ("Riverside inquiry", "under way", "conducts", "Watchdog", "Riverside inquiry"),
            ("Riverside inquiry", "under way", "leads", "Prof Lane", "Riverside inquiry"),
            ("Riverside inquiry", "under way", "produces", "Riverside inquiry", "Lane report"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "columns", "bound", "expected"), ABOUT)
def test_a_query_about_an_entity_answers_for_it_alone(
    graph: ox.Store, name: str, columns: str, bound: dict[str, Entity], expected: list[tuple[str, ...]]
) -> None:
    assert rows(graph, name, columns, **bound) == expected


@pytest.mark.parametrize(("name", "columns", "bound", "expected"), ABOUT)
def test_binding_by_the_engine_gives_the_same_rows(
    graph: ox.Store, name: str, columns: str, bound: dict[str, Entity], expected: list[tuple[str, ...]]
) -> None:
    query = data_path("ontology", "queries", f"{name}.rq").read_text("utf-8")
    (parameter, entity) = next(iter(bound.items()))
    if f"?{parameter}" not in query.split("WHERE", 1)[0].split("SELECT", 1)[1].split():
        query = query.replace("\nWHERE", f" ?{parameter}\nWHERE", 1)
    values: dict[ox.Variable, RdfTerm] = {ox.Variable(parameter): ox.NamedNode(entity.iri)}
    found = graph.query(query, use_default_graph_as_union=True, substitutions=values)
    assert _table(found, columns) == expected


def test_sources_count_the_claims_each_supports(graph: ox.Store) -> None:
    counted = rows(graph, "sources", "document claims sentences")
    assert counted[:2] == [("again", "1", "1"), ("d00", "1", "1")]
    assert len(counted) == len(case.FACTS) + 1


def test_every_query_is_tested() -> None:
    tested = ALL.keys() | {name for name, *_ in ABOUT} | {"sources"} | OF_QUESTIONS
    assert {file.stem for file in FILES} == tested
    assert len(FILES) >= 20
