"""Pictures for the browser: what the address asks for, drawn once and kept."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from starlette.datastructures import QueryParams

from kg.types import Status
from kg.views.diagram import diagram_of
from kg.views.draw import Drawing, TimelineDrawing
from kg.views.filter import DRAWN, Filter, filter_of
from kg.views.layout import PlacedEdge
from kg.views.timeline import timeline_of as made
from kg.web.addresses import path_of
from kg.web.catalogue import Catalogue
from kg.web.statements import Writer

MOST_KEPT = 24
MOST_CLAIMS = 40  # of one line whose sentences can be asked for

# The words of an address for the options of a picture; several values of one are several wishes.
_SEVERAL = {"about": "about", "relation": "relations", "status": "statuses"}
_ONE = {
    "depth": "depth",
    "as_of": "as_of",
    "since": "since",
    "until": "until",
    "min_confidence": "least_confidence",
    "min_sources": "least_sources",
    "limit": "limit",
}


def asked_for(query: QueryParams) -> Filter:
    """The filter of an address; what is empty is not asked. InputError says what cannot be."""
    several = {option: _given(query, word) for word, option in _SEVERAL.items()}
    one = {option: query[word].strip() for word, option in _ONE.items() if query.get(word, "").strip()}
    chosen = {option: values for option, values in several.items() if values}
    return filter_of(**chosen, **one, grouped=query.get("grouped") == "yes")


def _given(query: QueryParams, word: str) -> list[str]:
    return [value.strip() for value in query.getlist(word) if value.strip()]


def address_of(wanted: Filter, without: str = "") -> list[tuple[str, str]]:
    """The words of an address that ask for this filter, but for one of them; defaults are left out."""
    several = [("about", name) for name in wanted.about] + [("relation", name) for name in wanted.relations]
    if set(wanted.statuses) != set(DRAWN):
        several += [("status", status.value.lower()) for status in Status if status in wanted.statuses]
    plain = Filter()
    one = [
        (word, f"{getattr(wanted, option)}")
        for word, option in _ONE.items()
        if getattr(wanted, option) != getattr(plain, option) and getattr(wanted, option) is not None
    ]
    return [(word, value) for word, value in (*several, *one) if word != without]


@lru_cache(MOST_KEPT)
def drawing_of(catalogue: Catalogue, wanted: Filter) -> Drawing:
    """The picture of a filter; it is laid out when it is first looked at."""
    return Drawing(diagram_of(catalogue.store, wanted), catalogue.store)


@lru_cache(MOST_KEPT)
def timeline_of(catalogue: Catalogue, wanted: Filter) -> TimelineDrawing:
    """The timeline of whom a filter is about."""
    return TimelineDrawing(made(catalogue.store, wanted))


def for_script(catalogue: Catalogue, wanted: Filter) -> dict[str, Any]:
    """The drawing and what the reader's script needs to know of it; InputError if it is too large to lay out."""
    drawing = drawing_of(catalogue, wanted)
    return {"svg": drawing.svg(in_page=True), **_data(drawing, Writer(catalogue))}


def _data(drawing: Drawing, write: Writer) -> dict[str, Any]:
    placed = drawing.placed
    numbers = {node.node.iri: number for number, node in enumerate(placed.nodes)}
    nodes = [
        {
            "name": placed_node.node.label,
            "kind": write.kind(placed_node.node.iri),
            "x": round(placed_node.box.x + placed_node.box.width / 2, 1),
            "y": round(placed_node.box.y + placed_node.box.height / 2, 1),
            "iri": placed_node.node.iri,
            "path": path_of(placed_node.node.iri, write.store.base),
        }
        for placed_node in placed.nodes
    ]
    focus = next((numbers[iri] for iri in placed.diagram.focus if iri in numbers), -1)
    edges = [_edge(edge, numbers, write) for edge in placed.edges]
    return {"nodes": nodes, "edges": edges, "focus": focus, "notes": list(placed.diagram.notes)}


def _edge(placed: PlacedEdge, numbers: Mapping[str, int], write: Writer) -> dict[str, Any]:
    edge = placed.edge
    return {
        "source": numbers[edge.source],
        "target": numbers[edge.target],
        "label": placed.label,
        "status": edge.status.value,
        "stack": placed.stack,
        "evidence": sum(write.catalogue.links[claim].evidence for claim in edge.claims),
        "claims": [claim.removeprefix(write.store.base) for claim in edge.claims[:MOST_CLAIMS]],
    }
