"""The explorer and the SPARQL endpoint: a read-only web server over one store, for one machine by default."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.web.app import application

__all__ = ["application"]


def __getattr__(name: str) -> Any:
    """Loaded when first asked for: a worker process needs none of it."""
    if name != "application":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.web.app import application

    return application
