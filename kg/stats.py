"""What a store holds, in numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph import GraphStore
from kg.vocab import Ontology

_NUMBERS = """
    SELECT ?what (COUNT(*) AS ?number) {
        { ?one a ov:Document . BIND("documents" AS ?what) } UNION
        { ?one a ov:Passage . BIND("passages" AS ?what) } UNION
        { ?one a ov:Evidence . BIND("evidence" AS ?what) } }
    GROUP BY ?what"""
_STATUSES = "SELECT ?of (COUNT(*) AS ?number) { [] a ov:Claim ; ov:status ?of } GROUP BY ?of"
_RELATIONS = "SELECT ?of (COUNT(*) AS ?number) { [] a ov:Claim ; rdf:predicate ?of } GROUP BY ?of"
_KINDS = "SELECT ?entity ?kind { ?entity skos:prefLabel ?name ; a ?kind }"


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts, the largest first, by what the ontology calls each class and relation."""

    documents: int
    passages: int
    evidence: int
    entities: dict[str, int]
    claims: dict[str, int]  # by status
    relations: dict[str, int]  # claims of each


def count(store: GraphStore) -> Stats:
    """Count what a store holds."""
    ontology = store.ontology
    numbers = _tally(store, _NUMBERS)
    statuses = _tally(store, _STATUSES)
    relations = _tally(store, _RELATIONS)
    return Stats(
        documents=numbers.get("documents", 0),
        passages=numbers.get("passages", 0),
        evidence=numbers.get("evidence", 0),
        entities=_ranked(Counter(_label(kind, ontology) for kind in _kinds(store))),
        claims=_ranked({iri.rpartition("#")[2]: n for iri, n in statuses.items()}),
        relations=_ranked({_label(iri, ontology): n for iri, n in relations.items()}),
    )


def _tally(store: GraphStore, query: str) -> dict[str, int]:
    return {str(key): int(str(number)) for key, number in store.query(query)}


def _kinds(store: GraphStore) -> Iterable[str]:
    """The own class of each entity: of those it is of, the one below all others."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for entity, kind in store.query(_KINDS):
        kinds[str(entity)].add(str(kind))
    return (_lowest(of_one, store.ontology) for of_one in kinds.values())


def _lowest(kinds: set[str], ontology: Ontology) -> str:
    return max(sorted(kinds), key=lambda kind: sum(ontology.is_a(kind, other) for other in kinds))


def _label(iri: str, ontology: Ontology) -> str:
    term = ontology.classes.get(iri) or ontology.relations.get(iri)
    return term.label if term else iri


def _ranked(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
