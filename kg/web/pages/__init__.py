"""The pages of the explorer: one file a page, all of them in one table of routes."""

from starlette.routing import Route

from kg.web.pages import about, documents, home, resource, search

ROUTES = [
    Route("/", home.page, name="home"),
    Route("/search", search.page, name="search"),
    Route("/suggest", search.suggest, name="suggest"),
    Route("/documents", documents.page, name="documents"),
    Route("/about", about.page, name="about"),
    Route("/entity", resource.by_iri, name="entity"),
    Route("/id/{path:path}", resource.page, name="resource"),
]
