"""Fitting what confidence means."""

import json
from pathlib import Path

import pytest

from kg.evaluate.calibrate import Judged, cross_validate, fit, judge, practised
from kg.evaluate.gold import read_gold
from kg.evaluate.measure import calibration_error, reliability
from kg.mapper.confidence import Scorer
from kg.vocab import data_path


def claims(n: int) -> list[Judged]:
    """Nine in ten of those by name are right, one in five of the others."""
    out = []
    for i in range(n):
        named = i % 2 == 0
        right = (i // 2) % 10 < 9 if named else (i // 2) % 5 == 0
        out.append(Judged(f"d{i // 20}", {"bias": 1.0, "by name" if named else "by pronoun": 1.0}, right))
    return out


def test_probabilities_are_the_shares_that_are_right() -> None:
    scorer = Scorer(fit(claims(2000), penalty=0.01))
    assert scorer.probability({"bias": 1.0, "by name": 1.0}) == pytest.approx(0.9, abs=0.01)
    assert scorer.probability({"bias": 1.0, "by pronoun": 1.0}) == pytest.approx(0.2, abs=0.01)


def test_a_feature_seen_once_weighs_nothing() -> None:
    odd = Judged("odd", {"bias": 1.0, "never again": 1.0}, right=False)
    assert "never again" not in fit([*claims(200), odd])


def test_documents_left_out_of_the_fit_are_predicted_well() -> None:
    assert calibration_error(reliability(cross_validate(claims(2000))[0])) < 0.05


def test_documents_that_rules_were_written_by_promise_nothing_of_others() -> None:
    easy = [practised(Judged("read", {"bias": 1.0, "by name": 1.0}, right=True))] * 1000
    scorer = Scorer(fit([*claims(2000), *easy], penalty=0.01))
    assert scorer.probability({"bias": 1.0, "by name": 1.0}) == pytest.approx(0.9, abs=0.02)


def test_the_error_is_the_distance_of_confidence_from_precision() -> None:
    assert calibration_error(reliability([(0.9, True)] * 9 + [(0.9, False)])) == pytest.approx(0.0)
    assert calibration_error(reliability([(0.9, False)] * 10)) == pytest.approx(0.9)
    assert calibration_error([]) == 0.0


@pytest.mark.model
def test_the_verdicts_are_those_of_the_gold(tmp_path: Path) -> None:
    text = "Ofgem fined Brightwater plc. Ofgem praised Tarn Valley Council."
    entity = {"type": "Organisation", "aliases": []}
    gold = {
        "text": text,
        "entities": [
            {"id": "e1", "name": "Ofgem", **entity},
            {"id": "e2", "name": "Brightwater plc", **entity},
            {"id": "e3", "name": "Tarn Valley Council", **entity},
        ],
        "relations": [{"subject": "e1", "predicate": "sanctions", "object": "e2", "status": "asserted"}],
    }
    (tmp_path / "one.json").write_text(json.dumps(gold))
    judged = {
        name.removeprefix("relation "): one.right
        for one in judge(read_gold(tmp_path))
        for name in one.features
        if name.startswith("relation ")
    }
    assert judged == {"sanctions": True, "praises": False}


def test_the_weights_of_the_package_are_of_features_there_are() -> None:
    file = data_path("ontology", "confidence.json")
    weights = json.loads(file.read_text())
    assert {"bias", "guess", "subject by name", "relation criticises"} <= weights.keys()
