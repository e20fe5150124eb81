"""The documents that were read."""

from starlette.requests import Request
from starlette.responses import Response

from kg.web.catalogue import catalogue_of
from kg.web.paging import page_of
from kg.web.render import html
from kg.web.statements import Writer

SIZE = 50


def page(request: Request) -> Response:
    """Served at /documents: ?title= keeps those whose title contains it."""
    catalogue = catalogue_of(request)
    title = request.query_params.get("title", "")
    shown = page_of(request, list(catalogue.titled(title)), SIZE)
    return html(request, "documents.html", shown=shown, title=title, write=Writer(catalogue))
