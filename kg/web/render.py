"""Templates to responses: everything is escaped unless it was marked safe by the part that made it."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.templating import Jinja2Templates

TEMPLATES = Jinja2Templates(
    env=Environment(
        loader=PackageLoader("kg.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
)


def html(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page made from a file of ``templates/``."""
    return TEMPLATES.TemplateResponse(request, template, values, status_code=status)
