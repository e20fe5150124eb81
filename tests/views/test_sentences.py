"""The sentences behind a line."""

from kg.graph import GraphStore
from kg.views.draw import diagram
from kg.views.sentences import sentences_of


def test_every_sentence_comes_with_its_source(store: GraphStore) -> None:
    drawn = diagram(store, relations="inspects")
    ((dated, undated),) = sentences_of(store, drawn)
    assert (dated.text, dated.title, dated.published) == ("HMIC inspected the force.", "Title one", "2014-09-16")
    assert (dated.source, dated.confidence) == ("one.txt", 0.8)
    assert (undated.title, undated.published, undated.speaker) == ("two", None, "Jo Smith")


def test_they_stand_in_the_order_of_the_edges(store: GraphStore) -> None:
    drawn = diagram(store)
    assert [said[0].text for said in sentences_of(store, drawn)] == [
        "It may oversee the mayor.",
        "HMIC inspected the force.",
    ]
