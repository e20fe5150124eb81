"""A graph that is open, for people who write Python: everything the command line can do with it."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.graph import GraphStore, Result, open_store
from kg.types import Claim, Document, Entity, Evidence

if TYPE_CHECKING:
    import rdflib
    from networkx import MultiDiGraph

    from kg.questions import Answer
    from kg.stats import Stats
    from kg.validate import ValidationReport
    from kg.verify import VerifyReport
    from kg.views.draw import Drawing, TimelineDrawing
    from kg.views.entity import EntityView


class Graph:
    """A store, and what can be asked and made of it. ``store`` is the GraphStore below.

    >>> graph = kg.open("graph.kg")  # doctest: +SKIP
    >>> [body.name for body in graph.ask("overseers", "Home Office").findings]  # doctest: +SKIP
    """

    def __init__(self, store: GraphStore) -> None:
        self.store = store

    def __repr__(self) -> str:
        return f"<kg.Graph {str(self.store.path)!r}>"

    def entities(self) -> Iterator[Entity]:
        """Who and what the documents speak of, by IRI."""
        return self.store.entities()

    def claims(self, predicate: str | None = None) -> Iterator[Claim]:
        """What the documents say of them, with status and evidence; of one relation, if its IRI is given."""
        return self.store.claims(predicate)

    def evidence(self) -> Iterator[Evidence]:
        """Every place where a document makes a claim."""
        return self.store.evidence()

    def documents(self) -> Iterator[Document]:
        """The sources, each with its text."""
        return self.store.documents()

    def find(self, name: str) -> Entity:
        """The entity of that name, alias or IRI; UnknownName, with the nearest names, if there is none."""
        return self.store.find(name)

    def entity(self, name: str) -> "EntityView":
        """What is said of the entity of that name, alias or IRI, as a view that shows itself in a notebook."""
        from kg.views.entity import entity_view

        return entity_view(self.store, name)

    def quote(self, evidence: Evidence) -> str:
        """The sentence that is the evidence."""
        return self.store.quote(evidence)

    def query(self, query: str, /, **bindings: str) -> Result:
        """Ask in SPARQL 1.1, or by the name of a query that comes with the package.

        Each binding takes the place of a variable. In a named query, which is about entities, its
        value is the name of one: ``graph.query("who-inspected", about="South Yorkshire Police")``.
        """
        from kg.queries import run

        return run(self.store, query, **bindings)

    def ask(
        self,
        question: str,
        *values: str | int,
        as_of: str | None = None,
        joined: bool = False,
        most: int | None = None,
        **options: Any,
    ) -> "Answer":
        """One of the questions of ``kg ask``, with the sentences that answer it.

        ``values`` are what the question takes, in its order, and ``options`` by name. ``as_of`` asks of a
        day, a month or a year, ``joined`` lets a body answer for its predecessors too, ``most`` gives the
        first findings alone: ``graph.ask("overseers", "South Yorkshire Police", depth=2, as_of="2014")``.
        """
        from kg.questions import ask

        return ask(self.store, question, *values, as_of=as_of, joined=joined, most=most, **options)

    def network(self) -> "MultiDiGraph[str]":
        """Who scrutinises whom, as a networkx MultiDiGraph with an edge for each asserted claim."""
        from kg.graph.network import network

        return network(self.store)

    def rdflib(self) -> "rdflib.Dataset":
        """A copy in memory for rdflib."""
        return self.store.rdflib()

    def export(self, path: str | PathLike[str], format: str | None = None) -> None:  # noqa: A002 - as in rdflib
        """Write the graph to a file, in the format its suffix says unless one is named."""
        from kg.export import write

        write(self.store, Path(path), format)

    def drawing(self, *, title: str | None = None, **options: Any) -> "Drawing":
        """Who oversees whom, as a picture that shows itself in a notebook and can be saved.

        The options are those of ``kg.views.filter.Filter``: ``graph.drawing(about="Home Office", depth=2)``.
        """
        from kg.views.draw import drawing

        return drawing(self.store, title=title, **options)

    def draw(self, path: str | PathLike[str], *, title: str | None = None, **options: Any) -> None:
        """Draw who oversees whom to a file: .svg, .html, .png, .pdf, .dot or .mmd; the options are as above."""
        self.drawing(title=title, **options).save(path)

    def timeline(self, about: str, *, title: str | None = None, **options: Any) -> "TimelineDrawing":
        """What happened to one body or case when: shows itself in a notebook, and can be saved.

        The options are those of ``kg.views.filter.Filter``; of ``.timeline`` are its events.
        """
        from kg.views.draw import timeline_drawing

        return timeline_drawing(self.store, title=title, about=about, **options)

    def stats(self) -> "Stats":
        """How many documents, entities, claims and relations there are."""
        from kg.stats import count

        return count(self.store)

    def validate(self) -> "ValidationReport":
        """Check the graph against its SHACL shapes."""
        from kg.validate import validate

        return validate(self.store.data, ontology=self.store.ontology)

    def verify(self) -> "VerifyReport":
        """Open every source again, and look up every quotation where it is said to be."""
        from kg.verify import verify

        return verify(self.store)


def open_graph(store: str | PathLike[str]) -> Graph:
    """Open a store that ``kg.build`` or ``kg build`` made; it is only read, never written.

    >>> import kg
    >>> graph = kg.open("graph.kg")  # doctest: +SKIP
    """
    return Graph(open_store(Path(store)))
