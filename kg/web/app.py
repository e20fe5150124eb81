"""The web application: what is served where, put together from tables of routes."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from anyio import to_thread
from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.graph.answer import MOST_ROWS
from kg.web import pages, resources
from kg.web.catalogue import Catalogue
from kg.web.errors import HANDLERS
from kg.web.guard import Guard
from kg.web.live import Live
from kg.web.pages import questions
from kg.web.workers import JOBS, MEMORY, SECONDS, Workers

HERE = Path(__file__).parent
LARGE = 20_000  # claims, from which on some questions take longer than a reader likes to wait
_PAGES = 4  # made at once: Python runs one at a time, and each of many would be late for the others' sake


@dataclass(frozen=True, slots=True)
class Options:
    """How a store is served: what a stranger's query may take, and who may ask."""

    jobs: int = JOBS  # queries at once
    seconds: float = SECONDS  # each of them
    memory: int = MEMORY  # MB, each of them
    rows: int = MOST_ROWS  # of an answer
    hosts: Collection[str] = ()  # names of this server beside its addresses and localhost
    origins: Collection[str] = ()  # sites whose pages may read the data; "*" for all


def application(store: Path, options: Options | None = None) -> Starlette:
    """An ASGI application that shows a finished store; nothing it serves can change it.

    Its state has the open ``store`` and, once it has started, the ``workers`` for what may take long.
    """
    chosen = options or Options()
    static = Mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    vendor = Mount("/vendor", StaticFiles(directory=HERE / "vendor"), name="vendor")  # of others; see hatch_build.py
    app = Starlette(
        routes=[*resources.ROUTES, *pages.ROUTES, *resources.WITHOUT_A_PAGE, static, vendor],
        middleware=[Middleware(Guard, hosts=chosen.hosts, origins=chosen.origins), Middleware(_Renewed)],
        exception_handlers=HANDLERS,
        lifespan=_lifespan,
    )
    app.state.path, app.state.options = store, chosen
    app.state.live, app.state.kept = Live(store), {}
    app.state.store, app.state.ahead = app.state.live.store, None
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    chosen: Options = app.state.options
    workers = Workers(app.state.path, jobs=chosen.jobs, seconds=chosen.seconds, memory=chosen.memory)
    app.state.workers = workers
    to_thread.current_default_thread_limiter().total_tokens = _PAGES
    _warm(app)
    try:
        yield
    finally:
        if app.state.ahead:
            app.state.ahead.cancel()
        workers.close()


def _warm(app: Starlette) -> None:
    """Begin to read what the pages keep in memory, beside answering; who asks sooner waits for it."""
    app.state.catalogue = catalogue = Catalogue(app.state.store)
    loop = asyncio.get_running_loop()

    def warm() -> None:
        catalogue.warm()
        with suppress(RuntimeError):  # the server has ended meanwhile
            loop.call_soon_threadsafe(_look_ahead, app.state)

    Thread(target=warm, name="kg-warm", daemon=True).start()


def _look_ahead(state: State) -> None:
    if len(state.store.links) >= LARGE:
        state.ahead = asyncio.get_running_loop().create_task(questions.answer_ahead(state))


@dataclass(frozen=True, slots=True)
class _Renewed:
    """Before each request, takes up a store that was built anew."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            state = scope["app"].state
            if state.live.refresh():
                state.store = state.live.store
                state.workers.renew()
                _warm(scope["app"])
        await self.app(scope, receive, send)
