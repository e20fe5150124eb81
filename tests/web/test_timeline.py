"""Links in the order of time."""

from kg.graph.links import Link
from kg.types import Status
from kg.web.timeline import timeline


def link(claim: str, object_: str = "b", **fields: object) -> Link:
    return Link(claim, "a", "leads", object_, Status.ASSERTED, 1, 0.9, ("d",), **fields)  # type: ignore[arg-type]


def test_a_date_of_what_is_said_goes_before_that_of_the_document() -> None:
    (moment,) = timeline([link("1", valid_from="2010", issued=("2014-01-01",))], {})
    assert (moment.date, moment.word) == ("2010", "from")


def test_a_post_begins_and_ends() -> None:
    moments = timeline([link("1", valid_from="2010", valid_until="2012")], {})
    assert [(one.date, one.word) for one in moments] == [("2010", "from"), ("2012", "until")]


def test_what_is_only_reported_is_called_so() -> None:
    (moment,) = timeline([link("1", issued=("2014-01-01", "2015"))], {})
    assert (moment.date, moment.word) == ("2014-01-01", "reported")


def test_a_report_has_its_own_date() -> None:
    (moment,) = timeline([link("1", "report", issued=("2014",))], {"report": "2013-05"})
    assert (moment.date, moment.word) == ("2013-05", "dated")


def test_the_undated_come_last() -> None:
    moments = timeline([link("1"), link("2", issued=("2015",)), link("3", valid_from="2014")], {})
    assert [one.link.claim for one in moments] == ["3", "2", "1"]
