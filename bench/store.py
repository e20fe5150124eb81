"""A store of about a million triples: how long it takes to open, and to answer each named query.

Bodies oversee, inspect and criticise each other in a skewed, made-up network; everything is drawn
from a fixed seed. Queries that take a parameter are asked of a body with some hundred claims.
"""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from kg import ids
from kg.graph import GraphStore, create, named_queries, open_store, to_quads
from kg.types import Claim, Details, Document, Entity, Evidence, Resolved, Status
from kg.vocab import OV, load_ontology

CLAIMS = 42_000  # about 24 triples each, with evidence and passage
BODIES = 6_000
DOCUMENTS = 3_000
TEXT = "The inspectorate visited the force and found much that was wanting. "


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
    relations = [t for t in load_ontology().relations.values() if t.iri != OV.scrutinises]
    for n in range(CLAIMS):
        term = relations[n % len(relations)]
        ends = [_pick(draw, pools, kinds) for kinds in (term.domain, term.range)]
        document = documents[draw.randrange(DOCUMENTS)]
        start = len(TEXT) * draw.randrange(20)
        status = (
            Status.ASSERTED if draw.random() < 0.9 else draw.choice([Status.DENIED, Status.PROPOSED, Status.ALLEGED])
        )
        found = Evidence(document.id, start, start + len(TEXT) - 1, 0.8, "https://w3id.org/oversight/lexicon#made-up")
        yield Claim(ends[0].iri, term.iri, ends[1].iri, status, (found,), Details(valid_from=f"20{n % 20:02}"))


def _pick(draw: random.Random, pools: dict[str, list[Entity]], kinds: frozenset[str]) -> Entity:
    pool = pools[min(kinds & pools.keys())]
    return pool[int(len(pool) * draw.random() ** 3)]


def _entity(kind: str, name: str) -> Entity:
    return Entity(ids.entity(kind, name), kind, name)


def _document(n: int) -> Document:
    name = f"document-{n:05}"
    return Document(name, TEXT * 20, f"{name}.txt", ids.digest(name, size=64), name, f"20{n % 20:02}-05-01", name)


def run(repeats: int) -> None:
    """Print the figures; bodies of middling fame are asked about."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "million.kg"
        resolved = made_up()
        create(path, to_quads(resolved), {d.id: d.text for d in resolved.documents})
        opening = median(_seconds(lambda: open_store(path)) for _ in range(repeats))
        store = open_store(path)
        print(f"store: {len(store.data):,} quads, opens in {opening * 1000:.0f} ms")
        about = {OV.Organisation: resolved.entities[60].iri}
        for name, query in sorted(named_queries().items()):
            bound = {"about": about[OV.Organisation]} if "about" in query.parameters else {}
            print(f"  {name:28} {_timed(store, query.sparql, bound, repeats)}")


def _timed(store: GraphStore, sparql: str, bound: dict[str, str], repeats: int) -> str:
    rows = len(store.query(sparql, **bound).rows)
    took = median(_seconds(lambda: store.query(sparql, **bound)) for _ in range(repeats))
    return f"{took * 1000:8.1f} ms {rows:7,} rows" + ("" if bound else "  (takes no parameter)")


def _seconds(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    run(3)
