"""The SPARQL endpoint: the query operation of the SPARQL 1.1 Protocol, on a store that cannot be changed."""

from functools import partial
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.graph.answer import Dataset, QueryOperation
from kg.graph.metadata import ServiceDescription
from kg.graph.result import ResultKind
from kg.web import cache, media
from kg.web.data import address, as_rdf
from kg.web.jobs import run
from kg.web.media import GRAPHS, TABLES, Format
from kg.web.protocol import Parameters, read_parameters

PATH, EDITOR = "/sparql", "/query"


async def sparql(request: Request) -> Response:
    """Served at /sparql."""
    parameters = await read_parameters(request)
    queries = parameters.values("query")
    if not queries and request.method != "POST":
        return await _itself(request)
    if len(queries) != 1:
        raise HTTPException(HTTPStatus.BAD_REQUEST, f"Give one query; this request has {len(queries) or 'none'}.")
    return await _answer(request, queries[0], parameters)


async def _itself(request: Request) -> Response:
    """What the endpoint is: for people the page where queries are written, else its description in RDF."""
    accept = request.headers.get("accept", "*/*")
    if accept != "*/*" and media.wants_page(accept):
        return RedirectResponse(EDITOR, HTTPStatus.SEE_OTHER, {"Vary": "Accept"})
    return await as_rdf(request, partial(ServiceDescription, address(request, PATH)))


async def _answer(request: Request, query: str, parameters: Parameters) -> Response:
    formats = _formats(request, parameters)
    tag = cache.tag(request, *(found.media_type for found in formats.values()))
    if request.method != "POST" and cache.is_fresh(request, tag):
        return cache.not_modified(tag)
    operation = QueryOperation(
        query,
        {kind: found.name for kind, found in formats.items()},
        Dataset(parameters.values("default-graph-uri"), parameters.values("named-graph-uri")),
        rows=request.app.state.options.rows,
    )
    answer = await run(request, operation)
    return Response(answer.body, media_type=formats[answer.kind].media_type, headers=cache.headers(tag))


def _formats(request: Request, parameters: Parameters) -> dict[ResultKind, Format]:
    """The format for each kind of result, by name (``format=csv``) or by the Accept header."""
    names, accept = parameters.values("format", "output"), request.headers.get("accept")
    tables = media.named(TABLES, names) or media.preferred(TABLES, accept)
    graphs = media.named(GRAPHS, names) or media.preferred(GRAPHS, accept)
    chosen = {ResultKind.SELECT: tables, ResultKind.ASK: tables, ResultKind.GRAPH: graphs}
    return {kind: found for kind, found in chosen.items() if found}
