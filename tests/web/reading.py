"""Reading pages as a strict browser would: what links where, and what no page may hold."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

ADDRESSES = ("href", "src", "action", "data-drawing")
SCHEMES = {"", "http", "https"}


def opened(client: TestClient, path: str, status: int = 200) -> HtmlElement:
    """The page of a path, as a tree."""
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status, path
    return lxml.html.document_fromstring(answer.text)


def words(element: HtmlElement) -> str:
    """What is read, in one line."""
    return " ".join(element.text_content().split())


def main(client: TestClient, path: str) -> str:
    """What is read in the main part of a page."""
    return words(opened(client, path).get_element_by_id("main"))


def addresses(page: HtmlElement) -> Iterator[str]:
    """Everything that a page refers to."""
    for element in page.iter():
        yield from (element.get(name) for name in ADDRESSES if element.get(name) is not None)


def crawl(client: TestClient, *, most: int = 2000, without: tuple[str, ...] = ()) -> dict[str, HtmlElement | None]:
    """What links lead to on this server, ``without`` what begins so: each address and its page, None if it is none."""
    found: dict[str, HtmlElement | None] = {}
    todo = ["/"]
    while todo and len(found) < most:
        path = todo.pop()
        if path in found or path.startswith(without):
            continue
        answer = client.get(path, headers={"Accept": "text/html, */*;q=0.5"})
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        is_page = answer.headers["content-type"].startswith("text/html") and "/graph.html" not in path
        found[path] = page = lxml.html.document_fromstring(answer.text) if is_page else None
        if page is not None:
            todo += [own for own in (_own(path, address) for address in addresses(page)) if own]
    return found


def _own(path: str, address: str) -> str | None:
    """The path and query of an address of this server."""
    parts = urlsplit(urljoin(f"http://here{path}", address))
    return None if parts.netloc != "here" else parts.path + (f"?{parts.query}" if parts.query else "")


def faults(page: HtmlElement) -> list[str]:
    """What is wrong with the markup of a page: for a reader, for a screen reader, for the content policy."""
    return [*_structure(page), *_labels(page), *_inert(page)]


def _structure(page: HtmlElement) -> Iterator[str]:
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    yield from (f"two elements are called {name}" for name, number in ids.items() if number > 1)
    for address in (a.get("href") for a in page.iter("a")):
        if address.startswith("#") and address[1:] not in ids:
            yield f"{address} leads nowhere"
    for name, number in (("h1", 1), ("main", 1), ("title", 1)):
        if len(list(page.iter(name))) != number:
            yield f"{len(list(page.iter(name)))} elements {name}"
    yield from (f"{name} names nobody" for name in page.xpath("//@aria-labelledby") if name not in ids)


def _labels(page: HtmlElement) -> Iterator[str]:
    labelled = set(page.xpath("//label/@for"))
    for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        if field.get("id") not in labelled and field.getparent().tag != "label" and not field.get("aria-label"):
            yield f"a field {field.get('name')} without a label"
    for element in page.xpath("//a | //button"):
        if not (words(element) or element.get("aria-label")):
            yield f"{lxml.html.tostring(element)[:80]!r} has no name"
    yield from ("a picture without words" for picture in page.iter("img") if not picture.get("alt"))


def _inert(page: HtmlElement) -> Iterator[str]:
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        yield from (f"{name} on {element.tag}" for name in element.attrib if name.startswith("on") or name == "style")
        if element.tag in {"style", "iframe", "object", "embed", "base"}:
            yield f"an element {element.tag}"
        if element.tag == "script" and (
            not element.get("src", "").startswith(("/static/", "/vendor/")) or element.text
        ):
            yield "a script that is not ours"
        for name in ("href", "src", "action", "formaction"):
            if urlsplit((element.get(name) or "").strip()).scheme.lower() not in SCHEMES:
                yield f"{element.tag} leads to {element.get(name)[:60]}"
