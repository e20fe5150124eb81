"""Learning what confidence means: ``python -m kg.evaluate.calibrate FOLDER ...`` (or ``make calibrate``).

Reads annotated documents, holds each claim against them, and fits the weights of ``kg.mapper.confidence``
by ridge-penalised logistic regression (Newton's method; no random numbers, so the same documents give the
same file). Prints the expected calibration error of predictions for documents left out of the fit.

Documents that were read while rules were written are read better than others are. They tell what words and
ends are worth, but not how often claims are right: ``--practised`` ones get an intercept of their own, which
no other document ever has. So the confidence of a claim is that of a document nobody has seen; of those
practised on, more claims are right than it says.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.evaluate.gold import Gold, read_gold
from kg.evaluate.measure import calibration_error, reliability, verdicts
from kg.mapper.confidence import Features, Scorer, features, key, times
from kg.types import Document
from kg.vocab import data_path

FOLDS = 10
PENALTY = 10.0  # of the sum of squared weights; the intercepts go free
STEPS = 30
PRACTISED = "practised"
DIGITS = 3
Predicted = list[tuple[float, bool]]  # the probability of each claim, and its verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim of one document: its likeliest reading, and whether the gold has it."""

    document: str
    features: Features
    right: bool


def main() -> None:
    """Fit, say how well it goes for documents that were left out, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--practised", nargs="*", default=[], type=Path, metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=data_path("ontology", "confidence.json"))
    options = parser.parse_args()
    judged = list(judge([gold for folder in options.folders for gold in read_gold(folder)]))
    read = [practised(one) for one in judge([gold for folder in options.practised for gold in read_gold(folder)])]
    error, error_read = (calibration_error(reliability(predicted)) for predicted in cross_validate(judged, read))
    weights = {name: weight for name, weight in fit([*judged, *read]).items() if name != PRACTISED}
    options.out.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    right = sum(one.right for one in judged)
    print(
        f"{len(judged)} claims, {right} of them right, {len(weights)} weights; left-out calibration error {error:.3f}"
        + (f", of {len(read)} claims practised on {error_read:.3f}" if read else "")
    )


def judge(golds: Sequence[Gold]) -> Iterator[Judged]:
    """Every claim read from annotated documents, with its verdict."""
    from kg.mapper import load_mapper
    from kg.mapper.found import Context
    from kg.ner import annotate
    from kg.pipeline import load_language

    mapper = load_mapper()
    documents = [Document(g.id, g.text, g.id, "", published=g.date, identifier=g.id) for g in golds]
    for gold, (document, doc) in zip(golds, annotate(load_language(), documents), strict=True):
        context = Context(doc._.kg_cast, mapper.lexicon, mapper.ontology)
        facts = mapper.raw(context)
        right = verdicts(gold, mapper.reading(document, context, facts), mapper.ontology, mapper.lexicon)
        often = times(facts)
        for fact in sorted(facts, key=lambda f: f.confidence):
            claim = (f"{document.id}#{fact.subject.number}", fact.relation, f"{document.id}#{fact.object.number}")
            yield Judged(gold.id, features(context, fact, often[key(fact)]), right[(*claim, fact.status)])


def practised(one: Judged) -> Judged:
    """A claim of a document that rules were written by."""
    return replace(one, features={**one.features, PRACTISED: 1.0})


def fit(judged: Sequence[Judged], penalty: float = PENALTY) -> dict[str, float]:
    """Weights by feature, rounded; features seen once weigh nothing."""
    seen = Counter(name for one in judged for name in one.features)
    names = sorted(name for name, times in seen.items() if times > 1)
    x = np.array([[one.features.get(name, 0.0) for name in names] for one in judged])
    y = np.array([one.right for one in judged], dtype=float)
    ridge = np.diag([0.0 if name in ("bias", PRACTISED) else penalty for name in names])
    weights = _newton(x, y, ridge)
    return {name: round(float(w), DIGITS) for name, w in zip(names, weights, strict=True)}


def _newton(x: NDArray[np.float64], y: NDArray[np.float64], ridge: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights at which the penalised likelihood is greatest."""
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (y - p) - ridge @ w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge + 1e-6 * np.eye(len(w))
        w = w + np.linalg.solve(hessian, gradient)
    return w


def cross_validate(judged: Sequence[Judged], read: Sequence[Judged] = ()) -> tuple[Predicted, Predicted]:
    """Probability and verdict of each claim, by weights fitted without its document: of ``judged``, and of ``read``."""
    out: tuple[Predicted, Predicted] = ([], [])
    for fold in range(FOLDS):
        scorer = Scorer(fit([one for one in (*judged, *read) if _fold(one.document) != fold]))
        for claims, predicted in zip((judged, read), out, strict=True):
            mine = (one for one in claims if _fold(one.document) == fold)
            predicted += [(scorer.probability(one.features), one.right) for one in mine]
    return out


def _fold(document: str) -> int:
    return int(sha256(document.encode()).hexdigest(), 16) % FOLDS


if __name__ == "__main__":
    main()
