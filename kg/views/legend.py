"""The legend of a picture: only what the picture uses, in rows as wide as the picture."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.types import Status
from kg.views.diagram import Diagram
from kg.views.scheme import Scheme
from kg.views.text import width

SAMPLE, GAP, ROW, SIZE = 40.0, 22.0, 21.0, 11.0
BOX = 22.0
PLAIN = "#444444"


@dataclass(frozen=True, slots=True)
class Sample:
    """A line as the picture draws it, and what it means."""

    label: str
    colour: str = PLAIN
    status: Status = Status.ASSERTED
    documents: int = 1
    x: float = 0
    y: float = 0
    width: float = SAMPLE


@dataclass(frozen=True, slots=True)
class Swatch:
    """A box as the picture draws it, and what it means; ``round`` is for people."""

    label: str
    colour: str
    round: bool = False
    x: float = 0
    y: float = 0
    width: float = BOX


@dataclass(frozen=True, slots=True)
class Row:
    """A heading at the left of the rows of its group."""

    heading: str
    y: float


@dataclass(frozen=True, slots=True)
class Legend:
    """Everything of a legend, placed from its own upper left corner."""

    rows: tuple[Row, ...]
    lines: tuple[Sample, ...]
    boxes: tuple[Swatch, ...]
    height: float


def legend_of(diagram: Diagram, scheme: Scheme, widest: float) -> Legend:
    """What the picture's lines, breaks, widths and boxes mean; groups with nothing to tell are left out."""
    groups: list[tuple[str, list[Sample] | list[Swatch]]] = [
        ("Relation", _relations(diagram, scheme)),
        ("Status", _statuses(diagram)),
        ("Sources", _widths(diagram)),
        ("Kind", _kinds(diagram, scheme)),
    ]
    groups = [(heading, items) for heading, items in groups if items]
    indent = max((width(f"{h}  ", SIZE) for h, _ in groups), default=0) + 8
    rows, lines, boxes, y = [], [], [], 0.0
    for heading, items in groups:
        rows.append(Row(heading, y))
        for item, x, at in _flow(items, indent, widest, y):
            y = at
            if isinstance(item, Sample):
                lines.append(replace(item, x=x, y=at))
            else:
                boxes.append(replace(item, x=x, y=at))
        y += ROW
    return Legend(tuple(rows), tuple(lines), tuple(boxes), y)


def _flow(
    items: Iterable[Sample | Swatch], indent: float, widest: float, y: float
) -> Iterable[tuple[Sample | Swatch, float, float]]:
    x = indent
    for item in items:
        step = item.width + 7 + width(item.label, SIZE) + GAP
        if x > indent and x + step - GAP > widest:
            x, y = indent, y + ROW
        yield item, x, y
        x += step


def _relations(diagram: Diagram, scheme: Scheme) -> list[Sample]:
    looks = {scheme.relation(e.predicate) for e in diagram.edges}
    ordered = sorted(looks, key=lambda look: (look.order, look.label))
    return [Sample(look.label, look.colour) for look in ordered]


def _statuses(diagram: Diagram) -> list[Sample]:
    words = {
        Status.ASSERTED: "stated as a fact",
        Status.ALLEGED: "alleged",
        Status.PROPOSED: "proposed or planned",
        Status.DENIED: "denied",
    }
    used = {e.status for e in diagram.edges}
    return [Sample(word, status=status) for status, word in words.items() if status in used]


def _widths(diagram: Diagram) -> list[Sample]:
    most = max((e.documents for e in diagram.edges), default=0)
    steps = ((1, "1 document"), (3, "3"), (5, "5 or more")) if most >= 5 else ((1, "1 document"), (most, str(most)))
    return [Sample(label, documents=n) for n, label in steps] if most > 1 else []


def _kinds(diagram: Diagram, scheme: Scheme) -> list[Swatch]:
    used = {(n.kind in scheme.people, scheme.node(n.kind, n.classification)) for n in diagram.nodes}
    ordered = sorted(used, key=lambda u: (u[0], u[1].label))
    return [Swatch(look.label, look.colour, person) for person, look in ordered]
