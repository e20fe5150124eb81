"""JSON-LD 1.1: one object a subject, sorted, with a context of its own and nothing to fetch.

A property whose values are all IRIs, or all of one datatype, says so once in the context, so that
its values are plain strings.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from kg.graph.names import Names
from kg.graph.turtle import Graph, Value, by_subject
from kg.vocab import RDF, XSD


def jsonld(quads: Iterable[ox.Quad], prefixes: Mapping[str, str], *, base: str) -> str:
    """The quads as a JSON-LD document, with the prefixes they use."""
    graphs: dict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        graph = quad.graph_name
        graphs["" if isinstance(graph, ox.DefaultGraph) else _id(graph)].append(quad)
    names = Names(prefixes, base)
    types = _types(quad for some in graphs.values() for quad in some)
    nodes = _nodes(by_subject(graphs.pop("", [])), names, types)
    nodes += [{"@id": g, "@graph": _nodes(by_subject(graphs[g]), names, types)} for g in sorted(graphs)]
    document = {"@context": _context(names, types), "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _types(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """What all values of a property are: "@id", a datatype, or "" when they differ or are strings."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        value = quad.object
        is_literal = isinstance(value, ox.Literal)
        found[quad.predicate.value].add(value.datatype.value if is_literal else "@id")  # type: ignore[union-attr]
    plain = {XSD.string, RDF.langString}
    return {p: next(iter(types - plain)) if len(types) == 1 and types - plain else "" for p, types in found.items()}


def _context(names: Names, types: dict[str, str]) -> dict[str, Any]:
    terms = {names.curie(p) or p: types[p] for p in types if types[p] and p != RDF.type}
    coerced = {t: {"@type": kind if kind == "@id" else names.curie(kind) or kind} for t, kind in terms.items()}
    return {**dict(sorted(names.used.items())), **dict(sorted(coerced.items()))}


def _nodes(graph: Graph, names: Names, types: dict[str, str]) -> list[dict[str, Any]]:
    return [_node(subject, graph, names, types) for subject in sorted(graph, key=_id)]


def _node(subject: Any, graph: Graph, names: Names, types: dict[str, str]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _id(subject)}
    values: dict[str, list[Value]] = defaultdict(list)
    for predicate, value in graph[subject]:
        values[predicate].append(value)
    if kinds := values.pop(RDF.type, None):
        node["@type"] = sorted(names.curie(k.value) or k.value for k in kinds)  # type: ignore[union-attr]
    for predicate in sorted(values):
        written = [_value(v, types[predicate]) for v in sorted(values[predicate], key=str)]
        node[names.curie(predicate) or predicate] = written[0] if len(written) == 1 else written
    return node


def _value(value: Value, type_: str) -> Any:
    if not isinstance(value, ox.Literal):
        return _id(value) if type_ == "@id" else {"@id": _id(value)}
    if type_ or (value.datatype.value == XSD.string):
        return value.value
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return {"@value": value.value, "@type": value.datatype.value}


def _id(term: Any) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)
