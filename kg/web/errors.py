"""Errors as answers: the right status and one clear line, as a page, as JSON or as text."""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import InputError, KgError, LimitError, QueryError, StoreError, UnknownName
from kg.graph.answer import UnacceptableError
from kg.web.negotiate import choose
from kg.web.render import html
from kg.web.workers import BusyError

log = logging.getLogger(__name__)

# 422 for what takes too much: clients try again after a 503 or 504, and it would take as much again.
_STATUS: dict[type[KgError], HTTPStatus] = {
    BusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    LimitError: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnacceptableError: HTTPStatus.NOT_ACCEPTABLE,
    QueryError: HTTPStatus.BAD_REQUEST,
    UnknownName: HTTPStatus.NOT_FOUND,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
    InputError: HTTPStatus.BAD_REQUEST,
}
_RETRY = {"Retry-After": "5"}
_TEXT, _PAGE = "text/plain", "text/html"
_JSON = ("application/problem+json", "application/json")


def problem(request: Request, status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says what is wrong, in the form the client would rather have."""
    media_type = choose(request.headers.get("accept"), (_TEXT, _PAGE, *_JSON)) or _TEXT
    title = HTTPStatus(status).phrase
    response: Response
    if media_type in _JSON:
        body = json.dumps({"type": "about:blank", "title": title, "status": status, "detail": detail})
        response = Response(body, status, media_type=_JSON[0])
    elif media_type == _PAGE:
        response = _page(request, status, title, detail)
    else:
        response = PlainTextResponse(f"{detail}\n", status)
    response.headers.update(headers or {})
    response.headers.add_vary_header("Accept")
    return response


def _page(request: Request, status: int, title: str, detail: str) -> Response:
    return html(request, "error.html", status=status, title=title, detail=detail)


def on_http_error(request: Request, error: Exception) -> Response:
    """No such page, no such method, and the like."""
    assert isinstance(error, HTTPException)
    detail = _DETAILS.get(HTTPStatus(error.status_code), error.detail) if error.detail in _PHRASES else error.detail
    return problem(request, error.status_code, detail, error.headers)


_PHRASES = {status.phrase for status in HTTPStatus}
_DETAILS = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take that method; the store is read-only.",
}


def on_our_error(request: Request, error: Exception) -> Response:
    """An error this package raises on purpose, which says in one line what is wrong."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
    return problem(request, status, str(error), _RETRY if status == HTTPStatus.SERVICE_UNAVAILABLE else None)


def on_any_error(request: Request, error: Exception) -> Response:
    """A fault of ours: the trace is for the log, not for the client."""
    log.error("%s %s", request.method, request.url.path, exc_info=error)
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; the server's log says what.")


def on_hang_up(request: Request, error: Exception) -> Response:  # noqa: ARG001 - a handler's signature
    """Nobody is left to read it; the status is for the log, as nginx writes it."""
    return Response(status_code=499)


HANDLERS = {
    ClientDisconnect: on_hang_up,
    HTTPException: on_http_error,
    KgError: on_our_error,
}  # any other goes to Guard
