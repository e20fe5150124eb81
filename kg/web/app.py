"""The web application: what is served where, put together from tables of routes."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from kg.graph import open_store
from kg.web import pages

HERE = Path(__file__).parent


def application(store: Path) -> Starlette:
    """An ASGI application that shows a finished store; nothing it serves can change it."""
    static = Mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    vendor = Mount("/vendor", StaticFiles(directory=HERE / "vendor"), name="vendor")  # of others; see hatch_build.py
    app = Starlette(routes=[*pages.ROUTES, static, vendor])
    app.state.store = open_store(store)
    return app
