"""What is checked before a query reaches the engine, and how its errors are told.

The engine would fetch from the network for SERVICE, and a deep or long chain of operators
overflows its stack and ends the process; neither can be switched off there. The check reads
tokens, so the words may stand in strings, IRIs, comments and names. Where the engine is laxer
than the grammar (it reads ``trueSERVICE`` as two words) the check refuses rather than guesses.
"""

import re
from collections.abc import Mapping

from kg.errors import QueryError

MAX_LENGTH = 65_536
MAX_DEPTH = 200
MAX_OPERATORS = 2_000

TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri>     <(?:[^<>"{}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8})*> )
    | (?P<string>  '''(?:[^'\\] | '{1,2}(?!') | \\.)*''' | \"""(?:[^"\\] | "{1,2}(?!") | \\.)*\"""
                 | '(?:[^'\\\n\r] | \\.)*' | "(?:[^"\\\n\r] | \\.)*" )
    | (?P<name>    [?$]\w+ | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | _:[\w.-]+ )
    | (?P<curie>   (?P<prefix>(?:[^\W\d_][\w.-]*)?):(?:[\w.:-] | %[0-9A-Fa-f]{2} | \\.)* )
    | (?P<word>    [^\W\d]\w* )
    | (?P<number>  \d+ )
    | (?P<space>   \s+ )
    | (?P<open>    [({\[] ) | (?P<close> [)}\]] )
    | (?P<operator> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_REFUSED = {
    "SERVICE": "it would send data to another machine",
    "LOAD": "it would fetch from the network or the disk",
    "FROM": "the store's own graphs are the data set; use GRAPH to name one",
}
_IN_WORD = re.compile("|".join(_REFUSED), re.IGNORECASE)
_AS_PREFIX = re.compile(rf"(?:true|false)?({'|'.join(_REFUSED)})(?:named|silent)?", re.IGNORECASE)
_IN_IRI = re.compile(rf"\).*?({'|'.join(_REFUSED)})", re.IGNORECASE)  # "?a<?b)SERVICE#>" is no IRI to the engine
_NO_LIMIT = frozenset(",;.=*")  # flat in the grammar, however many there are


def check(query: str, *, datasets: bool = False) -> None:
    """Refuse a query that would reach outside the store or overflow the engine's stack.

    ``datasets`` lets FROM pass, for the engine looks among the store's own graphs only; but then it
    must be told of no other default graph.
    """
    if len(query) > MAX_LENGTH:
        raise QueryError(f"the query is {len(query)} characters long; at most {MAX_LENGTH} are read")
    depth = operators = 0
    for token in TOKEN.finditer(query):
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        operators += _nests(token)
        if (word := _refused(token)) and not (datasets and _is_from(token)):
            line = query.count("\n", 0, token.start()) + 1
            raise QueryError(f"line {line}: {word} is not allowed: {_REFUSED[word]}")
        if depth > MAX_DEPTH or operators > MAX_OPERATORS:
            raise QueryError("the query is nested too deeply, or chains too many operators")


def names_dataset(query: str) -> bool:
    """Whether a query says by FROM which graphs it is about."""
    return any(_is_from(token) for token in TOKEN.finditer(query))


def _is_from(token: re.Match[str]) -> bool:
    return token.lastgroup == "word" and token.group().upper() == "FROM"


def _nests(token: re.Match[str]) -> bool:
    if token.lastgroup == "word":
        return token.group().upper() == "UNION"
    return token.lastgroup == "operator" and token.group() not in _NO_LIMIT


def _refused(token: re.Match[str]) -> str | None:
    """The forbidden keyword a token is, or hides."""
    text = token.group()
    if token.lastgroup == "word":
        found = _IN_WORD.search(text)
        return found.group().upper() if found else None
    pattern = {"curie": _AS_PREFIX, "iri": _IN_IRI}.get(token.lastgroup or "")
    found = pattern and (pattern.fullmatch(token["prefix"]) if token.lastgroup == "curie" else pattern.search(text))
    return found[1].upper() if found else None


def syntax_error(error: SyntaxError, query: str, prefixes: Mapping[str, str]) -> QueryError:
    """The engine's message as one clear line: where, the text there, and what was expected."""
    message = str(error)
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if unknown := _undeclared(query, prefixes):
        line = query.count("\n", 0, unknown.start()) + 1
        return QueryError(f"line {line}: the prefix {unknown['prefix']}: is not declared")
    if not place:
        return QueryError(f"the query does not parse: {' '.join(message.split())}")
    line, column = int(place[1]), int(place[2])
    here = "".join(query.splitlines(keepends=True)[line - 1 : line]).strip()[:120]
    return QueryError(f"line {line}, column {column}: {_reason(place[3])}, in: {here}")


def _undeclared(query: str, prefixes: Mapping[str, str]) -> re.Match[str] | None:
    known = set(prefixes)
    after = ""
    for token in TOKEN.finditer(query):
        if token.lastgroup == "curie" and after == "PREFIX":
            known.add(token["prefix"])
        elif token.lastgroup == "curie" and token["prefix"] not in known:
            return token
        if token.lastgroup not in ("space", "comment"):
            after = token.group().upper()
    return None


def _reason(expected: str) -> str:
    plain = re.sub(r"\[(?:'[^']*'|[^\]'])*\]", "", expected)  # character classes tell nobody anything
    options = re.findall(r'"(?:\\.|[^"\\])+"|[A-Z_]{2,}', plain)
    return f"the query does not parse here; expected {', '.join(options[:6])}" if options else "not SPARQL from here"
