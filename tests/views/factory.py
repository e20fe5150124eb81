"""Diagrams and corpora for the tests of pictures, built from short names."""

from collections.abc import Iterable
from functools import cache

from kg.types import Claim, Document, Entity, Evidence, Resolved, Status
from kg.views.diagram import Diagram, Edge, Node
from kg.views.html import to_html
from kg.views.layout import Placed, layout
from kg.views.sentences import Sentence
from kg.vocab import OV

NAMES = (
    "Her Majesty's Inspectorate of Constabulary and Fire & Rescue Services",
    "South Yorkshire Police",
    "Office for Standards in Education, Children's Services and Skills",
    "Home Office",
    "Parliamentary and Health Service Ombudsman",
)


def sentence(document: str = "news", text: str = "The inspectorate inspected the force.") -> Sentence:
    return Sentence(text, document, f"Title of {document}", f"{document}.txt", "2014-09-16", 0.9, "A Speaker")


def node(iri: str, label: str | None = None) -> Node:
    return Node(iri, NAMES[hash_of(iri) % len(NAMES)] + f" {iri}" if label is None else label, OV.Organisation)


@cache
def placed(diagram: Diagram) -> Placed:
    """The layout of a diagram, worked out once for all tests that look at it."""
    return layout(diagram)


def page(diagram: Diagram, *said: Sentence) -> str:
    """The page of a diagram, with the same sentences behind every line."""
    return to_html(placed(diagram), [said or (sentence(),)] * len(diagram.edges))


def hash_of(text: str) -> int:
    """A number from a text, the same in every run."""
    return sum(map(ord, text))


def picture(edges: Iterable[tuple[str, str, str]], *, alone: Iterable[str] = (), title: str = "A picture") -> Diagram:
    """A diagram of ("a", "inspects", "b") triples and of bodies that no line touches."""
    triples = sorted(set(edges))
    iris = sorted({end for s, _, t in triples for end in (s, t)} | set(alone))
    lines = (Edge(s, t, OV[p], Status.ASSERTED, (f"urn:claim:{s}-{p}-{t}",)) for s, p, t in triples)
    return Diagram(title, tuple(node(i) for i in iris), tuple(lines), documents=min(1, len(triples)))


def labelled(label: str) -> Diagram:
    """Two bodies of a hostile name, a line between them, and a note of it too."""
    edge = Edge("a", "b", OV.inspects, Status.ALLEGED, (f"urn:claim:{label}",))
    return Diagram(label, (node("a", label), node("b", label)), (edge,), notes=(label,))


def corpus() -> Resolved:
    """Two documents on an inspectorate, a force, a watchdog and a mayor."""
    text = "HMIC inspected the force. It may oversee the mayor. The watchdog denied inspecting HMIC."
    entities = (
        Entity("urn:force", OV.Organisation, "South Yorkshire Police", ("SYP", "the force")),
        Entity("urn:hmic", OV.Organisation, "HM Inspectorate of Constabulary", ("HMIC",)),
        Entity("urn:mayor", OV.Person, "Jo Smith"),
        Entity("urn:watchdog", OV.Organisation, "The Watchdog"),
    )
    return Resolved(
        (
            Document("one", text, "one.txt", "0" * 64, "Title one", "2014-09-16", "one"),
            Document("two", text, "two.txt", "1" * 64, None, None, "two"),
        ),
        entities,
        (
            _claim("urn:force", "oversees", "urn:mayor", Status.PROPOSED, _said("one", 26, 51)),
            _claim("urn:hmic", "criticises", "urn:force", Status.ASSERTED, _said("one", 0, 25)),
            _claim("urn:hmic", "inspects", "urn:force", Status.ASSERTED, _said("one", 0, 25), _said("two", 0, 25)),
            _claim("urn:watchdog", "inspects", "urn:hmic", Status.DENIED, _said("one", 52, 88)),
        ),
    )


def _claim(subject: str, predicate: str, object_: str, status: Status, *evidence: Evidence) -> Claim:
    return Claim(subject, OV[predicate], object_, status, evidence)


def _said(document: str, start: int, end: int) -> Evidence:
    return Evidence(document, start, end, 0.8, "urn:rule", said_by="urn:mayor")
