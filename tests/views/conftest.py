"""A store to draw."""

import pytest

from kg.graph import GraphStore, create, open_store, to_quads
from tests.views.factory import corpus


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """The corpus of the factory, built."""
    path = tmp_path_factory.mktemp("views") / "graph.kg"
    resolved = corpus()
    create(path, to_quads(resolved), {d.id: d.text for d in resolved.documents})
    return open_store(path)
