"""A timeline as SVG: bars for what lasts, marks for what happens, in lanes, on an axis of years."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from kg import ids
from kg.graph.asof import first_day, last_day
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
from kg.views.text import short, width, wrap
from kg.views.timeline import Event, Timeline, lanes_of

LEFT, PLOT, RIGHT = 150.0, 820.0, 20.0  # the names of lanes, the years, and room at the end
ROW, BAR, LANE_GAP, MARK = 21.0, 14.0, 12.0, 5.5  # heights; half a mark
FADE, LONGEST = 26.0, 60  # of an open end; characters of a label
LEGEND_HEIGHT = 44.0
COLOUR, TINT = "#1f4e8c", "#e6eef8"
YEARS_APART = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event or a name, the row it stands in, and where its mark and its words go."""

    words: str
    mark: Box
    label: Box
    event: Event | None
    open_start: bool = False
    open_end: bool = False

    @property
    def drawn(self) -> str:
        """Its words, which end at the mark where they stand before it."""
        label = self.label
        before = label.x < self.mark.x
        x, more = (label.x + label.width, 'text-anchor="end"') if before else (label.x, "")
        return say(self.words, x, label.y + 10.8, size=SIZE, more=more)


@dataclass(frozen=True, slots=True)
class Lane:
    """A heading and what stands beside it."""

    heading: tuple[str, ...]
    y: float
    height: float
    items: tuple[PlacedEvent, ...]


@dataclass(frozen=True, slots=True)
class PlacedTimeline:
    """Lanes from the top down, and the years of the axis with their places."""

    lanes: tuple[Lane, ...]
    years: tuple[tuple[int, float], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to places; a month has 31 days, as in ``kg.graph.asof``."""

    first: int
    last: int

    def at(self, day: str) -> float:
        """The place of the beginning of a day."""
        year, month, date = map(int, day.split("-"))
        return LEFT + PLOT * (year + (month - 1) / 12 + (date - 1) / 372 - self.first) / (self.last - self.first)

    @property
    def years(self) -> tuple[tuple[int, float], ...]:
        """As many years as there is room for."""
        step = next(s for s in YEARS_APART if (self.last - self.first) / s <= PLOT / 56)
        first = ceil(self.first / step) * step
        return tuple((y, self.at(f"{y:04}-01-01")) for y in range(first, self.last + 1, step))


def place_timeline(timeline: Timeline) -> PlacedTimeline:
    """Where everything goes: in each lane as few rows as it takes for no words to lie over others."""
    scale = _scale(timeline)
    lanes: list[Lane] = []
    y = 0.0
    for name, items in _lanes(timeline, scale):
        lane = _packed(name, items, y)
        lanes.append(lane)
        y += lane.height + LANE_GAP
    return PlacedTimeline(tuple(lanes), scale.years, y)


def _scale(timeline: Timeline) -> Scale:
    spans = [(e.first, e.last) for e in timeline.events] + [(e.first, e.last) for e in timeline.eras]
    dates = [date for span in spans for date in span if date] or ["2000"]
    first, last = int(min(map(first_day, dates))[:4]), int(max(map(last_day, dates))[:4])
    return Scale(first, max(last, first) + 1)


Item = tuple[str, float, float, Event | None, bool, bool]


def _lanes(timeline: Timeline, scale: Scale) -> Iterator[tuple[str, list[Item]]]:
    if timeline.eras:
        yield "its names", [_item(e.name, e.first, e.last, None, scale) for e in timeline.eras]
    for name, events in lanes_of(timeline.events):
        yield name, [_item(e.words, e.first, e.last, e, scale) for e in events]


def _item(text: str, first: str | None, last: str | None, event: Event | None, scale: Scale) -> Item:
    """What is to be placed: its words, from where to where, and whether its ends are open."""
    start = scale.at(first_day(first)) if first else None
    end = scale.at(last_day(last)) if last else None
    left = LEFT if start is None and end is None else start if start is not None else max(LEFT, (end or 0) - 2 * FADE)
    right = LEFT + PLOT if end is None and start is None else end if end is not None else LEFT + PLOT
    return short(text, LONGEST), left, max(right, left), event, first is None, last is None


def _packed(name: str, items: Sequence[Item], top: float) -> Lane:
    ends: list[float] = []  # of the rows
    placed = []
    for text, left, right, event, open_start, open_end in items:
        long = width(text, SIZE)
        mark_left, mark_right = (left, right) if _is_bar(event, right - left) else _mark(left, right)
        inside = mark_right - mark_left > long + 12
        after = mark_right + 6 + long <= LEFT + PLOT + RIGHT
        x = mark_left + 6 if inside else mark_right + 6 if after else mark_left - 6 - long
        begin, end = min(mark_left, x), max(mark_right, x + long)
        row = next((i for i, taken in enumerate(ends) if taken + 8 <= begin), len(ends))
        ends[row : row + 1] = [end]
        y = top + row * ROW
        mark, label = Box(mark_left, y, mark_right - mark_left, BAR), Box(x, y, long, BAR)
        placed.append(PlacedEvent(text, mark, label, event, open_start, open_end))
    title = wrap(name, SIZE, widest=LEFT - 20, most=3)
    return Lane(title, top, max(len(ends) * ROW, len(title) * 14.0), tuple(placed))


def _is_bar(event: Event | None, wide: float) -> bool:
    """What lasts, and what happened on some day of a span wider than a mark."""
    return event is None or event.lasts or (not event.reported and wide > 2 * MARK)


def _mark(left: float, right: float) -> tuple[float, float]:
    middle = (left + right) / 2
    return middle - MARK, middle + MARK


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
    yield item.drawn
    yield "</g>"


def _shape(item: PlacedEvent) -> Iterator[str]:
    """A bar, a diamond, a ring, or a low bar; filled if a source states it as a fact, else with a broken outline."""
    event, box = item.event, item.mark
    status = event.status if event else Status.ASSERTED
    look = _look(status)
    if event is None or event.lasts:
        yield f'<rect {place(Box(box.x, box.y, max(box.width, 2), box.height))} rx="2" {look}/>'
        yield from _fading(item)
    elif event.reported:
        yield f'<rect {place(Box(box.x, box.y + BAR / 2 - MARK, 2 * MARK, 2 * MARK))} rx="{number(MARK)}" {look}/>'
    elif box.width > 2 * MARK + 0.1:
        yield f"<rect {place(Box(box.x, box.y + BAR / 2 - 2.5, box.width, 5))} {look}/>"
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


_STATUS_WORDS: Iterable[tuple[Status, str]] = (
    (Status.ASSERTED, "stated as a fact"),
    (Status.ALLEGED, "alleged"),
    (Status.PROPOSED, "proposed or planned"),
    (Status.DENIED, "denied"),
)
