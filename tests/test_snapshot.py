"""A snapshot says of a parsed text what the Doc says."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.snapshot import Snapshots, labelled, source_of

TEXTS = [
    "The Harbour Board, which oversees Elm Dock and Oak Dock, fined Larch Ltd £2m on 3 May 2019. It appealed.",
    "“We were not told,” said Ada Marsh, the board's chair; nor were they.\n\nMINUTES\n1. Apologies: T. Reid",
    "  two  spaces,\na tab\tand 😀 émigrés; 1,400 cases (sic) — no?",
    "OK",
    "",
]
VALUES = (
    *("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_"),
    *("is_alpha", "is_currency", "is_lower", "is_punct", "is_sent_start", "is_space", "is_title", "is_upper"),
    *("like_num", "is_stop", "is_quote", "shape_"),
)
ONE = ("head", "left_edge", "right_edge")
SEVERAL = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts")


def told(token: Any) -> list[Any]:
    """All there is to say of a token, other tokens by their places."""
    places = [[other.i for other in getattr(token, name)] for name in SEVERAL]
    sent = token.sent
    own = [*(getattr(token, name) for name in VALUES), *(getattr(token, name).i for name in ONE)]
    return [*own, *places, sent.start, sent.end, len(token), str(token), token.morph.get("Number")]


def bounds(span: Any) -> list[Any]:
    edges = [span.start, span.end, span.start_char, span.end_char]
    inner = [span.root.i, span.sent.start, [t.i for t in span]] if len(span) else []
    return [*edges, *inner, span.text, span.label_, len(span)]


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_tokens_and_spans_are_those_of_the_doc(nlp: Language, text: str) -> None:
    doc = nlp(text)
    seen = Snapshots().of(doc)
    assert [told(token) for token in seen] == [told(token) for token in doc]
    assert (len(seen), seen.text) == (len(doc), doc.text)
    if len(doc):
        assert [bounds(sent) for sent in seen.sents] == [bounds(sent) for sent in doc.sents]
    assert [bounds(ent) for ent in seen.ents] == [bounds(ent) for ent in doc.ents]
    for size in (1, 2, 5):
        for i in range(len(doc) - size + 1):
            assert bounds(seen[i : i + size]) == bounds(doc[i : i + size])


@pytest.mark.model
@given(start=st.integers(-60, 60), end=st.integers(-60, 60))
@settings(deadline=None, max_examples=60)
def test_slices_and_places_are_cut_as_those_of_the_doc(nlp: Language, start: int, end: int) -> None:
    doc = nlp.make_doc(TEXTS[0])
    seen = Snapshots().of(doc)
    mine, theirs = seen[start:end], doc[start:end]
    assert (mine.start, mine.end, mine.text) == (theirs.start, theirs.end, theirs.text)
    assert [t.i for t in mine[1:]] == [t.i for t in theirs[1:]]
    if -len(doc) <= start < len(doc):
        assert seen[start].i == doc[start].i
    else:
        with pytest.raises(IndexError):
            seen[start]


@pytest.mark.model
def test_what_is_set_by_hand_is_seen_and_what_is_set_later_is_not(nlp: Language) -> None:
    doc = nlp(TEXTS[0])
    doc[1].head, doc[1].dep_ = doc[7], "nsubj"
    doc.spans["names"] = [Span(doc, 1, 3, label="Organisation")]
    snapshots = Snapshots()
    seen = snapshots.of(doc)
    assert [told(token) for token in seen] == [told(token) for token in doc]
    assert [bounds(span) for span in seen.spans["names"]] == [bounds(span) for span in doc.spans["names"]]
    doc[0].lemma_ = "a"
    assert (seen[0].lemma_, snapshots.of(doc)[0].lemma_) == ("the", "a")


def plain(words: list[str]) -> Doc:
    return Doc(English().vocab, words=words)


def test_another_vocabulary_is_another_memory() -> None:
    snapshots = Snapshots()
    first, second = (snapshots.of(plain(words)) for words in (["Elm", "Dock"], ["Dock", "Elm", "7"]))
    assert [[t.text for t in seen] for seen in (first, second)] == [["Elm", "Dock"], ["Dock", "Elm", "7"]]
    assert [t.like_num for t in second] == [False, False, True]


def test_a_set_of_tokens_has_the_order_of_the_text_and_tokens_compare_by_place() -> None:
    seen = Snapshots().of(plain(["Elm", "Dock", "and", "Oak", "Dock"]))
    assert [t.i for t in {seen[4], seen[1], seen[3]}] == [1, 3, 4]
    assert (seen[1] == seen[4], seen[1] < seen[4], seen[4] >= seen[4], max(seen).i) == (False, True, True, 4)
    with pytest.raises(IndexError):
        seen[0].nbor(-1)


def test_an_attribute_that_no_rule_uses_is_an_error() -> None:
    token = Snapshots().of(plain(["Elm"]))[0]
    with pytest.raises(AttributeError, match="sentiment"):
        token.sentiment  # noqa: B018 - the look is what is tested


def test_labelled_spans_are_of_what_they_were_asked_of() -> None:
    doc = plain(["Elm", "Dock"])
    seen = Snapshots().of(doc)
    mine, theirs = labelled(seen, 0, 2, "Place"), labelled(doc, 0, 2, "Place")
    assert (mine.text, mine.label_, mine.doc) == (theirs.text, theirs.label_, seen)
    assert isinstance(theirs, Span)
    assert (source_of(seen), source_of(doc)) == (doc, doc)
    assert {labelled(seen, 0, 2, "Place"), mine} == {mine}
    assert mine not in (labelled(seen, 0, 1, "Place"), labelled(seen, 0, 2, "Person"))
