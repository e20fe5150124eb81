"""Drawing to a file, in the format its name ends in."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.types import Resolved, Status
from kg.views.diagram import DRAWN, Diagram, diagram_of, overseeing
from kg.views.dot import to_dot
from kg.views.html import to_html
from kg.views.layout import layout
from kg.views.mermaid import to_mermaid
from kg.views.svg import to_svg

if TYPE_CHECKING:
    from kg.graph import GraphStore

FORMATS: dict[str, Callable[[Diagram], str]] = {
    ".svg": lambda diagram: to_svg(layout(diagram)),
    ".html": lambda diagram: to_html(layout(diagram)),
    ".dot": to_dot,
    ".mmd": to_mermaid,
}


def diagram(
    source: "GraphStore | Resolved",
    *,
    about: str | None = None,
    depth: int = 1,
    statuses: Collection[Status] = DRAWN,
    predicates: Collection[str] | None = None,
) -> Diagram:
    """What a picture of a store, or of a resolved corpus, shows; the options are those of ``diagram_of``."""
    if isinstance(source, Resolved):
        return diagram_of(source, about=about, depth=depth, statuses=statuses, predicates=predicates)
    focus = None if about is None else source.find(about).iri
    wanted = overseeing(source.ontology) if predicates is None else frozenset(predicates)
    resolved = _resolved(source, wanted, focus)
    return diagram_of(resolved, about=focus, depth=depth, statuses=statuses, predicates=wanted)


def draw(
    source: "GraphStore | Resolved",
    path: str | Path,
    *,
    about: str | None = None,
    depth: int = 1,
    statuses: Collection[Status] = DRAWN,
    predicates: Collection[str] | None = None,
    title: str | None = None,
) -> Diagram:
    """Write a picture to a file, and give back what it shows."""
    file = Path(path)
    write = FORMATS.get(file.suffix.lower())
    if write is None:
        raise InputError(f"{file}: no picture format ends in {file.suffix!r}; there are {', '.join(FORMATS)}")
    shown = diagram(source, about=about, depth=depth, statuses=statuses, predicates=predicates)
    shown = replace(shown, title=title) if title else shown
    try:
        file.write_text(write(shown), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{file}: cannot be written ({error.strerror})") from error
    return shown


def _resolved(store: "GraphStore", predicates: Collection[str], focus: str | None) -> Resolved:
    """No more of a store than the lines of these relations need."""
    claims = tuple(c for p in sorted(predicates) for c in store.claims(p))
    named = {iri for c in claims for iri in (c.subject, c.object, *(e.said_by for e in c.evidence)) if iri}
    wanted = sorted(named | ({focus} if focus else set()))
    cited = {e.document for c in claims for e in c.evidence}
    documents = tuple(d for d in store.documents() if d.id in cited)
    return Resolved(documents, tuple(store.entity(iri) for iri in wanted), claims)
