"""Documents in, an evidenced graph of who oversees whom out.

>>> import kg
>>> report = kg.build(["reports/", "article.html"], store="graph.kg")  # doctest: +SKIP
>>> graph = kg.open("graph.kg")  # doctest: +SKIP
>>> graph.ask("overseers", "South Yorkshire Police")  # doctest: +SKIP
>>> graph.draw("oversight.html")  # doctest: +SKIP

What is imported here is light. A name is looked up in its module when it is first used, so that
the program answers at once and a script that only asks a store never loads a language model.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.errors import InputError, KgError, OntologyError, QueryError, StoreError, UnknownName
from kg.types import Claim, Details, Document, Entity, Evidence, Status

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.api import open_graph as open  # noqa: A004 - kg.open reads as what it does
    from kg.graph import GraphStore, Result
    from kg.pipeline import BuildReport, Step, build, explain
    from kg.questions import Answer
    from kg.stats import Stats
    from kg.validate import ValidationReport
    from kg.verify import VerifyReport

__version__: str
__all__ = [
    "Answer",
    "BuildReport",
    "Claim",
    "Details",
    "Document",
    "Entity",
    "Evidence",
    "Graph",
    "GraphStore",
    "InputError",
    "KgError",
    "OntologyError",
    "QueryError",
    "Result",
    "Stats",
    "Status",
    "Step",
    "StoreError",
    "UnknownName",
    "ValidationReport",
    "VerifyReport",
    "__version__",
    "build",
    "explain",
    "open",
]

_HOMES = {
    "Answer": "kg.questions",
    "BuildReport": "kg.pipeline",
    "Graph": "kg.api",
    "GraphStore": "kg.graph",
    "Result": "kg.graph",
    "Stats": "kg.stats",
    "Step": "kg.pipeline",
    "ValidationReport": "kg.validate",
    "VerifyReport": "kg.verify",
    "build": "kg.pipeline",
    "explain": "kg.pipeline",
    "open": "kg.api",
}
_OTHER_NAMES = {"open": "open_graph"}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return _version()
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), _OTHER_NAMES.get(name, name))


@cache
def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("oversight-kg")
    except PackageNotFoundError:  # a checkout that is not installed
        return "0+unknown"


def __dir__() -> list[str]:
    return __all__
