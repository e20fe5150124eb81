"""Answers that a client may keep for as long as the store stays the same one."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from kg import ids


def tag(request: Request, *parts: str) -> str:
    """The entity tag of what this address gives in one format, as of this build of the store."""
    return f'"{ids.digest(request.app.state.live.stamp, *parts)}"'


def is_fresh(request: Request, tag: str) -> bool:
    """Whether the client has it already."""
    known = request.headers.get("if-none-match", "")
    return tag in (one.strip().removeprefix("W/") for one in known.split(","))


def headers(tag: str) -> dict[str, str]:
    """For an answer that may be kept, and must be asked after before it is used again."""
    return {"ETag": tag, "Vary": "Accept", "Cache-Control": "no-cache"}


def not_modified(tag: str) -> Response:
    """The answer to a client that has it already."""
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers(tag))
