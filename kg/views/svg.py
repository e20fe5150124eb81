"""A placed diagram as one SVG document that needs nothing else: no script, no font, no file beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from kg import ids
from kg.types import Status
from kg.views.bands import LINE as HEADING_LINE
from kg.views.bands import Band
from kg.views.boxes import CAPTION_LINE, CAPTION_SIZE, NAME_LINE, NAME_SIZE
from kg.views.elk import Box, Points
from kg.views.layout import LABEL_SIZE, Placed, PlacedEdge, PlacedNode
from kg.views.legend import Legend, Sample, Swatch, legend_of
from kg.views.scheme import SOLID, STATUS_DASH, Scheme, load_scheme
from kg.views.strokes import arrow, bar, path
from kg.views.text import printable, wrap

FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
INK, MUTED, PAPER, OUTLINE = "#1c2430", "#5a6472", "#ffffff", "#7d8794"
MARGIN, TITLE_SIZE, TITLE_LINE, NOTE_SIZE, NOTE_LINE = 24.0, 19.0, 25.0, 11.0, 16.0
LEAST_WIDTH = 640.0

# All colours turned dark at once, hues kept; a page that holds a drawing has this rule in its own style sheet.
STYLE = "@media (prefers-color-scheme: dark) { .drawn { filter: invert(0.92) hue-rotate(180deg) } }"


def to_svg(placed: Placed, *, in_page: bool = False) -> str:
    """The drawing under its title and over its legend; the same diagram gives the same text.

    Every node has its ``data-iri``, every edge its number as ``data-edge`` and its ``data-claims``. In a page,
    which styles it and brings a script, both can be reached by keyboard.
    """
    scheme = load_scheme(placed.diagram.ontology)
    inner = max(placed.width, LEAST_WIDTH)
    heading = _heading(placed, inner)
    top = MARGIN + TITLE_LINE * len(heading.title) + NOTE_LINE * len(heading.notes) + 14
    legend = legend_of(placed.diagram, scheme, inner)
    size = (inner + 2 * MARGIN, top + placed.height + 28 + legend.height + MARGIN)
    names = {n.iri: n.label for n in placed.diagram.nodes}
    shift = MARGIN + (inner - placed.width) / 2
    reach = ' tabindex="0" role="button"' if in_page else ""
    return "\n".join(
        [
            *_head(placed, size, in_page=in_page),
            *_said(heading),
            f'<g class="drawing" transform="translate({_n(shift)} {_n(top)})">',
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


def _head(placed: Placed, size: tuple[float, float], *, in_page: bool) -> Iterator[str]:
    w, h = map(_n, size)
    name = f"drawing-{ids.digest(printable(placed.diagram.title), *(n.iri for n in placed.diagram.nodes), size=8)}"
    role = "group" if in_page else "img"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
        f'role="{role}" aria-labelledby="{name}-title {name}-desc" font-family={quoteattr(FONT)} fill="{INK}">'
    )
    yield f'<title id="{name}-title">{_text(placed.diagram.title)}</title>'
    yield f'<desc id="{name}-desc">{_text(_description(placed))}</desc>'
    if not in_page:
        yield f"<style>{STYLE}</style>"
    yield f'<rect class="paper" width="{w}" height="{h}" fill="{PAPER}"/>'


def _description(placed: Placed) -> str:
    """Every line of the drawing as words."""
    names = {n.node.iri: n.node.label for n in placed.nodes}
    said = (f"{names[e.edge.source]} {e.label} {names[e.edge.target]}" for e in placed.edges)
    return f"{summary(placed)}. " + "; ".join(said)


@dataclass(frozen=True, slots=True)
class _Heading:
    title: tuple[str, ...]
    notes: tuple[str, ...]


def _heading(placed: Placed, widest: float) -> _Heading:
    """The title, and under it what the picture holds and what it leaves out, in lines."""
    title = wrap(placed.diagram.title, TITLE_SIZE, widest=widest / 1.1, most=2)  # a bold face is a tenth wider
    notes = (summary(placed), *placed.diagram.notes)
    return _Heading(title, tuple(line for note in notes for line in wrap(note, NOTE_SIZE, widest=widest, most=3)))


def _said(heading: _Heading) -> Iterator[str]:
    for i, line in enumerate(heading.title):
        y = MARGIN + TITLE_SIZE + i * TITLE_LINE
        yield _say(line, MARGIN, y, size=TITLE_SIZE, more='font-weight="bold"')
    for i, line in enumerate(heading.notes):
        y = MARGIN + TITLE_LINE * len(heading.title) + 10 + i * NOTE_LINE
        yield _say(line, MARGIN, y, size=NOTE_SIZE, more=f'fill="{MUTED}"')


def _band(band: Band) -> Iterator[str]:
    yield '<g class="band">'
    yield f'<rect {_place(band.box)} rx="6" fill="{band.colour}" fill-opacity="0.5"/>'
    for i, line in enumerate(band.heading):
        yield _say(line, band.x, band.y + 10 + i * HEADING_LINE, size=CAPTION_SIZE, more=f'fill="{MUTED}"')
    yield "</g>"


def _edge(number: int, placed: PlacedEdge, names: dict[str, str], scheme: Scheme, reach: str) -> Iterator[str]:
    edge, look = placed.edge, scheme.relation(placed.edge.predicate)
    claims = quoteattr(printable(" ".join(edge.claims)))
    phrase = f"{_text(names[edge.source])} {_text(placed.label)} {_text(names[edge.target])}"
    yield f'<g class="edge" data-edge="{number}" data-claims={claims}{reach}>'
    yield f"<title>{phrase}: {edge.documents} document{'s' * (edge.documents != 1)}</title>"
    yield from stroke(placed.points, look.colour, look.dash, edge.status, edge.documents)
    if placed.box:
        x, y = placed.box.x + placed.box.width / 2, placed.box.y + placed.box.height - 3.5
        yield _say(placed.label, x, y, size=LABEL_SIZE, more=f'text-anchor="middle" fill="{look.ink}"')
    yield "</g>"


def stroke(points: Points, colour: str, dash: str, status: Status, documents: int) -> Iterator[str]:
    """A line with its head. Unbroken means asserted; the relation's own dash is laid over it as beads."""
    thick = thickness(documents)
    line, head = path(points, 7 + thick), arrow(points, 7 + thick, 3.2 + thick / 2)
    common = f'd="{line}" fill="none" stroke="{colour}"'
    broken = "" if STATUS_DASH[status] == SOLID else f' stroke-dasharray="{STATUS_DASH[status]}"'
    yield f'<path class="line" {common} stroke-width="{_n(thick)}" stroke-linejoin="round"{broken}/>'
    if status is Status.ASSERTED and dash != SOLID:
        yield f'<path class="beads" {common} stroke-width="{_n(thick + 1.3)}" stroke-dasharray="{dash}"/>'
    yield f'<path class="head" d="{head}" fill="{colour}"/>'
    if status is Status.DENIED:
        yield f'<path class="bar" d="{bar(points)}" stroke="{colour}" stroke-width="1.6"/>'


def thickness(documents: int) -> float:
    """Width of a line by the number of documents that say it: thicker up to five."""
    return 1.4 + 0.5 * (min(max(documents, 1), 5) - 1)


def _node(number: int, placed: PlacedNode, whole: Placed, scheme: Scheme, reach: str) -> Iterator[str]:
    node, box = placed.node, placed.box
    look = scheme.node(node.kind, node.classification)
    round_ends = node.kind in scheme.people
    focus = node.iri in whole.diagram.focus
    rx = min(box.height / 2, 22) if round_ends else 3
    yield f'<g class="node" data-node="{number}" data-iri={quoteattr(printable(node.iri))}{reach}>'
    yield f"<title>{_text(node.label)}, {_text(look.label)}</title>"
    outline = f'stroke="{INK if focus else OUTLINE}" stroke-width="{2.4 if focus else 1}"'
    yield f'<rect {_place(box)} rx="{_n(rx)}" fill="{look.colour}" {outline}/>'
    text = NAME_LINE * len(placed.name) + (CAPTION_LINE if placed.caption else 0)
    x, y = box.x + box.width / 2, box.y + (box.height - text) / 2
    for i, line in enumerate(placed.name):
        yield _say(line, x, y + NAME_LINE * i + 11.5, size=NAME_SIZE, more='text-anchor="middle"')
    if placed.caption:
        below = y + NAME_LINE * len(placed.name) + 10
        yield _say(placed.caption, x, below, size=CAPTION_SIZE, more=f'text-anchor="middle" fill="{MUTED}"')
    yield "</g>"


def _legend(legend: Legend, top: float) -> Iterator[str]:
    yield f'<g class="legend" transform="translate({_n(MARGIN)} {_n(top)})">'
    for row in legend.rows:
        yield _say(row.heading, 0, row.y + 11, size=NOTE_SIZE, more=f'fill="{MUTED}"')
    for line in legend.lines:
        points = ((line.x, line.y + 7), (line.x + line.width, line.y + 7))
        yield from stroke(points, line.colour, line.dash, line.status, line.documents)
    for box in legend.boxes:
        place = _place(Box(box.x, box.y, box.width, 14))
        yield f'<rect {place} rx="{7 if box.round else 3}" fill="{box.colour}" stroke="{OUTLINE}"/>'
    items: list[Sample | Swatch] = [*legend.lines, *legend.boxes]
    for item in items:
        yield _say(item.label, item.x + item.width + 7, item.y + 11, size=NOTE_SIZE)
    yield "</g>"


def _place(box: Box) -> str:
    return f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'


def _say(text: str, x: float, y: float, *, size: float, more: str = "") -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{" " * bool(more)}{more}>{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(printable(text))


def _n(number: float) -> str:
    """A number as short as it will go: SVG of the same drawing is the same bytes."""
    return f"{round(number, 1):g}" if abs(number) < 100_000 else str(round(number))
