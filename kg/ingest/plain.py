"""Plain text: kept exactly as it is, because readers will compare offsets with the file."""

from kg.ingest import dates
from kg.ingest.content import Content, clean
from kg.ingest.encoding import decode


def read_text(data: bytes) -> Content:
    """Text of a .txt file; the title is its first line that is no date or number."""
    text = clean(decode(data))
    return Content(text, dates.first_undated_line(text), dates.published(text))
