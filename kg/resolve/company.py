"""The company candidates keep: what is near them, by which two documents may be seen to mean one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.resolve.corpus import Corpus
from kg.resolve.judgement import Pair, Verdict, pair, positive
from kg.resolve.names import PersonName, event_key, person_name
from kg.resolve.resolver import Resolver
from kg.resolve.words import Words

# Something near: the root of a body, or the name of a person, event or post. Places are near too many.
Sign = tuple[str, ...] | int
Signs = Mapping[int, Sign]


@dataclass(frozen=True, slots=True)
class Member:
    """A candidate, with what is near in its own claims, and what is around in its document."""

    number: int
    document: str
    shown: str
    near: frozenset[Sign]
    around: frozenset[Sign]


def person_names(corpus: Corpus, people: Iterable[int], words: Words) -> dict[int, PersonName]:
    """The fullest name of each person, with the titles and the gender of all their names."""
    found = {n: _fullest(corpus.candidates[n].forms, words) for n in people}
    return {n: name for n, name in found.items() if name is not None}


def _fullest(forms: Sequence[str], words: Words) -> PersonName | None:
    own = person_name(forms[0], words)
    if own is None:
        return None
    names = [name for form in forms if (name := person_name(form, words)) is not None]
    best = max(names, key=lambda n: (len(n.given), sum(map(len, n.given)), n.surname == own.surname, n.given))
    genders = {name.gender for name in names} - {""}
    return PersonName(
        titles=frozenset().union(*(name.titles for name in names)),
        given=best.given,
        surname=best.surname,
        generation=best.generation,
        gender=genders.pop() if len(genders) == 1 else "",
    )


def read_signs(
    corpus: Corpus,
    sorts: Mapping[str, Sequence[int]],
    names: Mapping[int, PersonName],
    words: Words,
    resolver: Resolver,
) -> dict[int, Sign]:
    """What each candidate is recognised by in another document, if by anything."""
    signs: dict[int, Sign] = {n: resolver.root(n) for n in sorts["body"]}
    signs |= {n: ("person", name.surname, *name.given) for n, name in names.items() if name.full}
    for n in sorts["event"]:
        referent = corpus.candidates[n].referent
        key = event_key(referent.name, words) if referent.named else None
        if key is not None:
            signs[n] = ("event", *key)
    return signs


def members(corpus: Corpus, numbers: Iterable[int], events: Sequence[int], signs: Signs) -> list[Member]:
    """Candidates with their company, themselves left out of it."""
    beside = frozenset(events)
    around = {
        document: frozenset(signs[n] for n in group if n in signs) for document, group in corpus.by_document().items()
    }
    found = []
    for n in numbers:
        candidate = corpus.candidates[n]
        mine = frozenset({signs[n]} if n in signs else ())
        near = frozenset(signs[other] for other in _reach(corpus, n, beside) if other in signs)
        shown = candidate.referent.name
        found.append(Member(n, candidate.document, shown, near - mine, around[candidate.document] - mine))
    return found


def _reach(corpus: Corpus, n: int, events: frozenset[int]) -> set[int]:
    """The other ends of a candidate's claims, and of the claims on its reports and investigations."""
    own = {other for _, other in corpus.near.get(n, ())}
    return own | {other for event in own & events for _, other in corpus.near[event]}


def share(pool: Sequence[Member]) -> Iterator[Pair]:
    """Join those of fitting names that have near what another has near, or around."""
    close: dict[Sign, Member] = {}
    for member in pool:
        for sign in member.near:
            close.setdefault(sign, member)
    for member in pool:
        ties: dict[int, tuple[Member, bool]] = {}  # who has it near, and whether this one has it near too
        for sign in member.around & close.keys():
            first = close[sign]
            both = sign in member.near or ties.get(first.number, (first, False))[1]
            ties[first.number] = (first, both)
        ties.pop(member.number, None)
        yield from (pair(n, member.number, _tied(one, member, both)) for n, (one, both) in ties.items())


def _tied(one: Member, other: Member, both: bool) -> Verdict:
    names = f"{one.shown!r} fits {other.shown!r}"
    if both:
        return positive(0.95, f"{names}, and both documents tie them to the same body, person, post or report")
    return positive(0.85, f"{names}, and one document speaks of what the other ties them to")
