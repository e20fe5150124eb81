"""A timeline as SVG: bars for what lasts, marks for what happens, in lanes, on an axis of years."""

from collections.abc import Iterator
from functools import partial

from kg import ids
from kg.types import Status
from kg.views.boxes import CAPTION_SIZE
from kg.views.elk import Box
from kg.views.markup import (
    MARGIN,
    MUTED,
    NOTE_LINE,
    PAPER,
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
from kg.views.markup import NOTE_SIZE as SIZE
from kg.views.scheme import STATUS_DASH
from kg.views.text import width, wrap
from kg.views.timeline import Event, Timeline
from kg.views.timeline_layout import (
    BAR,
    FADE,
    LANE_GAP,
    LEFT,
    MARK,
    PLOT,
    RIGHT,
    Lane,
    PlacedEvent,
    PlacedTimeline,
    place_timeline,
)

LEGEND_HEIGHT = 44.0
COLOUR, TINT, WITHIN = "#1f4e8c", "#e6eef8", "#d6e1ee"


def timeline_to_svg(timeline: Timeline, *, in_page: bool = False) -> str:
    """The timeline under its title and over its legend; the same events give the same text."""
    placed = place_timeline(timeline)
    wide = LEFT + PLOT + RIGHT
    title = wrap(timeline.title, TITLE_SIZE, widest=wide / 1.1, most=2)
    notes = [line for note in (_count(timeline), *timeline.notes) for line in wrap(note, SIZE, widest=wide, most=2)]
    top = MARGIN + TITLE_LINE * len(title) + NOTE_LINE * len(notes) + 34
    listed = list(_undated(timeline, wide))
    foot = top + placed.height + 12
    size = (wide + 2 * MARGIN, foot + NOTE_LINE * len(listed) + LEGEND_HEIGHT + MARGIN)
    said = "; ".join(f"{e.when}: {e.phrase}" for e in (*timeline.events, *timeline.undated))
    reach = ' tabindex="0" role="button"' if in_page else ""
    return "\n".join(
        [
            *opening(f"timeline-{ids.digest(timeline.iri, size=8)}", timeline.title, said, size, in_page=in_page),
            *heading(title, tuple(notes)),
            f'<g class="drawing" transform="translate({number(MARGIN)} {number(top)})">',
            *_axis(placed),
            *(line for lane in placed.lanes for line in _lane(lane, reach)),
            "</g>",
            *(say(line, MARGIN, foot + i * NOTE_LINE, size=SIZE) for i, line in enumerate(listed)),
            *_legend(foot + NOTE_LINE * len(listed) + 10),
            "</svg>\n",
        ]
    )  # fmt: skip


def _count(timeline: Timeline) -> str:
    dated, undated = len(timeline.events), len(timeline.undated)
    if not dated and not undated:
        return "No source here tells of anything, which does not mean that nothing happened."
    counted = f"{dated} event{'s' * (dated != 1)} with a date"
    return f"{counted}, {undated} without" if undated else counted


def _axis(placed: PlacedTimeline) -> Iterator[str]:
    for year, x in placed.years:
        yield f'<path d="M{number(x)} -8L{number(x)} {number(placed.height)}" stroke="{TINT}" fill="none"/>'
        yield say(str(year), x, -13, size=CAPTION_SIZE, more=f'text-anchor="middle" fill="{MUTED}"')


def _lane(lane: Lane, reach: str) -> Iterator[str]:
    line = number(lane.y - LANE_GAP / 2)
    yield f'<path d="M0 {line}L{number(LEFT + PLOT + RIGHT)} {line}" stroke="{TINT}" fill="none"/>'
    for i, text in enumerate(lane.heading):
        yield say(text, 0, lane.y + 10 + 14 * i, size=SIZE, more=f'fill="{MUTED}"')
    for item in lane.items:
        yield from _item_drawn(item, reach)


def _item_drawn(item: PlacedEvent, reach: str) -> Iterator[str]:
    event = item.event
    if event is None:
        yield '<g class="era">'
    else:
        claim, other = attribute(event.claim), attribute(event.other)
        yield f'<g class="event" data-claims={claim} data-iri={other}{reach}>'
        yield f"<title>{words(f'{event.when}: {event.phrase}')}</title>"
    yield from _shape(item)
    yield _label(item)
    yield "</g>"


def _label(item: PlacedEvent) -> str:
    """Its words, which end at the mark where they stand before it."""
    before = item.label.x < item.mark.x
    x, more = (item.label.x + item.label.width, 'text-anchor="end"') if before else (item.label.x, "")
    return say(item.words, x, item.label.y + 10.8, size=SIZE, more=more)


def _shape(item: PlacedEvent) -> Iterator[str]:
    """A bar, a ring, a stretch, or a diamond; if no source states it as a fact, with a broken outline."""
    event, box = item.event, item.mark
    status = event.status if event else Status.ASSERTED
    look = _look(status)
    if event is None or event.lasts:
        yield f'<rect {place(Box(box.x, box.y, max(box.width, 2), box.height))} rx="2" {look}/>'
        yield from _fading(item)
    elif event.reported:
        yield f'<rect {place(Box(box.x, box.y + BAR / 2 - MARK, 2 * MARK, 2 * MARK))} rx="{number(MARK)}" {look}/>'
    elif box.width > 2 * MARK + 0.1:
        yield f"<rect {place(box)} {_stretch(status)}/>"
    else:
        yield f'<path d="{_diamond(box.x + MARK, box.y + BAR / 2)}" {look.replace(TINT, COLOUR)}/>'
    if status is Status.DENIED:
        cross = f"M{number(box.x - 2)} {number(box.y - 2)}L{number(box.x + 12)} {number(box.y + BAR + 2)}"
        yield f'<path class="bar" d="{cross}" stroke="{COLOUR}" stroke-width="1.6" fill="none"/>'


def _diamond(x: float, y: float) -> str:
    points = ((x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y))
    return "M" + "L".join(f"{number(px)} {number(py)}" for px, py in points) + "Z"


def _look(status: Status) -> str:
    if status is Status.ASSERTED:
        return f'fill="{TINT}" stroke="{COLOUR}"'
    return f'fill="{PAPER}" stroke="{COLOUR}" stroke-dasharray="{STATUS_DASH[status]}"'


def _stretch(status: Status) -> str:
    """The look of a span of time within which something happened."""
    broken = "" if status is Status.ASSERTED else f' stroke="{COLOUR}" stroke-dasharray="{STATUS_DASH[status]}"'
    return f'fill="{WITHIN}"{broken}'


def _fading(item: PlacedEvent) -> Iterator[str]:
    """Open ends dissolve into the paper."""
    box = item.mark
    wide = min(FADE, box.width / 2) / 3
    for step, opacity in enumerate(("0.95", "0.7", "0.4")):
        pieces = []
        if item.open_start:
            pieces.append(Box(box.x - 1 + step * wide, box.y - 1, wide + 1, BAR + 2))
        if item.open_end:
            pieces.append(Box(box.x + box.width - (step + 1) * wide, box.y - 1, wide + 1, BAR + 2))
        for piece in pieces:
            yield f'<rect {place(piece)} fill="{PAPER}" fill-opacity="{opacity}"/>'


def _undated(timeline: Timeline, widest: float) -> Iterator[str]:
    if timeline.undated:
        yield ""
        yield "The sources give no date for these:"
        for event in timeline.undated:
            yield from wrap(f"· {event.phrase}", SIZE, widest=widest, most=2)


def _legend(top: float) -> Iterator[str]:
    sample = partial(Event, "", "", "", claim="", other="", first="2000", last="2001")
    asserted = Status.ASSERTED
    marks = (
        (sample(asserted, lasts=True), 30.0, "lasted", False),
        (sample(asserted, lasts=True), 30.0, "no end known", True),
        (sample(asserted), 2 * MARK, "happened then", False),
        (sample(asserted), 30.0, "some time within", False),
        (sample(asserted, reported=True), 2 * MARK, "first reported then, itself of no known date", False),
    )
    statuses = tuple((sample(s, lasts=True), 30.0, text, False) for s, text in _STATUS_WORDS)
    yield '<g class="legend">'
    for i, row in enumerate((marks, statuses)):
        x, y = MARGIN, top + i * 21
        for event, wide, text, open_end in row:
            label = Box(x + wide + 7, y, width(text, SIZE), BAR)
            yield from _shape(PlacedEvent(text, Box(x, y, wide, BAR), label, event, open_end=open_end))
            yield say(text, label.x, y + 10.8, size=SIZE)
            x = label.x + label.width + 24
    yield "</g>"


_STATUS_WORDS = (
    (Status.ASSERTED, "stated as a fact"),
    (Status.ALLEGED, "alleged"),
    (Status.PROPOSED, "proposed or planned"),
    (Status.DENIED, "denied"),
)
