"""Where everything on a timeline goes: lanes of rows, on an axis of years."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from kg.graph.asof import first_day, last_day
from kg.views.elk import Box
from kg.views.markup import NOTE_SIZE as SIZE
from kg.views.text import short, width, wrap
from kg.views.timeline import Event, Timeline, lanes_of

LEFT, PLOT, RIGHT = 150.0, 820.0, 20.0  # the names of lanes, the years, and room at the end
ROW, BAR, LANE_GAP, MARK = 21.0, 14.0, 12.0, 5.5  # heights; half a mark
FADE, GAP = 26.0, 6.0  # of an open end; between a mark and its words
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
    right = scale.at(last_day(last)) if last else LEFT + PLOT
    earliest = max(LEFT, right - 2 * FADE) if event and last else LEFT  # a name was borne before; of all else who knows
    left = scale.at(first_day(first)) if first else earliest
    return text, left, max(right, left), event, first is None, last is None


def _packed(name: str, items: Sequence[Item], top: float) -> Lane:
    ends: list[float] = []  # of the rows
    placed = []
    for words, left, right, event, open_start, open_end in items:
        mark_left, mark_right = (left, right) if _is_bar(event, right - left) else _mark(left, right)
        inside, after, before = (
            mark_right - mark_left - 2 * GAP,
            LEFT + PLOT + RIGHT - mark_right - GAP,
            mark_left - GAP - LEFT,
        )
        text = _fitting(words, max(inside, after, before))
        long = width(text, SIZE)
        x = mark_left + GAP if long < inside else mark_right + GAP if long <= after else mark_left - GAP - long
        begin, end = min(mark_left, x), max(mark_right, x + long)
        gap = 8 if event else 0  # one name follows on another
        row = next((i for i, taken in enumerate(ends) if taken + gap <= begin), len(ends))
        ends[row : row + 1] = [end]
        y = top + row * ROW
        mark, label = Box(mark_left, y, mark_right - mark_left, BAR), Box(x, y, long, BAR)
        placed.append(PlacedEvent(text, mark, label, event, open_start, open_end))
    title = wrap(name, SIZE, widest=LEFT - 20, most=3)
    return Lane(title, top, max(len(ends) * ROW, len(title) * 14.0), tuple(placed))


def _fitting(text: str, room: float) -> str:
    """As much of some words as there is room for, but a character."""
    if width(whole := short(text, len(text)), SIZE) <= room:
        return whole
    most = bisect_right(range(1, len(text)), room, key=lambda n: width(short(text, n), SIZE))
    return short(text, max(1, most))


def _is_bar(event: Event | None, wide: float) -> bool:
    """What lasts, and what happened on some day of a span wider than a mark."""
    return event is None or event.lasts or (not event.reported and wide > 2 * MARK)


def _mark(left: float, right: float) -> tuple[float, float]:
    middle = (left + right) / 2
    return middle - MARK, middle + MARK
