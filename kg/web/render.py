"""Templates to responses: everything is escaped unless it was marked safe by the part that made it."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.templating import Jinja2Templates

import kg
from kg.web import wording
from kg.web.addresses import web_address
from kg.web.catalogue import catalogue_of

PLACES = (
    ("Graph", "graph"),
    ("Questions", "questions"),
    ("SPARQL", "query"),
    ("Documents", "documents"),
    ("About", "about"),
)

TEMPLATES = Jinja2Templates(
    env=Environment(
        loader=PackageLoader("kg.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
)
TEMPLATES.env.filters |= {
    "count": wording.count,
    "day": wording.day,
    "money": wording.money,
    "short": wording.short,
    "term": wording.term_of,
    "web_address": web_address,
}


def html(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page made from a file of ``templates/``."""
    shell = {"places": _places(request), "catalogue": catalogue_of(request), "version": kg.__version__}
    return TEMPLATES.TemplateResponse(request, template, shell | values, status_code=status)


def _places(request: Request) -> list[tuple[str, str]]:
    """What the head of every page leads to: words and paths of what this application serves."""
    paths = {getattr(route, "name", ""): getattr(route, "path", "") for route in request.app.routes}
    return [(words, paths[name]) for words, name in PLACES if name in paths]
