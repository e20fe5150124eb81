"""What may be a name, and which proposals win: the weightiest where they overlap, one kind per name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

# How much a proposal weighs where proposals overlap.
SURE, ACRONYM, LISTED, MARKED, SHAPE, TITLED, LOWER, MODEL, GUESS = 7, 6, 5, 5, 4, 4, 3, 2, 1
_PER_TOKEN = 0.5  # so that the longer of two of about the same weight wins
_LONGEST_NAME = 16
_WITHIN = frozenset({"pobj", "appos", "conj"})  # as what is a place may stand; a place that acts may be a firm


Votes = Callable[[Doc, "Proposal"], Iterable[tuple[str, int]]]  # kinds and weights from a name's context


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens that may be a name; ``kind`` is the local name of a class."""

    start: int
    end: int
    kind: str
    weight: int


def choose(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The weightiest proposals, then the longest, none overlapping another."""
    chosen: list[Proposal] = []
    taken: set[int] = set()
    for p in sorted(proposals, key=_rank):
        if p.end - p.start <= _LONGEST_NAME and taken.isdisjoint(range(p.start, p.end)):
            chosen.append(p)
            taken.update(range(p.start, p.end))
    return chosen


def _rank(p: Proposal) -> tuple[float, int, int, str]:
    length = p.end - p.start
    return (-p.weight - length * _PER_TOKEN, -length, p.start, p.kind)


def agree(
    doc: Doc,
    chosen: list[Proposal],
    classes: tuple[str, str, str],
    evidence: Votes,
    company: Collection[str],
) -> list[Proposal]:
    """The same names, each of one kind in the whole text: that with most weight behind it.

    A word alone that the model took for a body is a surname where the text has someone of that name; one that it
    took for a person is a body where it begins the name of just one ("Bluestem" of Bluestem Communities), and so is
    one that it took for a place, where that name ends in a word that ``company`` holds and nothing is in that place.
    """
    person, body, place = classes
    named = [(p, words_at(doc, p)) for p in chosen]
    times = Counter(words for _, words in named)
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for p, words in named:
        votes[words][p.kind] += p.weight
        for kind, weight in evidence(doc, p) if p.kind else ():
            votes[words][kind] += weight
    surnames = {words[-1] for words, count in votes.items() if len(words) > 1 and count.most_common(1)[0][0] == person}
    kinds = {words: max(sorted(count), key=lambda kind: count[kind]) for words, count in votes.items()}
    for words, count in votes.items():
        sure = count[body] > MODEL * times[words]
        if len(words) == 1 and words[0] in surnames and kinds[words] == body and not sure:
            kinds[words] = person
    people = {word for words, kind in kinds.items() if len(words) > 1 and kind == person for word in words}
    firsts = Counter(words[0] for words, kind in kinds.items() if len(words) > 1 and kind == body)
    lasts = Counter(words[-1] for words, kind in kinds.items() if len(words) > 1 and kind == body)
    bare = {doc[p.start].lower_ for p in chosen if not p.start or doc[p.start - 1].lower_ != "the"}
    for words, count in votes.items():
        part = firsts[words[0]] == 1 or (lasts[words[0]] == 1 and words[0] not in bare)  # "the Cell"
        alone = len(words) == 1 and kinds[words] == person and part and words[0] not in people
        if alone and count[person] <= MODEL * times[words]:
            kinds[words] = body
    companies = {words[0] for words, kind in kinds.items() if kind == body and words[-1].rstrip(".") in company}
    sites = {doc[p.start].lower_ for p in chosen if doc[p.start].dep_ in _WITHIN}
    for words, kind in kinds.items():
        if kind == place and len(words) == 1 and words[0] in companies - sites and firsts[words[0]] == 1:
            kinds[words] = body
    return [replace(p, kind=kinds[words]) for p, words in named]


def words_at(doc: Doc, p: Proposal) -> tuple[str, ...]:
    """A name's words in lower case, by which it is known again."""
    return lower_words(doc, p.start, p.end)


def lower_words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(t.lower_ for t in doc[start:end])
