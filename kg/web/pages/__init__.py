"""The pages of the explorer: one file a page, all of them in one table of routes."""

from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.web.pages import about, documents, graph, home, query, questions, resource, search, vocabulary

ROUTES = [
    Route("/", home.page, name="home"),
    Route("/search", search.page, name="search"),
    Route("/suggest", search.suggest, name="suggest"),
    Route("/graph", graph.page, name="graph"),
    Route("/graph/drawing", graph.drawing, name="graph-drawing"),
    Route("/graph/sentences", graph.sentences, name="graph-sentences"),
    Route("/graph.{format}", graph.file, name="graph-file"),
    Route("/timeline.{format}", graph.timeline, name="timeline-file"),
    Mount("/static/drawing", StaticFiles(packages=[("kg.views", "static")]), name="drawing"),
    Route("/questions", questions.page, name="questions"),
    Route("/questions/{name}", questions.one, name="question"),
    Route("/query", query.page, name="query"),
    Route("/vocabulary.json", vocabulary.page, name="terms"),
    Route("/documents", documents.page, name="documents"),
    Route("/about", about.page, name="about"),
    Route("/entity", resource.by_iri, name="entity"),
    Route("/id/{path:path}", resource.page, name="resource"),
]
