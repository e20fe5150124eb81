"""``kg.open`` gives everything the command line can do with a graph, and iterators over what is in it."""

from pathlib import Path

import pytest
from rdflib import URIRef

import kg
from kg.graph import GraphStore
from kg.vocab import OV
from tests import sample


@pytest.fixture
def graph(sample_store: GraphStore) -> kg.Graph:
    return kg.open(sample_store.path)


def test_iterators_over_entities_claims_evidence_and_documents(graph: kg.Graph) -> None:
    assert {entity.name for entity in graph.entities()} == {
        "Bystander Trust",
        "Inspectorate",
        "Ministry",
        "Riverside Police",
    }
    assert sorted(claim.status for claim in graph.claims()) == ["Asserted", "Asserted", "Asserted", "Denied"]
    assert sample.DENIED in {graph.quote(evidence) for evidence in graph.evidence()}
    assert {document.id: document.text for document in graph.documents()} == sample.TEXTS


def test_find_goes_by_name_in_any_case(graph: kg.Graph) -> None:
    assert graph.find("riverside POLICE") == sample.FORCE
    with pytest.raises(kg.UnknownName) as error:
        graph.find("Riverside Polise")
    assert error.value.nearest[0] == "Riverside Police"


def test_query_and_ask(graph: kg.Graph) -> None:
    (row,) = graph.query("who-inspected", about="Riverside Police").records()
    assert row["sentence"] == sample.INSPECTED
    assert [finding.name for finding in graph.ask("overseers", "Inspectorate").findings] == ["Ministry"]


def test_network_and_rdflib_are_those_of_the_libraries(graph: kg.Graph) -> None:
    assert graph.network().has_edge(sample.MINISTRY.iri, sample.INSPECTORATE.iri)
    assert not graph.network().has_edge(sample.FORCE.iri, sample.BYSTANDER.iri)
    inspections = graph.rdflib().quads((None, URIRef(OV.inspects), None, None))
    assert [(str(s), str(o)) for s, _, o, _ in inspections] == [(sample.INSPECTORATE.iri, sample.FORCE.iri)]


def test_draw_and_export_write_files(graph: kg.Graph, tmp_path: Path) -> None:
    graph.draw(tmp_path / "o.svg", about="Inspectorate")
    graph.export(tmp_path / "g.ttl")
    graph.export(tmp_path / "g.data", "nquads")
    assert "Inspectorate" in (tmp_path / "o.svg").read_text("utf-8")
    assert "ov:inspects" in (tmp_path / "g.ttl").read_text("utf-8")
    assert sample.MINISTRY.iri in (tmp_path / "g.data").read_text("utf-8")


def test_drawings_timelines_entities_and_answers_show_themselves(graph: kg.Graph, tmp_path: Path) -> None:
    drawing = graph.drawing(about="Inspectorate", statuses=["asserted", "denied"])
    assert "<svg" in drawing._repr_html_()
    drawing.save(tmp_path / "o.pdf")
    assert (tmp_path / "o.pdf").read_bytes().startswith(b"%PDF")
    timeline = graph.timeline("Riverside Police")
    assert {event.sentence.text for event in timeline.timeline.undated if event.sentence} >= {sample.INSPECTED}
    assert sample.INSPECTED in graph.entity("riverside police")._repr_html_()
    assert '<td dir="auto">Ministry' in graph.ask("overseers", "Inspectorate")._repr_html_()


def test_checks(graph: kg.Graph) -> None:
    assert graph.validate().conforms
    assert graph.verify().verified
    assert graph.stats().documents == 2
    assert str(graph.store.path) in repr(graph)


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(kg.StoreError, match="no store there"):
        kg.open(tmp_path / "nowhere.kg")
