"""Jobs on the store in processes that can be killed: what a stranger asks cannot harm the server.

A job is given a fixed time and memory. One that takes more ends with its process, and the next job
goes to another, for there is always one more process than jobs may run at once.
"""

import asyncio
import signal
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import TypeVar, cast

from kg.errors import KgError, LimitError
from kg.graph import GraphStore, worker
from kg.pool import LateError, NoAnswerError, Process

T = TypeVar("T")
SECONDS, MEMORY, JOBS, QUEUE = 10.0, 1024, 4, 32
PATIENCE = 1.0  # seconds a job waits, beyond the time that the jobs before it may take, before it is refused
RETIRE_AFTER = 1000  # jobs, whatever the engine may have leaked by then
_BUSY = "too many queries are at work or waiting; try again in a few seconds"


class BusyError(KgError):
    """Too many jobs are waiting already."""


class TooLongError(LimitError):
    """A job took longer than it was given."""


class WorkerDiedError(LimitError):
    """A job ended its process."""


class TooLargeError(WorkerDiedError):
    """A job needed more memory than it was given."""


@dataclass(slots=True)
class _Worker:
    process: Process
    age: int = 0  # jobs done
    build: int = 0  # of the store it has open: how often the store had been renewed


@dataclass(slots=True)
class _Ticket:
    """One wait for an answer; who waits may leave at any time, and the job is then ended."""

    lock: Lock = field(default_factory=Lock)
    process: Process | None = None
    begun: bool = False
    left: bool = False

    def leave(self) -> None:
        with self.lock:
            self.left = True
            if self.process is not None:
                self.process.kill()

    def hold(self, process: Process | None) -> bool:
        """Whether the answer is still waited for."""
        with self.lock:
            self.process, self.begun = process, True
            return not self.left


class Workers:
    """``jobs`` jobs at once on the store, each within ``seconds`` and ``memory`` (MB)."""

    def __init__(
        self, store: Path, *, jobs: int = JOBS, seconds: float = SECONDS, memory: int = MEMORY, queue: int = QUEUE
    ) -> None:
        self.seconds = seconds
        self.memory = memory
        self._store = store
        self._most = jobs + queue
        self._asked = 0
        self._build = 0
        self._open = True
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(jobs, "kg-worker")
        self._keeper = ThreadPoolExecutor(1, "kg-keeper")  # apart, for the others may all wait for a process
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: set[Process] = set()
        for _ in range(jobs + 1):
            self._idle.put(self._start())

    @property
    def pids(self) -> set[int]:
        """The processes there are."""
        return {process.pid for process in self._all}

    async def run(self, job: Callable[[GraphStore], T], *, seconds: float | None = None) -> T:
        """What the job, a function that pickles, answers; one that is waited for no more is ended.

        Raises TooLongError, TooLargeError, WorkerDiedError, BusyError, or the KgError the job raised.
        """
        if self._asked >= self._most or not self._open:
            raise BusyError(_BUSY)
        ticket = _Ticket()
        self._asked += 1  # only ever changed in the thread of the event loop
        answer = asyncio.get_running_loop().run_in_executor(
            self._threads, self._do, job, seconds or self.seconds, ticket
        )
        try:
            await asyncio.wait([answer], timeout=self.seconds + PATIENCE)
            if not answer.done() and not ticket.begun:
                raise BusyError(_BUSY)
            return await answer
        finally:
            self._asked -= 1
            answer.cancel()
            ticket.leave()

    def renew(self) -> None:
        """Open the store anew, for it was built anew; jobs that run end on the old one."""
        self._build += 1

    def close(self) -> None:
        """End the processes, at work or not."""
        self._open = False
        for process in list(self._all):
            process.kill()
        self._threads.shutdown(cancel_futures=True)
        self._keeper.shutdown()
        for process in list(self._all):
            self._end(process)

    def _start(self) -> _Worker:
        make = partial(worker.make, self._store, self.memory)
        process = Process(make, stderr=subprocess.DEVNULL)  # an engine that runs out of memory says so there
        with self._lock:
            self._all.add(process)
        return _Worker(process, build=self._build)

    def _end(self, process: Process) -> None:
        process.end()
        with self._lock:
            self._all.discard(process)

    def _do(self, job: Callable[[GraphStore], T], seconds: float, ticket: _Ticket) -> T:
        ticket.hold(None)  # it waits in the queue no more, however long a process may take to come up
        one = self._ready()
        try:
            if not ticket.hold(one.process):
                raise BusyError(_BUSY)
            (answer,) = one.process.ask((job, seconds), seconds)
            one.age += 1
        except NoAnswerError as error:
            one.age = RETIRE_AFTER
            raise self._reason(error, seconds) from None
        finally:
            if not ticket.hold(None) or one.age >= RETIRE_AFTER:
                one.process.kill()
                self._keeper.submit(self._refill, one)  # who asked does not wait until it is gone
            else:
                self._idle.put(one)
        return cast("T", answer)

    def _ready(self) -> _Worker:
        """A worker that has the present build open."""
        one = self._idle.get()
        if one.build != self._build or one.process.ended:
            one = self._replace(one)
        try:
            one.process.await_worker()
        except BaseException:
            self._refill(one)
            raise
        return one

    def _refill(self, one: _Worker) -> None:
        self._idle.put(self._replace(one))

    def _replace(self, one: _Worker) -> _Worker:
        self._end(one.process)
        return self._start() if self._open else one

    def _reason(self, error: NoAnswerError, seconds: float) -> Exception:
        if isinstance(error, LateError) or error.code == -signal.SIGALRM:
            return TooLongError(f"this took longer than {seconds:g} s, the limit here, so it was ended")
        if error.code == -signal.SIGABRT or str(error) == MemoryError.__name__:
            return TooLargeError(f"this needed more than {self.memory} MB of memory, the limit here, so it was ended")
        if error.code is not None:
            return WorkerDiedError("this was more than the engine can take, so it was ended")
        return RuntimeError(str(error))  # a job that is wrong
