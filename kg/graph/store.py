"""The embedded store: opened read-only, asked in SPARQL, read back as kg.types."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg import ids
from kg.errors import StoreError, UnknownName
from kg.graph import parameters, read, sparql, terms
from kg.graph.asof import History
from kg.graph.copies import originals
from kg.graph.links import Link, by_end, column, from_json, read_classifications, read_kinds, read_links, read_names
from kg.graph.network import scrutiny
from kg.graph.publish import LINKS, ONTOLOGY, Manifest, read_manifest, text_path
from kg.graph.result import Result, Term
from kg.graph.walk import Ways
from kg.types import Claim, Document, Entity, Evidence, Status
from kg.vocab import OV, RDF, SKOS, Ontology, load_ontology, prefixes

if TYPE_CHECKING:
    import rdflib

Bound: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def open_store(path: str | Path) -> "GraphStore":
    """Open a finished store; any number of processes may do so at once, and while it is built anew."""
    path = Path(path)
    manifest = read_manifest(path)
    while (data := _open(path, manifest)) is None:
        manifest = read_manifest(path)
    build = path / manifest.build
    return GraphStore(path, manifest.base, manifest.options, data, build)


def _open(path: Path, manifest: Manifest) -> ox.Store | None:
    """The data of a build, or None if another build has swept it away in the meantime."""
    try:
        return ox.Store.read_only(str(path / manifest.build / "data"))
    except (OSError, RuntimeError) as error:  # the latter for what the engine takes to be corrupt
        if read_manifest(path) != manifest:
            return None
        raise StoreError(f"{path}: its data cannot be opened ({error}); build the store again") from error


@dataclass(frozen=True)
class GraphStore:
    """A store that is open. ``base`` is the base of its IRIs, ``options`` what it was built with."""

    path: Path
    base: str
    options: dict[str, str]
    data: ox.Store  # the engine itself, for what has no method here
    _build: Path

    def query(self, sparql_: str, /, **bindings: Term | str | bool | int | float) -> Result:
        """Ask in SPARQL 1.1; every named graph is part of the default graph.

        The ontology's prefixes are bound, and relative IRIs are read against the store's base.
        A binding takes the place of the variable of its name; a string that is an absolute IRI
        (http, https, urn, file, mailto) binds as one, any other as a string. Of a SELECT, only a
        variable among its columns is bound inside sub-selects and the filters of nested groups.

        >>> store.query("SELECT ?who { ?who ov:inspects ?body }", body=iri)  # doctest: +SKIP
        """
        sparql.check(sparql_)
        parameters.check_names(sparql_, bindings)
        values: dict[str, Bound] = {name: terms.to_ox(value) for name, value in bindings.items()}
        texts = {name: str(term) for name, term in values.items()}
        for name in parameters.open_places(sparql_) & values.keys():
            sparql_ = parameters.in_place(sparql_, {name: texts.pop(name)})
            del values[name]
        planned = parameters.with_values(sparql_, texts)
        try:
            return self._answer(planned, values)
        except SyntaxError as error:
            if planned == sparql_:
                raise sparql.syntax_error(error, sparql_, self.prefixes) from error
        try:  # the query sets one of them itself, or is wrong as it stands
            parameters.check_substitutable(sparql_, values)
            return self._answer(sparql_, values)
        except SyntaxError as error:
            raise sparql.syntax_error(error, sparql_, self.prefixes) from error

    def _answer(self, sparql_: str, values: dict[str, Bound]) -> Result:
        substituted = parameters.substitutable(sparql_, values)
        found = self.data.query(
            sparql_,
            base_iri=self.base,
            prefixes=self.prefixes,
            use_default_graph_as_union=True,
            substitutions={ox.Variable(name): values[name] for name in sorted(substituted)},
        )
        return terms.to_result(found)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Those of the ontology; ``id`` is the base of this store."""
        return {**prefixes(), "id": self.base}

    @cached_property
    def ontology(self) -> Ontology:
        """The one it was built with."""
        return load_ontology(self.ontology_path)

    @property
    def ontology_path(self) -> Path | None:
        """The file of that ontology; None for the one of this package."""
        path = self._build / ONTOLOGY
        return path if path.exists() else None

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every claim as an edge, in memory: 100,000 take about half a second, the first time."""
        file = self._build / LINKS
        return from_json(file.read_text("utf-8")) if file.exists() else read_links(self.data)

    @cached_property
    def asserted(self) -> tuple[Link, ...]:
        """The links whose claims a source asserts."""
        return tuple(link for link in self.links if link.status is Status.ASSERTED)

    @cached_property
    def scrutiny(self) -> Ways:
        """Who is asserted to scrutinise whom, to walk on."""
        relations = frozenset(scrutiny(self.ontology))
        return Ways(link for link in self.asserted if link.predicate in relations)

    def links_at(self, iri: str) -> tuple[Link, ...]:
        """The links that have an entity at either end."""
        return self._links_at.get(iri, ())

    @cached_property
    def history(self) -> History:
        """The claims in time: what held on a day, which bodies existed then, who came before whom."""
        return History(self.links, self.ontology, read.curated(self.data))

    @cached_property
    def originals(self) -> dict[str, str]:
        """The first of the documents that each is a copy of, by id: those of one original are one source."""
        return originals({read.document_id(i): sha for i, sha in column(self.data, OV.sha256).items()}, self.text)

    @cached_property
    def names(self) -> dict[str, str]:
        """The preferred name of every entity, by IRI."""
        return read_names(self.data)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The class of every entity, by IRI."""
        return read_kinds(self.data, self.ontology)

    @cached_property
    def classifications(self) -> dict[str, str]:
        """The kind of body of those entities that have one, by IRI."""
        return read_classifications(self.data)

    @cached_property
    def _links_at(self) -> dict[str, tuple[Link, ...]]:
        return by_end(self.links)

    def quads(self) -> Iterator[ox.Quad]:
        """Everything, in the engine's order; sort before writing."""
        return iter(self.data)

    def default_graph(self) -> Iterator[ox.Quad]:
        """All but what was inferred."""
        return self.data.quads_for_pattern(None, None, None, ox.DefaultGraph())

    def rdflib(self) -> "rdflib.Dataset":
        """A copy in memory as an rdflib Dataset: 1 million quads take about half a minute and 2 GB."""
        import rdflib

        dataset = rdflib.Dataset()
        for prefix, namespace in self.prefixes.items():
            dataset.bind(prefix, namespace)
        default = dataset.default_graph.identifier
        for quad in self.data:
            named = isinstance(quad.graph_name, ox.NamedNode | ox.BlankNode)
            graph = terms.to_rdflib(quad.graph_name) if named else default
            s, p, o = (terms.to_rdflib(t) for t in (quad.subject, quad.predicate, quad.object))
            dataset.graph(graph).add((s, p, o))
        return dataset

    def documents(self) -> Iterator[Document]:
        for iri in read.subjects(self.data, RDF.type, OV.Document):
            yield read.read_document(self.data, iri, self.text)

    def entities(self) -> Iterator[Entity]:
        for iri in read.subjects(self.data, SKOS.prefLabel):
            yield self.entity(iri)

    def entity(self, iri: str) -> Entity:
        found = read.read_entity(self.data, iri, self.ontology)
        if found is None:
            raise UnknownName(iri)
        return found

    def claims(self, predicate: str | None = None) -> Iterator[Claim]:
        """All claims, or those of one relation. ``kg.ids.claim(claim, base=store.base)`` is a claim's IRI."""
        by = (RDF.type, OV.Claim) if predicate is None else (RDF.predicate, predicate)
        for iri in read.subjects(self.data, *by):
            yield self.claim(iri)

    def claim(self, iri: str) -> Claim:
        return read.read_claim(self.data, iri)

    def evidence(self) -> Iterator[Evidence]:
        for iri in read.subjects(self.data, RDF.type, OV.Evidence):
            yield read.read_evidence(self.data, iri)

    def quote(self, evidence: Evidence) -> str:
        """The sentence that is the evidence."""
        passage = ids.passage(evidence.document, evidence.start, evidence.end, base=self.base)
        return read.read_quote(self.data, passage)

    def text(self, document: str) -> str:
        """The text of a document by its id: what the offsets of passages count in."""
        try:
            return text_path(self._build, document).read_bytes().decode()
        except FileNotFoundError as error:
            raise StoreError(f"{self.path}: holds no document {document!r}") from error

    def find(self, name: str) -> Entity:
        """The entity of that name or IRI, upper or lower case; else UnknownName with the nearest names.

        A preferred name goes before an alias; among equals, the entity with most claims.
        """
        if "://" in name and name in self.names:
            return self.entity(name)
        found = self._names.get(_fold(name))
        if not found:
            raise UnknownName(name, _nearest(name, sorted(set(self._spelt))))
        if len(found) > 1:  # to count the mentions of a famous body takes time
            found = sorted(found, key=lambda hit: (not hit[1], -self._mentions(hit[0]), hit[0]))
        return self.entity(found[0][0])

    def _mentions(self, iri: str) -> int:
        ends = (terms.iri(RDF.subject), terms.iri(RDF.object))
        return sum(1 for end in ends for _ in self.data.quads_for_pattern(None, end, terms.iri(iri)))

    @cached_property
    def _spelt(self) -> list[str]:
        return [name for name, _, _ in read.read_labels(self.data)]

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, bool]]]:
        names: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for name, iri, preferred in read.read_labels(self.data):
            names[_fold(name)].append((iri, preferred))
        return names


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def _nearest(name: str, names: list[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    hits = process.extract(name, names, scorer=fuzz.WRatio, processor=_fold, limit=3, score_cutoff=60)
    return [hit[0] for hit in hits]
