"""The page of an IRI: of a claim, a document, or an entity."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.graph.read import facts_of
from kg.vocab import DCTERMS
from kg.web.addresses import path_of
from kg.web.catalogue import catalogue_of
from kg.web.pages import claim, document, entity


def page(request: Request) -> Response:
    """Served at /id/{path}, the path being what follows the store's base."""
    return show(request, request.app.state.store.base + request.path_params["path"])


def by_iri(request: Request) -> Response:
    """Served at /entity: ?iri= is one that does not begin with the store's base."""
    return show(request, request.query_params.get("iri", ""))


def show(request: Request, iri: str) -> Response:
    """The page of an IRI in HTML; 404 if the store holds nothing of that IRI."""
    catalogue = catalogue_of(request)
    store = catalogue.store
    if iri in catalogue.links:
        return claim.page(request, catalogue.links[iri])
    if iri in store.names:
        return entity.page(request, iri)
    if iri.startswith(f"{store.base}document/") and (name := iri.rpartition("/")[2]) in catalogue.sources:
        return document.page(request, catalogue.sources[name])
    moved = facts_of(store.data, iri).get(DCTERMS.isReplacedBy) if _is_iri(iri) else None
    if moved:
        return RedirectResponse(path_of(moved[0], store.base), status_code=301)
    raise HTTPException(404, "This store holds nothing of that address.")


def _is_iri(text: str) -> bool:
    """Whether it can be asked of the engine: no space, no bracket, no control character."""
    return "://" in text and not any(char in '<>"{}|^`\\' or char <= " " for char in text)
