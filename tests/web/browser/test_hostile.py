"""Names, titles and sentences that attack the page are shown, not run."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from kg import ids
from kg.types import Details
from tests.web import hostile
from tests.web.browser.conftest import Watch
from tests.web.serving import serving

LABELS = "SELECT ?label { ?thing <http://www.w3.org/2004/02/skos/core#prefLabel> ?label }"
SHORT = [payload for payload in hostile.PAYLOADS if len(payload) < 1000]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(hostile.create_store(tmp_path_factory.mktemp("hostile"))) as address:
        yield address


def claims_of(payload: str) -> list[str]:
    """Paths of claims on the body of that name in which the payload is a role, or a rating and what was said."""
    body = hostile.body(payload).iri
    told = [claim for claim in hostile.resolved().claims if claim.object == body and claim.details != Details()]
    return [path(ids.claim(claim)) for claim in told]


def path(iri: str) -> str:
    return "/id/" + iri.removeprefix(ids.BASE)


def untouched(page: Page) -> bool:
    """Whether nothing of the graph was run."""
    return bool(page.evaluate("window.__pwned === undefined"))


@pytest.mark.parametrize("payload", hostile.PAYLOADS, ids=range(len(hostile.PAYLOADS)))
def test_a_hostile_name_is_shown_on_every_page_and_run_on_none(page: Page, payload: str) -> None:
    number = hostile.PAYLOADS.index(payload)
    page.goto(path(hostile.body(payload).iri))
    assert page.locator("h1").text_content() == f"Organisation {number} {payload}"
    assert untouched(page)
    page.goto(path(hostile.person(payload).iri))
    assert page.locator("h1").text_content() == f"Person {number} {payload}"
    assert untouched(page)
    page.goto(f"/id/document/d{number}")
    assert f"It was said: {payload} in the first place." in str(page.locator("#text").text_content())
    assert untouched(page)
    page.goto(f"/graph?{urlencode({'about': hostile.body(payload).iri})}")
    expect(page.locator("#stage svg")).to_be_visible()
    assert untouched(page)
    for claim in claims_of(payload):
        page.goto(claim)
        expect(page.locator("blockquote").first).to_contain_text("It was")
        assert untouched(page)


@pytest.mark.parametrize(
    "address",
    ["/", "/documents", "/search?q=organisation", "/search?q=script", "/questions/unwatched", "/questions/overseers"],
)
def test_a_list_of_hostile_names_runs_none_of_them(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("main")).to_be_visible()
    assert untouched(page)


def test_a_hostile_search_is_repeated_as_text(page: Page) -> None:
    for payload in SHORT:
        page.goto(f"/search?{urlencode({'q': payload})}")
        assert page.get_by_role("searchbox").or_(page.get_by_role("combobox")).input_value() == payload
        assert untouched(page)


def test_a_hostile_name_is_suggested_as_text(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").fill("organisation")
    expect(page.get_by_role("option").first).to_contain_text("Organisation")
    assert untouched(page)


def test_an_answer_shows_hostile_text_as_text(page: Page) -> None:
    page.goto(f"/query?{urlencode({'query': LABELS})}")
    expect(page.locator("#answer-count")).to_contain_text(f"{2 * len(hostile.PAYLOADS)} rows")
    shown = set(page.locator("#answer-body td").all_text_contents())
    assert {f"Organisation {n} {payload}" for n, payload in enumerate(hostile.PAYLOADS)} - shown == set()
    assert untouched(page)


def test_a_hostile_query_stands_in_the_editor_as_text(page: Page, watch: Watch) -> None:
    watch.expected.append("400")  # it is no query
    for payload in SHORT:
        page.goto(f"/query?{urlencode({'query': payload})}")
        expect(page.get_by_role("alert")).to_be_visible()
        escaped = payload.replace("\u2028", r"\u2028")
        assert page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()") == escaped
        assert untouched(page)


def test_a_hostile_name_for_a_parameter_is_shown_as_text(page: Page) -> None:
    page.goto(f"/query?{urlencode({'name': 'overseers', 'about': hostile.PAYLOADS[8] + '?'})}")
    expect(page.locator(".query-error").first).to_contain_text("<img src=x onerror=")
    assert untouched(page)
