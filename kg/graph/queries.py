"""The named queries: each a file ``ontology/queries/NAME.rq`` with its question in the head.

# Title: Who inspected a body
# Question: Who inspected {body}, and which sentence says so?
# Parameters: body
# Group: Who watches whom
# Example: body=South Yorkshire Police
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import QueryError
from kg.vocab import data_path

_HEADER = re.compile(r"#\s*(Title|Question|Parameters|Group|Example):\s*(.*)")
_CONTINUED = re.compile(r"#\s{2,}(\S.*)")
_NAME = re.compile(r"[?$]?([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A competency question; ``parameters`` are the variables to bind, ``example`` a value for each."""

    name: str
    title: str
    question: str
    sparql: str
    parameters: tuple[str, ...] = ()
    example: str = ""
    group: str = ""  # of a query that no question of kg.questions has the name of
    dates: frozenset[str] = frozenset()  # those of the parameters that take a date; the others take a name


@cache
def named_queries(folder: Path | None = None) -> dict[str, NamedQuery]:
    """All named queries by name, sorted; those of the package unless another folder is given."""
    files = sorted((folder or data_path("ontology", "queries")).glob("*.rq"))
    return {file.stem: read_query(file) for file in files}


def read_query(file: Path) -> NamedQuery:
    """One query file; the head may lack anything but must come first."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read ({error})") from error
    head = _head(text)
    return NamedQuery(
        name=file.stem,
        title=head.get("Title", file.stem),
        question=head.get("Question", ""),
        sparql=text,
        parameters=tuple(_parameters(head.get("Parameters", ""))),
        example=head.get("Example", ""),
        group=head.get("Group", ""),
        dates=frozenset(re.findall(r"(\w+) \(a date\b", head.get("Parameters", ""))),
    )


def _head(text: str) -> dict[str, str]:
    head: dict[str, str] = {}
    field = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _HEADER.match(line):
            field = found[1]
            head[field] = found[2].strip()
        elif field and (more := _CONTINUED.match(line)):
            head[field] = f"{head[field]} {more[1].strip()}".strip()
        else:
            field = ""
    return head


def _parameters(text: str) -> list[str]:
    """``body, name - what they are``: the first word of each part, with or without its question mark."""
    parts = (part.strip() for part in re.split(r"[,;]", re.sub(r"\([^)]*\)", "", text)))
    names = (_NAME.match(part) for part in parts)
    return [found[1] for found in names if found and found[1].lower() != "none"]
