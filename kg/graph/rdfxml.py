"""RDF/XML by the engine's writer, made well-formed and the same every time."""

import re
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.graph import terms

_ROOT = re.compile(rb"<rdf:RDF ([^>]*)>")
_NAMESPACE = re.compile(rb'xmlns:[^=]+="[^"]*"')


def rdfxml(quads: Iterable[ox.Quad | ox.Triple], prefixes: Mapping[str, str]) -> bytes:
    """The triples as RDF/XML, sorted; characters XML has no way to write become U+FFFD."""
    triples = sorted((_triple(quad) for quad in quads), key=str)
    xml = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=dict(prefixes)) or b""
    # A parser turns a carriage return into a line feed unless it is written as a reference.
    return _ROOT.sub(_sorted_root, xml.replace(b"\r", b"&#13;"), count=1)


def _triple(quad: ox.Quad | ox.Triple) -> ox.Triple:
    object_ = quad.object
    if isinstance(object_, ox.Literal) and (safe := terms.xml_safe(object_.value)) != object_.value:
        object_ = ox.Literal(safe, language=object_.language, datatype=None if object_.language else object_.datatype)
    return ox.Triple(quad.subject, quad.predicate, object_)


def _sorted_root(root: re.Match[bytes]) -> bytes:
    return b"<rdf:RDF " + b" ".join(sorted(_NAMESPACE.findall(root[1]))) + b">"
