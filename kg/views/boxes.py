"""How large a box its text needs; the layout engine widens it for the lines that meet it."""

from dataclasses import dataclass, replace
from math import ceil

from kg.views.diagram import Diagram, Node
from kg.views.scheme import Scheme
from kg.views.stacks import Stack
from kg.views.text import width, wrap

NAME_SIZE, CAPTION_SIZE = 12.0, 10.0
NAME_LINE, CAPTION_LINE = 15.0, 13.0
NAME_WIDTH, NAME_LINES = 185.0, 4
LEAST_WIDTH = 76.0


@dataclass(frozen=True, slots=True)
class Draft:
    """A node, its size, and the lines its name was broken into; ``caption`` is its kind."""

    node: Node
    name: tuple[str, ...]
    caption: str
    width: float
    height: float


def drafts_of(diagram: Diagram, scheme: Scheme, stacks: tuple[Stack, ...]) -> tuple[Draft, ...]:
    """The boxes of a diagram, in its order; those of one hanging list are of one size."""
    drafts = [_draft(node, scheme) for node in diagram.nodes]
    for stack in stacks:
        size = max(drafts[n].width for n in stack.nodes), max(drafts[n].height for n in stack.nodes)
        for n in stack.nodes:
            drafts[n] = replace(drafts[n], width=size[0], height=size[1])
    return tuple(drafts)


def _draft(node: Node, scheme: Scheme) -> Draft:
    name = wrap(node.label, NAME_SIZE, widest=NAME_WIDTH, most=NAME_LINES)
    caption = "" if node.kind in scheme.people else scheme.node(node.kind, node.classification).label
    text = max(*(width(line, NAME_SIZE) for line in name), width(caption, CAPTION_SIZE))
    height = NAME_LINE * len(name) + (CAPTION_LINE if caption else 0) + 14
    return Draft(node, name, caption, ceil(max(LEAST_WIDTH, text + 22)), ceil(height))
