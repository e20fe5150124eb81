"""A store of about a million triples: how long it takes to open, and to answer each named query.

Bodies oversee, inspect and criticise each other in a made-up network; everything is drawn from a
fixed seed. As in reality:

- Fame is skewed: of the places bodies have in claims, a hundredth of them has a fifth.
- A body is scrutinised by few others, however famous it is, and the famous ones in many documents: a
  claim is made in one place, or in sixty.
- Scrutiny has levels, as parliament, ministry, inspectorate, force: each has a quarter of the bodies of
  the one below, and most scrutineers stand one level above. So a chain is up to six links deep. Drawn
  without levels or limit, every body would stand above every other, which is so of no country.
- Not all sources fit that: one claim of scrutiny in thirty is between any two bodies, as a force that
  investigates its watchdog, or a sentence misread. These make circles and short cuts.
"""

import random
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TypeVar

from kg import ids
from kg.graph import GraphStore, create, named_queries, open_store, to_quads
from kg.types import Claim, Details, Document, Entity, Evidence, Resolved, Status
from kg.vocab import OV, load_ontology

CLAIMS = 50_000  # about 20 triples each, with evidence and passage
BODIES = 6_000
NARROWS = 4  # how many bodies there are to one of the next level
ONE_ABOVE = 0.7  # of the claims of scrutiny that keep to the levels, those that skip none
ABOUT = (60, 0)  # the bodies asked about, by fame: some 70 claims, and 3,000
SCRUTINEERS = 8  # of each body
OUT_OF_LINE = 1 / 30  # of the claims of scrutiny, those that heed no level
DOCUMENTS = 3_000
TEXT = "The inspectorate visited the force and found much that was wanting. "

T = TypeVar("T")


def made_up() -> Resolved:
    """The corpus that the store is built from."""
    draw = random.Random(7)
    body = [_entity(OV.Organisation, f"Body {n:05} Authority") for n in range(BODIES)]
    person = [_entity(OV.Person, f"Person Number{n:05}") for n in range(BODIES)]
    report = [_entity(OV.Report, f"Report {n:05} on a body") for n in range(BODIES // 2)]
    event = [_entity(OV.Inspection, f"Inspection {n:05} of a body") for n in range(BODIES // 2)]
    pools = {OV.Agent: body, OV.Organisation: body, OV.Person: person, OV.Report: report, OV.Investigation: event}
    documents = [_document(n) for n in range(DOCUMENTS)]
    claims = list(_claims(draw, pools, documents))
    return Resolved(tuple(documents), (*body, *person, *report, *event), tuple(claims))


def _claims(draw: random.Random, pools: dict[str, list[Entity]], documents: list[Document]) -> Iterator[Claim]:
    ontology = load_ontology()
    relations = [t for t in ontology.relations.values() if t.iri != OV.scrutinises]
    watched = _watched(draw, pools[OV.Organisation])
    for n in range(CLAIMS):
        term = relations[n % len(relations)]
        if ontology.is_a(term.iri, OV.scrutinises) and draw.random() > OUT_OF_LINE:
            object_, scrutineers = _famous(draw, watched)
            subject = _famous(draw, scrutineers)
        else:
            subject, object_ = (_famous(draw, pools[min(kinds & pools.keys())]) for kinds in (term.domain, term.range))
        document = documents[draw.randrange(DOCUMENTS)]
        start = len(TEXT) * draw.randrange(20)
        status = (
            Status.ASSERTED if draw.random() < 0.9 else draw.choice([Status.DENIED, Status.PROPOSED, Status.ALLEGED])
        )
        found = Evidence(document.id, start, start + len(TEXT) - 1, 0.8, "https://w3id.org/oversight/lexicon#made-up")
        yield Claim(subject.iri, term.iri, object_.iri, status, (found,), Details(valid_from=f"20{n % 20:02}"))


def _watched(draw: random.Random, bodies: list[Entity]) -> list[tuple[Entity, list[Entity]]]:
    """Every body that has a level above it, the famous first, and those that scrutinise it."""
    level_of = [next(k for k in count() if n % NARROWS ** (k + 1)) for n in range(1, len(bodies) + 1)]
    levels = [[b for b, at in zip(bodies, level_of, strict=True) if at == k] for k in range(max(level_of) + 1)]
    return [(b, _scrutineers(draw, levels[k + 1 :])) for b, k in zip(bodies, level_of, strict=True) if levels[k + 1 :]]


def _scrutineers(draw: random.Random, above: list[list[Entity]]) -> list[Entity]:
    """Famous bodies of the levels above, most of them of the nearest."""
    return [_famous(draw, above[0] if draw.random() < ONE_ABOVE else draw.choice(above)) for _ in range(SCRUTINEERS)]


def _famous(draw: random.Random, pool: list[T]) -> T:
    """One of a pool, the first far more often than the last."""
    return pool[int(len(pool) * draw.random() ** 3)]


def _entity(kind: str, name: str) -> Entity:
    return Entity(ids.entity(kind, name), kind, name)


def _document(n: int) -> Document:
    name = f"document-{n:05}"
    return Document(name, TEXT * 20, f"{name}.txt", ids.digest(name, size=64), name, f"20{n % 20:02}-05-01", name)


def run(repeats: int) -> None:
    """Print the figures; queries with a parameter are asked of a middling body, and of the most famous."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "million.kg"
        bodies = _build(path)
        opening = median(_seconds(lambda: open_store(path)) for _ in range(repeats))
        store = open_store(path)
        print(f"store: {len(store.data):,} quads, opens in {opening * 1000:.0f} ms")
        for name, query in sorted(named_queries().items()):
            asked = [{"about": iri} for iri in bodies] if "about" in query.parameters else [{}]
            print(f"  {name:28}" + "".join(_timed(store, query.sparql, bound, repeats) for bound in asked))


def _build(path: Path) -> list[str]:
    """Build the store and forget its corpus, as whoever asks a store has none; the bodies to ask about."""
    resolved = made_up()
    create(path, to_quads(resolved), {d.id: d.text for d in resolved.documents})
    return [resolved.entities[n].iri for n in ABOUT]


def _timed(store: GraphStore, sparql: str, bound: dict[str, str], repeats: int) -> str:
    rows = len(store.query(sparql, **bound).rows)
    took = median(_seconds(lambda: store.query(sparql, **bound)) for _ in range(repeats))
    return f"{took * 1000:9.1f} ms {rows:6,} rows"


def _seconds(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    run(3)
