"""Data by its address: what an entity, a claim or a document is, the vocabulary, and the data set itself.

The explorer has pages at the same addresses. Which of the two a client gets is what it would rather
have; a suffix (``.ttl``, ``.nt``, ``.jsonld``, ``.rdf``) always gives data.
"""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope

from kg.graph.describe import Description
from kg.graph.metadata import DatasetDescription, VocabularyDescription
from kg.web import endpoint, media
from kg.web.data import ALL_OF_IT, address, as_rdf
from kg.web.media import GRAPHS

IDS, VOCABULARY, VOID = "/id/", "/ns", "/.well-known/void"


class DataRoute(Route):
    """A route that a client takes who would rather have data than a page, or names a format's suffix."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http" and not _split(scope["path"])[1]:
            headers = (value.decode("latin-1") for name, value in scope["headers"] if name == b"accept")
            if media.wants_page(", ".join(headers)):
                return Match.NONE, {}
        return super().matches(scope)


def _split(path: str) -> tuple[str, str]:
    """A path, and the format its suffix names, if it does; no slug has a dot."""
    stem, dot, suffix = path.rpartition(".")
    return (stem, suffix) if dot and suffix in GRAPHS else (path, "")


async def resource(request: Request) -> Response:
    """Served at /id/…: the description of the IRI with that end."""
    name, suffix = _split(request.path_params["name"])
    iri = f"{request.app.state.store.base}{name}"
    document = address(request, f"{IDS}{name}")
    return await as_rdf(request, lambda format_: Description(iri, format_, document), suffix=suffix)


async def vocabulary(request: Request) -> Response:
    """Served at /ns."""
    return await as_rdf(request, VocabularyDescription, suffix=_split(request.url.path)[1])


async def void(request: Request) -> Response:
    """Served at /.well-known/void and /void."""
    described = partial(DatasetDescription, address(request, VOID), address(request, endpoint.PATH))
    return await as_rdf(request, described, seconds=ALL_OF_IT)


ROUTES = [
    DataRoute(f"{IDS}{{name:path}}", resource),
    DataRoute(VOCABULARY, vocabulary),
    *(Route(f"{VOCABULARY}.{suffix}", vocabulary) for suffix in GRAPHS),
    Route(VOID, void),
    Route("/void", void),
    Route(endpoint.PATH, endpoint.sparql, methods=["GET", "POST"]),
]
WITHOUT_A_PAGE = [Route(VOCABULARY, vocabulary)]  # for when no part of the explorer is served there
