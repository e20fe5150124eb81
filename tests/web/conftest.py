"""The explorer over the sample store; its clients speak to the application without a socket."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.graph import create, to_quads
from kg.web import application
from tests import sample

CONNECT, GETADDRINFO = socket.socket.connect, socket.getaddrinfo  # before any test forbids them
HERE = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture
def loopback(no_network: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it goes before this one
    """Connections to this machine are let through; to any other they still fail."""

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        _check(address[0])
        CONNECT(self, address)

    def getaddrinfo(host: str, *rest: Any, **more: Any) -> Any:
        _check(host)
        return GETADDRINFO(host, *rest, **more)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def _check(host: str) -> None:
    if host not in HERE:
        pytest.fail(f"a connection to {host} was about to be opened")


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the store of ``tests/sample.py``."""
    folder = tmp_path_factory.mktemp("web")
    corpus = sample.resolved(folder)
    create(folder / "graph.kg", to_quads(corpus), {d.id: d.text for d in corpus.documents})
    return folder / "graph.kg"


@pytest.fixture(scope="package")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(application(store), base_url="http://127.0.0.1:8000") as client:
        yield client
