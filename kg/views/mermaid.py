"""A diagram in Mermaid, for Markdown that draws it."""

import json

from kg.types import Status
from kg.views.diagram import Diagram
from kg.views.layout import edge_label
from kg.views.scheme import load_scheme
from kg.views.text import printable, short

_ARROW = {Status.ASSERTED: "-->", Status.ALLEGED: "-.->", Status.PROPOSED: "-.->", Status.DENIED: "-.-x"}


def to_mermaid(diagram: Diagram) -> str:
    """A flowchart from the top down; people have round ends."""
    scheme = load_scheme(diagram.ontology)
    ids = {n.iri: f"n{i}" for i, n in enumerate(diagram.nodes)}
    title = printable(" ".join((f"{diagram.title}.", *diagram.notes)) if diagram.notes else diagram.title)
    lines = ["---", f"title: {json.dumps(title)}", "---", "flowchart TD"]  # a JSON string is a YAML one
    for node in diagram.nodes:
        before, after = ("([", "])") if node.kind in scheme.people else ("[", "]")
        lines.append(f'  {ids[node.iri]}{before}"{_escape(short(node.label))}"{after}')
    for i, edge in enumerate(diagram.edges):
        look = scheme.relation(edge.predicate)
        label = _escape(edge_label(edge, look))
        lines.append(f'  {ids[edge.source]} {_ARROW[edge.status]}|"{label}"| {ids[edge.target]}')
        lines.append(f"  linkStyle {i} stroke:{look.colour}")
    return "\n".join([*lines, ""])


def _escape(text: str) -> str:
    """All but letters, digits and plain punctuation as the numbered entities Mermaid reads."""
    return "".join(c if c.isalnum() or c in " .,()'’-–/:" else f"#{ord(c)};" for c in printable(text))
