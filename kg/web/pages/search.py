"""Search: suggestions while a name is typed, and the page of all that was found."""

from collections import Counter
from itertools import islice

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.web.catalogue import catalogue_of
from kg.web.names import Hit
from kg.web.paging import page_of
from kg.web.render import html
from kg.web.statements import Writer
from kg.web.wording import short

SUGGESTED, MOST, SIZE, DOCUMENTS = 8, 500, 50, 10


def suggest(request: Request) -> Response:
    """Served at /suggest: the entities a name that is being typed may mean, as JSON."""
    catalogue = catalogue_of(request)
    write = Writer(catalogue)
    found = catalogue.index.find(request.query_params.get("q", ""), SUGGESTED)
    return JSONResponse([_suggestion(hit, write) for hit in found])


def page(request: Request) -> Response:
    """Served at /search: ?q= is sought among names and titles, ?kind= keeps one kind."""
    catalogue = catalogue_of(request)
    write = Writer(catalogue)
    sought, kind = request.query_params.get("q", "").strip(), request.query_params.get("kind", "")
    hits = catalogue.index.find(sought, MOST)
    kinds = Counter(write.kind(hit.iri) for hit in hits)
    chosen = [hit for hit in hits if not kind or write.kind(hit.iri) == kind]
    return html(
        request,
        "search.html",
        sought=sought,
        kind=kind,
        kinds=sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])),
        shown=page_of(request, chosen, SIZE),
        documents=list(islice(catalogue.titled(sought), DOCUMENTS)) if sought else [],
        write=write,
    )


def _suggestion(hit: Hit, write: Writer) -> dict[str, str]:
    """``value`` is what a form sends: the name, or the IRI where several entities bear it."""
    named = write.named(hit.iri)
    return {
        "name": short(named.name),
        "kind": named.kind,
        "found": short(hit.name) if hit.name != named.name else "",
        "path": named.path,
        "value": named.name if write.catalogue.index.is_only(named.name) else hit.iri,
    }
