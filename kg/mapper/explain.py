"""Why a text gives the claims it gives, as plain rows to print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.coref.cast import Cast, Thing
from kg.mapper.found import Context, Found
from kg.vocab import local_name


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name, and the class it was taken to be of."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class WordMeant:
    """A pronoun, a common noun or a post, and whom or what it was taken to mean."""

    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class FrameTried:
    """A word that may state a relation, and what came of it: a claim, or why there is none."""

    word: str
    entry: str  # local name of the lexicon entry or rule
    relation: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All three, in the order of the text."""

    names: tuple[NameFound, ...]
    referents: tuple[WordMeant, ...]
    triggers: tuple[FrameTried, ...]


def explain(context: Context, facts: Iterable[Found], labels: dict[int, str]) -> Explanation:
    """``labels`` gives each thing, by its number, the name it has in the claims."""
    cast = context.cast
    names = tuple(dict.fromkeys(NameFound(span.text, span.label_) for span in cast.doc.spans["names"]))
    tried = [*_claims(facts, labels), *_refusals(context)]
    ordered = dict.fromkeys(row for _, row in sorted(tried, key=lambda pair: pair[0]))
    return Explanation(names, tuple(_meanings(cast, labels)), tuple(ordered))


def _meanings(cast: Cast, labels: dict[int, str]) -> Iterator[WordMeant]:
    """Mentions that are no names of what they mean."""
    spoken = sorted((start, end, thing.number) for thing in cast.things for start, end in thing.spans)
    for start, end, number in spoken:
        words = cast.doc[start:end].text
        if words not in cast.things[number].forms:
            yield WordMeant(words, labels.get(number, _name(cast.things[number])))


def _claims(facts: Iterable[Found], labels: dict[int, str]) -> Iterator[tuple[int, FrameTried]]:
    for fact in facts:
        ends = [labels.get(thing.number, _name(thing)) for thing in (fact.subject, fact.object)]
        outcome = f"{ends[0]} → {ends[1]} ({fact.status.value.lower()}, {fact.confidence:.2f})"
        yield fact.token.i, FrameTried(fact.token.text, local_name(fact.entry), local_name(fact.relation), outcome)


def _refusals(context: Context) -> Iterator[tuple[int, FrameTried]]:
    for refusal in context.refusals:
        row = FrameTried(
            refusal.token.text, local_name(refusal.entry), local_name(refusal.relation), f"refused: {refusal.reason}"
        )
        yield refusal.token.i, row


def _name(thing: Thing) -> str:
    return thing.name or (thing.head.text if thing.head is not None else thing.kind)
