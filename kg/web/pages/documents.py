"""The documents that were read."""

from starlette.requests import Request
from starlette.responses import Response

from kg.web.catalogue import Catalogue, Source, catalogue_of
from kg.web.names import fold
from kg.web.paging import page_of
from kg.web.render import html
from kg.web.statements import Writer

SIZE = 50


def page(request: Request) -> Response:
    """Served at /documents: ?title= keeps those whose title contains it."""
    catalogue = catalogue_of(request)
    title = request.query_params.get("title", "")
    shown = page_of(request, _with_title(catalogue, title), SIZE)
    return html(request, "documents.html", shown=shown, title=title, write=Writer(catalogue))


def _with_title(catalogue: Catalogue, title: str) -> list[Source]:
    sought = fold(title)
    return [source for source in catalogue.sources.values() if sought in fold(source.name)]
