"""Every page that can be reached: its links lead somewhere, and its markup is sound."""

from collections.abc import Iterator

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from kg.web import application
from tests.web import hostile
from tests.web.reading import crawl, faults, opened


@pytest.fixture(scope="module")
def reached(client: TestClient) -> dict[str, HtmlElement | None]:
    return crawl(client)


def test_every_link_leads_somewhere(reached: dict[str, HtmlElement | None]) -> None:
    kinds = {"/", "/graph", "/questions", "/documents", "/about", "/id/document/one", "/id/organisation/ministry"}
    assert kinds <= reached.keys()
    assert any(path.startswith("/id/claim/") for path in reached)


def test_the_markup_of_every_page_is_sound(reached: dict[str, HtmlElement | None]) -> None:
    pages = {path: page for path, page in reached.items() if page is not None}
    assert {path: found for path, page in pages.items() if (found := faults(page))} == {}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = hostile.create_store(tmp_path_factory.mktemp("hostile"))
    with TestClient(application(store), base_url="http://127.0.0.1:8000") as client:
        yield client


def test_no_payload_is_more_than_text_on_any_page(attacked: TestClient) -> None:
    reached = crawl(attacked, most=400, without=("/graph.pdf", "/timeline.pdf"))  # which refuse what they cannot set
    pages = {path: page for path, page in reached.items() if page is not None}
    assert len(pages) > 100
    assert {path: found for path, page in pages.items() if (found := faults(page))} == {}


@pytest.mark.parametrize("payload", hostile.PAYLOADS, ids=lambda payload: payload[:24])
@pytest.mark.parametrize("path", ["/search?q={}", "/documents?title={}", "/graph?about={}", "/questions?about={}"])
def test_what_is_typed_is_shown_as_text(attacked: TestClient, path: str, payload: str) -> None:
    answer = attacked.get(path.split("?")[0], params={path.split("?")[1][:-3]: payload[:300]})
    assert answer.status_code in {200, 400, 404}
    assert faults(opened(attacked, str(answer.url.raw_path, "ascii"), answer.status_code)) == []
