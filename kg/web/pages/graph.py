"""The graph page: a picture that can be moved, filtered and read, and the data behind it."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlencode

import anyio.to_thread
from anyio import CapacityLimiter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import KgError
from kg.export import selection
from kg.graph import GraphStore
from kg.graph.links import Link
from kg.profile import STATUSES
from kg.views.filter import DRAWN, EVERY, Filter, predicates_of
from kg.views.picture import FORMATS
from kg.vocab import local_name
from kg.web import cache
from kg.web.catalogue import Catalogue, catalogue_of
from kg.web.pictures import address_of, asked_for, drawing_of, for_script, timeline_of
from kg.web.render import html
from kg.web.statements import Quote, Writer

T = TypeVar("T")
MOST_SENTENCES = 100  # of one line
AT_ONCE = 2  # pictures that are laid out at the same time: each takes a core

PICTURES = ("svg", "png", "pdf", "html")
# A picture that is looked at by itself has a style sheet in it, and can run nothing.
_OWN_STYLE = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
DATA: dict[str, tuple[Callable[[GraphStore, list[Link]], str], str]] = {
    "csv": (selection.to_csv, "text/csv"),
    "json": (selection.to_json, "application/json"),
    "ttl": (selection.to_turtle, "text/turtle"),
}


async def page(request: Request) -> Response:
    """Served at /graph: the form, and the place where the script puts the picture."""
    catalogue = catalogue_of(request)
    try:
        wanted, error = asked_for(request.query_params), ""
        _check(catalogue, wanted)
    except KgError as wrong:
        wanted, error = Filter(), str(wrong)
    return html(
        request,
        "graph.html",
        **_form(catalogue, wanted),
        error=error,
        too_many=0 if "whole" in request.query_params else _too_many(catalogue, wanted),
        pictures=PICTURES,
    )


def _check(catalogue: Catalogue, wanted: Filter) -> None:
    """Raises the error that drawing it would raise, of names that are not there."""
    for name in wanted.about:
        catalogue.store.find(name)
    predicates_of(catalogue.store.ontology, wanted.relations)


async def drawing(request: Request) -> Response:
    """Served at /graph/drawing: the picture and what the script needs to know of it, as JSON."""
    tag = cache.tag(request, "drawing", request.url.query)
    if cache.is_fresh(request, tag):
        return cache.not_modified(tag)
    catalogue, wanted = catalogue_of(request), asked_for(request.query_params)
    picture = await _aside(request, lambda: for_script(catalogue, wanted))
    return JSONResponse(picture, headers=cache.headers(tag))


async def file(request: Request) -> Response:
    """Served at /graph.{format}: the picture, or the claims that are drawn in it."""
    format_ = request.path_params["format"]
    if format_ not in DATA and format_ not in PICTURES:
        raise HTTPException(404)
    tag = cache.tag(request, format_, request.url.query)
    if cache.is_fresh(request, tag):
        return cache.not_modified(tag)
    catalogue, wanted = catalogue_of(request), asked_for(request.query_params)
    make = partial(_data if format_ in DATA else _picture, catalogue, wanted, format_)
    content, media_type = await _aside(request, make)
    return Response(content, media_type=media_type, headers=_headers(tag, "graph", format_))


async def timeline(request: Request) -> Response:
    """Served at /timeline.{format}: what happened when, of whom it is ?about=, as a picture."""
    format_ = request.path_params["format"]
    if format_ not in PICTURES:
        raise HTTPException(404)
    tag = cache.tag(request, "timeline", format_, request.url.query)
    if cache.is_fresh(request, tag):
        return cache.not_modified(tag)
    catalogue, wanted = catalogue_of(request), asked_for(request.query_params)
    content = await _aside(request, lambda: timeline_of(catalogue, wanted).written(format_))
    return Response(content, media_type=FORMATS[format_].media_type, headers=_headers(tag, "timeline", format_))


def sentences(request: Request) -> Response:
    """Served at /graph/sentences: those that make the claims of ?claim=, oldest first, as JSON."""
    catalogue = catalogue_of(request)
    write, base = Writer(catalogue), catalogue.store.base
    known = (base + claim for claim in request.query_params.getlist("claim"))
    links = [catalogue.links[iri] for iri in known if iri in catalogue.links]
    quotes = {quote.path + quote.rule: quote for link in links for quote in write.in_full(link).quotes}
    ordered = sorted(quotes.values(), key=lambda quote: (quote.source.published or "~", quote.source.id, quote.path))
    return JSONResponse([_sentence(quote) for quote in ordered[:MOST_SENTENCES]])


def _picture(catalogue: Catalogue, wanted: Filter, format_: str) -> tuple[bytes, str]:
    return drawing_of(catalogue, wanted).written(format_), FORMATS[format_].media_type


def _data(catalogue: Catalogue, wanted: Filter, format_: str) -> tuple[bytes, str]:
    write, media_type = DATA[format_]
    edges = drawing_of(catalogue, wanted).diagram.edges
    links = [catalogue.links[claim] for edge in edges for claim in edge.claims]
    return write(catalogue.store, links).encode(), media_type


def _headers(tag: str, name: str, format_: str) -> dict[str, str]:
    """An SVG is looked at, anything else is saved."""
    saved = {"Content-Disposition": f'attachment; filename="{name}.{format_}"'}
    return cache.headers(tag) | (_OWN_STYLE if format_ == "svg" else saved)


async def _aside(request: Request, make: Callable[[], T]) -> T:
    """In a thread, so that others are answered meanwhile; few at once."""
    state = request.app.state
    if not hasattr(state, "drawing"):
        state.drawing = CapacityLimiter(AT_ONCE)
    return await anyio.to_thread.run_sync(make, limiter=state.drawing)


def _form(catalogue: Catalogue, wanted: Filter) -> dict[str, Any]:
    """What the form shows: every choice, and whether it is made."""
    ontology = catalogue.store.ontology
    write = Writer(catalogue)
    chosen = predicates_of(ontology, wanted.relations)
    counts = catalogue.holdings.relations
    usual = predicates_of(ontology, ())
    relations = [(local_name(iri), write.relation(iri), iri in chosen) for iri in ontology.relations if counts.get(iri)]
    return {
        "wanted": wanted,
        "relations": relations,
        "usual_relations": sorted(local_name(iri) for iri in usual if counts.get(iri)),
        "usual_statuses": sorted(status.value.lower() for status in DRAWN),
        "every": EVERY in wanted.relations,
        "statuses": [(status.value.lower(), status in wanted.statuses) for status in STATUSES],
        "address": urlencode(address_of(wanted)),
        "elsewhere": urlencode(address_of(wanted, without="about")),
        "names": [catalogue.store.names.get(name, name) for name in wanted.about],
        "connected": [write.named(iri) for iri, _ in catalogue.holdings.connected],
    }


def _too_many(catalogue: Catalogue, wanted: Filter) -> int:
    """How many bodies and people a picture of everything would leave out; none, if it is about someone."""
    if wanted.about or wanted.limit is None:
        return 0
    ends = {end for link in wanted.links(catalogue.store) for end in (link.subject, link.object)}
    return max(0, len(ends) - wanted.limit)


def _sentence(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "title": quote.source.name,
        "date": quote.source.published or "",
        "confidence": quote.confidence,
        "speaker": quote.speaker.name if quote.speaker else "",
        "from": quote.source.source,
        "href": quote.path,
    }
