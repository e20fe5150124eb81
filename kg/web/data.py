"""Answers in RDF, whatever they are about: the format that was asked for, from a job that knows how to write it."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.graph.worker import Job
from kg.web import cache, media
from kg.web.jobs import run_once
from kg.web.media import GRAPHS, Format
from kg.web.negotiate import choose

DEFAULT = Format("ttl", GRAPHS["ttl"][0])
ALL_OF_IT = 60.0  # seconds for what is made from the whole store


async def as_rdf(
    request: Request, job: Callable[[str], Job[bytes | None]], *, suffix: str = "", seconds: float | None = None
) -> Response:
    """What ``job(format)`` writes, in the format of the suffix or else of the Accept header.

    A client that would rather have a page gets Turtle: whoever has one to show has shown it already.
    ``seconds`` is what the job may take, if not what any may.
    """
    chosen = _format(request, suffix)
    tag = cache.tag(request, chosen.media_type)
    if cache.is_fresh(request, tag):
        return cache.not_modified(tag)
    body = await run_once(request, job(chosen.name), seconds=seconds)
    if body is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The store says nothing of this.")
    return Response(body, media_type=chosen.media_type, headers=cache.headers(tag))


def _format(request: Request, suffix: str) -> Format:
    accept = request.headers.get("accept")
    if found := media.named(GRAPHS, (suffix, *request.query_params.getlist("format"))):
        return found
    if found := media.preferred(GRAPHS, accept):
        return found
    if choose(accept, [media.HTML]):
        return DEFAULT
    raise HTTPException(
        HTTPStatus.NOT_ACCEPTABLE, f"This can be had as {', '.join(types[0] for types in GRAPHS.values())}."
    )


def address(request: Request, path: str) -> str:
    """The full address of another path of this server."""
    return str(request.url.replace(path=path, query="", fragment=""))
