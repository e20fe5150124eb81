"""Does a built graph have the shape it promises, and stand only on what is asserted?

Three checks, of which a graph must pass all:

* its shapes, in SHACL, over the default graph (what was inferred is no part of the contract);
* the ends and the relation of every claim, asserted or not, as the ontology has them;
* the libel guard: a plain triple stands if, and only if, an asserted claim says it, and nothing is
  inferred from anything else.

The last two are set arithmetic over a few queries. SHACL goes through an rdflib copy of the default
graph, which is what takes the time: measured, some 20 seconds for 100,000 triples.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph.infer import infer
from kg.vocab import OV, RDFS, Ontology, data_path, load_ontology, prefixes, read_turtle, value

if TYPE_CHECKING:
    import rdflib

Triple: TypeAlias = tuple[str, str, str]
Kinds: TypeAlias = dict[str, frozenset[str]]

_CLAIMS = """
    SELECT ?claim ?subject ?predicate ?object ?status {
        ?claim ov:status ?status ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }"""
_KINDS = "SELECT DISTINCT ?end ?kind { ?claim rdf:subject|rdf:object ?end . ?end a ?kind }"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that does not hold: of which node, what, and, where known, of which property and value."""

    focus: str
    message: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        at = " ".join(part for part in (self.path, self.value) if part)
        return f"{self.focus}: {self.message}" + (f" ({at})" if at else "")


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """The verdict and every violation, sorted; ``str`` gives one line for each."""

    conforms: bool
    violations: tuple[Violation, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.violations)) or "The graph conforms to its shapes."


def validate(store: ox.Store, *, shapes: Path | None = None, ontology: Ontology | None = None) -> ValidationReport:
    """Check a built graph; ``shapes`` is a Turtle file of SHACL to use in place of the package's own,
    ``ontology`` the one it was built with where that is another.

    OntologyError if that file cannot be read as shapes.
    """
    ontology = ontology or load_ontology()
    claims = tuple(_rows(store, _CLAIMS))
    kinds = _kinds(store)
    found = {
        *_shape_violations(store, shapes or data_path("ontology", "shapes.ttl"), ontology),
        *_end_violations(claims, kinds, ontology),
        *_guard_violations(store, claims, kinds, ontology),
    }
    return ValidationReport(not found, tuple(sorted(found)))


def _rows(store: ox.Store, query: str) -> Iterator[tuple[str, ...]]:
    """Rows of a query over the default graph alone, as strings."""
    solutions = store.query(query, prefixes=prefixes())
    assert isinstance(solutions, ox.QuerySolutions)
    for row in solutions:
        yield tuple(value(term) for term in row)


def _kinds(store: ox.Store) -> Kinds:
    kinds: dict[str, set[str]] = defaultdict(set)
    for end, kind in _rows(store, _KINDS):
        kinds[end].add(kind)
    return {end: frozenset(found) for end, found in kinds.items()}


def _end_violations(claims: Iterable[tuple[str, ...]], kinds: Kinds, ontology: Ontology) -> Iterator[Violation]:
    for claim, subject, predicate, object_, _ in claims:
        relation = ontology.relations.get(predicate)
        if relation is None:
            yield Violation(claim, "the predicate of a claim is a relation of the ontology", value=predicate)
            continue
        for place, end, allowed in (
            ("subject", subject, relation.domain),
            ("object", object_, relation.range),
        ):
            if not any(ontology.fits(kind, allowed) for kind in kinds.get(end, ())):
                names = " or ".join(sorted(ontology.classes[one].label for one in allowed))
                yield Violation(claim, f"the {place} of such a claim is of the class {names}", predicate, end)


def _guard_violations(
    store: ox.Store, claims: Iterable[tuple[str, ...]], kinds: Kinds, ontology: Ontology
) -> Iterator[Violation]:
    asserted = {(s, p, o) for _, s, p, o, status in claims if status == OV.Asserted and p in ontology.relations}
    plain = set(_plain(store, ontology.relations, named=False))
    inverses = {term.inverse for term in ontology.relations.values() if term.inverse}
    beyond = set(_plain(store, ontology.relations.keys() | inverses, named=True))
    for s, p, o in plain - asserted:
        yield Violation(s, "a plain triple stands only where an asserted claim says it", p, o)
    for s, p, o in asserted - plain:
        yield Violation(s, "what a claim asserts stands as a plain triple", p, o)
    for s, p, o in beyond - asserted - infer(asserted, kinds):
        yield Violation(s, "a triple of a named graph follows from an asserted claim", p, o)


def _plain(store: ox.Store, predicates: Iterable[str], *, named: bool) -> Iterator[Triple]:
    """Triples of these predicates: those of the default graph, or those of all the named ones."""
    for predicate in sorted(predicates):
        for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
            if named != isinstance(quad.graph_name, ox.DefaultGraph):
                yield value(quad.subject), predicate, value(quad.object)


def _shape_violations(store: ox.Store, shapes: Path, ontology: Ontology) -> Iterator[Violation]:
    """What SHACL finds in the default graph, given which classes lie below which."""
    import pyshacl
    import rdflib
    from pyshacl.errors import ReportableRuntimeError
    from rdflib.namespace import RDF, SH

    read_turtle(shapes)  # for its errors, which name the file and the line
    try:
        _, results, _ = pyshacl.validate(
            _as_rdflib(store, ontology), shacl_graph=rdflib.Graph().parse(shapes, format="turtle")
        )
    except ReportableRuntimeError as error:
        raise OntologyError(f"{shapes}: is not SHACL that can be used ({error.message})") from error
    assert isinstance(results, rdflib.Graph)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        parts = (results.value(result, p) for p in (SH.focusNode, SH.resultMessage, SH.resultPath, SH.value))
        yield Violation(*("" if part is None else str(part) for part in parts))


def _as_rdflib(store: ox.Store, ontology: Ontology) -> "rdflib.Graph":
    import rdflib

    data = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    graph = rdflib.Graph().parse(data, format="nt")
    below = rdflib.URIRef(RDFS.subClassOf)
    for kind, term in ontology.classes.items():
        for parent in term.parents:
            graph.add((rdflib.URIRef(kind), below, rdflib.URIRef(parent)))
    return graph
