"""PDF: whole sentences whatever the page did to them, and every fault with its name."""

import io

import pytest
from pypdf import PdfWriter

from kg.errors import InputError
from kg.ingest import layout, pdf
from kg.ingest.worker import read_content
from tests.ingest.pdfs import Words, column, make_pdf

FIRST = """South Yorkshire Police must do more to im-
prove, inspectors said on Wednesday. The oﬃcers
who were asked had not been told of the policy."""
SECOND = """A second inspection found that the force had
failed to learn. Its chief constable said that"""
THIRD = """work had begun, and that the commissioner
agreed. She did not say when it would end."""


def bound(page: list[Words], number: int) -> list[Words]:
    head = Words(72, 800, f"Inspectorate of Policing   Annual report {number}", 9)
    return [head, *page, Words(290, 30, f"Page {number} of 3", 9)]


def report() -> bytes:
    heading = Words(72, 750, "What we found", 18)
    pages = [
        [heading, *column(FIRST.replace("ﬃ", "ffi"))],
        column(SECOND),
        [*column(THIRD), *column("4.2 The force is not\nalone in this.", top=600)],
    ]
    return make_pdf(
        [bound(page, i) for i, page in enumerate(pages, 1)],
        info="/Title (Policing in 2016) /CreationDate (D:20160504120000Z)",
    )


def test_paragraphs_are_whole() -> None:
    content = read_content(report(), ".pdf")
    assert content.text.split("\n\n") == [
        "What we found",
        "South Yorkshire Police must do more to improve, inspectors said on Wednesday. The officers"
        " who were asked had not been told of the policy.",
        "A second inspection found that the force had failed to learn. Its chief constable said"
        " that work had begun, and that the commissioner agreed. She did not say when it would end.",
        "4.2 The force is not alone in this.",
    ]
    assert (content.title, content.published) == ("Policing in 2016", "2016-05-04")


def test_two_columns_are_read_one_after_the_other() -> None:
    left = "The first column tells of\nan inspection that had\nnot yet been made when"
    right = "the second column began\nto tell of the answers."
    content = read_content(make_pdf([column(left, 72) + column(right, 320)]), ".pdf")
    assert content.text == " ".join(f"{left} {right}".split())


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The well-", "known force. It is known well."], "The well-known force. It is known well."),
        (["a long-", "term plan, as long-term plans go"], "a long-term plan, as long-term plans go"),
        (["the inspec-", "torate said"], "the inspectorate said"),
        (["the Anglo-", "Saxon force"], "the Anglo-Saxon force"),
        (["in 2014-", "2016 and"], "in 2014-2016 and"),
        (["it was – ", "said he – so"], "it was – said he – so"),
    ],
)
def test_divided_words(lines: list[str], text: str) -> None:
    page = [layout.Line(line, 0, 100, -12.0 * i, -12.0 * i, 10) for i, line in enumerate(lines)]
    assert layout.compose([page]) == text


def test_ligatures_become_letters() -> None:
    assert layout.compose([[layout.Line("The oﬃcer’s ﬁnding", 0, 100, 0, 0, 10)]]) == "The officer’s finding"


def test_a_line_that_only_one_page_has_at_its_head_stays() -> None:
    pages = [column("Summary of the first.\nMore."), column("Conclusion of the second.\nMore of it.")]
    assert "Summary of the first." in read_content(make_pdf(pages), ".pdf").text


def test_pypdf_reads_what_pdfium_cannot() -> None:
    pages, info = pdf._with_pypdf(report())
    assert "inspectors said on Wednesday. The officers who were asked" in layout.compose(pages)
    assert info["Title"] == "Policing in 2016"


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(report()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted(), "is encrypted; save a copy without the password"),
        (report()[: len(report()) // 2], "is truncated"),
        (make_pdf([[]]), "has no text layer.*run OCR first"),
        (b"\x8f\x01\xfe" * 999, "is not a PDF"),
        (b"%PDF-1.4\nnothing of the kind\n%%EOF\n", "is truncated or damaged"),
    ],
)
def test_faults_are_named(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_content(data, ".pdf")
