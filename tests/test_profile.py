"""The links of an entity in the sections of its page."""

import pytest

from kg.graph.links import Link
from kg.profile import ranked, sections
from kg.types import Status
from kg.vocab import OV, load_ontology
from tests import factory

FORCE, WATCHDOG = factory.entity("Riverside Police"), factory.entity("Watchdog")
CHIEF, REPORT = factory.entity("Ann Webb", "Person"), factory.entity("Report", "Report")
INQUIRY = factory.entity("Inquiry", "Inquiry")
KINDS = {one.iri: one.kind for one in (FORCE, WATCHDOG, CHIEF, REPORT, INQUIRY)}


def link(subject: str, predicate: str, object_: str, status: Status = Status.ASSERTED, **fields: object) -> Link:
    claim = f"{subject} {predicate} {object_} {status} {fields}"
    return Link(claim, subject, OV[predicate], object_, status, 1, 0.9, ("d",), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "key"),
    [
        (link(CHIEF.iri, "leads", FORCE.iri), "people"),
        (link(WATCHDOG.iri, "inspects", FORCE.iri), "overseers"),
        (link(FORCE.iri, "oversees", WATCHDOG.iri), "overseen"),
        (link(REPORT.iri, "concerns", FORCE.iri), "reports"),
        (link(FORCE.iri, "conducts", INQUIRY.iri), "investigations"),
        (link(FORCE.iri, "praises", WATCHDOG.iri), "praises-out"),
        (link(WATCHDOG.iri, "praises", FORCE.iri), "praises-in"),
    ],
)
def test_a_link_of_a_body_stands_where_one_looks_for_it(found: Link, key: str) -> None:
    (section,) = sections(FORCE, [found], KINDS, load_ontology())
    assert section.key == key


def test_a_person_has_posts() -> None:
    (section,) = sections(CHIEF, [link(CHIEF.iri, "leads", FORCE.iri)], KINDS, load_ontology())
    assert section.title == "Posts"


def test_the_facts_of_a_report_stand_by_relation() -> None:
    links = [link(WATCHDOG.iri, "publishes", REPORT.iri), link(REPORT.iri, "concerns", FORCE.iri)]
    keys = {section.key for section in sections(REPORT, links, KINDS, load_ontology())}
    assert keys == {"publishes-in", "concerns-out"}


def test_every_link_stands_in_one_section() -> None:
    links = [link(a, "criticises", b) for a in KINDS for b in (FORCE.iri,) if a != b]
    found = sections(FORCE, links, KINDS, load_ontology())
    assert sorted(one.claim for section in found for one in section.links) == sorted(one.claim for one in links)


def test_what_is_over_comes_last_and_what_is_asserted_first() -> None:
    over = link(CHIEF.iri, "leads", FORCE.iri, former=True)
    alleged = link(CHIEF.iri, "leads", FORCE.iri, Status.ALLEGED)
    old = link(CHIEF.iri, "leads", FORCE.iri, issued=("2010",))
    new = link(CHIEF.iri, "leads", FORCE.iri, issued=("2020",))
    assert ranked([over, alleged, old, new]) == (new, old, alleged, over)
