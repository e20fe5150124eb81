"""Measuring and breaking text without a font."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.views.text import ELLIPSIS, printable, width, wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Home Office", ("Home Office",)),
        (
            "South Yorkshire Police and Crime Commissioner",
            ("South Yorkshire Police and", "Crime Commissioner"),
        ),
        ("", ("",)),
    ],
)
def test_breaks_between_words(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 12, widest=185, most=3) == lines


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("word " * 2000, 12, widest=170, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith(ELLIPSIS)


@given(st.text(), st.integers(1, 4))
def test_lines_are_never_too_wide_nor_too_many(text: str, most: int) -> None:
    lines = wrap(text, 12, widest=170, most=most)
    assert len(lines) <= most
    assert all(width(line, 12) <= 170 for line in lines)


@given(st.text(max_size=60))
def test_wrapping_loses_nothing_that_fits(text: str) -> None:
    lines = wrap(text, 12, widest=170, most=1000)
    assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("a\u202eb", "ab"), ("a\x00\x1bb", "ab"), ("a\n\t b", "a b"), ("\ud800x", "x"), ("שלום", "שלום")],
)
def test_printable_keeps_to_what_xml_holds_and_cannot_reorder(raw: str, shown: str) -> None:
    assert printable(raw) == shown


def test_widths_are_never_less_than_a_narrow_guess() -> None:
    assert width("iiii", 10) < width("WWWW", 10)
    assert width("é", 10) >= width("e", 10)
    assert width("漢", 10) >= 10
