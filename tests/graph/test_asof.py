"""What held on a day: no more than the sources say, and no decades mixed."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.graph.asof import Span, check_date, span_of
from kg.types import Status
from tests.questions.case import Fact, fact, named, store_of


def held(folder: Path, day: str, *facts: Fact) -> list[str]:
    """The facts that held on a day, as "subject relation object"."""
    store = store_of(folder, *facts)
    return [
        f"{store.names[one.subject]} {one.predicate.rpartition('#')[2]} {store.names[one.object]}"
        for one in store.history.on(day)
    ]


@pytest.mark.parametrize(
    ("details", "day", "holds"),
    [
        ({"valid_from": "2012-11", "valid_until": "2014-09-16"}, "2012-10-31", False),
        ({"valid_from": "2012-11", "valid_until": "2014-09-16"}, "2012-11-01", True),
        ({"valid_from": "2012-11", "valid_until": "2014-09-16"}, "2014-09-16", True),
        ({"valid_from": "2012-11", "valid_until": "2014-09-16"}, "2014-09-17", False),
        ({"valid_from": "2012", "valid_until": "2014"}, "2014-12-31", True),
        ({"valid_from": "2012", "valid_until": "2014"}, "2015", False),
        ({"valid_from": "2012"}, "2030", True),
        ({"valid_from": "2012"}, "2011", False),
        ({}, "2014-09-15", False),  # said first on the sixteenth
        ({}, "2014-09-16", True),
        ({}, "2014", True),
        ({"former": True}, "2014-09-16", False),
        ({"former": True}, "2010", False),
        ({"former": True, "valid_until": "2012"}, "2012-05", True),
        ({"former": True, "valid_until": "2012"}, "2011", False),  # how long before is not said
        ({"former": True, "valid_until": "2012"}, "2013", False),
        ({"former": True, "valid_from": "2009"}, "2009-02", True),
        ({"former": True, "valid_from": "2009"}, "2013", False),  # when it ended is not said
        ({"valid_until": "2016"}, "2015", True),  # said in 2014, over in 2016
        ({"valid_until": "2016"}, "2013", False),
    ],
)
def test_a_post_holds_between_its_dates(tmp_path: Path, details: dict[str, object], day: str, holds: bool) -> None:
    found = held(tmp_path, day, fact("Ann leads Force", **details))
    assert found == (["Ann leads Force"] if holds else [])


@pytest.mark.parametrize(("day", "holds"), [("2014-04", False), ("2014-05", True), ("2030", True)])
def test_an_act_stays_done(tmp_path: Path, day: str, holds: bool) -> None:
    assert bool(held(tmp_path, day, fact("Board inspects Force", valid_from="2014-05"))) is holds


def test_an_undated_act_counts_from_when_it_was_first_said(tmp_path: Path) -> None:
    twice = (fact("Board inspects Force", said="2014-05"), fact("Board inspects Force", said="2016"))
    assert held(tmp_path, "2014-04", *twice) == []
    assert held(tmp_path, "2014-06", *twice) == ["Board inspects Force"]


def test_what_an_undated_document_says_holds_always(tmp_path: Path) -> None:
    assert held(tmp_path, "1990", fact("Board oversees Force", said=None)) == ["Board oversees Force"]


def test_a_curated_fact_holds_always_though_a_dated_document_says_it_too(tmp_path: Path) -> None:
    curated = fact("Board oversees Force", said=None, curated=True)
    assert held(tmp_path, "1990", curated, fact("Board oversees Force", said="2014")) == ["Board oversees Force"]


def test_a_post_ends_when_its_holder_resigns_from_it(tmp_path: Path) -> None:
    facts = (
        fact("Ann leads Force", valid_from="2012", role="chief constable"),
        fact("Ann resignsFrom Force", valid_from="2014-09"),
    )
    assert "Ann leads Force" in held(tmp_path, "2014-09-30", *facts)
    assert "Ann leads Force" not in held(tmp_path, "2014-10", *facts)


@pytest.mark.parametrize("status", [Status.ALLEGED, Status.PROPOSED, Status.DENIED])
def test_a_resignation_that_is_not_a_fact_ends_nothing(tmp_path: Path, status: Status) -> None:
    resigns = fact("Ann resignsFrom Force", valid_from="2014-09", status=status)
    assert "Ann leads Force" in held(tmp_path, "2015", fact("Ann leads Force", valid_from="2012"), resigns)


def test_a_resignation_from_an_earlier_term_or_another_post_ends_nothing(tmp_path: Path) -> None:
    post = fact("Ann memberOf Council", valid_from="2012", role="councillor")
    earlier = fact("Ann resignsFrom Council", valid_from="2009")
    other = fact("Ann resignsFrom Council", valid_from="2014", role="leader")
    assert "Ann memberOf Council" in held(tmp_path, "2016", post, earlier, other)


def test_a_post_ends_when_its_holder_is_removed_from_it(tmp_path: Path) -> None:
    post = fact("Ann leads Force", valid_from="2012", role="chief constable")
    removed = fact("Board removes Ann", valid_from="2016", role="Chief Constable")
    assert "Ann leads Force" not in held(tmp_path, "2017", post, removed)
    assert "Ann leads Force" in held(tmp_path, "2015", post, removed)


def test_a_post_is_over_at_the_latest_when_a_later_document_calls_it_former(tmp_path: Path) -> None:
    facts = (fact("Ann leads Force", said="2012"), fact("Ann leads Force", said="2016-03", former=True, role="chief"))
    assert held(tmp_path, "2015", *facts) == ["Ann leads Force"]
    assert held(tmp_path, "2017", *facts) == []


HISTORY = (
    fact("New succeeds Mid", valid_from="2018-01-08"),
    fact("Mid succeeds Old", valid_from="2004-04-01"),
    fact("New oversees Force", said=None),
    fact("Mid oversees Force", said=None),
    fact("Old oversees Force", said=None),
)


@pytest.mark.parametrize(
    ("day", "who"),
    [("2003", ["Old"]), ("2010", ["Mid"]), ("2018-01-07", ["Mid"]), ("2018-01-08", ["New"]), ("2020", ["New"])],
)
def test_a_body_holds_nothing_before_it_began_or_after_it_was_gone(tmp_path: Path, day: str, who: list[str]) -> None:
    found = held(tmp_path, day, *HISTORY)
    assert [one.split()[0] for one in found if "oversees" in one] == who


@pytest.mark.parametrize(
    ("asked", "day", "stands_in"),
    [("New", "2010", ["Mid"]), ("New", "2001", ["Old"]), ("Old", "2020", ["New"]), ("Mid", "2010", ["Mid"])],
)
def test_of_a_day_the_body_of_that_day_stands_in(tmp_path: Path, asked: str, day: str, stands_in: list[str]) -> None:
    store = store_of(tmp_path, *HISTORY)
    assert [store.names[iri] for iri in store.history.selves(named(asked).iri, day)] == stands_in


def test_all_the_bodies_that_became_one_stand_in_for_it(tmp_path: Path) -> None:
    merged = (fact("One succeeds North", valid_from="2013-04"), fact("One succeeds South", valid_from="2013-04"))
    store = store_of(tmp_path, *merged)
    found = [store.names[iri] for iri in store.history.selves(named("One").iri, "2010")]
    assert found == ["North", "South"]


def test_a_body_that_took_over_the_work_of_another_was_there_before(tmp_path: Path) -> None:
    store = store_of(
        tmp_path, fact("Ofbig succeeds Ofsmall", valid_from="2007"), fact("Ofbig inspects Home", valid_from="1999")
    )
    assert store.history.exists(named("Ofbig").iri, "2005")
    assert store.history.selves(named("Ofbig").iri, "2005") == (named("Ofbig").iri,)
    assert not store.history.exists(named("Ofsmall").iri, "2009")


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.DENIED, Status.ALLEGED])
def test_a_succession_that_is_not_a_fact_ends_no_body(tmp_path: Path, status: Status) -> None:
    store = store_of(tmp_path, fact("New succeeds Old", valid_from="2010", status=status))
    assert store.history.lives == {}


def test_an_undated_succession_ends_the_old_body_when_it_was_said(tmp_path: Path) -> None:
    store = store_of(tmp_path, fact("New succeeds Old", said="2014-09-16"))
    old, new = named("Old").iri, named("New").iri
    assert (store.history.exists(old, "2014"), store.history.exists(old, "2015")) == (True, False)
    assert store.history.exists(new, "1990")


def test_bodies_that_succeed_each_other_are_walked_once_and_never_gone(tmp_path: Path) -> None:
    store = store_of(
        tmp_path, fact("Ay succeeds Bee", valid_from="2010-02-01"), fact("Bee succeeds Ay", valid_from="2005-02-01")
    )
    assert store.history.lineage(named("Ay").iri) == (named("Ay").iri, named("Bee").iri)
    assert store.history.selves(named("Ay").iri, "2007") != ()


def test_by_a_day_gives_what_had_begun_or_been_said_over_or_not(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        fact("Ann leads Force", valid_from="2009", valid_until="2011"),
        fact("Ben leads Force", valid_from="2015"),
        fact("Cleo callsOn Force", said="2014"),
    )
    assert sorted(store.names[one.subject] for one in store.history.by("2014")) == ["Ann", "Cleo"]


@pytest.mark.parametrize("text", ["14", "2014-13", "2014-02-30", "2014-9", "last year", "", "2014-09-16T00:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="is no date; give a year, a month or a day"):
        check_date(text)


def test_a_date_is_the_span_of_its_days() -> None:
    assert span_of("2014") == Span("2014-01-01", "2014-12-31")
    assert span_of("2014-09").touches(span_of("2014-09-30"))
    assert not span_of("2014-09").touches(span_of("2014-10-01"))
    assert Span().touches(span_of("2014"))
