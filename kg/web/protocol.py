"""What a request to the endpoint says, by SPARQL 1.1 Protocol section 2.1: in its address, its form or its body."""

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

READ_ONLY = "This store is read-only: it answers queries, and takes no updates."
BODY_SECONDS = 30.0
_MOST_FIELDS = 100


@dataclass(frozen=True, slots=True)
class Parameters:
    """Names and values, in the order they came in; a name may come more than once."""

    pairs: tuple[tuple[str, str], ...]

    def values(self, *names: str) -> tuple[str, ...]:
        """All the values of some names."""
        return tuple(value for name, value in self.pairs if name in names)


async def read_parameters(request: Request) -> Parameters:
    """The parameters of an operation; HTTPException for a request that says none, or an update."""
    pairs = _decoded(request.scope["query_string"])
    if request.method == "POST":
        pairs += await _body(request)
    if any(name == "update" for name, _ in pairs):
        raise HTTPException(HTTPStatus.BAD_REQUEST, READ_ONLY)
    return Parameters(pairs)


async def _body(request: Request) -> tuple[tuple[str, str], ...]:
    media_type, _, options = request.headers.get("content-type", "").partition(";")
    match media_type.strip().lower():
        case "application/x-www-form-urlencoded":
            return _decoded(await _read(request))
        case "application/sparql-query" if _is_utf8(options):
            return (("query", _text(await _read(request))),)
        case "application/sparql-query":
            raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "A query in a body must be UTF-8.")
        case "application/sparql-update":
            raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, READ_ONLY)
    expected = "POST a query as application/sparql-query, or a form as application/x-www-form-urlencoded."
    raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, expected)


async def _read(request: Request) -> bytes:
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await request.body()
    except TimeoutError:
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, "The body of the request did not arrive in time.") from None


def _is_utf8(options: str) -> bool:
    """Whether a Content-Type names no other character set."""
    for option in options.split(";"):
        name, _, charset = option.partition("=")
        if name.strip().lower() == "charset":
            return charset.strip(' "').lower() in ("utf-8", "utf8", "us-ascii")
    return True


def _decoded(text: bytes) -> tuple[tuple[str, str], ...]:
    try:
        pairs = parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The parameters are not URL-encoded UTF-8, or too many.") from None
    return tuple(pairs)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The body of the request is not UTF-8.") from None
