"""What every test shares: no network, the language model loaded once, the corpus where there is one."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from kg.graph import GraphStore, create, open_store, to_quads
from tests import sample

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in the package opens a connection; a test that makes it try fails."""

    def refuse(*_args: object) -> NoReturn:
        pytest.fail("a connection was about to be opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def loopback(no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - what it makes an exception from
    """Connections to this machine, and to no other, for a test that speaks to a server it has started."""

    def checked(connect: Callable[..., Any]) -> Callable[..., Any]:
        def connect_here(self: socket.socket, address: Any) -> Any:
            if self.family != socket.AF_UNIX and address[0] not in _HERE:
                pytest.fail(f"a connection to {address} was about to be opened")
            return connect(self, address)

        return connect_here

    def resolve(host: str | None, *rest: Any, **named: Any) -> Any:
        if host not in _HERE:
            pytest.fail(f"the address of {host} was about to be looked up")
        return _GETADDRINFO(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", checked(_CONNECT))
    monkeypatch.setattr(socket.socket, "connect_ex", checked(_CONNECT_EX))
    monkeypatch.setattr(socket, "getaddrinfo", resolve)


_HERE = ("127.0.0.1", "::1", "localhost")
_CONNECT, _CONNECT_EX, _GETADDRINFO = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo


@pytest.fixture
def sample_store(tmp_path: Path) -> GraphStore:
    """A small graph made by hand, over two files beside the store; see tests/sample.py."""
    resolved = sample.resolved(tmp_path)
    create(tmp_path / "graph.kg", to_quads(resolved), {d.id: d.text for d in resolved.documents})
    return open_store(tmp_path / "graph.kg")


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """The default language pipeline; tests that ask for it are marked ``model``."""
    from kg.ner import load

    return load()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder KG_CORPUS names; tests that ask for it are marked ``corpus``."""
    return Path(os.environ["KG_CORPUS"])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    folder = os.environ.get("KG_CORPUS")
    if folder and Path(folder).is_dir():
        return
    why = f"KG_CORPUS names no folder: {folder!r}" if folder else "KG_CORPUS is not set"
    for item in items:
        if item.get_closest_marker("corpus"):
            item.add_marker(pytest.mark.skip(reason=why))
