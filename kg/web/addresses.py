"""Where everything has its page: the path of an IRI, and of a place in a document."""

from urllib.parse import quote, urlencode, urlsplit

from kg import ids

PREFIX = "/id/"


def path_of(iri: str, base: str) -> str:
    """The page of an IRI: what follows the base of the store, below /id/; any other IRI as a parameter."""
    if iri.startswith(base):
        return PREFIX + quote(iri.removeprefix(base), safe="/")
    return f"/entity?{urlencode({'iri': iri})}"


def document_path(document: str, base: str) -> str:
    """The page of a document, by its id."""
    return path_of(ids.document(document, base=base), base)


def passage_path(document: str, start: int, end: int, base: str) -> str:
    """The page of a document, open at a passage."""
    return f"{document_path(document, base)}?at={start},{end}#at"


def web_address(text: str | None) -> str | None:
    """The text if it is an address that a browser may follow, http or https; else None."""
    if not text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    safe = parts.scheme in {"http", "https"} and parts.netloc and text.isprintable() and " " not in text
    return text if safe else None
