"""Organisations and places: one where their full names are equal, or a short form means only one of them.

A name of one word ("Parliament", "the Trust") means the body the text is about, so it joins nothing
in another document. One of common words alone ("Court of Appeal") needs company in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.gazetteer import Body
from kg.resolve.company import Member, share
from kg.resolve.corpus import Corpus
from kg.resolve.judgement import Pair, pair, positive, unsure
from kg.resolve.names import Key, acronym, body_key, name_words
from kg.resolve.resolver import Resolver
from kg.resolve.words import Words

Block = dict[Key, list[int]]


def same_places(corpus: Corpus, numbers: Iterable[int]) -> Iterator[Pair]:
    """Places of equal names are one."""
    blocks: Block = defaultdict(list)
    for n in numbers:
        blocks[name_words(corpus.candidates[n].referent.name)].append(n)
    for first, *others in blocks.values():
        name = corpus.candidates[first].referent.name
        yield from (pair(first, n, positive(0.9, f"both places are called {name!r}")) for n in others)


def same_names(corpus: Corpus, numbers: Iterable[int], words: Words, bodies: dict[str, Body]) -> Iterator[Pair]:
    """Bodies of equal full names are one, unless the texts make different kinds of body of them."""
    blocks: Block = defaultdict(list)
    for n in numbers:
        for key in sorted(_full_names(corpus, n, words, bodies)):
            blocks[key].append(n)
    for block in blocks.values():
        yield from _one_name(corpus, block)


def _full_names(corpus: Corpus, n: int, words: Words, bodies: dict[str, Body]) -> set[Key]:
    referent = corpus.candidates[n].referent
    body = bodies.get(referent.known or "")
    keys = {body_key(name, words) for name in (referent.name, *(body.names if body else ()))}
    return {key for key in keys if key is not None}


def _one_name(corpus: Corpus, block: list[int]) -> Iterator[Pair]:
    name = corpus.candidates[block[0]].referent.name
    same = positive(0.95, f"both bodies bear the full name {name!r}")
    known = [n for n in block if corpus.candidates[n].referent.known]
    if known:
        yield from (pair(known[0], n, same) for n in block if not corpus.candidates[n].referent.known)
        return
    kinds: dict[str | None, list[int]] = defaultdict(list)
    for n in block:
        kinds[corpus.candidates[n].referent.classification].append(n)
    for first, *others in kinds.values():
        yield from (pair(first, n, same) for n in others)
    told = [group[0] for kind, group in sorted(kinds.items(), key=lambda k: k[0] or "") if kind is not None]
    doubt = unsure(0.5, f"bodies called {name!r} are of different kinds")
    yield from (pair(told[0], n, doubt) for n in told[1:])
    if None in kinds and told:
        yield pair(told[0], kinds[None][0], same if len(told) == 1 else doubt)


def common_names(corpus: Corpus, company: Iterable[Member], words: Words, resolver: Resolver) -> Iterator[Pair]:
    """Bodies called by the same common words are one when they keep the same company."""
    blocks: dict[Key, list[Member]] = defaultdict(list)
    for member in company:
        key = name_words(member.shown)
        if len(key) > 1 and resolver.known(member.number) is None and body_key(member.shown, words) is None:
            blocks[key].append(member)
    for block in blocks.values():
        kinds = {corpus.candidates[m.number].referent.classification for m in block} - {None}
        if len(kinds) < 2:
            yield from share(block)


def short_forms(corpus: Corpus, numbers: Iterable[int], words: Words, resolver: Resolver) -> Iterator[Pair]:
    """A body called by a short form alone is the one body that some document gives that form to."""
    longs: dict[Key, set[int]] = defaultdict(set)
    shorts: Block = defaultdict(list)
    for n in numbers:
        referent = corpus.candidates[n].referent
        own = _short(referent.name, words)
        if own is not None and resolver.known(n) is None:
            shorts[own].append(n)
        if acronym(referent.name) is None and body_key(referent.name, words):
            for alias in (_short(form, words) for form in referent.aliases):
                if alias is not None and alias != own:
                    longs[alias].add(resolver.root(n))
    for form, group in shorts.items():
        for n in group:
            yield from _meant(corpus, n, sorted(longs.get(form, set()) - {resolver.root(n)}))


def _short(name: str, words: Words) -> Key | None:
    """A name as a short form: an acronym, or more than one word that are not all common ones."""
    letters = acronym(name)
    return (letters,) if letters else body_key(name, words)


def _meant(corpus: Corpus, n: int, longs: list[int]) -> Iterator[Pair]:
    short = corpus.candidates[n].referent.name
    if len(longs) == 1:
        long = corpus.candidates[longs[0]]
        reason = f"{short!r} is short for {long.referent.name!r} and for nothing else"
        verdict = positive(0.85, reason) if _kinds_fit(corpus, n, longs[0]) else unsure(0.4, reason)
        yield pair(n, longs[0], verdict)
    for other in longs if len(longs) > 1 else ():
        yield pair(n, other, unsure(0.4, f"{short!r} is short for {len(longs)} different bodies"))


def _kinds_fit(corpus: Corpus, one: int, other: int) -> bool:
    kinds = {corpus.candidates[n].referent.classification for n in (one, other)} - {None}
    return len(kinds) < 2
