"""The ways a reader takes through the explorer, by mouse, by keyboard and on a phone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import sample
from tests.web.browser.conftest import PHONE


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def is_shown(page: Page, sentence: str) -> None:
    """The sentence is what is marked in the document, and it is in sight."""
    marks = page.locator("mark.chosen")
    expect(marks.first).to_be_in_viewport()
    assert "".join(marks.all_text_contents()) == sentence


def tab_to(page: Page, name: str) -> None:
    """Go to the link or button of that name as one does without a mouse."""
    for _ in range(100):
        page.keyboard.press("Tab")
        focused = str(
            page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText")
        )
        if focused.strip() == name:
            return
    pytest.fail(f"the keyboard does not reach {name!r}")


def walk(page: Page) -> None:
    """From the first page to a body, to what is said of it, to the sentence that says so in its document."""
    page.goto("/")
    page.get_by_role("combobox").fill("riverside")
    page.get_by_role("option").first.click()
    expect(heading(page)).to_have_text("Riverside Police")
    page.locator("main").get_by_role("link", name="inspects").first.click()
    expect(heading(page)).to_contain_text("inspects")
    page.get_by_role("link", name="Document one").first.click()
    expect(heading(page)).to_have_text("Document one")


def test_a_reader_walks_from_the_search_to_a_sentence_in_its_document(page: Page) -> None:
    walk(page)
    is_shown(page, sample.INSPECTED)


def test_a_reader_walks_the_same_way_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    walk(page)
    is_shown(page, sample.INSPECTED)


def test_a_reader_walks_the_same_way_without_a_mouse(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    tab_to(page, "Oversight")
    page.keyboard.press("Tab")
    page.keyboard.type("riverside", delay=20)
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Riverside Police")
    tab_to(page, "inspects")
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("inspects")
    tab_to(page, "Document one")
    page.keyboard.press("Enter")
    is_shown(page, sample.INSPECTED)


def test_going_back_and_forth_keeps_the_way(page: Page) -> None:
    walk(page)
    page.go_back()
    expect(heading(page)).to_contain_text("inspects")
    page.go_back()
    expect(heading(page)).to_have_text("Riverside Police")
    page.go_forward()
    page.go_forward()
    is_shown(page, sample.INSPECTED)


def test_a_search_without_script_leads_to_the_body(page: Page, host: str) -> None:
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(base_url=host, java_script_enabled=False).new_page()
    plain.goto("/")
    plain.get_by_label("Find a body").fill("riverside")
    plain.get_by_role("button", name="Find").click()
    plain.get_by_role("link", name="Riverside Police").first.click()
    expect(heading(plain)).to_have_text("Riverside Police")
    plain.context.close()


def test_what_is_denied_is_called_denied_wherever_it_is_shown(page: Page) -> None:
    page.goto("/id/organisation/riverside-police")
    denied = page.locator("li.claim", has_text=sample.DENIED)
    expect(denied.locator(".status")).to_have_text("denied")
    denied.get_by_role("link", name="investigates").click()
    expect(page.locator("h1 .status")).to_have_text("denied")


def test_a_result_of_a_query_leads_to_its_page(page: Page) -> None:
    page.goto("/query?name=overseers&about=inspectorate")
    expect(page.locator("#answer-count")).to_contain_text("1 row")
    page.get_by_role("link", name="id:organisation/ministry").click()
    expect(heading(page)).to_have_text("Ministry")


def test_a_body_is_downloaded_as_turtle(page: Page) -> None:
    answer = page.request.get("/id/organisation/riverside-police", headers={"Accept": "text/turtle"})
    assert answer.headers["content-type"].startswith("text/turtle")
    assert re.search(r'skos:prefLabel "Riverside Police"', answer.text())
