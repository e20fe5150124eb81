"""Handing jobs from requests to the workers."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from kg.graph.worker import Job

if TYPE_CHECKING:
    from kg.web.workers import Workers

T = TypeVar("T")
_MOST_KEPT = 64


async def run(request: Request, job: Job[T], *, seconds: float | None = None) -> T:
    """What the job answers; a client that hangs up ends it. See ``Workers.run`` for what it raises."""
    workers: Workers = request.app.state.workers
    work = asyncio.create_task(workers.run(job, seconds=seconds))
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            raise ClientDisconnect
        return work.result()
    finally:
        work.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    """Ends when the client has hung up, or sends what is not to be read on."""
    with suppress(HTTPException):
        while (await request.receive())["type"] != "http.disconnect":
            pass


async def run_once(request: Request, job: Job[T], *, seconds: float | None = None) -> T:
    """The same, but of a build of the store the last answers are kept; the job must be hashable."""
    state = request.app.state
    kept: dict[object, T] = state.kept
    key = (state.live.stamp, job)
    answer = kept.pop(key) if key in kept else await run(request, job, seconds=seconds)
    kept[key] = answer  # the last asked for is the last to go
    if len(kept) > _MOST_KEPT:
        del kept[next(iter(kept))]
    return answer
