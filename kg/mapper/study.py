"""A reading together with what it was chosen from: all that was named, spoken of and tried."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.mapper.found import Context, Found
from kg.mapper.words import WordFinder
from kg.types import Mention, Reading, Referent

UNSPOKEN = "of a judgement, who judges or whom is not told"


@dataclass(frozen=True, slots=True)
class Trial:
    """A word that may state a relation, and why it gave no claim; the reason is empty where it gave one."""

    start: int  # offset of the word
    relation: str  # IRI
    reason: str


@dataclass(frozen=True, slots=True)
class Study:
    """``known`` and ``spoken`` are everything that was found, whether it takes part in a claim or not."""

    reading: Reading
    known: tuple[Referent, ...]
    spoken: tuple[Mention, ...]
    trials: tuple[Trial, ...]


def trials(context: Context, facts: list[Found], words: WordFinder) -> Iterator[Trial]:
    """Every word of a document that a frame or a judgement was tried on."""
    for fact in facts:
        yield Trial(fact.token.idx, fact.relation, "")
    for refusal in context.refusals:
        yield Trial(refusal.token.idx, refusal.relation, refusal.reason)
    judged = {"Censure": context.roles.censure, "Approval": context.roles.approval}
    told = {fact.token.i for fact in facts}
    for token in context.cast.doc:
        found = words.find(token)
        if found is not None and token.i not in told:
            yield Trial(token.idx, judged[found[0]], UNSPOKEN)
