"""Which reports and investigations of several documents are one."""

import pytest

from kg.types import Referent
from kg.vocab import DCTERMS, PROV
from tests.resolve.corpus import called, named, person, reading, report, resolved

JAY, COUNCIL, FORCE = (
    person("Professor Alexis Jay"),
    named("Rother Vale Council"),
    named("Rother Vale Police"),
)


def inquiry(name: str, kind: str = "Inquiry", *, started: str = "", is_named: bool = True) -> Referent:
    details = ((PROV.startedAtTime, started),) if started else ()
    return named(name, kind=kind, named=is_named, details=details)


def events(*referents: Referent) -> int:
    readings = [reading(f"d{n}", (r, "concerns", COUNCIL)) for n, r in enumerate(referents)]
    return len(resolved(*readings).entities) - 1


def test_named_events_of_one_family_and_name_are_one() -> None:
    assert events(inquiry("Grenfell Tower Inquiry"), inquiry("the Grenfell Tower inquiry")) == 1
    assert events(inquiry("Leveson Inquiry"), inquiry("Leveson Inquiry", "Investigation")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (inquiry("Grenfell Tower Inquiry"), inquiry("Hutton Inquiry")),
        (inquiry("Annual Report", "Report"), inquiry("Annual Report", "Report")),
        (inquiry("Public Inquiry"), inquiry("the public inquiry")),
        (inquiry("Leveson Inquiry"), inquiry("Leveson Inquiry", "Report")),
        (inquiry("HMIC inspection", is_named=False), inquiry("HMIC inspection", is_named=False)),
        (inquiry("State of Policing", started="2014"), inquiry("State of Policing", started="2015")),
    ],
)
def test_other_events_stay_in_their_documents(one: Referent, other: Referent) -> None:
    assert events(one, other) == 2


def test_a_date_may_be_more_exact_in_one_document() -> None:
    one, other = inquiry("Hutton Inquiry", started="2003"), inquiry("Hutton Inquiry", started="2003-08")
    result = resolved(reading("a", (one, "concerns", COUNCIL)), reading("b", (other, "concerns", COUNCIL)))
    (hutton,) = called(result, "Hutton Inquiry")
    assert hutton.details == ((PROV.startedAtTime, "2003-08"),)


def test_what_has_no_date_does_not_join_what_has_different_ones() -> None:
    assert events(*(inquiry("State of Policing", started=year) for year in ("2014", "2015", ""))) == 3


def test_the_jay_report_is_the_report_by_alexis_jay() -> None:
    result = resolved(
        reading("a", (report("Jay report"), "concerns", COUNCIL)),
        reading("b", (JAY, "authors", report("report by Professor Alexis Jay"))),
        reading("c", (person("Alexis Jay"), "authors", report("Alexis Jay report")), (JAY, "praises", FORCE)),
    )
    assert [e.name for e in result.entities if e.kind.endswith("Report")] == ["report by Professor Alexis Jay"]


@pytest.mark.parametrize("author", ["Alexandra Jay", "Jay"])
def test_an_author_not_known_in_full_or_not_alone_settles_nothing(author: str) -> None:
    result = resolved(
        reading("a", (report("Jay report"), "concerns", COUNCIL)),
        reading("b", (person(author), "authors", report("one report"))),
        *([reading("c", (JAY, "authors", report("other report")))] if author != "Jay" else []),
    )
    assert called(result, "Jay report") == [e for e in result.entities if e.name == "Jay report"]


def test_reports_of_one_author_about_different_things_stay_apart() -> None:
    result = resolved(
        reading("a", (JAY, "authors", (first := report("report on A"))), (first, "concerns", COUNCIL)),
        reading("b", (JAY, "authors", (second := report("report on B"))), (second, "concerns", FORCE)),
        reading("c", (report("Jay report"), "respondsTo", JAY)),
    )
    assert len([e for e in result.entities if e.kind.endswith("Report")]) == 3


def test_reports_of_one_author_about_one_thing_are_one() -> None:
    result = resolved(
        reading("a", (JAY, "authors", (first := report("report on A"))), (first, "concerns", COUNCIL)),
        reading("b", (JAY, "authors", (second := report("study of A"))), (second, "concerns", COUNCIL)),
    )
    assert len([e for e in result.entities if e.kind.endswith("Report")]) == 1


def test_reports_of_one_author_that_nothing_joins_stay_apart() -> None:
    result = resolved(
        reading("a", (JAY, "authors", report("first report"))),
        reading("b", (JAY, "authors", report("new report"))),
    )
    assert len([e for e in result.entities if e.kind.endswith("Report")]) == 2


def test_a_document_that_knows_two_reports_of_an_author_keeps_them() -> None:
    result = resolved(
        reading("a", (JAY, "authors", report("first report")), (JAY, "authors", report("second report"))),
        reading("b", (report("Jay report"), "concerns", COUNCIL)),
    )
    assert len([e for e in result.entities if e.kind.endswith("Report")]) == 3


def test_reports_of_one_author_and_different_dates_stay_apart() -> None:
    dated = [report("Jay report", details=((DCTERMS.issued, year),)) for year in ("2014", "2016")]
    result = resolved(*(reading(year, (JAY, "authors", r)) for year, r in zip("ab", dated, strict=True)))
    assert len([e for e in result.entities if e.kind.endswith("Report")]) == 2


def test_an_event_has_its_most_specific_kind_and_the_iri_of_the_family() -> None:
    result = resolved(
        reading("a", (inquiry("Leveson Inquiry", "Investigation"), "concerns", COUNCIL)),
        reading("b", (inquiry("Leveson Inquiry", "Inquiry"), "concerns", COUNCIL)),
    )
    (leveson,) = called(result, "Leveson Inquiry")
    assert leveson.kind.endswith("#Inquiry")
    assert leveson.iri == "https://w3id.org/oversight/id/investigation/leveson-inquiry"
