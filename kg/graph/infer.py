"""What follows from an asserted claim by the ontology alone, kept in a named graph of its own.

Three forms of axiom are read from the ontology file: a relation below another (rdfs:subPropertyOf),
the inverse of a relation (owl:inverseOf), and a relation that implies another for objects of one
class (an owl:propertyChainAxiom through a property every member of the class has to itself). What
they lead to must be of the ontology's own namespace: alignments with FOAF, ORG and the like are
stated once, in the ontology, and not copied into the data.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.vocab import data_path, read_turtle

_PREFIXES = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_BELOW = "SELECT ?given ?implied { ?given rdfs:subPropertyOf+ ?implied . ?implied rdfs:domain [] }"
_INVERSE = "SELECT ?given ?implied { ?given owl:inverseOf|^owl:inverseOf ?implied . ?given rdfs:domain [] }"
_CHAIN = """SELECT ?given ?implied ?class {
    ?implied owl:propertyChainAxiom ( ?given ?self ) .
    ?class rdfs:subClassOf [ owl:onProperty ?self ; owl:hasSelf true ] }"""


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """``s given o`` implies ``s implied o`` (``o implied s`` when inverse), for o of the class, if any."""

    given: str
    implied: str
    inverse: bool = False
    of_class: str | None = None


@cache
def rules(path: Path | None = None) -> dict[str, tuple[Rule, ...]]:
    """The rules of an ontology by the relation they start from."""
    data = ox.Store()
    data.extend(read_turtle(path or data_path("ontology", "oversight.ttl")))
    out: dict[str, list[Rule]] = defaultdict(list)
    for query, inverse in ((_BELOW, False), (_INVERSE, True), (_CHAIN, False)):
        for rule in _read(data, query, inverse):
            out[rule.given].append(rule)
    return {given: tuple(sorted(found, key=repr)) for given, found in sorted(out.items())}


def _read(data: ox.Store, query: str, inverse: bool) -> Iterator[Rule]:
    solutions = data.query(query, prefixes=_PREFIXES)
    assert isinstance(solutions, ox.QuerySolutions)
    for row in solutions:
        given, implied = row["given"], row["implied"]
        if not (isinstance(given, ox.NamedNode) and isinstance(implied, ox.NamedNode)):
            continue
        if _namespace(given.value) == _namespace(implied.value):
            yield Rule(given.value, implied.value, inverse, _class_of(row) if query == _CHAIN else None)


def _class_of(row: ox.QuerySolution) -> str:
    return str(row["class"].value)


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def infer(
    triples: Iterable[tuple[str, str, str]], classes: dict[str, frozenset[str]], path: Path | None = None
) -> set[tuple[str, str, str]]:
    """All triples that follow from these and are not among them; ``classes`` are those of each entity."""
    known = set(triples)
    by_relation = rules(path)
    todo, inferred = list(known), set()
    while todo:
        subject, predicate, object_ = todo.pop()
        for rule in by_relation.get(predicate, ()):
            if rule.of_class and rule.of_class not in classes.get(object_, frozenset()):
                continue
            ends = (object_, subject) if rule.inverse else (subject, object_)
            new = (ends[0], rule.implied, ends[1])
            if new not in known:
                known.add(new)
                inferred.add(new)
                todo.append(new)
    return inferred
