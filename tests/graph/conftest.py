"""A small corpus that has one of everything, and stores of it."""

from pathlib import Path

import pytest

from kg.graph import GraphStore, create, open_store, to_quads
from kg.types import Details, Resolved, Status
from tests import factory as f

TEXT = (
    "Inspectors from HMIC visited South Yorkshire Police in May 2014. "
    "Shaun Wright holds the force to account. "
    "The Home Office allegedly inspects HMIC. "
    "HMIC did not fine the force. "
    "He chairs the 2014 review, said the Home Office."
)
NASTY = 'Quote " and \\ back\nnew\tline \u200fRTL\u202e \u2028 é <b>&amp; `$(x)` #; | ]'


def small() -> Resolved:
    doc = f.document("000", TEXT, title="On oversight", published="2014-09")
    page = f.document("page", NASTY, source="https://example.org/a%20page?x=1", published="2014-09-16")
    hmic = f.entity("HMIC", aliases=("the inspectorate",), same_as="https://example.org/bodies#hmic")
    force = f.entity("South Yorkshire Police", aliases=("SYP", "the force"), classification=f.POLICE)
    office, wright = f.entity("Home Office"), f.entity("Shaun Wright", "Person")
    review = f.entity("the 2014 review", "Review", details=((f.STARTED, "2014"), (f.STAGE, "under way")))
    sentences = TEXT.split(". ")
    return f.resolved(
        *(doc, page, hmic, force, office, wright, review),
        f.claim(hmic, "inspects", force, f.evidence(doc, sentences[0], 0.93), details=_MAY),
        f.claim(wright, "oversees", force, f.evidence(doc, sentences[1], said_by=office.iri)),
        f.claim(office, "inspects", hmic, f.evidence(doc, sentences[2]), status=Status.ALLEGED),
        f.claim(hmic, "sanctions", force, f.evidence(doc, sentences[3]), status=Status.DENIED),
        f.claim(wright, "leads", review, f.evidence(doc, sentences[4])),
        f.claim(wright, "leads", force, f.evidence(page, NASTY, 0.5, references=_ACT), details=_POST),
        f.claim(office, "oversees", wright, f.evidence(doc, sentences[1], 1.0), f.evidence(page, NASTY, 0.0)),
    )


_ACT = "https://example.org/act?section=1"
_MAY = Details(valid_from="2014-05", rating="inadequate", content=("custody", "had failed to record crime"))
_POST = Details(role="chief", former=True, valid_from="2012", valid_until="2014-09-16", amount="1 GBP")


@pytest.fixture(scope="session")
def corpus() -> Resolved:
    return small()


@pytest.fixture(scope="session")
def store(corpus: Resolved, tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return build(corpus, tmp_path_factory.mktemp("store") / "graph.kg")


def build(corpus: Resolved, path: Path) -> GraphStore:
    create(path, to_quads(corpus), {d.id: d.text for d in corpus.documents})
    return open_store(path)
