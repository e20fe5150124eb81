"""The explorer over the sample store; its clients speak to the application without a socket."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.graph import create, to_quads
from kg.web import application
from tests import sample
from tests.web.serving import serving


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the store of ``tests/sample.py``."""
    folder = tmp_path_factory.mktemp("web")
    corpus = sample.resolved(folder)
    create(folder / "graph.kg", to_quads(corpus), {d.id: d.text for d in corpus.documents})
    return folder / "graph.kg"


@pytest.fixture(scope="package")
def server(store: Path) -> Iterator[str]:
    """The address of ``kg serve``; to connect to it a test needs ``loopback``."""
    with serving(store) as address:
        yield address


@pytest.fixture(scope="package")
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(application(store), base_url="http://127.0.0.1:8000") as client:
        yield client
