"""Running a query given as SPARQL or by the name of one that comes with the package."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from kg.errors import QueryError
from kg.graph import GraphStore, NamedQuery, Result, named_queries
from kg.graph.asof import check_date

_NAME = re.compile(r"[\w-]+")


def run(store: GraphStore, query: str, *names: str, **bindings: str) -> Result:
    """Run a query. A named one takes names of entities: ``names`` for its parameters in their order,
    ``bindings`` by the parameter. In SPARQL, a binding is the value of the variable of its name.

    >>> run(store, "who-inspected", "South Yorkshire Police")  # doctest: +SKIP
    """
    if not _NAME.fullmatch(query.strip()):
        if names:
            raise QueryError("only a named query takes names; bind a variable of SPARQL with NAME=VALUE")
        return store.query(query, **bindings)
    named = find_query(query.strip())
    given = _bind(named, names, bindings)
    return store.query(named.sparql, **terms(store, named, given))


def terms(store: GraphStore, named: NamedQuery, given: Mapping[str, str]) -> dict[str, str]:
    """What was given for parameters as the query needs it: a date as it is, of a name the IRI."""
    return {n: check_date(value) if n in named.dates else store.find(value).iri for n, value in given.items()}


def find_query(name: str) -> NamedQuery:
    """The named query of that name; QueryError, with the nearest names, if there is none."""
    queries = named_queries()
    if name in queries:
        return queries[name]
    near = get_close_matches(name, queries)
    hint = f"did you mean {' or '.join(near)}?" if near else "kg query --list shows them"
    raise QueryError(f"no query is called {name!r}; {hint}")


def _bind(query: NamedQuery, names: Sequence[str], bindings: dict[str, str]) -> dict[str, str]:
    takes = ", ".join(query.parameters) or "no parameter"
    if len(names) > len(query.parameters):
        raise QueryError(f"{query.name} takes {takes}, but {len(names)} names were given")
    for name in bindings:
        if name not in query.parameters:
            raise QueryError(f"{query.name} has no parameter {name!r}; it takes {takes}")
    return {**dict(zip(query.parameters, names, strict=False)), **bindings}
