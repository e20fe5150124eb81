"""A job that goes wrong costs its own process and nobody else's answer."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kg.errors import QueryError, StoreError, UnknownName
from kg.graph import GraphStore, create, to_quads
from kg.web import workers as module
from kg.web.workers import BusyError, TooLargeError, TooLongError, WorkerDiedError, Workers
from tests import sample


def names(store: GraphStore) -> list[str]:
    return [entity.name for entity in store.entities()]


def pid(_store: GraphStore) -> int:
    return os.getpid()


def sleep(seconds: float, _store: GraphStore) -> str:
    time.sleep(seconds)
    return "slept"


def die(number: int, _store: GraphStore) -> None:
    os.kill(os.getpid(), number)


def hoard(_store: GraphStore) -> int:
    return len(bytearray(2**40))


def fail(error: Exception, _store: GraphStore) -> None:
    raise error


def reach(port: int, _store: GraphStore) -> tuple[str, bool]:
    """The network a worker is in, and whether another process of this machine can be reached from there."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return str(Path("/proc/self/ns/net").readlink()), False
    return str(Path("/proc/self/ns/net").readlink()), True


@asynccontextmanager
async def pool(store: Path, **options: Any) -> AsyncIterator[Workers]:
    workers = Workers(store, **({"jobs": 1, "seconds": 20.0, "memory": 256} | options))
    try:
        yield workers
    finally:
        workers.close()


def asked(store: Path, ask: Callable[[Workers], Awaitable[Any]], **options: Any) -> Any:
    async def main() -> Any:
        async with pool(store, **options) as workers:
            return await ask(workers)

    return asyncio.run(main())


def gone(pids: set[int]) -> bool:
    def alive(pid: int) -> bool:
        with suppress(ProcessLookupError):
            os.kill(pid, 0)
            return not is_zombie(pid)
        return False

    for _ in range(1200):
        if not any(alive(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_a_job_is_answered_from_the_store(store: Path) -> None:
    assert "Ministry" in asked(store, lambda w: w.run(names))


def test_a_job_past_its_time_is_ended_and_the_next_is_answered(store: Path) -> None:
    async def ask(workers: Workers) -> Any:
        with pytest.raises(TooLongError, match=r"longer than 0\.2 s"):
            await workers.run(partial(sleep, 60), seconds=0.2)
        return await workers.run(names)

    assert "Ministry" in asked(store, ask)


def test_a_job_past_its_memory_says_so(store: Path) -> None:
    with pytest.raises(TooLargeError, match="256 MB"):
        asked(store, lambda w: w.run(hoard))


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT])
def test_a_job_that_ends_its_process_ends_no_other(store: Path, number: int) -> None:
    async def ask(workers: Workers) -> Any:
        with pytest.raises(WorkerDiedError):
            await workers.run(partial(die, number))
        return await workers.run(names)

    assert "Ministry" in asked(store, ask)


@pytest.mark.parametrize("error", [QueryError("no"), UnknownName("Nobody", ["Somebody"])], ids=repr)
def test_an_error_of_ours_arrives_as_it_was_raised(store: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        asked(store, lambda w: w.run(partial(fail, error)))
    assert str(caught.value) == str(error)
    assert vars(caught.value) == vars(error)


def test_a_job_that_is_wrong_is_no_fault_of_who_asks(store: Path) -> None:
    with pytest.raises(RuntimeError, match="KeyError: 'x'"):
        asked(store, lambda w: w.run(partial(fail, KeyError("x"))))


def test_a_job_that_nobody_waits_for_is_ended(store: Path) -> None:
    async def ask(workers: Workers) -> Any:
        task = asyncio.create_task(workers.run(partial(sleep, 60)))
        await asyncio.sleep(1)
        task.cancel()
        return await workers.run(names)  # the only thread is free again

    assert "Ministry" in asked(store, ask)


def test_jobs_beyond_the_queue_are_refused(store: Path) -> None:
    async def ask(workers: Workers) -> Any:
        tasks = [asyncio.create_task(workers.run(partial(sleep, 0.5))) for _ in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(BusyError):
            await workers.run(names)
        return await asyncio.gather(*tasks)

    assert asked(store, ask, queue=2) == ["slept"] * 3


def test_a_job_that_waits_too_long_is_refused(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 60.0)  # while the process starts

    async def ask(workers: Workers) -> Any:
        await workers.run(names, seconds=20)
        monkeypatch.setattr(module, "PATIENCE", 0.1)
        slow = asyncio.create_task(workers.run(partial(sleep, 2), seconds=20))
        await asyncio.sleep(0.2)
        with pytest.raises(BusyError):
            await workers.run(names, seconds=20)
        return await slow

    assert asked(store, ask, seconds=0.2) == "slept"


def test_a_worker_retires(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RETIRE_AFTER", 2)

    async def ask(workers: Workers) -> Any:
        return [await workers.run(pid) for _ in range(6)]

    assert len(set(asked(store, ask))) == 4  # A, B, A for the last time, B for the last time, C, D


def test_a_store_built_anew_is_opened_anew(tmp_path: Path) -> None:
    corpus = sample.resolved(tmp_path)
    build = partial(create, tmp_path / "graph.kg", texts={d.id: d.text for d in corpus.documents})
    build(quads=to_quads(corpus))

    async def ask(workers: Workers) -> Any:
        before = await workers.run(names)
        build(quads=())
        workers.renew()
        return before, await workers.run(names)

    before, after = asked(tmp_path / "graph.kg", ask)
    assert before
    assert after == []


def test_a_store_that_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        asked(tmp_path / "none.kg", lambda w: w.run(names))


def test_a_closed_pool_leaves_no_process(store: Path) -> None:
    async def ask(workers: Workers) -> set[int]:
        await workers.run(names)
        return workers.pids

    pids = asked(store, ask)
    assert len(pids) == 2
    assert gone(pids)


@pytest.mark.skipif(not Path("/proc/self/ns/net").exists(), reason="only Linux can take the network from a process")
def test_a_worker_is_in_a_network_with_nobody_else(store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        network, reached = asked(store, lambda w: w.run(partial(reach, server.getsockname()[1])))
    if network == str(Path("/proc/self/ns/net").readlink()):
        pytest.skip("this system does not let its users leave the network")
    assert not reached


KILLED = """
import asyncio, sys
from functools import partial
from pathlib import Path
from kg.web.workers import Workers
from tests.web.test_workers import names, sleep

async def main():
    workers = Workers(Path(sys.argv[1]), jobs=2, seconds=5, memory=256)
    await workers.run(names)
    busy = asyncio.create_task(workers.run(partial(sleep, 60)))
    await asyncio.sleep(0.3)
    print(*workers.pids, flush=True)
    await busy

asyncio.run(main())
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the state of a process is read off Linux's /proc")
def test_a_parent_that_is_killed_leaves_no_worker_at_work(store: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, str(store)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        pids = {int(pid) for pid in parent.stdout.readline().split()}
        parent.kill()
    assert len(pids) == 3
    assert gone(pids)
