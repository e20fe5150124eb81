"""The pages of the explorer: one file a page, all of them in one table of routes."""

from starlette.routing import Route

from kg.web.pages import about, documents, home, query, resource, search, vocabulary

ROUTES = [
    Route("/", home.page, name="home"),
    Route("/search", search.page, name="search"),
    Route("/suggest", search.suggest, name="suggest"),
    Route("/query", query.page, name="query"),
    Route("/vocabulary.json", vocabulary.page, name="terms"),
    Route("/documents", documents.page, name="documents"),
    Route("/about", about.page, name="about"),
    Route("/entity", resource.by_iri, name="entity"),
    Route("/id/{path:path}", resource.page, name="resource"),
]
