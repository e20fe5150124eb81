"""Each reader by itself, in this process: what it keeps, what it leaves out, and what it refuses."""

import io
import zipfile
from email.message import EmailMessage
from xml.etree.ElementTree import Element, SubElement, tostring

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import OxmlElement

from kg.errors import InputError
from kg.ingest.worker import read_content

ARTICLE = "Inspectors went back to South Yorkshire Police and found that little had changed. " * 8


# --- plain text


def test_text_is_kept_as_it_is() -> None:
    content = read_content(b"\xef\xbb\xbf  Force told\r\n\r\n\tto  improve \rnow\x08.\x0c\n\n", ".txt")
    assert content.text == "  Force told\n\n\tto  improve \nnow�.\n\n\n"
    assert content.title == "Force told"


def test_a_long_first_line_is_no_title() -> None:
    assert read_content(ARTICLE.encode(), ".txt").title is None


# --- Markdown

MARKDOWN = """---
title: "Force told to improve"
author: nobody
date: 2016-05-04
---
# What *inspectors* found

The [inspectorate](https://example.org) went
back to the **force**.

- Calls were missed
- Staff had left

> "It is not good enough," she said.

| Force | Grade |
|-------|-------|
| South Yorkshire | Inadequate |

<p>The <i>commissioner</i> answered.</p>
"""


def test_markdown_becomes_plain_paragraphs() -> None:
    content = read_content(MARKDOWN.encode(), ".md")
    assert content.text.split("\n\n") == [
        "What inspectors found",
        "The inspectorate went back to the force.",
        "Calls were missed",
        "Staff had left",
        '"It is not good enough," she said.',
        "Force | Grade",
        "South Yorkshire | Inadequate",
        "The commissioner answered.",
    ]
    assert (content.title, content.published) == ("Force told to improve", "2016-05-04")


def test_markdown_without_front_matter_takes_its_heading() -> None:
    content = read_content(b"4 May 2016\n\n# Force told to improve\n\nText.", ".md")
    assert (content.title, content.published) == ("Force told to improve", "2016-05-04")


# --- HTML


def page(body: str, head: str = "<title>Force told to improve</title>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_html_keeps_the_article_in_blocks() -> None:
    menu = "<nav><a href='/'>Home</a> <a href='/crime'>Crime</a></nav>"
    article = f"<article><h1>Force told</h1><p>{ARTICLE}</p><h2>Grades</h2><p>They were<br>low.</p></article>"
    content = read_content(page(menu + article + "<footer>Copyright 2019</footer>"), ".html")
    assert content.text.split("\n\n") == ["Force told", ARTICLE.strip(), "Grades", "They were\nlow."]
    assert content.title == "Force told"


def test_html_falls_back_to_visible_text() -> None:
    rows = "".join(f"<tr><td>Force {i}</td><td>Inadequate</td></tr>" for i in range(30))
    content = read_content(page(f"<form>Search</form><table>{rows}</table><script>var x = 1</script>"), ".htm")
    assert content.text.startswith("Force 0 | Inadequate\n\nForce 1 | Inadequate")
    assert "var x" not in content.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2016-05-04T10:00:00+01:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2016-05-04"}</script>',
    ],
)
def test_html_date_comes_from_the_markup(head: str) -> None:
    assert read_content(page(f"<p>{ARTICLE}</p>", head), ".html").published == "2016-05-04"


def test_html_date_comes_from_the_dateline() -> None:
    assert read_content(page(f"<p>Leeds, 4 May 2016</p><p>{ARTICLE}</p>"), ".html").published == "2016-05-04"


def test_html_without_a_date_gets_none() -> None:
    assert read_content(page(f"<p>{ARTICLE}</p><footer>© 2019</footer>"), ".html").published is None


@pytest.mark.parametrize("declaration", ['<meta charset="iso-8859-2">', '<?xml version="1.0" encoding="iso-8859-2"?>'])
def test_html_in_its_declared_charset(declaration: str) -> None:
    source = f"{declaration}<html><body><p>Najwyższa Izba Kontroli: źródła</p></body></html>"
    assert read_content(source.encode("iso8859_2"), ".html").text == "Najwyższa Izba Kontroli: źródła"


def test_html_soft_hyphens_do_not_break_words() -> None:
    assert read_content(page("<p>The inspec&shy;torate</p>"), ".html").text == "The inspectorate"


# --- Word


def word_bytes(document: Word) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_word_keeps_headings_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.core_properties.title = "Force told to improve"
    document.add_heading("Findings", 1)
    document.add_paragraph("Inspectors went").add_run(" back.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "South Yorkshire", "Inadequate"
    document.add_paragraph("The end.")
    content = read_content(word_bytes(document), ".docx")
    assert content.text == "Findings\n\nInspectors went back.\n\nSouth Yorkshire | Inadequate\n\nThe end."
    assert content.title == "Force told to improve"
    assert content.published is None  # the date of the template is nobody's


def test_word_keeps_insertions_and_leaves_deletions_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The force ")
    for tag, text_tag, words in (("w:ins", "w:t", "failed"), ("w:del", "w:delText", "passed")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    assert read_content(word_bytes(document), ".docx").text == "The force failed"


def test_word_bomb_is_refused_before_it_is_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (250 * 2**20))
    with pytest.raises(InputError, match="would inflate to 250 MB in 1 parts"):
        read_content(out.getvalue(), ".docx")


def test_word_faults_are_named() -> None:
    whole = word_bytes(docx.Document())
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
    cases = [
        (whole[: len(whole) // 2], "truncated or damaged"),
        (b"Just words", "is not a Word file"),
        (ole, "is an old .doc"),
        (ole + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    ]
    for data, reason in cases:
        with pytest.raises(InputError, match=reason):
            read_content(data, ".docx")


def test_another_zip_is_no_word_file() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        root = Element("root")
        SubElement(root, "child").text = "words"
        archive.writestr("content.xml", tostring(root))
    with pytest.raises(InputError, match="is not a Word file, or a damaged one"):
        read_content(out.getvalue(), ".docx")


# --- mail


def message(subject: str = "Fwd: Inspección de la policía") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = subject, "a@example.org", "b@example.org"
    mail["Date"] = "Wed, 04 May 2016 23:30:00 +0100"
    return mail


def test_mail_prefers_plain_text() -> None:
    mail = message()
    mail.set_content("The force’s grade is low.\n", charset="windows-1252")
    mail.add_alternative("<p>Other words</p>", subtype="html")
    mail.add_attachment(b"\0\1", maintype="application", subtype="pdf", filename="x.pdf")
    content = read_content(mail.as_bytes(), ".eml")
    assert content.text == "The force’s grade is low.\n"
    assert (content.title, content.published) == ("Fwd: Inspección de la policía", "2016-05-04")


def test_mail_of_html_only_goes_through_the_html_reader() -> None:
    mail = message()
    mail.set_content("<html><body><h1>Grade</h1><p>The grade is <b>low</b>.</p></body></html>", subtype="html")
    assert read_content(mail.as_bytes(), ".eml").text == "Grade\n\nThe grade is low."


@pytest.mark.parametrize("date", ["", "yesterday", "Wed, 34 May 2016 99:00:00"])
def test_mail_with_a_bad_date_gets_none(date: str) -> None:
    assert read_content(f"Subject: Grades\nDate: {date}\n\nLow.\n".encode(), ".eml").published is None


def nested(depth: int) -> bytes:
    opening = (f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return b"Subject: x\n" + "".join(opening).encode() + b"Content-Type: text/plain\n\nHello\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (nested(3000), "3001 parts, 3000 of them nested"),
        (b"Subject: x\nTo: " + b"a@b.c, " * 60_000 + b"\n\nHello", "KB of headers, over the limit of 256 KB"),
        (b"Just words without a header", "is not a mail message"),
        (b"Subject: x\n\n", "holds no text"),
    ],
)
def test_mail_faults_are_named(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_content(data, ".eml")


def test_mail_nested_within_reason_is_read() -> None:
    assert read_content(nested(20), ".eml").text.strip() == "Hello"
