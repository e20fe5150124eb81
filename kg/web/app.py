"""The web application: what is served where, put together from tables of routes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from kg.graph import open_store
from kg.web import pages
from kg.web.workers import JOBS, MEMORY, SECONDS, Workers

HERE = Path(__file__).parent


def application(store: Path, *, jobs: int = JOBS, seconds: float = SECONDS, memory: int = MEMORY) -> Starlette:
    """An ASGI application that shows a finished store; nothing it serves can change it.

    ``jobs`` queries of strangers run at once, each within ``seconds`` and ``memory`` (MB).
    """
    static = Mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    start = partial(Workers, store, jobs=jobs, seconds=seconds, memory=memory)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.workers = start()
        yield
        app.state.workers.close()

    app = Starlette(routes=[*pages.ROUTES, static], lifespan=lifespan)
    app.state.store = open_store(store)
    return app
