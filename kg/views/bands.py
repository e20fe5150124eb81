"""Bands: bodies of one kind in one band of layers, those first that oversee more than they are overseen."""

from collections import Counter
from dataclasses import dataclass

from kg.views.boxes import CAPTION_SIZE
from kg.views.diagram import Diagram
from kg.views.elk import Box, Direction
from kg.views.scheme import Look, Scheme
from kg.views.text import wrap

EDGE = 9.0  # around the boxes of a band
HEADING, LINE = 110.0, 13.0  # the widest line of a heading, and its height


@dataclass(frozen=True, slots=True)
class Band:
    """A tinted stripe behind the bodies of one kind; ``heading`` is in lines, ``x`` and ``y`` where they begin."""

    heading: tuple[str, ...]
    colour: str
    box: Box
    x: float
    y: float


def partitions_of(diagram: Diagram, scheme: Scheme) -> tuple[int, ...]:
    """The number of its band for each node."""
    looks = [scheme.node(n.kind, n.classification) for n in diagram.nodes]
    by_iri = {n.iri: look for n, look in zip(diagram.nodes, looks, strict=True)}
    out = Counter(by_iri[e.source] for e in diagram.edges)
    into = Counter(by_iri[e.target] for e in diagram.edges)

    def rank(look: Look) -> tuple[float, str]:
        return -out[look] / max(out[look] + into[look], 1), look.label

    places = {look: place for place, look in enumerate(sorted(set(looks), key=rank))}
    return tuple(places[look] for look in looks)


def room_for_headings(direction: Direction) -> tuple[float, float]:
    """What bands take beside the drawing, to the left and above it."""
    return (HEADING + 2 * EDGE, 0) if direction is Direction.DOWN else (0, 3 * LINE + EDGE)


def bands_of(
    diagram: Diagram, scheme: Scheme, boxes: tuple[Box, ...], size: tuple[float, float], direction: Direction
) -> tuple[Band, ...]:
    """Stripes across the whole drawing, from the first box of a kind to its last."""
    members: dict[int, list[int]] = {}
    for node, partition in enumerate(partitions_of(diagram, scheme)):
        members.setdefault(partition, []).append(node)
    return tuple(
        _band(scheme.node(diagram.nodes[nodes[0]].kind, diagram.nodes[nodes[0]].classification),
              [boxes[n] for n in nodes], size, direction)
        for _, nodes in sorted(members.items())
    )  # fmt: skip


def _band(look: Look, boxes: list[Box], size: tuple[float, float], direction: Direction) -> Band:
    heading = wrap(f"{look.label} ({len(boxes)})", CAPTION_SIZE, widest=HEADING, most=3)
    if direction is Direction.DOWN:
        top = min(b.y for b in boxes) - EDGE
        stripe = Box(0, top, size[0], max(b.y + b.height for b in boxes) + EDGE - top)
        return Band(heading, look.colour, stripe, EDGE, top + EDGE)
    left = min(b.x for b in boxes) - EDGE
    stripe = Box(left, 0, max(b.x + b.width for b in boxes) + EDGE - left, size[1])
    return Band(heading, look.colour, stripe, left + EDGE, EDGE)
