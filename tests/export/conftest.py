"""A store whose labels try what a format may break on."""

from pathlib import Path

import pytest

from kg.graph import GraphStore, create, open_store, to_quads
from kg.types import Details, Resolved, Status
from tests import factory as f

NASTY = (
    "=cmd|' /C calc'!A0",
    "Quote \" and \\ back 'single'",
    "two\nlines\tand\rreturn\r\n",
    "\u200fעברית\u202e mixed \u2028 separators \u0085",
    "<script>&amp;]]> #quot; | {x} [y] (z) --> `",
    "x" * 10_000,
    " leading and trailing ",
    "-1+1",
    "a@b",
    "é 👮 ﬁ",
)
TEXT = " ".join(NASTY)


def nasty() -> Resolved:
    """A ring of overseers, each with a name of its own, and a claim of every status."""
    doc = f.document("d1", TEXT, title=NASTY[1], published="2014", source="a b\\c<d>.txt")
    bodies = [f.entity(name, aliases=(f"{name}!",)) for name in NASTY]
    details = Details(role=NASTY[2], content=(NASTY[0], NASTY[3]), valid_from="2014-09")
    statuses = list(Status)
    claims = [
        f.claim(a, "oversees", b, f.evidence(doc, a.name, 0.5), status=statuses[n % 4], details=details)
        for n, (a, b) in enumerate(zip(bodies, bodies[1:] + bodies[:1], strict=True))
    ]
    place = f.entity("Rotherham", "Place")
    report = f.entity("the report", "Report", details=((f.STAGE, "2014-09"),))
    return f.resolved(doc, place, report, *bodies, *claims, f.claim(report, "concerns", place, f.evidence(doc, "-1+1")))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return build(tmp_path_factory.mktemp("nasty") / "s")


def build(path: Path) -> GraphStore:
    corpus = nasty()
    create(path, to_quads(corpus), {d.id: d.text for d in corpus.documents})
    return open_store(path)
