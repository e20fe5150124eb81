"""Handing jobs from requests to the workers."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from kg.graph.worker import Job

if TYPE_CHECKING:
    from kg.web.workers import Workers

T = TypeVar("T")
_MOST_KEPT = 256


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
    key = (state.live.stamp, job)
    answer: T = state.kept.pop(key) if key in state.kept else await run(request, job, seconds=seconds)
    _keep(state, key, answer)
    return answer


async def run_ahead(state: State, job: Job[object], *, seconds: float) -> None:
    """Have the answer of a job for whoever will ask for it with ``run_once``."""
    key = (state.live.stamp, job)
    _keep(state, key, await state.workers.run(job, seconds=seconds))


def _keep(state: State, key: tuple[str, object], answer: object) -> None:
    """The last asked for is the last to go."""
    state.kept[key] = answer
    if len(state.kept) > _MOST_KEPT:
        del state.kept[next(iter(state.kept))]
