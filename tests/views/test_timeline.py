"""What happened to one body, when, and how it is drawn."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from kg.errors import InputError
from kg.graph import GraphStore, create, open_store, to_quads
from kg.types import Details, Status
from kg.views.draw import timeline_drawing
from kg.views.elk import Box
from kg.views.timeline import Event, Timeline
from kg.views.timeline_html import timeline_to_html
from kg.views.timeline_layout import LEFT, MARK, PLOT, RIGHT, place_timeline
from kg.views.timeline_svg import timeline_to_svg
from kg.vocab import PROV
from tests import factory as f
from tests.views.geometry import overlap
from tests.views.test_svg import HOSTILE

SAID = "Something is said."


def store_of(path: Path) -> GraphStore:
    """A watchdog that took another's place, posts, acts, and claims of every status and every kind of date."""
    dated = f.document("dated", SAID, published="2015-03-02")
    undated = f.document("undated", SAID)
    old, new, force = f.entity("Old Watchdog"), f.entity("New Watchdog"), f.entity("Force")
    case = f.entity("Inquiry", "Inquiry", details=((PROV.startedAtTime, "2013-05"), (PROV.endedAtTime, "2014")))
    head, other = f.entity("Ann Head", "Person"), f.entity("Bob Next", "Person")

    def said(*dates: str | None, role: str | None = None) -> Details:
        first, last = (*dates, None, None)[:2]
        return Details(role=role, valid_from=first, valid_until=last)

    here, there = f.evidence(dated, SAID), f.evidence(undated, SAID)
    claims = [
        f.claim(new, "succeeds", old, here, details=said("2012-04-01")),
        f.claim(head, "leads", old, here, details=said("2008", "2011-06", role="chair")),
        f.claim(other, "leads", new, here, details=said("2012", role="chair")),
        f.claim(new, "inspects", force, here, details=said("2014-09-16", "2014-09-16")),
        f.claim(case, "concerns", new, here),
        f.claim(force, "criticises", new, here, status=Status.ALLEGED),
        f.claim(new, "sanctions", force, there, status=Status.PROPOSED),
        f.claim(new, "oversees", force, here, status=Status.DENIED),
    ]
    resolved = f.resolved(dated, undated, old, new, force, case, head, other, *claims)
    create(path, to_quads(resolved), {d.id: d.text for d in resolved.documents})
    return open_store(path)


@pytest.fixture(scope="module")
def watchdog(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return store_of(tmp_path_factory.mktemp("timeline") / "graph.kg")


def timeline(store: GraphStore, name: str = "New Watchdog", **options: Any) -> Timeline:
    return timeline_drawing(store, about=name, **options).timeline


def test_events_come_in_order_as_exact_as_they_are_said(watchdog: GraphStore) -> None:
    assert [(e.lane, e.words, e.when) for e in timeline(watchdog).events] == [
        ("leads it", "Ann Head, chair", "2008 to June 2011"),
        ("leads it", "Bob Next, chair", "from 2012"),
        ("concerns it", "Inquiry", "May 2013 to 2014"),
        ("inspects", "Force", "16 September 2014"),
        ("criticises it", "Force (alleged)", "reported 2 March 2015"),
    ]


def test_what_has_no_date_is_listed_apart(watchdog: GraphStore) -> None:
    (event,) = timeline(watchdog).undated
    assert (event.phrase, event.when) == ("New Watchdog sanctions Force (proposed)", "no date known")


def test_what_is_denied_is_shown_only_when_asked(watchdog: GraphStore) -> None:
    assert Status.DENIED not in {e.status for e in timeline(watchdog).events}
    (event,) = timeline(watchdog, statuses="denied").events
    assert event.phrase == "New Watchdog oversees Force (denied)"


@pytest.mark.parametrize("name", ["Old Watchdog", "New Watchdog"])
def test_successors_are_one_band_of_names(watchdog: GraphStore, name: str) -> None:
    assert [(e.name, e.first, e.last) for e in timeline(watchdog, name).eras] == [
        ("Old Watchdog", None, "2012-03-31"),
        ("New Watchdog", "2012-04-01", None),
    ]


def test_every_event_has_its_claim_and_a_sentence(watchdog: GraphStore) -> None:
    shown = timeline(watchdog)
    for event in (*shown.events, *shown.undated):
        assert watchdog.claim(event.claim).status is event.status
        assert event.sentence
        assert event.sentence.text == SAID


def test_relations_and_a_limit_leave_out_what_they_say(watchdog: GraphStore) -> None:
    assert [e.words for e in timeline(watchdog, relations="inspects").events] == ["Force"]
    cut = timeline(watchdog, limit=2)
    assert len(cut.events) + len(cut.undated) == 2
    assert cut.notes == ("2 of 6 events: those most documents tell of.",)


@pytest.mark.parametrize("about", [[], ["Force", "Inquiry"]])
def test_it_is_about_one(watchdog: GraphStore, about: list[str]) -> None:
    with pytest.raises(InputError, match="about one body or case"):
        timeline_drawing(watchdog, about=about)


def crowd(size: int) -> Timeline:
    """As many events as that in few years, with long names."""
    events = tuple(
        Event(
            ("inspects", "leads it", "criticises it")[i % 3],
            f"The Independent Commissioner for Everything and the Rest, number {i}",
            f"phrase {i}",
            list(Status)[i % 4],
            f"urn:claim:{i}",
            f"urn:body:{i}",
            first=None if i % 11 == 5 else f"{2001 + i % 7}-{1 + i % 12:02}",
            last=None if i % 5 == 1 and i % 11 != 5 else f"{2004 + i % 7}",
            lasts=i % 3 == 1,
            reported=i % 7 == 3,
        )
        for i in range(size)
    )
    return Timeline("A crowd", "urn:crowd", (), events, ())


@pytest.mark.parametrize("size", [1, 20, 120])
def test_no_words_lie_over_others(size: int) -> None:
    for lane in place_timeline(crowd(size)).lanes:
        taken = [(i, box) for i, item in enumerate(lane.items) for box in (item.label, item.mark)]
        assert not [(a, b) for (i, a), (j, b) in combinations(taken, 2) if i != j and overlap(a, b)]
        assert all(lane.y <= box.y and box.y + box.height <= lane.y + lane.height for _, box in taken)
        assert all(box.x >= 0 for _, box in taken)
    lanes = [Box(0, lane.y, 1, lane.height) for lane in place_timeline(crowd(size)).lanes]
    assert not [pair for pair in combinations(lanes, 2) if overlap(*pair)]


@pytest.mark.parametrize("year", ["2001", "2010", "2019"])
@pytest.mark.parametrize("words", [10, 60, 100_000])
def test_words_are_cut_only_where_there_is_no_room(words: int, year: str) -> None:
    text = " ".join("word" for _ in range(words))
    event = Event("inspects", text, "x", Status.ASSERTED, "c", "o", year, year)
    frame = (Event("inspects", "y", "y", Status.ASSERTED, f"d{y}", "o", y, y) for y in ("2000", "2020"))
    items = place_timeline(Timeline("t", "i", (), (event, *frame), ())).lanes[0].items
    (label, shown) = next((item.label, item.words) for item in items if item.event is event)
    assert label.x >= LEFT
    assert label.x + label.width <= LEFT + PLOT + RIGHT
    assert (shown == text) == (words == 10)
    assert len(shown) > 40


def test_a_year_is_as_wide_as_a_year_and_a_day_is_a_mark() -> None:
    def wide(date: str) -> float:
        event = Event("inspects", "x", "x", Status.ASSERTED, "c", "o", date, date)
        whole = Event("inspects", "y", "y", Status.ASSERTED, "d", "o", "2010-01-01", "2019-12-31", lasts=True)
        return place_timeline(Timeline("t", "i", (), (event, whole), ())).lanes[0].items[0].mark.width

    assert wide("2014") == pytest.approx(PLOT / 10, abs=1)
    assert wide("2014-03-02") == 2 * MARK


def test_an_open_end_reaches_the_edge(watchdog: GraphStore) -> None:
    lanes = {lane.heading[0]: lane for lane in place_timeline(timeline(watchdog)).lanes}
    held = lanes["leads it"].items[1]
    assert (held.open_start, held.open_end) == (False, True)
    assert lanes["its names"].items[0].open_start
    assert lanes["its names"].items[0].mark.x == LEFT


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.ASSERTED])
def test_what_is_not_asserted_has_a_broken_outline(status: Status) -> None:
    event = Event("inspects", "x", "x", status, "c", "o", "2014", "2015", lasts=True)
    root = etree.fromstring(timeline_to_svg(Timeline("t", "i", (), (event,), ())).encode())
    (group,) = (g for g in root.iter("{*}g") if g.get("class") == "event")
    assert group.find("{*}rect").get("stroke-dasharray")
    assert bool([p for p in group.iterfind("{*}path") if p.get("class") == "bar"]) == (status is Status.DENIED)


@pytest.mark.parametrize("label", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_text(label: str) -> None:
    event = Event(label, label, label, Status.ASSERTED, label, label, "2014", "2014")
    hostile = Timeline(label, "i", (), (event,), (event,), (label,))
    root = etree.fromstring(timeline_to_svg(hostile).encode())
    assert {str(e.tag).rpartition("}")[2] for e in root.iter()} <= {
        *("svg", "title", "desc", "style", "rect", "g", "path", "text")
    }
    page = html.document_fromstring(timeline_to_html(hostile).encode())
    assert not page.findall(".//script")
    assert not [a for e in page.iter() for a in e.attrib if str(a).startswith("on")]


def test_the_page_tells_every_event_with_its_sentence(watchdog: GraphStore) -> None:
    page = html.document_fromstring(timeline_drawing(watchdog, about="New Watchdog").html())
    items = page.findall(".//li")
    assert len(items) == 6
    assert [b.text for b in page.findall(".//blockquote")] == [SAID] * 6
    assert "script-src" not in page.find(".//meta[@http-equiv]").get("content")


def test_a_timeline_is_no_graph(watchdog: GraphStore) -> None:
    with pytest.raises(InputError, match="a timeline is no graph"):
        timeline_drawing(watchdog, about="Force").written("dot")
    assert timeline_drawing(watchdog, about="Force").written("pdf").startswith(b"%PDF")


def test_where_nothing_is_told_it_says_so(watchdog: GraphStore) -> None:
    text = timeline_drawing(watchdog, about="Force", statuses="denied", relations="leads").svg()
    assert "which does not mean that nothing happened" in text
