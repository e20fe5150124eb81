"""Writing a graph for other programs: one exporter a file, all of them in one table.

An exporter is a function from an open store to bytes on a stream. Formats for triples (Turtle,
N-Triples, RDF/XML) hold the default graph: what was found, and plain triples for what is asserted.
Formats for quads (N-Quads, TriG, JSON-LD) hold the graph of what follows from it too. GraphML, GEXF
and CSV hold every claim as an edge with its status; DOT and Mermaid, which are pictures, hold who
scrutinises whom, with its status where it is not asserted, and nothing that is denied. The same
graph gives the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from kg.errors import InputError
from kg.export import gexf, graphml, jsonld, nquads, ntriples, picture, rdfxml, spreadsheet, trig, turtle
from kg.export.files import replaced
from kg.graph import GraphStore

Write: TypeAlias = Callable[[GraphStore, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: how to write it, the suffixes that mean it, its media type."""

    write: Write
    suffixes: tuple[str, ...]
    media_type: str


EXPORTERS: dict[str, Exporter] = {
    "turtle": Exporter(turtle.write, (".ttl",), "text/turtle"),
    "trig": Exporter(trig.write, (".trig",), "application/trig"),
    "nquads": Exporter(nquads.write, (".nq",), "application/n-quads"),
    "ntriples": Exporter(ntriples.write, (".nt",), "application/n-triples"),
    "jsonld": Exporter(jsonld.write, (".jsonld",), "application/ld+json"),
    "rdfxml": Exporter(rdfxml.write, (".rdf", ".xml"), "application/rdf+xml"),
    "graphml": Exporter(graphml.write, (".graphml",), "application/graphml+xml"),
    "gexf": Exporter(gexf.write, (".gexf",), "application/gexf+xml"),
    "dot": Exporter(picture.write_dot, (".dot", ".gv"), "text/vnd.graphviz"),
    "mermaid": Exporter(picture.write_mermaid, (".mmd",), "text/vnd.mermaid"),
    "csv": Exporter(spreadsheet.write, (".csv",), "text/csv"),
}


def write(store: GraphStore, target: str | Path | BinaryIO, format: str | None = None) -> None:  # noqa: A002
    """Export to a file, whole or not at all, or to an open binary stream.

    The suffix of a file names its format; a stream must be told. Either may be given one,
    as a key of EXPORTERS or as a suffix.
    """
    exporter = _exporter(target, format)
    if not isinstance(target, str | Path):
        exporter.write(store, target)
        return
    with replaced(Path(target)) as stream:
        exporter.write(store, stream)


def _exporter(target: str | Path | BinaryIO, format_: str | None) -> Exporter:
    if format_ is not None:
        return EXPORTERS.get(format_) or _by_suffix(f".{format_.lstrip('.')}", f"{format_!r}")
    if not isinstance(target, str | Path):
        raise InputError(f"a stream needs a format; choose from {', '.join(EXPORTERS)}")
    return _by_suffix(Path(target).suffix.lower(), str(target))


def _by_suffix(suffix: str, asked: str) -> Exporter:
    for exporter in EXPORTERS.values():
        if suffix in exporter.suffixes:
            return exporter
    choices = " ".join(suffix for exporter in EXPORTERS.values() for suffix in exporter.suffixes)
    raise InputError(f"{asked}: no export format has the suffix {suffix!r}; choose from {choices}")


__all__ = ["EXPORTERS", "Exporter", "write"]
