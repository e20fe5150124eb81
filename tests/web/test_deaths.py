"""No query ends the server, or keeps it from answering others."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from kg.web.app import Options, application
from tests.web.deaths import DEATHS, DEPTHS, HARMLESS

DIRECT = {"content-type": "application/sparql-query"}
SMALL = {"query": "ASK { ?a ov:inspects ?b }"}


@pytest.fixture(scope="module")
def hasty(store: Path) -> Iterator[TestClient]:
    """An application that gives a query little time and memory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.web.workers.PATIENCE", 60.0)  # the machine that tests may have more to do
        yield from asked(store, 0.4)


@pytest.fixture(scope="module")
def patient(store: Path) -> Iterator[TestClient]:
    """An application that gives a query much time."""
    yield from asked(store, 8.0)


def asked(store: Path, seconds: float) -> Iterator[TestClient]:
    options = Options(jobs=1, seconds=seconds, memory=200)
    with TestClient(application(store, options), base_url="http://127.0.0.1") as client:
        yield client


@pytest.mark.parametrize("name", DEATHS)
def test_a_query_of_death_is_refused_in_one_line_and_the_next_is_answered(hasty: TestClient, name: str) -> None:
    answer = hasty.post("/sparql", data={"query": DEATHS[name]})
    assert answer.status_code in (400, 422), answer.text[:200]
    assert answer.text.count("\n") == 1
    assert len(answer.text) < 400
    assert hasty.post("/sparql", data=SMALL).json()["boolean"] is True


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_like_one_is_answered(patient: TestClient, name: str) -> None:
    assert patient.post("/sparql", data={"query": HARMLESS[name]}).status_code == 200


@pytest.mark.parametrize("name", DEPTHS)
def test_no_depth_ends_the_server(patient: TestClient, name: str) -> None:
    statuses = [
        patient.post("/sparql", content=DEPTHS[name](depth), headers=DIRECT).status_code
        for depth in (10, 100, 190, 1_000, 10_000, 100_000)
    ]
    assert statuses[0] == 200
    assert set(statuses) <= {200, 400, 413, 422}
    assert statuses[-1] != 200


@asynccontextmanager
async def served(store: Path, **options: Any) -> AsyncIterator[httpx2.AsyncClient]:
    """A client that may ask many things at once."""
    app = application(store, Options(memory=200, **options))
    transport = httpx2.ASGITransport(app)
    async with app.router.lifespan_context(app), httpx2.AsyncClient(transport=transport) as client:
        client.base_url = httpx2.URL("http://127.0.0.1")
        yield client


def die(client: httpx2.AsyncClient) -> asyncio.Task[httpx2.Response]:
    return asyncio.create_task(client.post("/sparql", data={"query": DEATHS["count"]}))


def test_others_are_answered_while_queries_run_to_their_death(store: Path) -> None:
    async def main() -> None:
        async with served(store, jobs=3, seconds=2) as client:
            deaths = [die(client), die(client)]
            await asyncio.sleep(0.1)
            for _ in range(5):
                assert (await client.post("/sparql", data=SMALL)).json()["boolean"] is True
            assert (await client.get("/")).status_code == 200
            assert not any(task.done() for task in deaths)
            assert [(await task).status_code for task in deaths] == [422, 422]

    asyncio.run(main())


def test_a_client_that_hangs_up_ends_its_query(store: Path) -> None:
    async def main() -> None:
        async with served(store, jobs=1, seconds=8) as client:
            death = die(client)
            await asyncio.sleep(1)
            death.cancel()
            assert (await client.post("/sparql", data=SMALL)).json()["boolean"] is True

    asyncio.run(main())


def test_queries_beyond_the_queue_are_asked_to_come_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.web.workers.PATIENCE", 0.0)

    async def main() -> None:
        async with served(store, jobs=1, seconds=1) as client:
            answers = await asyncio.gather(*(die(client) for _ in range(5)))
        busy = [answer for answer in answers if answer.status_code == 503]
        assert len(busy) >= 3
        assert all(answer.headers["retry-after"] for answer in busy)

    asyncio.run(main())
