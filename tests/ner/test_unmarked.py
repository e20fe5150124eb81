"""Texts that came without their punctuation, read as if they had it."""

import re

import pytest

from kg.ner.unmarked import marked

WHOLE = (
    "Hargreave Calls Dock Fees Report a Wake-Up Call\n\n\n"
    "Today, the Inspector General of the Department of Ports released a report on the Harbor Loan (HL) program. "
    "The report, which Senator Ada M. Hargreave requested, found that Dorsal Corporation was paid 9.5 percent "
    "on loans, fees, and other charges, in violation of the U.S. Ports Act.\n\n"
    "The Inspector General's findings cover 3,400 lenders, brokers, and agents. Hargreave (D-NY), a member of the "
    "Ports Committee, said that the Department hasn't acted, and that the lenders, the brokers, and the agents "
    "knew it.\n\n"
    "Dorsal Corporation didn't answer."
)


def bare(text: str) -> str:
    """What such collections keep of a text: a blank for each mark and each end of a line."""
    return re.sub(r"[^\w\s]|\n", " ", text)


def test_offsets_stay_what_they_were() -> None:
    restored = marked(bare(WHOLE))
    assert len(restored) == len(WHOLE)
    words = [m.span() for m in re.finditer(r"\w+", WHOLE)]
    assert [m.span() for m in re.finditer(r"\w+", restored)] == words


@pytest.mark.parametrize(
    "piece",
    [
        "Today, the Inspector General",
        "Harbor Loan (HL) program. The report, which",
        "Senator Ada M. Hargreave requested, found",
        "9.5 percent on loans, fees, and other charges, in violation of the U.S. Ports Act.",
        "The Inspector General's findings cover 3,400 lenders, brokers, and agents.",
        "agents. Hargreave (D-NY), a member",
        "hasn't acted",
    ],
)
def test_the_marks_come_back(piece: str) -> None:
    assert piece in marked(bare(WHOLE)).replace("\n", " ")


def test_paragraphs_and_headings_come_back() -> None:
    lines = marked(bare(WHOLE)).split("\n")
    assert lines[0].strip() == "Hargreave Calls Dock Fees Report a Wake Up Call"  # a heading ends with no full stop
    assert [line.split()[0] for line in lines[1:]] == ["Today,", "The", "Dorsal"]


@pytest.mark.parametrize(
    "text",
    [WHOLE, bare(WHOLE)[:200], "Minutes of the board  item 1  item 2 " * 20 + ".", "words without any gap " * 40],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert marked(text) is text
