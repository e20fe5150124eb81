"""What a text denies, plans or demands is never drawn as a fact: every such sentence of the annotated documents."""

import os
from functools import cache
from pathlib import Path

import pytest

from kg.evaluate import Gold, GoldRelation, read_gold
from kg.evaluate.measure import gold_keys
from kg.lexicon import load_lexicon
from kg.pipeline import reader
from kg.types import Document
from kg.vocab import load_ontology

PRACTICE = Path(__file__).parent.parent / "data" / "practice"
FRESH = PRACTICE.with_name("fresh")
CORPUS = Path(os.environ["KG_CORPUS"]) / "dev" if "KG_CORPUS" in os.environ else None
ASSERTED = "asserted"
RIGHT = 0.9  # of the denied and proposed relations that are found at all
RIGHT_UNSEEN = 0.85  # of those of documents by which no rule was written


def hedged(folder: Path) -> list[tuple[Gold, GoldRelation]]:
    """Relations that a document denies or proposes, and nowhere else states."""
    found = []
    for gold in read_gold(folder):
        stated = {r.key[:3] for r in gold.relations if r.status == ASSERTED}
        found += [(gold, r) for r in gold.relations if r.status != ASSERTED and r.key[:3] not in stated]
    return found


@cache
def read(folder: Path) -> dict[str, set[tuple[str, str, str, str]]]:
    """What we find in each document, in the gold's terms."""
    golds = read_gold(folder)
    documents = [Document(g.id, g.text, g.id, "", published=g.date, identifier=g.id) for g in golds]
    readings = reader(None, None, None)(documents)
    terms, words = load_ontology(), load_lexicon()
    return {g.id: set(gold_keys(g, r, terms, words).values()) for g, r in zip(golds, readings, strict=True)}


def cases(folder: Path) -> list[object]:
    return [
        pytest.param(gold.id, relation, id=f"{gold.id}: {relation.predicate} {relation.evidence[:60]}")
        for gold, relation in hedged(folder)
    ]


@pytest.mark.model
@pytest.mark.parametrize(("document", "relation"), cases(PRACTICE))
def test_no_plain_triple_of_a_practice_document(document: str, relation: GoldRelation) -> None:
    assert (*relation.key[:3], ASSERTED) not in read(PRACTICE)[document]


@pytest.mark.model
@pytest.mark.corpus
@pytest.mark.parametrize(("document", "relation"), cases(CORPUS) if CORPUS else [])
def test_no_plain_triple_of_the_corpus(document: str, relation: GoldRelation) -> None:
    assert CORPUS is not None
    assert (*relation.key[:3], ASSERTED) not in read(CORPUS)[document]


@pytest.mark.model
@pytest.mark.corpus
def test_what_is_found_has_the_right_status() -> None:
    assert CORPUS is not None
    assert share_with_the_right_status(CORPUS) >= RIGHT


@pytest.mark.model
def test_so_it_has_in_documents_that_no_rule_was_written_by() -> None:
    assert share_with_the_right_status(FRESH) >= RIGHT_UNSEEN


def share_with_the_right_status(folder: Path) -> float:
    """Of what a document denies or proposes, and we find at all."""
    ours = read(folder)
    found = [(g.id, r.key) for g, r in hedged(folder) if r.key[:3] in {key[:3] for key in ours[g.id]}]
    return sum(key in ours[document] for document, key in found) / len(found)
