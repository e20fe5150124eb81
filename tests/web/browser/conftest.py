"""Chromium over a real server on loopback. A page that asks another host, or logs an error, fails its test."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, ViewportSize, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (  # whatever it would fetch for itself
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
SCREENSHOTS = Path(os.environ.get("KG_SCREENSHOTS", "out/screenshots"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed; on Debian: apt-get install chromium"))


@dataclass(slots=True)
class Watch:
    """What pages did that none of ours may do, and how many requests they made."""

    host: str
    requests: int = 0
    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)  # parts of messages a test provokes

    def over(self, page: Page) -> None:
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda message: self._logged(message))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self._asked_to_answer(dialog))

    def _asked(self, url: str) -> None:
        self.requests += 1
        if not url.startswith((self.host, "data:", f"blob:{self.host}")):
            self.faults.append(f"asked another host: {url}")

    def _asked_to_answer(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _logged(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(part in message.text for part in self.expected):
            self.faults.append(f"logged: {message.text}")


@pytest.fixture(scope="package")
def host(server: str) -> str:
    """The address whose pages a test looks at: ``kg serve`` over the sample store."""
    return server


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def watch(host: str) -> Watch:
    """The watch over the pages of this test."""
    return Watch(host)


@pytest.fixture
def context(chromium: Browser, host: str, watch: Watch) -> Iterator[BrowserContext]:
    """A browser without history; its pages know the host, so that tests name paths only."""
    context = chromium.new_context(base_url=host, viewport=DESKTOP, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    context.on("page", lambda page: watch.over(page))
    yield context
    context.close()
    assert watch.faults == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def photograph(page: Page, name: str) -> None:
    """Keep how a page looks on a desk and on a phone, in light and in dark."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for device, size in (("desktop", DESKTOP), ("phone", PHONE)):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=SCREENSHOTS / f"{name}-{device}-{scheme}.png", full_page=True)


def serious_findings(page: Page) -> list[str]:
    """What axe-core finds serious or critical, in light and in dark."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for violation in page.evaluate("axe.run().then(result => result.violations)"):
            if violation["impact"] in ("serious", "critical"):
                found += [f"{scheme}: {violation['id']}: {node['html'][:200]}" for node in violation["nodes"]]
    return found


def overflows(page: Page) -> bool:
    """Whether the page is wider than a phone."""
    page.set_viewport_size(PHONE)
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
