"""A placed diagram as one SVG document that needs nothing else: no script, no font, no file beside it."""

from collections.abc import Iterator

from kg import ids
from kg.types import Status
from kg.views.bands import LINE as HEADING_LINE
from kg.views.bands import Band
from kg.views.boxes import CAPTION_LINE, CAPTION_SIZE, NAME_LINE, NAME_SIZE
from kg.views.elk import Box, Points
from kg.views.layout import LABEL_SIZE, Placed, PlacedEdge, PlacedNode
from kg.views.legend import Legend, Sample, Swatch, legend_of
from kg.views.markup import (
    INK,
    MARGIN,
    MUTED,
    NOTE_LINE,
    NOTE_SIZE,
    OUTLINE,
    TITLE_LINE,
    TITLE_SIZE,
    attribute,
    heading,
    number,
    opening,
    place,
    say,
    words,
)
from kg.views.scheme import SOLID, STATUS_DASH, Scheme, load_scheme
from kg.views.strokes import arrow, bar, path
from kg.views.text import printable, wrap

LEAST_WIDTH = 640.0


def to_svg(placed: Placed, *, in_page: bool = False) -> str:
    """The drawing under its title and over its legend; the same diagram gives the same text.

    Every node has its ``data-iri``, every edge its number as ``data-edge`` and its ``data-claims``. In a page,
    which styles it and brings a script, both can be reached by keyboard.
    """
    scheme = load_scheme(placed.diagram.ontology)
    inner = max(placed.width, LEAST_WIDTH)
    title = wrap(placed.diagram.title, TITLE_SIZE, widest=inner / 1.1, most=2)  # a bold face is a tenth wider
    notes = _notes(placed, inner)
    top = MARGIN + TITLE_LINE * len(title) + NOTE_LINE * len(notes) + 14
    legend = legend_of(placed.diagram, scheme, inner)
    size = (inner + 2 * MARGIN, top + placed.height + 28 + legend.height + MARGIN)
    names = {n.iri: n.label for n in placed.diagram.nodes}
    shift = MARGIN + (inner - placed.width) / 2
    reach = ' tabindex="0" role="button"' if in_page else ""
    return "\n".join(
        [
            *opening(_id(placed), placed.diagram.title, _description(placed), size, in_page=in_page),
            *heading(title, notes),
            f'<g class="drawing" transform="translate({number(shift)} {number(top)})">',
            *(line for band in placed.bands for line in _band(band)),
            *(line for i, e in enumerate(placed.edges) for line in _edge(i, e, names, scheme, reach)),
            *(line for i, n in enumerate(placed.nodes) for line in _node(i, n, placed, scheme, reach)),
            "</g>",
            *_legend(legend, top + placed.height + 28),
            "</svg>\n",
        ]
    )


def summary(placed: Placed) -> str:
    """What the picture holds, in one line: for its head, and for who cannot see it."""
    scheme = load_scheme(placed.diagram.ontology)
    people = sum(n.node.kind in scheme.people for n in placed.nodes)
    counts = (
        (len(placed.nodes) - people, "body", "bodies"),
        (people, "person", "people"),
        (len(placed.edges), "line", "lines"),
        (placed.diagram.documents, "document", "documents"),
    )
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n) or "nothing to show"


def _id(placed: Placed) -> str:
    return f"drawing-{ids.digest(printable(placed.diagram.title), *(n.iri for n in placed.diagram.nodes), size=8)}"


def _description(placed: Placed) -> str:
    """Every line of the drawing as words."""
    names = {n.node.iri: n.node.label for n in placed.nodes}
    said = (f"{names[e.edge.source]} {e.label} {names[e.edge.target]}" for e in placed.edges)
    return f"{summary(placed)}. " + "; ".join(said)


def _notes(placed: Placed, widest: float) -> tuple[str, ...]:
    """What the picture holds and what it leaves out, in lines."""
    notes = (summary(placed), *placed.diagram.notes)
    return tuple(line for note in notes for line in wrap(note, NOTE_SIZE, widest=widest, most=3))


def _band(band: Band) -> Iterator[str]:
    yield '<g class="band">'
    yield f'<rect {place(band.box)} rx="6" fill="{band.colour}" fill-opacity="0.5"/>'
    for i, line in enumerate(band.heading):
        yield say(line, band.x, band.y + 10 + i * HEADING_LINE, size=CAPTION_SIZE, more=f'fill="{MUTED}"')
    yield "</g>"


def _edge(which: int, placed: PlacedEdge, names: dict[str, str], scheme: Scheme, reach: str) -> Iterator[str]:
    edge, look = placed.edge, scheme.relation(placed.edge.predicate)
    claims = attribute(" ".join(edge.claims))
    phrase = f"{words(names[edge.source])} {words(placed.label)} {words(names[edge.target])}"
    yield f'<g class="edge" data-edge="{which}" data-claims={claims}{reach}>'
    yield f"<title>{phrase}: {edge.documents} document{'s' * (edge.documents != 1)}</title>"
    yield from stroke(placed.points, look.colour, edge.status, edge.documents)
    if placed.box:
        x, y = placed.box.x + placed.box.width / 2, placed.box.y + placed.box.height - 3.5
        yield say(placed.label, x, y, size=LABEL_SIZE, more=f'text-anchor="middle" fill="{look.ink}"')
    yield "</g>"


def stroke(points: Points, colour: str, status: Status, documents: int) -> Iterator[str]:
    """A line with its head. Unbroken means asserted; any other status breaks it."""
    thick = thickness(documents)
    line, head = path(points, 7 + thick), arrow(points, 7 + thick, 3.2 + thick / 2)
    common = f'd="{line}" fill="none" stroke="{colour}"'
    broken = "" if STATUS_DASH[status] == SOLID else f' stroke-dasharray="{STATUS_DASH[status]}"'
    yield f'<path class="line" {common} stroke-width="{number(thick)}" stroke-linejoin="round"{broken}/>'
    yield f'<path class="head" d="{head}" fill="{colour}"/>'
    if status is Status.DENIED:
        yield f'<path class="bar" d="{bar(points)}" stroke="{colour}" stroke-width="1.6"/>'


def thickness(documents: int) -> float:
    """Width of a line by the number of documents that say it: thicker up to five."""
    return 1.4 + 0.5 * (min(max(documents, 1), 5) - 1)


def _node(which: int, placed: PlacedNode, whole: Placed, scheme: Scheme, reach: str) -> Iterator[str]:
    node, box = placed.node, placed.box
    look = scheme.node(node.kind, node.classification)
    round_ends = node.kind in scheme.people
    focus = node.iri in whole.diagram.focus
    rx = min(box.height / 2, 22) if round_ends else 3
    yield f'<g class="node" data-node="{which}" data-iri={attribute(node.iri)}{reach}>'
    yield f"<title>{words(node.label)}, {words(look.label)}</title>"
    outline = f'stroke="{INK if focus else OUTLINE}" stroke-width="{2.4 if focus else 1}"'
    yield f'<rect {place(box)} rx="{number(rx)}" fill="{look.colour}" {outline}/>'
    text = NAME_LINE * len(placed.name) + (CAPTION_LINE if placed.caption else 0)
    x, y = box.x + box.width / 2, box.y + (box.height - text) / 2
    for i, line in enumerate(placed.name):
        yield say(line, x, y + NAME_LINE * i + 11.5, size=NAME_SIZE, more='text-anchor="middle"')
    if placed.caption:
        below = y + NAME_LINE * len(placed.name) + 10
        yield say(placed.caption, x, below, size=CAPTION_SIZE, more=f'text-anchor="middle" fill="{MUTED}"')
    yield "</g>"


def _legend(legend: Legend, top: float) -> Iterator[str]:
    yield f'<g class="legend" transform="translate({number(MARGIN)} {number(top)})">'
    for row in legend.rows:
        yield say(row.heading, 0, row.y + 11, size=NOTE_SIZE, more=f'fill="{MUTED}"')
    for line in legend.lines:
        points = ((line.x, line.y + 7), (line.x + line.width, line.y + 7))
        yield from stroke(points, line.colour, line.status, line.documents)
    for box in legend.boxes:
        swatch, rx = Box(box.x, box.y, box.width, 14), 7 if box.round else 3
        yield f'<rect {place(swatch)} rx="{rx}" fill="{box.colour}" stroke="{OUTLINE}"/>'
    items: list[Sample | Swatch] = [*legend.lines, *legend.boxes]
    for item in items:
        yield say(item.label, item.x + item.width + 7, item.y + 11, size=NOTE_SIZE)
    yield "</g>"
