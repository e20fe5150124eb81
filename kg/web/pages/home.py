"""The first page: what the store holds, and where to begin."""

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from kg.web.catalogue import catalogue_of
from kg.web.render import html
from kg.web.statements import Writer

RECENT = 8


def page(request: Request) -> Response:
    """Served at /."""
    catalogue = catalogue_of(request)
    write = Writer(catalogue)
    holdings, ontology = catalogue.holdings, catalogue.store.ontology
    return html(
        request,
        "home.html",
        kinds=[
            (ontology.classes[kind].label if kind in ontology.classes else kind, n)
            for kind, n in holdings.kinds.items()
        ],
        statuses=[(status.value.lower(), n) for status, n in holdings.statuses.items()],
        relations=[(write.relation(iri), n) for iri, n in holdings.relations.items()],
        connected=[(write.named(iri), n) for iri, n in holdings.connected],
        recent=list(islice(catalogue.sources.values(), RECENT)),
        write=write,
    )
