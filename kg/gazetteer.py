"""Known bodies and the standing facts between them, read from a Turtle file such as ``seeds/bodies.ttl``.

Each fact is a claim like any other: its evidence is the plain sentence that stands in the file itself.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg import ids
from kg.errors import OntologyError
from kg.types import Claim, Details, Document, Evidence, Status
from kg.vocab import (
    DCTERMS,
    ORG,
    OV,
    RDF,
    RDFS,
    SKOS,
    XSD,
    RdfTerm,
    data_path,
    load_ontology,
    local_name,
    prefixes,
    read_turtle,
    value,
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body known by name; ``aliases`` are its other names, acronyms among them."""

    iri: str
    kind: str  # class IRI
    name: str
    aliases: tuple[str, ...] = ()
    classification: str | None = None  # IRI of a concept of the scheme of body kinds
    area: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, then its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Bodies sorted by IRI; ``by_name`` has each under all its names, as :func:`fold` writes them."""

    bodies: tuple[Body, ...]
    by_name: Mapping[str, Body]
    _claims: tuple[Claim, ...]
    _document: Document

    def find(self, name: str) -> Body | None:
        """The body that bears a name, in any case; an acronym needs capitals: "Olaf" is not "OLAF"."""
        body = self.by_name.get(fold(name))
        if body is None or is_acronym(name):
            return body
        return body if fold(name) in {fold(n) for n in body.names if not is_acronym(n)} else None

    def claims(self) -> tuple[Claim, ...]:
        """The curated facts; ends are IRIs of bodies, evidence is a sentence of :meth:`document`."""
        return self._claims

    def document(self) -> Document:
        """The file itself, as the source that the evidence of its claims points into."""
        return self._document


def fold(name: str) -> str:
    """A name as it is looked up: one case, straight apostrophes, single spaces, no leading "the".

    >>> fold("The Office  for Environmental Protection")
    'office for environmental protection'
    """
    return _bare(name).casefold()


def is_acronym(name: str) -> bool:
    """Whether a name is one word with inner capitals ("HMIC", "MoD"), which "mod" cannot mean."""
    bare = _bare(name)
    return " " not in bare and any(letter.isupper() for letter in bare[1:])


def _bare(name: str) -> str:
    words = name.replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() == "the" else words)


def load_gazetteer(path: Path | None = None) -> Gazetteer:
    """Read a gazetteer; the default is the one of this package, read once."""
    return _shipped() if path is None else _read(path, source=path.as_posix())


@cache
def _shipped() -> Gazetteer:
    # Named from the top of the package: where it is installed must not change what is built.
    return _read(data_path("seeds", "bodies.ttl"), source="seeds/bodies.ttl")


@dataclass(frozen=True, slots=True)
class _Block:
    """What a file says of one subject."""

    iri: str
    path: Path
    facts: Mapping[str, list[RdfTerm]]

    def iris(self, predicate: str) -> list[str]:
        return sorted(t.value for t in self.facts.get(predicate, ()) if isinstance(t, ox.NamedNode))

    def texts(self, predicate: str) -> list[str]:
        return sorted(t.value for t in self.facts.get(predicate, ()) if isinstance(t, ox.Literal))

    def text(self, predicate: str) -> str | None:
        return next(iter(self.texts(predicate)), None)

    def only(self, predicate: str) -> str:
        """The value of what must be said exactly once."""
        values = [value(term) for term in self.facts.get(predicate, ())]
        if len(values) != 1:
            raise self.error(f"has {len(values)} values of {local_name(predicate)}; give it one")
        return values[0]

    def error(self, message: str) -> OntologyError:
        return OntologyError(f"{self.path}: <{self.iri}> {message}")


def _read(path: Path, *, source: str) -> Gazetteer:
    blocks = _blocks(path)
    document = _document(path, source, blocks)
    kinds = _body_kinds(blocks)
    bodies = tuple(_body(b, kinds) for b in blocks if not _beside_bodies() & set(b.iris(RDF.type)))
    if not bodies:
        raise OntologyError(f"{path}: describes no body; give each an rdf:type and a skos:prefLabel")
    by_name = _by_name(bodies, path)
    known = {body.iri for body in bodies}
    claims = tuple(_claim(b, known, document) for b in blocks if OV.Claim in b.iris(RDF.type))
    return Gazetteer(bodies, MappingProxyType(by_name), claims, document)


def _blocks(path: Path) -> list[_Block]:
    facts: dict[str, dict[str, list[RdfTerm]]] = defaultdict(lambda: defaultdict(list))
    for quad in read_turtle(path):
        if isinstance(quad.subject, ox.NamedNode):
            facts[quad.subject.value][quad.predicate.value].append(quad.object)
    return [_Block(iri, path, mine) for iri, mine in sorted(facts.items())]


def _beside_bodies() -> frozenset[str]:
    """The classes of what else a gazetteer may describe."""
    return frozenset({OV.Claim, OV.Document, SKOS.Concept, SKOS.ConceptScheme})


def _body_kinds(blocks: list[_Block]) -> frozenset[str]:
    """Concepts that may classify a body: the ontology's, and those the file itself declares."""
    return _shipped_kinds() | {b.iri for b in blocks if SKOS.Concept in b.iris(RDF.type)}


@cache
def _shipped_kinds() -> frozenset[str]:
    quads = read_turtle(data_path("ontology", "oversight.ttl"))
    return frozenset(value(q.subject) for q in quads if q.predicate.value == SKOS.inScheme)


def _body(block: _Block, kinds: frozenset[str]) -> Body:
    classes = [c for c in block.iris(RDF.type) if load_ontology().is_a(c, OV.Agent)]
    if not classes:
        found = ", ".join(block.iris(RDF.type)) or "none"
        raise block.error(f"needs a class of agent as rdf:type, such as ov:Organisation (found {found})")
    name = block.text(SKOS.prefLabel)
    if not name:
        raise block.error("has no skos:prefLabel; add its full name")
    kind = next(iter(block.iris(ORG.classification)), None)
    if kind is not None and kind not in kinds:
        raise block.error(f"is of an unknown kind <{kind}>; use an ovk: concept of the ontology")
    aliases = tuple(sorted(set(block.texts(SKOS.altLabel)) - {name}))
    return Body(block.iri, classes[0], name, aliases, kind, block.text(DCTERMS.spatial))


def _by_name(bodies: tuple[Body, ...], path: Path) -> dict[str, Body]:
    by_name: dict[str, Body] = {}
    for body in bodies:
        for name in body.names:
            other = by_name.setdefault(fold(name), body)
            if other is not body:
                pair = f"<{other.iri}> and <{body.iri}>"
                raise OntologyError(f"{path}: {pair} are both called {name!r}; keep it on one or on neither")
    return by_name


def _document(path: Path, source: str, blocks: list[_Block]) -> Document:
    data = path.read_bytes()
    doc_id = ids.slug(path.stem)
    titles = [b.text(DCTERMS.title) for b in blocks if b.iri == ids.document(doc_id)]
    return Document(
        doc_id,
        data.decode("utf-8"),
        source,
        hashlib.sha256(data).hexdigest(),
        title=next(iter(titles), None),
        identifier=path.stem,
    )


def _claim(block: _Block, known: set[str], document: Document) -> Claim:
    subject, predicate, object_ = (block.only(p) for p in (RDF.subject, RDF.predicate, RDF.object))
    for end in (subject, object_):
        if end not in known:
            raise block.error(f"speaks of <{end}>, which the file does not describe; add that body")
    if predicate not in load_ontology().relations:
        raise block.error(f"has an unknown relation <{predicate}>; use one of the ontology")
    details = Details(valid_from=_date(block, OV.validFrom), valid_until=_date(block, OV.validUntil))
    return Claim(subject, predicate, object_, _status(block), (_evidence(block, document),), details)


def _status(block: _Block) -> Status:
    status = block.only(OV.status)
    try:
        return Status(status.removeprefix(OV.base))
    except ValueError:
        raise block.error(f"has an unknown status <{status}>; say ov:Asserted") from None


def _evidence(block: _Block, document: Document) -> Evidence:
    sentence = block.only(RDFS.comment)
    if document.text.count(sentence) != 1:
        raise block.error("has an rdfs:comment that is not found once, word for word, in the file; reword it")
    start = document.text.index(sentence)
    return Evidence(
        document.id,
        start,
        start + len(sentence),
        confidence=1.0,
        found_by=prefixes()["ovlex"] + "curated",
        references=next(iter(block.iris(DCTERMS.references)), None),
    )


_DATATYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}  # by the length of what they write


def _date(block: _Block, predicate: str) -> str | None:
    if predicate not in block.facts:
        return None
    text = block.only(predicate)
    if not _is_date(block.facts[predicate][0]):
        name = local_name(predicate)
        raise block.error(f'has {name} {text!r}; write it as "2017-07-19"^^xsd:date, or a gYearMonth or gYear')
    return text


def _is_date(term: RdfTerm) -> bool:
    """Whether it is a year, month or day of the calendar, and of the datatype of that."""
    if not isinstance(term, ox.Literal) or not re.fullmatch(r"\d{4}(-\d\d){0,2}", term.value):
        return False
    try:
        date.fromisoformat(f"{term.value}-01-01"[:10])
    except ValueError:
        return False
    return _DATATYPES[len(term.value)] == term.datatype.value
