"""Identifiers: readable, deterministic, and never shared by two things."""

import re

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kg import ids
from kg.types import Document


def document(stem: str, sha: str) -> Document:
    return Document(id=stem, text="", source=f"{sha}/{stem}.txt", sha256=sha, identifier=stem)


def test_slug_keeps_words_and_drops_accents_and_apostrophes() -> None:
    assert ids.slug("Her Majesty’s Inspectorate") == "her-majestys-inspectorate"
    assert ids.slug("Fiosrú") == "fiosru"


@given(st.text())
def test_any_text_gives_a_valid_iri(text: str) -> None:
    iri = ids.entity("https://w3id.org/oversight/ns#Organisation", text)
    assert ox.NamedNode(iri).value == iri
    assert re.fullmatch(r"https://w3id\.org/oversight/id/organisation/[a-z0-9-]+", iri)


def test_two_files_of_one_name_get_ids_of_their_own() -> None:
    one, two = ids.document_ids([document("minutes", "b" * 64), document("minutes", "a" * 64)])
    assert (one.id, two.id) == ("minutes-aaaaaaaa", "minutes-bbbbbbbb")


def test_a_very_long_name_does_not_swallow_what_tells_two_files_apart() -> None:
    stem = "a-very-long-name-" * 8
    pair = ids.document_ids([document(stem, "a" * 64), document(stem, "b" * 64)])
    assert len({ids.document(doc.id) for doc in pair}) == 2


def test_the_same_file_given_twice_is_one_document() -> None:
    assert len(ids.document_ids([document("minutes", "a" * 64), document("minutes", "a" * 64)])) == 1


@given(st.permutations(["a", "b", "c", "d"]))
def test_order_of_the_files_changes_nothing(order: list[str]) -> None:
    docs = {name: document("minutes" if name in "ab" else name, name * 64) for name in "abcd"}
    assert ids.document_ids(docs[name] for name in order) == ids.document_ids(docs.values())
