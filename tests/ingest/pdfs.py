"""A writer of the smallest PDF files that have what a test needs."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """A line of text at a place on a page, in points from the bottom left."""

    x: float
    y: float
    text: str
    size: float = 11


def column(text: str, x: float = 72, top: float = 720, *, size: float = 11, leading: float = 14) -> list[Words]:
    """The lines of a text one under another; an empty line leaves a gap."""
    lines = text.strip("\n").split("\n")
    return [Words(x, top - i * leading, line, size) for i, line in enumerate(lines) if line]


def make_pdf(pages: Iterable[Sequence[Words]], *, info: str = "") -> bytes:
    """A PDF with one standard font; ``info`` is the inside of its information dictionary."""
    streams = ["\n".join(_show(words) for words in page).encode("cp1252") for page in pages]
    return pdf_of([f"<< /Length {len(s)} >>\nstream\n".encode() + s + b"\nendstream" for s in streams], info=info)


def flate_pdf(content: bytes, times: int) -> bytes:
    """A PDF whose only page is compressed several times over."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = "/FlateDecode " * times
    head = f"<< /Length {len(content)} /Filter [{filters}] >>\nstream\n".encode()
    return pdf_of([head + content + b"\nendstream"])


def pdf_of(contents: list[bytes], *, info: str = "") -> bytes:
    """A PDF of one page for each content stream."""
    first = 5
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode(),
    ]
    for i, content in enumerate(contents):
        page = f"/MediaBox [0 0 595 842] /Contents {first + 2 * i + 1} 0 R"
        fonts = "/Resources << /Font << /F1 3 0 R >> >>"
        objects += [f"<< /Type /Page /Parent 2 0 R {page} {fonts} >>".encode(), content]
    return _assemble(objects)


def _assemble(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def _show(words: Words) -> str:
    text = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {words.size} Tf {words.x} {words.y} Td ({text}) Tj ET"
