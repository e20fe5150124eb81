"""What was decided of two candidates, how surely, and in one sentence why."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """Whether two candidates are one; UNSURE keeps them apart, but forbids nothing."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a comparison. ``score`` is how likely the two are one, from 0 to 1."""

    judgement: Judgement
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two candidates, by number and the lower one first, and the verdict on them."""

    left: int
    right: int
    verdict: Verdict


def pair(one: int, other: int, verdict: Verdict) -> Pair:
    return Pair(min(one, other), max(one, other), verdict)


def positive(score: float, reason: str) -> Verdict:
    return Verdict(Judgement.POSITIVE, score, reason)


def negative(reason: str) -> Verdict:
    return Verdict(Judgement.NEGATIVE, 0.0, reason)


def unsure(score: float, reason: str) -> Verdict:
    return Verdict(Judgement.UNSURE, score, reason)
