"""The vocabulary, read from Turtle: prefixes, terms, and what the ontology says of each.

Nothing here lists a class or a relation: ``ontology/oversight.ttl`` does. A term that Python
needs by name is written ``OV.Claim``; one the ontology does not declare raises OntologyError.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

RdfTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def data_path(*parts: str) -> Path:
    """A file shipped with the package: inside the wheel, or at the top of a checkout."""
    packaged = Path(str(files("kg"))) / "data"
    root = packaged if packaged.is_dir() else Path(str(files("kg"))).parent
    return root.joinpath(*parts)


@dataclass(frozen=True, slots=True)
class Namespace:
    """A prefix; ``DCTERMS.title`` and ``DCTERMS["title"]`` give the full IRI."""

    base: str

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.base + name

    def __getitem__(self, name: str) -> str:
        return self.base + name


class ClosedNamespace:
    """A namespace whose terms the ontology declares; any other name is an error."""

    def __init__(self, base: str, path: Path) -> None:
        self.base = base
        self._path = path

    @cached_property
    def _names(self) -> frozenset[str]:
        terms = (q.subject.value for q in read_turtle(self._path) if isinstance(q.subject, ox.NamedNode))
        return frozenset(t.removeprefix(self.base) for t in terms if t.startswith(self.base))

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise OntologyError(f"{self._path.name} declares no term {name!r}")
        return self.base + name


def local_name(iri: str) -> str:
    """What an IRI ends with, after "#" or "/": ``Person`` of ``http://xmlns.com/foaf/0.1/Person``."""
    return iri.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def value(term: RdfTerm) -> str:
    """The IRI, the lexical form or the label of a term."""
    return str(term) if isinstance(term, ox.Triple) else term.value


def read_turtle(path: Path) -> list[ox.Quad]:
    """All triples of a Turtle file; a syntax error names the file and the line."""
    try:
        return list(ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE, base_iri=path.resolve().as_uri()))
    except SyntaxError as error:
        raise OntologyError(f"{path}: {error}") from error
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror})") from error


def read_facts(path: Path) -> dict[str, dict[str, list[str]]]:
    """All triples of a Turtle file as text: objects by subject and predicate, in the order of the file."""
    facts: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, term, _ in read_turtle(path):
        facts.setdefault(value(subject), {}).setdefault(predicate.value, []).append(value(term))
    return facts


@cache
def prefixes() -> dict[str, str]:
    """The prefixes the ontology file binds, which every query and export is given too."""
    parser = ox.parse(data_path("ontology", "oversight.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    for _ in parser:
        pass
    return dict(sorted(parser.prefixes.items()))


RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SCHEMA = Namespace("https://schema.org/")
OV = ClosedNamespace("https://w3id.org/oversight/ns#", data_path("ontology", "oversight.ttl"))
NAMED = (OV.Person, OV.Organisation, OV.Place)  # the classes of things that bear names, in every field


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property as the ontology describes it; ``parents`` are direct ones."""

    iri: str
    label: str
    definition: str = ""
    parents: frozenset[str] = frozenset()
    domain: frozenset[str] = frozenset()  # classes, any of which will do
    range: frozenset[str] = frozenset()
    inverse: str | None = None
    examples: tuple[str, ...] = ()
    ner_labels: frozenset[str] = frozenset()  # labels of a spaCy model that mean this class
    event: bool = False  # singled out by description as often as by name: a report, an inspection
    function: str = ""  # of a relation: what it means to rules and questions; see kg.roles
    lasting: bool = False  # of a relation: it holds over a time, as a post does


@dataclass(frozen=True, slots=True)
class Ontology:
    """Classes and relations of a field. A relation is an owl:ObjectProperty that has a domain."""

    classes: dict[str, Term]
    relations: dict[str, Term]
    _ancestors: dict[str, frozenset[str]] = field(default_factory=dict)

    def relation(self, iri: str) -> Term:
        """What is said of a relation; one that is not of this ontology holds between no things at all."""
        return self.relations.get(iri, _NO_RELATION)

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether a class or relation is, or descends from, another."""
        return kind == ancestor or ancestor in self._ancestors.get(kind, frozenset())

    def fits(self, kind: str, allowed: frozenset[str]) -> bool:
        """Whether a thing of this kind may stand where ``allowed`` classes may."""
        return not allowed or any(self.is_a(kind, one) for one in allowed)


_NO_RELATION = Term("", "", domain=frozenset({OWL.Nothing}), range=frozenset({OWL.Nothing}))


def load_ontology(path: Path | None = None) -> Ontology:
    """Read an ontology; the default is the one of this package, read once.

    One of another field has the classes of what is named, ``NAMED``, whether it declares them or not.
    """
    return _default_ontology() if path is None else _read_ontology(path)


@cache
def _default_ontology() -> Ontology:
    return _read_ontology(_default_path())


def _default_path() -> Path:
    return data_path("ontology", "oversight.ttl")


def _read_ontology(path: Path) -> Ontology:
    facts: dict[str, dict[str, list[RdfTerm]]] = defaultdict(lambda: defaultdict(list))
    for quad in read_turtle(path):
        facts[_key(quad.subject)][quad.predicate.value].append(quad.object)
    terms = {s: _term(s, facts) for s in sorted(facts) if not s.startswith("_:")}
    classes = {s: t for s, t in terms.items() if OWL.Class in _values(facts[s][RDF.type])}
    if path != _default_path():  # what names are found of; a field of its own puts its classes below these
        classes = {s: _default_ontology().classes[s] for s in NAMED} | classes
    relations = {s: t for s, t in terms.items() if t.domain and OWL.ObjectProperty in _values(facts[s][RDF.type])}
    if not relations:
        raise OntologyError(f"{path}: declares no owl:ObjectProperty with an rdfs:domain")
    ancestors = {s: frozenset(_climb(s, terms)) for s in terms}
    return Ontology(classes, relations, ancestors)


def _term(iri: str, facts: dict[str, dict[str, list[RdfTerm]]]) -> Term:
    mine = facts[iri]
    texts = {p: [o.value for o in mine.get(p, ()) if isinstance(o, ox.Literal)] for p in _TEXTS}
    parents = mine.get(RDFS.subClassOf, []) + mine.get(RDFS.subPropertyOf, [])
    return Term(
        iri=iri,
        label=next(iter(texts[RDFS.label]), local_name(iri)),
        definition=next(iter(texts[SKOS.definition]), ""),
        parents=frozenset(_values(parents)),
        domain=_union(mine.get(RDFS.domain, []), facts),
        range=_union(mine.get(RDFS.range, []), facts),
        inverse=next(iter(_values(mine.get(OWL.inverseOf, []))), None),
        examples=tuple(sorted(texts[SKOS.example])),
        ner_labels=frozenset(texts[_NER_LABEL]),
        event=bool(texts[_EVENT]),
        function=next(iter(texts[_FUNCTION]), ""),
        lasting="true" in texts[_LASTING],
    )


_NER_LABEL = OV.base + "nerLabel"
_EVENT = OV.base + "event"
_FUNCTION = OV.base + "function"
_LASTING = OV.base + "lasting"
_TEXTS = (RDFS.label, SKOS.definition, SKOS.example, _NER_LABEL, _EVENT, _FUNCTION, _LASTING)


def _union(terms: list[RdfTerm], facts: dict[str, dict[str, list[RdfTerm]]]) -> frozenset[str]:
    """Named classes, with owl:unionOf lists opened."""
    out: set[str] = set()
    for term in terms:
        if isinstance(term, ox.NamedNode):
            out.add(term.value)
        elif isinstance(term, ox.BlankNode):
            for head in facts[_key(term)].get(OWL.unionOf, []):
                out.update(_values(list(_items(head, facts))))
    return frozenset(out)


def _items(head: RdfTerm, facts: dict[str, dict[str, list[RdfTerm]]]) -> Iterator[RdfTerm]:
    while isinstance(head, ox.BlankNode):
        yield from facts[_key(head)].get(RDF.first, [])
        head = next(iter(facts[_key(head)].get(RDF.rest, [])), ox.NamedNode(RDF.nil))


def _climb(iri: str, terms: dict[str, Term]) -> set[str]:
    seen: set[str] = set()
    todo = [iri]
    while todo:
        term = terms.get(todo.pop())
        parents = term.parents if term else frozenset()
        todo.extend(parents - seen)
        seen |= parents
    return seen


def _key(term: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _values(terms: list[RdfTerm]) -> list[str]:
    return [t.value for t in terms if isinstance(t, ox.NamedNode)]
