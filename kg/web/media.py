"""Formats and their media types, and which of them a request asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.web.negotiate import choose

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Format:
    """One format, by the name that is its suffix too, as it goes out."""

    name: str
    media_type: str  # the one asked for: a client that accepts application/json gets that


TABLES: Mapping[str, tuple[str, ...]] = {  # the first is the format's own
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
}
GRAPHS: Mapping[str, tuple[str, ...]] = {
    "ttl": ("text/turtle", "application/turtle", "application/x-turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
}
_ALSO = {"xml": "rdf", "json": "jsonld", "turtle": "ttl", "ntriples": "nt", "rdfxml": "rdf"}


def preferred(formats: Mapping[str, tuple[str, ...]], accept: str | None) -> Format | None:
    """The format a client would rather have, if it takes any."""
    names = _names(formats)
    chosen = choose(accept, list(names))
    return Format(names[chosen], chosen) if chosen else None


def _names(formats: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The name of each media type, the formats' own first."""
    own = {types[0]: name for name, types in formats.items()}
    others = {also: name for name, types in formats.items() for also in types[1:]}
    return own | others


def named(formats: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> Format | None:
    """The format that is asked for by name, if any is: ``format=csv``."""
    for name in names:
        found = name if name in formats else _ALSO.get(name)
        if found is not None and found in formats:
            return Format(found, formats[found][0])
    return None


def wants_page(accept: str | None) -> bool:
    """Whether a client would rather have a page than data; one that takes anything would."""
    return choose(accept, [HTML, *_names(GRAPHS)]) in (HTML, None)
