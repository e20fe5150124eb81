"""The one place where terms of Oxigraph, of rdflib and of our own turn into each other."""

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import LimitError, QueryError
from kg.graph.result import Result, ResultKind, Term, TermKind
from kg.vocab import XSD

if TYPE_CHECKING:
    from rdflib import term as rdf

type_of_date = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_STRING = XSD.string  # once: putting an IRI together takes a third as long as turning a term
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ABSOLUTE = re.compile(r"(https?|urn|file|mailto):\S+")
_XML_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def iri(text: str) -> ox.NamedNode:
    """An IRI; what may not stand in one is percent-encoded rather than refused."""
    try:
        return ox.NamedNode(text)
    except ValueError:
        return ox.NamedNode(_NOT_IN_IRI.sub(lambda found: quote(found.group()), text))


def literal(text: str) -> ox.Literal:
    return ox.Literal(text)


def typed(text: str, datatype: str) -> ox.Literal:
    return ox.Literal(text, datatype=iri(datatype))


def date(text: str) -> ox.Literal:
    """A year, month or day with the datatype of its length; any other text stays a string."""
    return typed(text, type_of_date[len(text)]) if _DATE.fullmatch(text) else literal(text)


def decimal(number: float) -> ox.Literal:
    """Two digits, written as Oxigraph writes them back: without the zeros at the end."""
    return typed(f"{number:.2f}".rstrip("0").rstrip("."), XSD.decimal)


def resource(text: str) -> ox.NamedNode | ox.Literal:
    """A URL as an IRI, anything else (a path, a broken URL) as a string."""
    try:
        return iri(text) if _ABSOLUTE.fullmatch(text) else literal(text)
    except ValueError:
        return literal(text)


def xml_safe(text: str) -> str:
    """Text with the characters XML 1.0 has no way to write replaced, one for one, by U+FFFD."""
    return _XML_ILLEGAL.sub("\ufffd", text)


def from_ox(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    if isinstance(term, ox.NamedNode):
        return Term(term.value)
    if isinstance(term, ox.BlankNode):
        return Term(term.value, TermKind.BLANK)
    if isinstance(term, ox.Triple):
        raise QueryError("the query returns a triple term; select its subject, predicate and object instead")
    language, datatype = term.language, term.datatype.value
    return Term(term.value, TermKind.LITERAL, None if language or datatype == _STRING else datatype, language)


def to_result(found: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean, most: int | None = None) -> Result:
    """What the engine found, as plain values; LimitError if it is more rows than ``most``."""
    if isinstance(found, ox.QueryBoolean):
        return Result(ResultKind.ASK, answer=bool(found))
    read = cache(from_ox)  # a relation, a date or a name stands in many rows
    if isinstance(found, ox.QueryTriples):
        triples: set[tuple[Term, ...]] = set()
        for triple in found:
            triples.add(tuple(read(term) for term in triple))
            _check_rows(len(triples), most)
        return Result(ResultKind.GRAPH, ("subject", "predicate", "object"), tuple(sorted(triples, key=repr)))
    variables = tuple(v.value for v in found.variables)
    solutions = islice(found, None if most is None else most + 1)
    rows = tuple(tuple(None if t is None else read(t) for t in row) for row in solutions)
    _check_rows(len(rows), most)
    return Result(ResultKind.SELECT, variables, rows)


def _check_rows(number: int, most: int | None) -> None:
    if most is not None and number > most:
        raise LimitError(f"the answer has more than {most:,} rows, the limit here; add LIMIT {most}, or ask for less")


def to_ox(value: Term | str | bool | int | float) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """A term for a query's parameter: a string that is an absolute IRI becomes one; see Term to be exact."""
    if isinstance(value, str):
        return resource(value)
    if not isinstance(value, Term):
        return ox.Literal(value)
    if value.kind is TermKind.IRI:
        return iri(value.value)
    if value.kind is TermKind.BLANK:
        return ox.BlankNode(value.value)
    if value.language:
        return ox.Literal(value.value, language=value.language)
    return typed(value.value, value.datatype) if value.datatype else literal(value.value)


def triple(subject: Term, predicate: Term, object_: Term) -> ox.Triple:
    start, end = to_ox(subject), to_ox(object_)
    assert not isinstance(start, ox.Literal)  # no graph has a literal for a subject
    return ox.Triple(start, iri(predicate.value), end)


def to_rdflib(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> "rdf.Identifier":
    import rdflib

    ours = from_ox(term)
    if ours.kind is TermKind.IRI:
        return rdflib.URIRef(ours.value)
    if ours.kind is TermKind.BLANK:
        return rdflib.BNode(ours.value)
    datatype = rdflib.URIRef(ours.datatype) if ours.datatype else None
    return rdflib.Literal(ours.value, lang=ours.language, datatype=datatype, normalize=False)
