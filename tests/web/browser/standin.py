"""The application with an endpoint and a policy, for as long as it has none of its own."""

from pathlib import Path
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg import web
from kg.errors import QueryError
from kg.graph import ResultKind, render

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class Headers:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"content-security-policy", POLICY.encode())]
            await send(message)

        await self.app(scope, receive, send_with)


async def sparql(request: Request) -> Response:
    form = parse_qs((await request.body()).decode())
    query = request.query_params.get("query") or form["query"][0]
    try:
        result = request.app.state.store.query(query)
    except QueryError as error:
        return Response(str(error), 400, media_type="text/plain")
    accept = request.headers["accept"]
    if result.kind is ResultKind.GRAPH:
        return Response(render(result, "ttl"), media_type="text/turtle")
    if "csv" in accept:
        return Response(render(result, "csv"), media_type="text/csv")
    return Response(render(result, "json"), media_type="application/sparql-results+json")


def application(store: Path) -> Starlette:
    app = web.application(store)
    app.router.routes.insert(0, Route("/sparql", sparql, methods=["GET", "POST"]))
    app.user_middleware.insert(0, Middleware(Headers))
    return app
