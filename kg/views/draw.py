"""Drawing a store: who oversees whom, and what happened when."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kg.graph import GraphStore
from kg.views.diagram import Diagram, diagram_of
from kg.views.dot import to_dot
from kg.views.filter import filter_of
from kg.views.html import to_html
from kg.views.layout import Placed, layout
from kg.views.mermaid import to_mermaid
from kg.views.picture import Picture
from kg.views.sentences import sentences_of
from kg.views.svg import to_svg
from kg.views.timeline import Timeline, timeline_of
from kg.views.timeline_html import timeline_to_html
from kg.views.timeline_svg import timeline_to_svg


@dataclass(frozen=True)
class Drawing(Picture):
    """Who oversees whom, as ``diagram`` has it; laid out when it is first looked at."""

    diagram: Diagram
    store: GraphStore = field(repr=False)

    @property
    def empty(self) -> bool:
        """Whether no line is drawn."""
        return not self.diagram.edges

    @cached_property
    def placed(self) -> Placed:
        """The diagram with coordinates."""
        return layout(self.diagram)

    def svg(self, *, in_page: bool = False) -> str:
        """One SVG document; see ``kg.views.svg``."""
        return to_svg(self.placed, in_page=in_page)

    def html(self) -> str:
        """A page to move about in, where a line opens its sentences."""
        return to_html(self.placed, sentences_of(self.store, self.diagram))

    def dot(self) -> str:
        """In Graphviz's language, for whoever wants to lay it out again."""
        return to_dot(self.diagram)

    def mermaid(self) -> str:
        """In Mermaid, for Markdown that draws it."""
        return to_mermaid(self.diagram)


@dataclass(frozen=True)
class TimelineDrawing(Picture):
    """What happened to one body or case when."""

    timeline: Timeline

    @property
    def empty(self) -> bool:
        """Whether it tells of no event."""
        return not (self.timeline.events or self.timeline.undated)

    def svg(self, *, in_page: bool = False) -> str:
        """One SVG document; see ``kg.views.timeline_svg``."""
        return timeline_to_svg(self.timeline, in_page=in_page)

    def html(self) -> str:
        """The picture, and under it the events in words, each with its sentence."""
        return timeline_to_html(self.timeline)


def timeline_drawing(store: GraphStore, *, title: str | None = None, **options: Any) -> TimelineDrawing:
    """The timeline of whom it is ``about``; the other options of ``kg.views.filter.Filter`` hold too."""
    return TimelineDrawing(timeline_of(store, filter_of(**options), title=title))


def diagram(store: GraphStore, *, title: str | None = None, **options: Any) -> Diagram:
    """What a picture of a store shows; the options are those of ``kg.views.filter.Filter``."""
    return diagram_of(store, filter_of(**options), title=title)


def drawing(store: GraphStore, *, title: str | None = None, **options: Any) -> Drawing:
    """The picture of a store, with the options of ``kg.views.filter.Filter``."""
    return Drawing(diagram(store, title=title, **options), store)
