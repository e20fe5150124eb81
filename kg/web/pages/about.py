"""How to read what is shown: what statuses and confidence mean, what absence means, what stays private."""

from starlette.requests import Request
from starlette.responses import Response

from kg.web.render import html


def page(request: Request) -> Response:
    """Served at /about."""
    return html(request, "about.html", built_with=sorted(request.app.state.store.options.items()))
