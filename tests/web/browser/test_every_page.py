"""What holds of every page: it reads, fits a phone, and axe-core finds nothing serious, in light and in dark."""

import pytest
from playwright.sync_api import Page

from kg import ids
from tests import factory, sample
from tests.web.browser.conftest import Watch, overflows, photograph, serious_findings

CLAIM = ids.claim(factory.claim(sample.INSPECTORATE, "inspects", sample.FORCE))
PAGES = {
    "home": "/",
    "search": "/search?q=police",
    "search-nothing": "/search?q=zzzzzz",
    "entity": "/id/organisation/riverside-police",
    "claim": f"/id/claim/{CLAIM.rpartition('/')[2]}",
    "document": "/id/document/one",
    "documents": "/documents",
    "about": "/about",
    "graph": "/graph",
    "graph-around": "/graph?about=Riverside+Police",
    "questions": "/questions",
    "question": "/questions/overseers?name=Riverside+Police",
    "question-gaps": "/questions/unwatched",
    "question-table": "/questions/unwatched?view=table",
    "query": "/query",
    "query-of-the-package": "/query?name=said-of&about=Riverside+Police",
    "missing": "/nothing-here",
}


@pytest.fixture(params=PAGES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(page: Page, watch: Watch, name: str) -> Page:
    """The page of that name; only the one that is missing may say so in the log."""
    watch.expected += ["404"] if name == "missing" else []
    page.goto(PAGES[name], wait_until="networkidle")
    return page


def test_a_page_has_one_heading_that_says_what_it_is(opened: Page) -> None:
    assert len(opened.locator("h1").all_inner_texts()) == 1
    assert opened.title().endswith("Oversight")


def test_a_page_is_accessible(opened: Page) -> None:
    assert serious_findings(opened) == []


def test_a_page_fits_a_phone(opened: Page, name: str) -> None:
    photograph(opened, name)
    assert not overflows(opened)


@pytest.mark.usefixtures("opened")
def test_a_page_asks_for_itself_its_styles_and_its_scripts_and_no_more(watch: Watch) -> None:
    assert 1 < watch.requests < 15
