"""People: a full name, and somebody or something near them that both documents know of.

A surname, with or without a courtesy title, joins nobody. Equal full names with nothing near in
common are one person when two things around them are, or when the documents show a single bearer
of the name: two bearers in two circles that hardly touch may be two people, and stay apart.
Precision comes first here: a duplicate is a nuisance, a false accusation is a harm.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.resolve.company import Member, Sign, Signs, members, share
from kg.resolve.corpus import Corpus
from kg.resolve.judgement import Pair, Verdict, negative, pair, positive, unsure
from kg.resolve.names import Key, PersonName, given_fit, name_words
from kg.resolve.resolver import Resolver
from kg.resolve.words import Words


@dataclass(frozen=True, slots=True)
class Bearer(Member):
    """A person with a personal name."""

    name: PersonName


Form = tuple[Key, str, str]  # first names, gender, generation


def bearers(corpus: Corpus, names: Mapping[int, PersonName], events: Sequence[int], signs: Signs) -> list[Bearer]:
    """All people with a personal name; a post of more than one word is near who holds it."""
    posts: dict[int, set[Sign]] = defaultdict(set)
    for claim in corpus.claims:
        post = name_words(claim.details.role or "")
        if len(post) > 1:
            posts[corpus.number[claim.subject]].add(("post", *post))
    return [
        Bearer(
            m.number,
            m.document,
            m.shown,
            m.near | posts[m.number],
            m.around | posts[m.number],
            names[m.number],
        )
        for m in members(corpus, names, events, signs)
    ]


def pools(found: Iterable[Bearer], words: Words) -> list[list[Bearer]]:
    """People by full name: the names within a pool all fit each other."""
    blocks: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for bearer in found:
        if bearer.name.full:
            first = words.short_for.get(bearer.name.given[0], bearer.name.given[0])
            blocks[bearer.name.surname, first[0]].append(bearer)
    return [pool for block in blocks.values() for pool in _pools(block, words) if len(pool) > 1]


def by_company(groups: Iterable[list[Bearer]]) -> Iterator[Pair]:
    """Judge people of one pool by what is near both; tell apart those whom one document tells apart."""
    for pool in groups:
        yield from _told_apart(pool)
        yield from share(pool)


def _pools(block: list[Bearer], words: Words) -> Iterator[list[Bearer]]:
    """Groups whose names all fit each other. A form that fits two which differ ("J. Smith") joins neither."""
    forms: dict[Form, list[Bearer]] = defaultdict(list)
    for bearer in block:
        forms[bearer.name.given, bearer.name.gender, bearer.name.generation].append(bearer)
    fitting: dict[Form, set[Form]] = {form: {form} for form in forms}
    for one, other in combinations(sorted(forms), 2):
        if _forms_fit(one, other, words):
            fitting[one].add(other)
            fitting[other].add(one)
    clear = {form for form, fits in fitting.items() if all(fits <= fitting[other] for other in fits)}
    seen: set[Form] = set()
    for form in sorted(forms):
        group = (fitting[form] & clear if form in clear else {form}) - seen
        seen |= group
        if group:
            yield sorted((b for f in group for b in forms[f]), key=lambda b: b.number)


def _forms_fit(one: Form, other: Form, words: Words) -> bool:
    genders, generations = {one[1], other[1]} - {""}, {one[2], other[2]}
    return len(genders) < 2 and len(generations) < 2 and given_fit(one[0], other[0], words)


def _told_apart(pool: list[Bearer]) -> Iterator[Pair]:
    """Two names in one document that it does not take for one person's are two people's."""
    documents: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in pool:
        documents[bearer.document].append(bearer)
    for group in documents.values():
        for one, other in combinations(group, 2):
            if one.name.given == other.name.given:
                yield pair(one.number, other.number, positive(0.9, f"one document names {one.shown!r} twice"))
            else:
                reason = f"one document tells {one.shown!r} from {other.shown!r}"
                yield pair(one.number, other.number, negative(reason))


def by_title(found: Iterable[Bearer], words: Words) -> Iterator[Pair]:
    """Judge people of title and surname alone ("Lord Amberley"): only by a body that both have to do with."""
    blocks: dict[tuple[frozenset[str], str], list[Bearer]] = defaultdict(list)
    for bearer in found:
        titles = bearer.name.titles - words.courtesy
        if not bearer.name.full and titles:
            blocks[titles, bearer.name.surname].append(bearer)
    for pool in blocks.values():
        ties: dict[Sign, Bearer] = {}
        for bearer in pool:
            for sign in bearer.near:
                if not isinstance(sign, int):  # only a body will do
                    continue
                first = ties.setdefault(sign, bearer)
                if first is not bearer:
                    reason = f"{first.shown!r} bears one title and surname, and has to do with one body, in both"
                    yield pair(first.number, bearer.number, positive(0.8, reason))


def by_name_alone(groups: Iterable[list[Bearer]], resolver: Resolver) -> Iterator[Pair]:
    """Judge what is left of equal full names, by all that is around their bearers."""
    for pool in groups:
        blocks: dict[Key, dict[int, set[Sign]]] = defaultdict(lambda: defaultdict(set))
        for bearer in pool:
            if len(bearer.name.given[0]) > 1:
                blocks[bearer.name.given][resolver.root(bearer.number)] |= bearer.around
        for circles in blocks.values():
            yield from _circles(circles, pool[0].shown)


def _circles(circles: Mapping[int, set[Sign]], name: str) -> Iterator[Pair]:
    """Circles of company that touch twice are one; someone with none joins the only one there is."""
    first, *others = sorted(circles)
    if sum(map(bool, circles.values())) < 2:
        verdict = positive(0.7, f"the documents show one bearer of the name {name!r}")
        yield from (pair(first, other, verdict) for other in others)
    elif len(circles) > _MOST:
        verdict = unsure(0.4, f"the name {name!r} is too common among the documents to go by")
        yield from (pair(first, other, verdict) for other in others)
    else:
        for one, other in combinations(sorted(circles), 2):
            yield pair(one, other, _touching(len(circles[one] & circles[other]), name))


def _touching(shared: int, name: str) -> Verdict:
    if shared >= _ENOUGH:
        return positive(0.75, f"around the bearers of the name {name!r} are {shared} things both documents know")
    return unsure(0.5, f"the bearers of the name {name!r} have too little else in common")


_ENOUGH = 2  # things around both
_MOST = 200  # circles of one name that are held against each other
