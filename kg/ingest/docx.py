"""Word files: every paragraph in document order, tables, text boxes, insertions and notes included."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.ingest import dates
from kg.ingest.content import Content

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEMBERS = 10_000
_INFLATED = 200 * 2**20
_RATIO = 300  # XML of long, dull tables reaches 100; a bomb passes 1,000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = ("/footnotes", "/endnotes")
_TEMPLATE_DATE = datetime(2013, 12, 23, 23, 15)  # python-docx's own template: says nothing of the document
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(data: bytes) -> Content:
    """Text of a .docx: deleted text and running heads left out, a table row on one line."""
    check_zip(data)
    package = _open(data)
    blocks = list(_blocks(package.element.body))
    for relation in package.part.rels.values():
        if relation.reltype.endswith(_NOTES):
            blocks += _note_blocks(relation.target_part.blob)
    text = "\n\n".join(blocks)
    return Content(
        text,
        title=package.core_properties.title or dates.first_undated_line(text),
        published=dates.published(text) or _created(package.core_properties.created),
    )


def check_zip(data: bytes) -> None:
    """Refuse an archive that would swell, before anything is inflated; InputError says why."""
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise InputError(("is protected by a password" if locked else "is an old .doc") + "; save it as plain .docx")
    if not data.startswith(b"PK"):
        raise InputError("is not a Word file; give it its proper suffix")
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError("is truncated or damaged; fetch it again or save it anew in Word") from error
    inflated = sum(member.file_size for member in members)
    if len(members) > _MEMBERS or inflated > _INFLATED or inflated > _RATIO * len(data) + 2**20:
        swollen = f"would inflate to {inflated / 2**20:.0f} MB in {len(members)} parts"
        raise InputError(f"{swollen}; it is no ordinary Word file: save it anew in Word, without its pictures")


def _open(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, PackageNotFoundError, XMLSyntaxError, zipfile.BadZipFile) as error:
        raise InputError("is not a Word file, or a damaged one; open and save it anew in Word") from error


def _blocks(root: "_Element") -> Iterator[str]:
    for element in root.iterchildren():
        if element.tag == f"{_W}p":
            yield from _paragraph(element)
        elif element.tag == f"{_W}tr":
            cells = (" ".join(_blocks(cell)) for cell in element.iterdescendants(f"{_W}tc"))
            row = " | ".join(cell for cell in cells if cell)
            yield from [row] if row else []
        elif element.tag != _FALLBACK:
            yield from _blocks(element)  # tables, content controls, insertions


def _paragraph(paragraph: "_Element") -> Iterator[str]:
    """The text of a paragraph, then that of the text boxes anchored in it."""
    boxes: list[_Element] = []
    text = "".join(_runs(paragraph, boxes)).strip()
    if text:
        yield text
    for box in boxes:
        yield from _blocks(box)


def _runs(element: "_Element", boxes: "list[_Element]") -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in (_FALLBACK, f"{_W}pPr", f"{_W}rPr"):  # pPr holds w:tab too: tab stops
            yield from _runs(child, boxes)


def _note_blocks(blob: bytes) -> list[str]:
    from docx.oxml import parse_xml

    return list(_blocks(parse_xml(blob)))


def _created(created: datetime | None) -> str | None:
    """The file's own date, least to be trusted: used when the text gives none."""
    if created is None or created.replace(tzinfo=None) == _TEMPLATE_DATE:
        return None
    return created.date().isoformat()
