"""What a picture shows, before it is placed: bodies, the lines between them, and what was left out."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.graph import GraphStore
from kg.graph.links import Link
from kg.types import Status
from kg.views.filter import EVERY, Filter, predicates_of
from kg.vocab import Ontology


@dataclass(frozen=True, slots=True)
class Node:
    """A body or a person; ``kind`` is a class IRI, ``classification`` that of a kind of body."""

    iri: str
    label: str
    kind: str
    classification: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """All that says one relation, with one status, from one node to another.

    ``claims`` are IRIs; ``documents`` says in how many documents they stand.
    """

    source: str
    target: str
    predicate: str
    status: Status
    claims: tuple[str, ...] = ()
    documents: int = 1


@dataclass(frozen=True, slots=True)
class Diagram:
    """Nodes and edges in a fixed order; ``focus`` are the nodes the picture is about.

    ``notes`` are sentences on what was left out. ``ontology`` is the file that says how its terms are
    drawn, None for that of this package.
    """

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    focus: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    documents: int = 0
    grouped: bool = False
    ontology: Path | None = None


Key = tuple[str, str, str, Status]  # the ends of an edge, its relation and its status


def diagram_of(store: GraphStore, wanted: Filter = Filter(), *, title: str | None = None) -> Diagram:  # noqa: B008
    """What a filter lets through. Nothing but the links is read, however large the store.

    All claims of the same ends, relation and status are one edge, whatever their terms of office. Bodies
    that no line touches are left out, but for those the picture is about.
    """
    focus = _focus(store, wanted)
    edges = {
        key: links for key, links in _edges(wanted.links(store)).items() if _sources(links) >= wanted.least_sources
    }
    distances = _distances(edges, focus, wanted.depth) if focus else {}
    if focus:
        edges = _between(edges, distances.keys())
    whole = {end for key in edges for end in key[:2]} | set(focus)
    if wanted.limit is not None and len(whole) > wanted.limit:
        edges = _between(edges, _foremost(edges, whole, distances, wanted.limit) | set(focus))
    shown = {end for key in edges for end in key[:2]} | set(focus)
    return Diagram(
        title=title or _title(store, wanted, focus),
        nodes=tuple(_node(store, iri) for iri in sorted(shown)),
        edges=tuple(_edge(key, links) for key, links in sorted(edges.items())),
        focus=focus,
        notes=(*_left_out(len(shown), len(whole), bool(focus)), *wanted.notes),
        documents=len({document for links in edges.values() for link in links for document in link.documents}),
        grouped=wanted.grouped,
        ontology=store.ontology_path,
    )


def _focus(store: GraphStore, wanted: Filter) -> tuple[str, ...]:
    """Whom it is about; of a day on which it was not there yet, or no more, those that stood in its place."""
    named = (store.find(name).iri for name in wanted.about)
    if wanted.as_of is None:
        return tuple(dict.fromkeys(named))
    return tuple(dict.fromkeys(self for iri in named for self in store.history.selves(iri, wanted.as_of)))


def _edges(links: Iterable[Link]) -> dict[Key, list[Link]]:
    edges: dict[Key, list[Link]] = defaultdict(list)
    for link in links:
        edges[link.subject, link.object, link.predicate, link.status].append(link)
    return edges


def _between(edges: Mapping[Key, list[Link]], ends: Collection[str]) -> dict[Key, list[Link]]:
    return {key: links for key, links in edges.items() if key[0] in ends and key[1] in ends}


def _sources(links: list[Link]) -> int:
    return len({document for link in links for document in link.documents})


def _distances(edges: Iterable[Key], start: Iterable[str], most: int | None = None) -> dict[str, int]:
    """How many lines away from the start each end is, whichever way the lines point, up to ``most``."""
    beside: dict[str, set[str]] = defaultdict(set)
    for source, target, *_ in edges:
        beside[source].add(target)
        beside[target].add(source)
    distances = dict.fromkeys(start, 0)
    layer, depth = set(distances), 0
    while layer and depth != most:
        depth += 1
        layer = {other for one in layer for other in beside[one]} - distances.keys()
        distances |= dict.fromkeys(layer, depth)
    return distances


def _foremost(edges: Iterable[Key], whole: set[str], distances: Mapping[str, int], limit: int) -> set[str]:
    """No more bodies than the limit: the nearest to the focus, and of those those with most lines."""
    lines = Counter(end for key in edges for end in key[:2])
    return set(sorted(whole, key=lambda iri: (distances.get(iri, 0), -lines[iri], iri))[:limit])


def _left_out(shown: int, whole: int, focused: bool) -> tuple[str, ...]:
    if shown == whole:
        return ()
    which = "nearest, and then those with most lines" if focused else "those with most lines"
    return (f"{shown:,} of {whole:,} bodies and people: {which}; the others are left out.",)


def _title(store: GraphStore, wanted: Filter, focus: tuple[str, ...]) -> str:
    names = " and ".join(store.names[iri] for iri in focus)
    what = _relations_in_words(store.ontology, wanted.relations)
    return f"{what} around {names}" if names else what


def _relations_in_words(ontology: Ontology, relations: tuple[str, ...]) -> str:
    if not relations:
        return "Who oversees whom"
    if EVERY in relations:
        return "Who has to do with whom"
    labels = sorted(ontology.relations[iri].label for iri in predicates_of(ontology, relations))
    return f"Who {' or '.join(labels)} whom"


def _node(store: GraphStore, iri: str) -> Node:
    return Node(iri, store.names.get(iri, iri), store.kinds.get(iri, ""), store.classifications.get(iri))


def _edge(key: Key, links: list[Link]) -> Edge:
    return Edge(*key, claims=tuple(sorted(link.claim for link in links)), documents=_sources(links))
