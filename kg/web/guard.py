"""What every request must pass, and what every answer carries.

A server on one's own machine can be reached by any page one has open. So a request must name this
server by an address or a name that is its own, or a page could reach it under a name that leads
here (DNS rebinding); and a page of another site may send nobody here but by a link.
"""

import ipaddress
import re
from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.web.errors import on_any_error, problem
from kg.web.media import GRAPHS

MOST_ADDRESS = 16_384  # bytes
MOST_BODY = 1_048_576
ANY = "*"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_SHARED = ("/sparql", "/id/", "/ns", "/void", "/.well-known/void")  # data, which other sites may be allowed to read
_BY_ACCEPT = ("/id/", "/ns")  # a page or data
_OPTIONS = {
    "Allow": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}  # what they allow counts only together with Access-Control-Allow-Origin
_READABLE = {"Access-Control-Expose-Headers": "ETag, Link", "Cross-Origin-Resource-Policy": "cross-origin"}
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(?::\d{1,5})?")
_FROM_HERE = ("same-origin", "none", None)  # values of Sec-Fetch-Site; none is the address bar


@dataclass(frozen=True, slots=True)
class Guard:
    """An application behind its checks.

    ``hosts`` are names it has beside its addresses and localhost; ``origins`` are the sites whose pages
    may read the data, as ``https://example.org``, or ``*`` for all.
    """

    app: ASGIApp
    hosts: Collection[str] = ()
    origins: Collection[str] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        answer = _Answer(send, request.url.path, self._reader(request))
        if refusal := self._refusal(request):
            await problem(request, *refusal)(scope, receive, answer)
        elif request.method == "OPTIONS":
            await Response(status_code=HTTPStatus.NO_CONTENT, headers=_OPTIONS)(scope, receive, answer)
        else:
            await self._ask(request, _bounded(receive), answer)

    async def _ask(self, request: Request, receive: Receive, answer: "_Answer") -> None:
        try:
            await self.app(request.scope, receive, answer)
        except Exception as error:  # nothing of it may reach the client; half an answer is cut, not ended well
            if answer.begun:
                raise
            await on_any_error(request, error)(request.scope, receive, answer)

    def _refusal(self, request: Request) -> tuple[HTTPStatus, str] | None:
        size = len(request.scope.get("raw_path", b"")) + len(request.scope["query_string"])
        if size > MOST_ADDRESS:
            return (
                HTTPStatus.REQUEST_URI_TOO_LONG,
                f"The address is longer than {MOST_ADDRESS:,} bytes; POST the query.",
            )
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:20]) > MOST_BODY:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A request may bring {MOST_BODY:,} bytes at most."
        return self._wrong_host(request.headers) or self._wrong_site(request)

    def _wrong_host(self, headers: Headers) -> tuple[HTTPStatus, str] | None:
        found = _HOST.fullmatch(headers.get("host", ""))
        if not found:
            return HTTPStatus.BAD_REQUEST, "The request does not say which host it is for."
        name = found[1].lower().rstrip(".")
        if _is_address(name) or name.rpartition(".")[2] == "localhost" or name in self.hosts:
            return None
        return HTTPStatus.FORBIDDEN, f"This server is not called {name}; if it is, start it with --allow-host {name}."

    def _wrong_site(self, request: Request) -> tuple[HTTPStatus, str] | None:
        headers = request.headers
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        is_link = headers.get("sec-fetch-mode") == "navigate"
        is_own = (
            origin is None
            or site == "same-origin"  # by the browser's word: our own forms say "null", for we send no referrer
            or origin.partition("://")[2].lower() == headers["host"].lower()
        )
        if (is_own and (site in _FROM_HERE or is_link)) or self._reader(request):
            return None
        return HTTPStatus.FORBIDDEN, "Pages of other sites may not read this server, unless it is started with --cors."

    def _reader(self, request: Request) -> str:
        """The site whose page may read the answer, or nothing."""
        if not (self.origins and request.url.path.startswith(_SHARED)):
            return ""
        origin = request.headers.get("origin", "")
        return ANY if ANY in self.origins else origin if origin in self.origins else ""


def _is_address(name: str) -> bool:
    """An IP address cannot be made to lead elsewhere, as a name can."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _bounded(receive: Receive) -> Receive:
    """A body without a length may not be longer than one with."""
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MOST_BODY:
            raise HTTPException(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A request may bring {MOST_BODY:,} bytes at most."
            )
        return message

    return counted


@dataclass(slots=True)
class _Answer:
    """Sends an answer on, with what every answer carries."""

    send: Send
    path: str
    reader: str
    begun: bool = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            self._complete(MutableHeaders(scope=message), message["status"])
        await self.send(message)

    def _complete(self, headers: MutableHeaders, status: int) -> None:
        for name, value in _ALWAYS.items():
            headers.setdefault(name, value)
        if self.path.startswith(_BY_ACCEPT):
            _vary(headers, "Accept")
        if self.path.startswith(_BY_ACCEPT[0]) and status == HTTPStatus.OK and _is_page(headers):
            for suffix, types in GRAPHS.items():
                headers.append("Link", f'<{quote(self.path)}.{suffix}>; rel="alternate"; type="{types[0]}"')
        if self.reader:
            headers.update({"Access-Control-Allow-Origin": self.reader, **_READABLE})
            _vary(headers, "Origin")


def _vary(headers: MutableHeaders, name: str) -> None:
    if name not in headers.get("vary", ""):
        headers.add_vary_header(name)


def _is_page(headers: Headers) -> bool:
    return headers.get("content-type", "").startswith("text/html")
