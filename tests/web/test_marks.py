"""A text cut at every edge of a passage or a name."""

from hypothesis import given
from hypothesis import strategies as st

from kg.web.marks import Mark, paragraphs

TEXT = "One two three.\n\nFour five."


def test_pieces_know_the_passages_they_lie_in() -> None:
    (first, _) = paragraphs(TEXT, [Mark(0, 7, 0), Mark(4, 14, 1)], [])
    assert [(piece.text, piece.passages) for piece in first.pieces] == [
        ("One ", (0,)),
        ("two", (0, 1)),
        (" three.", (1,)),
        ("\n", ()),
    ]


def test_a_passage_ends_once() -> None:
    (first, _) = paragraphs(TEXT, [Mark(0, 14, 0)], [Mark(4, 7, 0)])
    assert [piece.ends for piece in first.pieces] == [(), (), (0,), ()]
    assert [piece.begins for piece in first.pieces] == [(0,), (), (), ()]
    assert [piece.name for piece in first.pieces] == [None, 0, None, None]


def test_a_passage_over_two_paragraphs_is_marked_in_both() -> None:
    both = paragraphs(TEXT, [Mark(4, 20, 0)], [])
    assert [[piece.passages for piece in one.pieces] for one in both] == [[(), (0,)], [(0,), ()]]


def test_what_is_sought_is_told_apart() -> None:
    (first, _) = paragraphs(TEXT, [], [], (4, 7))
    assert [piece.text for piece in first.pieces if piece.sought] == ["two"]


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6)


@given(st.text("ab \n", max_size=60), spans, spans)
def test_the_pieces_are_the_text(text: str, passages: list[tuple[int, int]], names: list[tuple[int, int]]) -> None:
    marks = [[Mark(s, s + n, i) for i, (s, n) in enumerate(some) if s + n <= len(text)] for some in (passages, names)]
    blocks = paragraphs(text, marks[0], [])
    for block in blocks:
        whole = "".join(piece.text for piece in block.pieces)
        assert text[block.start : block.start + len(whole)] == whole
    kept = "".join(piece.text for block in blocks for piece in block.pieces)
    assert "".join(kept.split()) == "".join(text.split())
