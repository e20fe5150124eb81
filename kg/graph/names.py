"""Short names of terms, as Turtle and its kin write them."""

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.vocab import XSD

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*)")  # a part of what is allowed: never needs an escape
_KIND = re.compile(r"([a-z]+)/")
_SPLIT = re.compile(r"(.*[#/])([^#/]*)", re.DOTALL)
_BARE = {
    XSD.integer: re.compile(r"[+-]?\d+"),
    XSD.decimal: re.compile(r"[+-]?\d*\.\d+"),
    XSD.boolean: re.compile(r"true|false"),
}


class Names:
    """Shortens IRIs, and keeps note of the prefixes it used for the header.

    Beside the given prefixes each kind under the base has one of its own, as ``organisation:``.
    """

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        self._prefixes = dict(prefixes)
        self._by_namespace = {namespace: prefix for prefix, namespace in sorted(prefixes.items())}
        self._base = base
        self._seen: dict[str, str] = {}
        self.used: dict[str, str] = {}

    def iri(self, iri: str) -> str:
        """``ov:inspects``, or ``<https://...>`` where no prefix fits."""
        short = self._seen.get(iri)
        if short is None:
            short = self._seen[iri] = self.curie(iri) or str(ox.NamedNode(iri))
        return short

    def curie(self, iri: str) -> str | None:
        """The short name, or None where no prefix fits."""
        split = _SPLIT.fullmatch(iri)
        if not split or not _LOCAL.fullmatch(split[2]):
            return None
        prefix = self._by_namespace.get(split[1]) or self._kind_prefix(split[1])
        if prefix is None:
            return None
        self.used[prefix] = split[1]
        return f"{prefix}:{split[2]}"

    def term(self, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
        if isinstance(term, ox.NamedNode):
            return self.iri(term.value)
        return self._literal(term) if isinstance(term, ox.Literal) else str(term)

    def header(self) -> str:
        """The @prefix lines for what was used so far, sorted."""
        return "".join(f"@prefix {p}: <{namespace}> .\n" for p, namespace in sorted(self.used.items()))

    def _kind_prefix(self, namespace: str) -> str | None:
        kind = _KIND.fullmatch(namespace.removeprefix(self._base)) if namespace.startswith(self._base) else None
        if not kind or kind[1] in self._prefixes:
            return None
        self._by_namespace[namespace] = kind[1]
        return kind[1]

    def _literal(self, literal: ox.Literal) -> str:
        datatype = literal.datatype.value
        if literal.language or datatype == XSD.string:
            return str(literal)
        bare = _BARE.get(datatype)
        if bare and bare.fullmatch(literal.value):
            return literal.value
        return f"{ox.Literal(literal.value)}^^{self.iri(datatype)}"
