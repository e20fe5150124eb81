"""PDF: text by PDFium, with the places of its lines; by pypdf where PDFium fails."""

import io
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import InputError
from kg.ingest import dates, layout
from kg.ingest.content import Content
from kg.ingest.layout import Line

_HEAD = 1024  # where readers look for the header, and for the end-of-file mark from the other end
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_DATE = re.compile(r"D:((?:19|20)\d\d)(\d\d)(\d\d)")
_NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|indd|qxd|pdf|rtf)\s*$", re.IGNORECASE)
_LOCKED = "is encrypted; save a copy without the password"


def read_pdf(data: bytes) -> Content:
    """Text of a PDF in paragraphs; its date is that of a dateline, else of the file's own record."""
    if b"%PDF-" not in data[:_HEAD]:
        raise InputError("is not a PDF; give it its proper suffix")
    if b"%%EOF" not in data[-_HEAD:]:
        # PDFium would rebuild what there is of it and say nothing of what is missing.
        raise InputError("is truncated (it has no end-of-file mark); fetch it again")
    pages, info = _read(data)
    text = layout.compose(pages)
    if not text.strip():
        raise InputError("has no text layer (a scan?); run OCR first, for example ocrmypdf IN.pdf OUT.pdf")
    title = info.get("Title", "").strip()
    return Content(
        text,
        title=title if title and not _NO_TITLE.search(title) else dates.first_undated_line(text),
        published=dates.published(text) or _created(info.get("CreationDate", "")),
    )


def _read(data: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    from pypdfium2 import PdfiumError

    try:
        return _with_pdfium(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise InputError(_LOCKED) from error
    return _with_pypdf(data)


def _with_pdfium(data: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        pages = []
        for page in document:
            text = page.get_textpage()
            pages.append(list(_lines(text)))
            text.close()
            page.close()
        return pages, document.get_metadata_dict()
    finally:
        document.close()


def _lines(page: Any) -> Iterator[Line]:
    start = 0
    for text in page.get_text_range().split("\r\n"):
        words = text.strip()
        if words:
            first = start + text.index(words)
            yield _line(page, words, first, first + len(words) - 1)
        start += len(text) + 2


def _line(page: Any, words: str, start: int, end: int) -> Line:
    from pypdfium2 import raw

    first, middle, last = (
        # Characters that PDFium leaves out of the text still have a number.
        max(0, raw.FPDFText_GetCharIndexFromTextIndex(page, i))
        for i in (start, (start + end) // 2, end)
    )
    size = raw.FPDFText_GetFontSize(page, middle)
    left, top, *_ = page.get_charbox(first, loose=True)
    _, bottom, right, _ = page.get_charbox(last, loose=True)
    return Line(words, left, right, top, bottom, max(size, 1.0))


def _with_pypdf(data: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(_LOCKED)
        info = {key.lstrip("/"): str(value) for key, value in (reader.metadata or {}).items()}
        return [_unplaced(page.extract_text()) for page in reader.pages], info
    except PyPdfError as error:
        raise InputError("is truncated or damaged; fetch it again or print it to a new PDF") from error


def _unplaced(text: str) -> list[Line]:
    """Lines whose places are not known, set as a typewriter would."""
    return [
        Line(line.strip(), 0, 6.0 * len(line), -12.0 * i, -12.0 * i, 10)
        for i, line in enumerate(text.splitlines())
        if line.strip()
    ]


def _created(stamp: str) -> str | None:
    match = _DATE.match(stamp)
    return dates.iso("-".join(match.groups())) if match else None
