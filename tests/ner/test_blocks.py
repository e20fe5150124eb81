"""Cutting a text into blocks: lists, minutes, live blogs and tables end a block, a page's width does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ner.blocks import blocks, flatten

WRAPPED = """The inspectors spent three days at the home and found that its
records of medicines had not been kept for most of the year, and
that two of the people who live there had not seen a dentist since
the last visit. The owner has been told to put this right by June.
"""


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in blocks(text)]


def test_wrapped_lines_are_one_block() -> None:
    assert len(cut(WRAPPED)) == 1


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("NAIROBI, Feb 11 (Savanna Press) -", "A watchdog told the port to shut."),
        ("HALIFAX, NS and REGINA, SK, May 6, 2024 –", "Lotto Ltd broke the law."),
        ("LONDON/PARIS —", "The two agencies said so."),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str, rest: str) -> None:
    assert cut(f"{dateline} {rest}") == [dateline, rest]


@pytest.mark.parametrize(
    "line", ["PRESENT: Ann Lee and Jo Hay.", "DRAFT MINUTES – Audit Committee, 4 May", "Ann Lee – yes."]
)
def test_a_label_is_no_dateline(line: str) -> None:
    assert cut(line) == [line]


@pytest.mark.parametrize(
    "lines",
    [
        ["- records were lost", "- staff were not trained", "- the lift is broken"],
        ["MINUTES", "1. Apologies: Cllr P. Mistry", "2. Declarations of interest: none", "2.1 The Panel noted it"],
        ["10:42 - Clare Mbeki asks Mr Ford about the accounts", "10:51 - He says that he never saw them"],
        [
            "Chair: Dame Ruth Halloran, former minister for policing",
            "Secretary: Mr Peter Adeyemi of the Cabinet Office",
            "Treasurer: Ms Laura Kowalska, auditor at Marlow LLP",
            "Counsel: Mr Tom Hyde KC, instructed by the solicitor",
        ],
        [
            "The company was fined by the regulator on Monday morning.",
            "A spokesman said that it was a serious matter for everyone.",
            "The chief executive will leave before the summer is over.",
            "Shares in the company fell by a tenth in early trading.",
        ],
    ],
)
def test_each_line_is_a_block(lines: list[str]) -> None:
    assert cut("\n".join(lines)) == lines


@given(st.text(alphabet="aB .\n\t-1:", max_size=300))
def test_blocks_joined_are_the_text(text: str) -> None:
    spans = blocks(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert len(flatten(text)) == len(text)
