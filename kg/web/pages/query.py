"""The SPARQL page: an editor, the queries that come with the package beside it, answers as tables."""

import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.graph import GraphStore, NamedQuery, named_queries
from kg.graph.parameters import in_place
from kg.graph.terms import to_ox
from kg.queries import terms
from kg.questions import QUESTIONS
from kg.web.render import html

FIRST = """# What the sources say that any body inspected, and the words they say it in.
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX ov: <https://w3id.org/oversight/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

SELECT ?claim ?subject ?object ?sentence WHERE {
  ?claim rdf:predicate ?relation ; rdf:subject ?subject ; rdf:object ?object ;
    ov:status ov:Asserted ; ov:evidence/ov:passage/oa:hasSelector/oa:exact ?sentence .
}
LIMIT 100
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands in the editor, and why it is not what was asked for, if it is not."""

    sparql: str
    name: str = ""
    error: str = ""


def page(request: Request) -> Response:
    """Served at /query: ?query= opens a query, ?name= one of the package's, with names for its parameters."""
    opened = _opened(request.app.state.store, dict(request.query_params))
    named, given = named_queries(), request.query_params
    return html(request, "query.html", opened=opened, named=named, groups=_groups(), values=given)


def _groups() -> dict[str, list[NamedQuery]]:
    """The queries of the package by what they are about, groups of questions first."""
    groups: dict[str, list[NamedQuery]] = {question.group: [] for question in QUESTIONS.values()}
    for name, query in named_queries().items():
        group = QUESTIONS[name].group if name in QUESTIONS else query.group or "More"
        groups.setdefault(group, []).append(query)
    return {group: queries for group, queries in groups.items() if queries}


def _opened(store: GraphStore, asked: dict[str, str]) -> Opened:
    named = named_queries().get(asked.get("name", ""))
    if named is None:
        return Opened(asked.get("query", FIRST), error="There is no query of that name." if "name" in asked else "")
    try:
        return Opened(_filled(store, named, asked), named.name)
    except KgError as error:
        return Opened(named.sparql, named.name, str(error))


def _filled(store: GraphStore, named: NamedQuery, asked: dict[str, str]) -> str:
    """The query with the bodies and people named in the places it holds open for them."""
    given = {name: asked[name].strip() for name in named.parameters if asked.get(name, "").strip()}
    found = {name: str(to_ox(value)) for name, value in terms(store, named, given).items()}
    return in_place(named.sparql, found)
