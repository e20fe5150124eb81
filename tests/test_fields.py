"""Another field without code: who owns, founded, acquired and funds whom (``ontology/fields``)."""

from pathlib import Path

import pytest

import kg
from kg.errors import OntologyError
from kg.graph import GraphStore, open_store
from kg.lexicon import load_lexicon
from kg.types import Status
from kg.vocab import data_path, load_ontology

FIELD = data_path("ontology", "fields")
ONTOLOGY, LEXICON = FIELD / "ownership.ttl", FIELD / "ownership-lexicon.ttl"
OWN = "https://example.org/ownership#"

TEXT = """Brightwater plc has acquired Hollin Foods Ltd, which opened in 1997, for £12m.

Marta Hollin set up Hollin Foods in 1998, and the Baltic Growth Fund invested £3m in Hollin Foods in 2019.

Brightwater plc is owned by Osterberg AG, which also has a 30% stake in Pellworm Dairies.

Osterberg AG denied that it had bought Kestrel Bakeries. Osterberg AG may acquire Norlund Mills next year.

The Competition Authority criticised Osterberg AG over its report on the sale.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    folder = tmp_path_factory.mktemp("field")
    (folder / "deals.txt").write_text(TEXT)
    kg.build([folder / "deals.txt"], store=folder / "graph.kg", ontology=ONTOLOGY, lexicon=LEXICON)
    return open_store(folder / "graph.kg")


def said(store: GraphStore) -> set[tuple[str, str, str, Status]]:
    name = {entity.iri: entity.name for entity in store.entities()}
    return {
        (name[c.subject], c.predicate.removeprefix(OWN), name[c.object], c.status)
        for relation in store.ontology.relations
        for c in store.claims(relation)
    }


@pytest.mark.model
def test_a_graph_of_the_other_field(store: GraphStore) -> None:
    assert said(store) == {
        ("Brightwater plc", "acquired", "Hollin Foods Ltd", Status.ASSERTED),
        ("Marta Hollin", "founded", "Hollin Foods Ltd", Status.ASSERTED),
        ("Baltic Growth Fund", "funds", "Hollin Foods Ltd", Status.ASSERTED),
        ("Osterberg AG", "owns", "Brightwater plc", Status.ASSERTED),
        ("Osterberg AG", "owns", "Pellworm Dairies", Status.ASSERTED),
        ("Osterberg AG", "acquired", "Kestrel Bakeries", Status.DENIED),
        ("Osterberg AG", "acquired", "Norlund Mills", Status.PROPOSED),
    }


@pytest.mark.model
def test_a_date_told_in_passing_is_not_that_of_the_deal(store: GraphStore) -> None:
    starts = {c.predicate.removeprefix(OWN): c.details.valid_from for c in store.claims() if c.object.endswith("ltd")}
    assert starts["acquired"] is None
    assert starts["founded"] == "1998"


@pytest.mark.model
def test_nothing_of_oversight_is_in_it(store: GraphStore) -> None:
    """The Competition Authority's criticism is no relation of this field."""
    assert all(relation.startswith(OWN) for relation in store.ontology.relations)
    assert "Competition Authority" not in {entity.name for entity in store.entities()}


@pytest.mark.model
def test_things_are_of_the_class_their_relations_ask_for(store: GraphStore) -> None:
    kinds = {entity.name: entity.kind.rsplit("#", 1)[-1] for entity in store.entities()}
    assert kinds["Hollin Foods Ltd"] == "Company"  # only companies are acquired
    assert kinds["Baltic Growth Fund"] == "Organisation"
    assert kinds["Marta Hollin"] == "Person"


@pytest.mark.model
def test_it_is_checked_against_its_own_ontology_and_drawn(store: GraphStore, tmp_path: Path) -> None:
    graph = kg.open(store.path)
    assert graph.validate().conforms
    graph.draw(tmp_path / "owners.svg")
    drawn = (tmp_path / "owners.svg").read_text()
    assert "Osterberg AG" in drawn
    assert "Kestrel Bakeries" not in drawn  # nor is anything else that is denied


def test_general_words_stay_and_frames_of_other_relations_go() -> None:
    lexicon = load_lexicon(LEXICON, ONTOLOGY)
    assert "deny" in lexicon.evoking("Denying", "verb")
    relations = {frame.relation for entry in lexicon.entries for frame in entry.frames}
    assert relations == set(load_ontology(ONTOLOGY).relations)
    assert lexicon.roles.censure == ""


def test_a_frame_of_a_relation_nobody_declared_is_an_error(tmp_path: Path) -> None:
    wrong = tmp_path / "lexicon.ttl"
    wrong.write_text(LEXICON.read_text().replace("own:funds", "own:sues"))
    with pytest.raises(OntologyError, match=r"lexicon\.ttl.*ownership#sues, which is no relation"):
        load_lexicon(wrong, ONTOLOGY)
