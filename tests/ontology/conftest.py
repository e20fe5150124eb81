"""The graph of tests/ontology/case.py, built once."""

import pyoxigraph as ox
import pytest

from tests.ontology import case


@pytest.fixture(scope="session")
def graph() -> ox.Store:
    return case.store()
