"""Parameters of a query: given to the engine, and told to its planner.

The engine's substitutions reach a variable wherever it stands, but only one that SELECT projects,
and they come after the plan is made: a query planned without them can be hundreds of times slower.
So where a query holds a place open for a value (``VALUES ?about { UNDEF }``, as the named queries do)
it is written there; elsewhere the same values also stand as a VALUES block at the start of the
pattern. Both are terms the engine itself has written.
"""

import re
from collections.abc import Collection, Mapping

from kg.errors import QueryError
from kg.graph.sparql import TOKEN


def check_names(query: str, names: Collection[str]) -> None:
    """Refuse to bind what the query has no variable for."""
    used = {token.group()[1:] for token in TOKEN.finditer(query) if token.lastgroup == "name"}
    for name in names:
        if name not in used:
            raise QueryError(f"the query has no variable ?{name} to bind")


def substitutable(query: str, names: Collection[str]) -> set[str]:
    """Those the engine can substitute: of a SELECT, the ones among its columns."""
    columns, _ = _head(query)
    if columns is None or "*" in columns:
        return set(names)
    return {name for name in names if f"?{name}" in columns or f"${name}" in columns}


def check_substitutable(query: str, names: Collection[str]) -> None:
    """Refuse to bind what the engine cannot substitute."""
    for name in sorted(set(names) - substitutable(query, names)):
        raise QueryError(f"?{name} cannot be bound: the query does not parse, or sets it itself; select it too")


def in_place(query: str, values: Mapping[str, str]) -> str:
    """The query with each value in the places it holds open for it: ``VALUES ?about { UNDEF }``.

    The fastest way, for the engine plans with the value and has nothing left to substitute.
    """
    for name, term in values.items():
        place = re.compile(rf"VALUES\s+[?$]{name}\s*\{{\s*UNDEF\s*\}}")
        query = f"VALUES ?{name} {{ {term} }}".join(place.split(query))
    return query


def open_places(query: str) -> set[str]:
    """The parameters a query holds places open for."""
    return set(re.findall(r"VALUES\s+[?$](\w+)\s*\{\s*UNDEF\s*\}", query))


def with_values(query: str, values: Mapping[str, str]) -> str:
    """The query with the values (in N-Triples form) as the first thing its pattern says.

    Only of SELECT and ASK: a template is in the way in the other forms.
    """
    _, start = _head(query)
    if start is None or not values:
        return query
    names, terms = " ".join(f"?{name}" for name in values), " ".join(values.values())
    return f"{query[:start]} VALUES ({names}) {{ ({terms}) }} {query[start:]}"


def _head(query: str) -> tuple[set[str] | None, int | None]:
    """The columns of a SELECT (None for other forms), and where the pattern of a SELECT or ASK starts."""
    columns: set[str] = set()
    form, depth = "", 0
    for token in TOKEN.finditer(query):
        text, word = token.group(), _keyword(token)
        if text == "{" or word in ("CONSTRUCT", "DESCRIBE"):
            start = token.end() if form and text == "{" else None
            return (columns if form == "SELECT" else None), start
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        form = word if word in ("SELECT", "ASK") else form
        if form == "SELECT" and depth == 0:
            columns.add(text)
    return None, None


def _keyword(token: re.Match[str]) -> str:
    return token.group().upper() if token.lastgroup == "word" else ""
