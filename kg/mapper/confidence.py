"""How sure a claim is: the share of claims like it that are right, learnt from annotated documents.

A logistic regression over few, plain features: the relation, the rule or the sort of word that states it,
how each end is spoken of in the sentence (by name, pronoun, noun, or not at all), and where it stands. Its
weights are in ``ontology/confidence.json``, which ``make calibrate`` writes (see ``kg.evaluate.calibrate``).
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from kg.coref.cast import Thing
from kg.lexicon import RULES
from kg.mapper.found import Context, Found
from kg.vocab import data_path, local_name

MANY = 4  # agents in one sentence: enough to be mistaken for each other
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights by feature; one that is not there weighs nothing. Without weights every fact keeps its confidence."""

    weights: Mapping[str, float]

    def score(self, context: Context, facts: Sequence[Found]) -> list[Found]:
        """The same facts, each with the probability that it is right, from 0 to 1."""
        if not self.weights:
            return list(facts)
        often = times(facts)
        return [replace(f, confidence=self.probability(features(context, f, often[key(f)]))) for f in facts]

    def probability(self, found: Features) -> float:
        return sigmoid(sum(self.weights.get(name, 0.0) * value for name, value in found.items()))


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


@cache
def load_scorer(path: Path | None = None) -> Scorer:
    """The scorer of a file; by default that of this package."""
    file = path or data_path("ontology", "confidence.json")
    return Scorer(json.loads(file.read_text(encoding="utf-8")) if file.exists() else {})


Key = tuple[int, str, int, str]


def key(fact: Found) -> Key:
    """What two facts that make one claim have in common."""
    return fact.subject.number, fact.relation, fact.object.number, fact.status.value


def times(facts: Sequence[Found]) -> dict[Key, int]:
    """In how many sentences each is said."""
    places: dict[Key, set[int]] = {}
    for fact in facts:
        places.setdefault(key(fact), set()).add(fact.token.sent.start)
    return {one: len(found) for one, found in places.items()}


def features(context: Context, fact: Found, often: int) -> Features:
    """What is known of a fact, by name; ``often`` is the number of sentences that say it."""
    relation, rule = local_name(fact.relation), _rule(fact)
    ends = [_spoken(context, thing, fact.token) for thing in (fact.subject, fact.object)]
    kinds = "-".join(_kind(context, thing) for thing in (fact.subject, fact.object))
    sure = min(max(fact.confidence, 0.05), 0.95)
    names = (
        f"relation {relation}",
        f"rule {rule}",
        f"subject by {ends[0]}",
        f"object by {ends[1]}",
        f"ends {kinds}",
        f"status {fact.status.value}",
        f"voice {_voice(context, fact.token)}",
    )
    found: Features = dict.fromkeys(names, 1.0) | {"bias": 1.0, "guess": math.log(sure / (1 - sure))}
    found |= {"said again": 1.0} if often > 1 else {}
    return found | ({"many agents": 1.0} if _agents(context, fact.token) >= MANY else {})


def _rule(fact: Found) -> str:
    """The rule, or the part of speech of the word whose frame it was."""
    return fact.entry.removeprefix(RULES) if fact.entry.startswith(RULES) else fact.token.pos_.lower()


def _spoken(context: Context, thing: Thing, token: Token) -> str:
    """How a sentence speaks of a thing: by name if it does so anywhere, "nothing" if it does not."""
    cast, sent = context.cast, token.sent
    words = [i for i in range(sent.start, sent.end) if cast.at.get(i) is thing]
    if not words:
        return "nothing"
    if any(i in cast.naming for i in words):
        return "name"
    return "pronoun" if any(cast.doc[i].pos_ in ("PRON", "DET") for i in words) else "noun"


def _kind(context: Context, thing: Thing) -> str:
    if context.is_event(thing):
        return "event" if thing.named else "unnamed event"
    return thing.kind.lower()


def _voice(context: Context, token: Token) -> str:
    """In whose words it stands: a heading's, a speaker's, or the text's own."""
    start, end = context.cast.doc._.kg_blocks[context.cast.paragraphs[token.i]]
    if not any(t.pos_ in ("VERB", "AUX") for t in token.doc[start:end]):
        return "heading"
    speech = context.cast.speech_at(token.i)
    return "own" if speech is None else "quoted" if speech.direct else "reported"


def _agents(context: Context, token: Token) -> int:
    at = context.cast.at
    found = {at[i].number for i in range(token.sent.start, token.sent.end) if i in at and not context.is_event(at[i])}
    return len(found)
