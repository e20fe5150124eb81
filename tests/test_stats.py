"""Counts are of what the store holds, by the words of the ontology."""

from kg.graph import GraphStore
from kg.stats import Stats, count


def test_counts_by_kind_status_and_relation(sample_store: GraphStore) -> None:
    assert count(sample_store) == Stats(
        documents=2,
        passages=4,
        evidence=4,
        entities={"organisation": 4},
        claims={"Asserted": 3, "Denied": 1},
        relations={"inspects": 1, "investigates": 1, "oversees": 1, "praises": 1},
    )
