"""An entity as a notebook shows it: its names, its kind, and what is said of it, with sentences."""

import html
from dataclasses import dataclass, field

from kg.graph import GraphStore
from kg.graph.links import Link
from kg.graph.result import REPR_ROWS, html_table
from kg.types import Entity
from kg.views.dates import between
from kg.views.scheme import load_scheme
from kg.views.sentences import sentences_of_claims

_COLUMNS = ("claim", "status", "when", "sentence", "source")


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity, its kind in words, and the claims at either end of which it stands.

    They come in the order the ontology draws relations in, of one relation the latest first.
    """

    entity: Entity
    kind: str
    links: tuple[Link, ...]
    store: GraphStore = field(repr=False)

    def _repr_html_(self) -> str:
        """Static: no script, no outside request; a long list is cut, and says so."""
        entity = self.entity
        also = f"<p>also called {html.escape(', '.join(entity.aliases))}</p>" if entity.aliases else ""
        rows = [self._row(link) for link in self.links[:REPR_ROWS]]
        said = html_table(_COLUMNS, rows, len(self.links)) if rows else "<p>No source here says anything of it.</p>"
        return f"<h4>{html.escape(entity.name)}</h4><p>{html.escape(self.kind)}</p>{also}{said}"

    def _row(self, link: Link) -> tuple[str, ...]:
        names, label = self.store.names, self.store.ontology.relation(link.predicate).label
        role = f" ({link.role})" if link.role else ""
        first = next(iter(sentences_of_claims(self.store, (link.claim,))), None)
        return (
            f"{names.get(link.subject, link.subject)} {label} {names.get(link.object, link.object)}{role}",
            link.status.value.lower(),
            between(link.valid_from, link.valid_until) or ("former" if link.former else ""),
            first.text if first else "",
            ", ".join(filter(None, (first.title, first.published))) if first else "",
        )


def entity_view(store: GraphStore, name: str) -> EntityView:
    """The view of the entity of that name, alias or IRI; UnknownName, with the nearest names, if there is none."""
    entity, scheme = store.find(name), load_scheme(store.ontology_path)
    latest = sorted(store.links_at(entity.iri), key=lambda link: link.valid_from or "", reverse=True)
    ordered = sorted(latest, key=lambda link: (scheme.relation(link.predicate).order, link.predicate))
    return EntityView(entity, scheme.node(entity.kind, entity.classification).label, tuple(ordered), store)
