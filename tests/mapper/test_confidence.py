"""Confidence: the share of claims like this one that are right."""

from pathlib import Path

import pytest
from spacy.language import Language

from kg.mapper import load_mapper
from kg.mapper.confidence import Scorer, features, load_scorer, times
from kg.mapper.found import Context
from kg.ner import annotate
from kg.types import Document
from tests.mapper.reading import with_cast

pytestmark = pytest.mark.model

TEXT = "Ofgem fined Brightwater plc £2m.\n\nThe regulator found that it had misled customers."


@pytest.fixture(scope="module")
def context(nlp: Language) -> Context:
    ((_, doc),) = annotate(nlp, [Document("d", TEXT, "d.txt", "")])
    doc = with_cast(nlp, doc)
    mapper = load_mapper()
    return Context(doc._.kg_cast, mapper.lexicon, mapper.ontology)


def test_features_say_how_each_end_is_spoken_of(context: Context) -> None:
    facts = load_mapper().raw(context)
    (fined,) = [f for f in facts if f.relation == context.roles.penalty]
    said = features(context, fined, times(facts)[fined.subject.number, fined.relation, fined.object.number, "Asserted"])
    assert {"relation sanctions", "rule verb", "subject by name", "object by name", "voice own"} <= said.keys()
    assert "said again" not in said
    judged = [f for f in facts if f.relation == context.roles.censure]
    assert all("object by pronoun" in features(context, fact, 2) for fact in judged)
    assert all(features(context, fact, 2)["said again"] for fact in judged)


def test_without_weights_each_rule_is_as_sure_as_it_says(context: Context) -> None:
    facts = load_mapper().raw(context)
    assert Scorer({}).score(context, facts) == facts


def test_weights_add_up_to_a_probability(context: Context) -> None:
    facts = load_mapper().raw(context)
    sure = Scorer({"bias": 0.0, "subject by name": 2.0, "no such feature": 9.0}).score(context, facts)
    assert {round(f.confidence, 3) for f in sure} <= {0.5, 0.881}
    assert max(f.confidence for f in sure) > 0.8


def test_a_file_of_weights_is_read_and_one_that_is_not_there_weighs_nothing(tmp_path: Path) -> None:
    (tmp_path / "weights.json").write_text('{"bias": 0.25}')
    assert load_scorer(tmp_path / "weights.json").weights == {"bias": 0.25}
    assert load_scorer(tmp_path / "none.json").weights == {}
