"""The graph page: read a line, go on from a box, filter, share, download."""

import re

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests import sample
from tests.web.browser.conftest import photograph
from tests.web.browser.test_walks import is_shown

INSPECTS = re.compile("^Inspectorate inspects Riverside Police")


def edge(page: Page, words: str | re.Pattern[str] = INSPECTS) -> Locator:
    return page.locator("#stage .edge").and_(page.get_by_role("button", name=words))


def names(page: Page) -> set[str]:
    """Those who are drawn."""
    expect(page.locator("#stage svg")).to_be_visible()
    return {str(label).rpartition(",")[0] for label in page.locator("#stage .node").evaluate_all(_LABELS)}


_LABELS = "nodes => nodes.map(node => node.getAttribute('aria-label'))"


def test_the_graph_shows_who_scrutinises_whom_and_not_what_is_denied(page: Page) -> None:
    page.goto("/graph")
    assert names(page) == {"Ministry", "Inspectorate", "Riverside Police"}
    expect(edge(page)).to_have_count(1)
    expect(edge(page, re.compile("investigates"))).to_have_count(0)


def test_a_line_opens_its_sentences_and_they_lead_to_their_document(page: Page) -> None:
    page.goto("/graph")
    edge(page).get_by_text("inspects", exact=True).click()
    expect(page.locator("#drawer blockquote")).to_have_text(sample.INSPECTED)
    photograph(page, "graph-sentence")
    page.get_by_role("link", name="Read it in its document").click()
    is_shown(page, sample.INSPECTED)


def test_a_line_is_opened_and_closed_by_the_keyboard(page: Page) -> None:
    page.goto("/graph")
    edge(page).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#drawer blockquote")).to_have_text(sample.INSPECTED)
    page.keyboard.press("Escape")
    expect(page.locator("#drawer")).to_be_hidden()
    expect(edge(page)).to_be_focused()


def test_a_box_leads_to_the_graph_around_it(page: Page) -> None:
    page.goto("/graph")
    page.locator("#stage").get_by_role("button", name="Ministry, organisation").click()
    page.get_by_role("link", name="Graph around it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Around Ministry")
    assert names(page) == {"Ministry", "Inspectorate"}


def test_what_is_denied_is_drawn_when_it_is_asked_for_and_says_so(page: Page) -> None:
    page.goto("/graph")
    page.get_by_label("denied", exact=True).check()
    page.get_by_role("button", name="Show").click()
    expect(edge(page, re.compile("investigates.*: Denied"))).to_have_count(1)
    assert "status=denied" in page.url


def test_a_filter_has_an_address_that_shows_the_same(page: Page) -> None:
    page.goto("/graph?about=Ministry")
    assert names(page) == {"Ministry", "Inspectorate"}
    page.goto("/graph?min_sources=2")
    expect(page.locator("#stage .node")).to_have_count(0)


def place(page: Page) -> FloatRect:
    """Where the box of the ministry is on the screen, and how large."""
    box = page.locator("#stage .node", has_text="Ministry").bounding_box()
    assert box
    return box


def test_the_picture_can_be_zoomed_and_fitted(page: Page) -> None:
    page.goto("/graph")
    before = place(page)
    page.get_by_role("button", name="Zoom in").click()
    assert place(page)["width"] > before["width"]
    page.get_by_role("button", name="Fit").click()
    assert place(page) == pytest.approx(before, abs=1)


def test_the_picture_is_moved_by_mouse_and_by_keys(page: Page) -> None:
    page.goto("/graph")
    before = place(page)
    page.mouse.move(before["x"] - 60, before["y"] + 5)
    page.mouse.down()
    page.mouse.move(before["x"] - 20, before["y"] + 65, steps=4)
    page.mouse.up()
    dragged = place(page)
    assert (dragged["x"], dragged["y"]) == pytest.approx((before["x"] + 40, before["y"] + 60), abs=2)
    page.locator("#stage").focus()
    page.keyboard.press("ArrowLeft")
    assert place(page)["x"] != pytest.approx(dragged["x"], abs=2)


@pytest.mark.parametrize(
    ("name", "held"),
    [("SVG", b"Riverside Police"), ("PNG", b"PNG"), ("CSV", b"Riverside Police"), ("JSON", b"Riverside Police")],
)
def test_the_picture_and_its_data_are_downloaded(page: Page, name: str, held: bytes) -> None:
    page.goto("/graph")
    address = page.locator(".downloads").get_by_role("link", name=name).get_attribute("href")
    answer = page.request.get(str(address))
    assert answer.ok
    assert held in answer.body()


def test_the_data_behind_the_picture_are_downloaded_as_turtle(page: Page) -> None:
    page.goto("/graph")
    with page.expect_download() as download:
        page.get_by_role("link", name="Turtle").click()
    assert "organisation:riverside-police" in download.value.path().read_text("utf-8")
