"""The pages of the explorer: one file a page, all of them in one table of routes."""

from starlette.routing import Route

from kg.web.pages import home, query, vocabulary

ROUTES = [
    Route("/", home.page, name="home"),
    Route("/query", query.page, name="query"),
    Route("/vocabulary.json", vocabulary.page, name="terms"),
]
