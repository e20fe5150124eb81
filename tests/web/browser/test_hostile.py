"""Names, titles and sentences that attack the page are shown, not run."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.web import hostile
from tests.web.browser.conftest import Watch
from tests.web.serving import serving

LABELS = "SELECT ?label { ?thing <http://www.w3.org/2004/02/skos/core#prefLabel> ?label }"
SHORT = {f"payload-{n}": payload for n, payload in enumerate(hostile.PAYLOADS) if len(payload) < 1000}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(hostile.create_store(tmp_path_factory.mktemp("hostile"))) as address:
        yield address


def untouched(page: Page) -> bool:
    """Whether nothing of the graph was run."""
    return bool(page.evaluate("window.__pwned === undefined"))


def test_an_answer_shows_hostile_text_as_text(page: Page) -> None:
    page.goto(f"/query?{urlencode({'query': LABELS})}")
    expect(page.locator("#answer-count")).to_contain_text(f"{2 * len(hostile.PAYLOADS)} rows")
    shown = set(page.locator("#answer-body td").all_text_contents())
    assert {f"Organisation {n} {payload}" for n, payload in enumerate(hostile.PAYLOADS)} - shown == set()
    assert untouched(page)


@pytest.mark.parametrize("payload", SHORT.values(), ids=SHORT)
def test_a_hostile_query_stands_in_the_editor_as_text(page: Page, watch: Watch, payload: str) -> None:
    watch.expected.append("400")  # it is no query
    page.goto(f"/query?{urlencode({'query': payload})}")
    expect(page.get_by_role("alert")).to_be_visible()
    escaped = payload.replace("\u2028", r"\u2028")
    assert page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()") == escaped
    assert untouched(page)


def test_a_hostile_name_for_a_parameter_is_shown_as_text(page: Page) -> None:
    page.goto(f"/query?{urlencode({'name': 'overseers', 'about': hostile.PAYLOADS[8] + '?'})}")
    expect(page.locator(".query-error").first).to_contain_text("<img src=x onerror=")
    assert untouched(page)
