"""The stage as a whole: bodies first, people by the bodies around them, then events by their authors."""

from collections import defaultdict
from collections.abc import Iterable

from kg import ids
from kg.gazetteer import Body, Gazetteer
from kg.resolve import bodies, events, people
from kg.resolve.claims import merge
from kg.resolve.company import members, person_names, read_signs
from kg.resolve.corpus import Corpus, read_corpus
from kg.resolve.entities import Cluster, entities
from kg.resolve.linker import Linker
from kg.resolve.resolver import Resolver
from kg.resolve.words import Words, load_words
from kg.types import Claim, Document, Entity, Reading, Resolved
from kg.vocab import OV, Ontology, load_ontology


def resolve(
    readings: Iterable[Reading],
    gazetteer: Gazetteer,
    *,
    ontology: Ontology | None = None,
    words: Words | None = None,
    base: str = ids.BASE,
) -> Resolved:
    """Entities and the claims between them, out of what was read; the order of the readings changes nothing.

    Curated facts between bodies that the documents speak of are added, with their own document.
    """
    corpus = read_corpus(readings, ontology or load_ontology())
    linker = link(corpus, gazetteer, ontology=ontology, words=words, base=base)
    linked = [linker.link(claim) for claim in corpus.claims]
    claims = [claim for claim in linked if claim.subject != claim.object]
    found = _in(claims)
    facts = [c for c in gazetteer.claims() if {c.subject, c.object} <= found]
    documents: tuple[Document, ...] = (*corpus.documents, *([gazetteer.document()] if facts else []))
    return Resolved(
        documents=tuple(sorted(documents, key=lambda d: d.id)),
        entities=tuple(e for e in linker.entities if e.iri in found),
        claims=tuple(sorted(merge([*claims, *facts]), key=lambda c: ids.claim(c, base=base))),
    )


def link(
    corpus: Corpus,
    gazetteer: Gazetteer,
    *,
    ontology: Ontology | None = None,
    words: Words | None = None,
    base: str = ids.BASE,
) -> Linker:
    """Decide who is who, and name them."""
    ontology, words = ontology or load_ontology(), words or load_words()
    known = {body.iri: body for body in gazetteer.bodies}
    resolver = _decide(corpus, known, words, ontology)
    groups: dict[int, list[int]] = defaultdict(list)
    for n in range(len(corpus.candidates)):
        groups[resolver.root(n)].append(n)
    clusters = [tuple(corpus.candidates[n] for n in group) for group in groups.values()]
    named = entities(clusters, known, words, ontology, base)
    return Linker(
        entities=tuple(sorted((entity for entity, _ in named), key=lambda e: e.iri)),
        referents=tuple(c.referent.id for c in corpus.candidates),
        judged=tuple(resolver.judged),
        _canonical=_canonical(named),
    )


def _decide(corpus: Corpus, known: dict[str, Body], words: Words, ontology: Ontology) -> Resolver:
    linked = {n: iri for n, c in enumerate(corpus.candidates) if (iri := c.referent.known) is not None}
    resolver = Resolver(len(corpus.candidates), linked)
    sorts = _sorts(corpus, ontology)
    resolver.settle(bodies.same_places(corpus, sorts["place"]))
    resolver.settle(bodies.same_names(corpus, sorts["body"], words, known))
    resolver.settle(bodies.short_forms(corpus, sorts["body"], words, resolver))
    names = person_names(corpus, sorts["person"], words)
    signs = read_signs(corpus, sorts, names, words, resolver)
    company = members(corpus, sorts["body"], sorts["event"], signs)
    resolver.settle(bodies.common_names(corpus, company, words, resolver))
    signs = read_signs(corpus, sorts, names, words, resolver)
    persons = people.bearers(corpus, names, sorts["event"], signs)
    pools = people.pools(persons, words)
    resolver.settle(people.by_company(pools))
    resolver.settle(people.by_title(persons, words))
    resolver.settle(people.by_name_alone(pools, resolver))
    things = events.read_events(corpus, sorts["event"], persons, words, ontology, resolver)
    resolver.settle(events.by_name(things))
    resolver.settle(events.by_author(things, persons, resolver))
    return resolver


def _sorts(corpus: Corpus, ontology: Ontology) -> dict[str, list[int]]:
    """Numbers of the candidates by the way they are compared; what is nothing else, as bodies are."""
    sorts: dict[str, list[int]] = {"person": [], "place": [], "event": [], "body": []}
    for n, candidate in enumerate(corpus.candidates):
        kind = candidate.referent.kind
        if kind in ontology.classes and ontology.classes[kind].event:
            sorts["event"].append(n)
        elif ontology.is_a(kind, OV.Person):
            sorts["person"].append(n)
        else:
            sorts["place" if ontology.is_a(kind, OV.Place) else "body"].append(n)
    return sorts


def _canonical(named: Iterable[tuple[Entity, Cluster]]) -> dict[str, str]:
    return {candidate.referent.id: entity.iri for entity, cluster in named for candidate in cluster}


def _in(claims: Iterable[Claim]) -> set[str]:
    """IRIs of all that claims speak of."""
    ends = {end for claim in claims for end in (claim.subject, claim.object)}
    return ends | {e.said_by for claim in claims for e in claim.evidence if e.said_by is not None}
