"""Entities out of candidates that were found to be one: their names, kinds and IRIs."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg import ids
from kg.gazetteer import Body, fold, is_acronym
from kg.resolve.corpus import Candidate, family
from kg.resolve.names import name_words, person_name
from kg.resolve.words import Words
from kg.types import Entity
from kg.vocab import OV, Ontology

Cluster = tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity that wants an IRI; ``body`` is the curated one it is, if any."""

    cluster: Cluster
    name: str
    kind: str
    body: Body | None


def entities(
    clusters: Iterable[Cluster], bodies: Mapping[str, Body], words: Words, ontology: Ontology, base: str
) -> list[tuple[Entity, Cluster]]:
    """One entity per cluster, in the order of the clusters."""
    drafts = [_draft(cluster, bodies, words, ontology) for cluster in clusters]
    iris = _mint(drafts, frozenset(bodies), ontology, base)
    return [(_entity(draft, iri), draft.cluster) for draft, iri in zip(drafts, iris, strict=True)]


def _draft(cluster: Cluster, bodies: Mapping[str, Body], words: Words, ontology: Ontology) -> Draft:
    known = next((c.referent.known for c in cluster if c.referent.known in bodies), None)
    body = bodies[known] if known else None
    if body is not None:
        return Draft(cluster, body.name, body.kind, body)
    kind = _kind([c.referent.kind for c in cluster], ontology)
    names = sorted({c.referent.name for c in cluster})
    order = _person_order(words) if ontology.is_a(kind, OV.Person) else _order
    return Draft(cluster, min(names, key=order), kind, None)


def _kind(kinds: list[str], ontology: Ontology) -> str:
    """The kind most of them are of, of the most specific ones."""
    counts = Counter(kinds)
    leaves = [k for k in counts if not any(o != k and ontology.is_a(o, k) for o in counts)]
    return min(leaves, key=lambda k: (-counts[k], k))


_Rank = tuple[bool, int, bool, int, int, str]


def _order(name: str) -> _Rank:
    """Fullest first, without an article or stray signs; all in capitals only for want of another."""
    words = name_words(name)
    has_article = fold(name) != fold(f"the {name}")
    return (name.isupper(), -len(words), has_article, -len("".join(words)), len(name), name)


def _person_order(words: Words) -> Callable[[str], tuple[int, bool, int, _Rank]]:
    """Most names of the person first, then without a title."""

    def order(name: str) -> tuple[int, bool, int, _Rank]:
        parsed = person_name(name, words)
        if parsed is None:
            return (0, False, 0, _order(name))
        spelt = sum(len(given) for given in parsed.given)
        titled = bool(parsed.titles) if parsed.full else not parsed.titles
        return (-len(parsed.given), name.isupper(), -spelt, (titled, *_order(name)[1:]))

    return order


def _entity(draft: Draft, iri: str) -> Entity:
    body = draft.body
    forms = {form for candidate in draft.cluster for form in candidate.forms}
    if body is not None:
        forms |= {alias for alias in body.aliases if is_acronym(alias)}
    kinds = Counter(k for c in draft.cluster if (k := c.referent.classification) is not None)
    likeliest = min(kinds, key=lambda k: (-kinds[k], k), default=None)
    return Entity(
        iri=iri,
        kind=draft.kind,
        name=draft.name,
        aliases=tuple(sorted(form for form in forms if form and form != draft.name)),
        classification=(body.classification if body else None) or likeliest,
        details=_details(draft.cluster),
    )


def _details(cluster: Cluster) -> tuple[tuple[str, str], ...]:
    """One value per property: the one most documents give, then the most exact."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for candidate in cluster:
        for prop, value in candidate.referent.details:
            counts[prop][value] += 1
    return tuple((prop, min(values, key=lambda v: (-values[v], -len(v), v))) for prop, values in sorted(counts.items()))


def _mint(drafts: Sequence[Draft], curated: frozenset[str], ontology: Ontology, base: str) -> list[str]:
    """An IRI of its own for each. All that would share one are told apart: by document, then by more."""
    iris = {n: draft.body.iri for n, draft in enumerate(drafts) if draft.body is not None}
    taken = set(curated)
    kinds = {kind: family(kind, ontology) for kind in {draft.kind for draft in drafts}}
    left = [n for n in range(len(drafts)) if n not in iris]
    for apart in _MARKS:
        minted: dict[str, list[int]] = defaultdict(list)
        for n in left:
            kind, mark = kinds[drafts[n].kind], apart(drafts[n].cluster)
            minted[ids.entity(kind, drafts[n].name, base=base, apart=mark)].append(n)
        unique = {iri: group[0] for iri, group in minted.items() if len(group) == 1 and iri not in taken}
        iris |= {n: iri for iri, n in unique.items()}
        taken |= minted.keys()
        left = sorted(set(left) - set(unique.values()))
    return [iris[n] for n in range(len(drafts))]


# What tells namesakes apart, in the order tried. The last is unique: no two clusters share a referent.
_MARKS: tuple[Callable[[Cluster], str], ...] = (
    lambda _: "",
    lambda cluster: min(c.document for c in cluster),
    lambda cluster: min(c.referent.id for c in cluster),
    lambda cluster: ids.digest(*sorted(c.referent.id for c in cluster)),
)
