"""A diagram in Graphviz's DOT language, for whoever wants to lay it out again."""

from kg.types import Status
from kg.views.diagram import Diagram
from kg.views.layout import edge_label
from kg.views.scheme import load_scheme
from kg.views.svg import thickness
from kg.views.text import printable, short

_STYLE = {
    Status.ASSERTED: "solid",
    Status.ALLEGED: "dashed",
    Status.PROPOSED: "dotted",
    Status.DENIED: "dotted",
}


def to_dot(diagram: Diagram) -> str:
    """Top down, boxes tinted by kind, lines coloured by relation and broken by status."""
    scheme = load_scheme(diagram.ontology)
    ids = {n.iri: f"n{i}" for i, n in enumerate(diagram.nodes)}
    lines = [f"digraph {_quote(diagram.title)} {{", "  rankdir=TB;", '  node [style="filled", fontname="Helvetica"];']
    lines += ['  edge [fontname="Helvetica", fontsize=10];']
    lines += [f"  label={_quote(' '.join(diagram.notes))};"] if diagram.notes else []
    for node in diagram.nodes:
        look = scheme.node(node.kind, node.classification)
        shape = "oval" if node.kind in scheme.people else "box"
        facts = {"label": short(node.label), "shape": shape, "fillcolor": look.colour, "URL": node.iri}
        lines.append(f"  {ids[node.iri]} [{_attributes(facts)}];")
    for edge in diagram.edges:
        look = scheme.relation(edge.predicate)
        facts = {
            "label": edge_label(edge, look),
            "color": look.colour,
            "style": _STYLE[edge.status],
            "penwidth": f"{thickness(edge.documents):g}",
        }
        lines.append(f"  {ids[edge.source]} -> {ids[edge.target]} [{_attributes(facts)}];")
    return "\n".join([*lines, "}\n"])


def _attributes(facts: dict[str, str]) -> str:
    return ", ".join(f"{name}={_quote(value)}" for name, value in facts.items())


def _quote(text: str) -> str:
    """A quoted string; the backslash is doubled because labels read escapes of their own."""
    return '"' + printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
