"""The first page: what the store holds, and where to begin."""

from starlette.requests import Request
from starlette.responses import Response

from kg.web.render import html


def page(request: Request) -> Response:
    """Served at /."""
    return html(request, "home.html", store=request.app.state.store)
