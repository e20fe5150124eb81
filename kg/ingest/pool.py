"""The parent's side: child processes that read documents, each killed and replaced when one goes wrong."""

import json
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Timer
from types import TracebackType
from typing import Self, TypeVar

import kg
from kg.errors import InputError
from kg.ingest.content import Content

_T = TypeVar("_T")
_R = TypeVar("_R")
_ANSWER_BYTES = 300_000_000  # no honest answer is longer; see worker.MAX_CHARACTERS


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take."""

    seconds: float = 30.0
    memory_mb: int = 1024  # above what an idle child takes; kept on Linux only
    file_mb: int = 50


class Worker:
    """A child that reads one document after another; started at the first, and anew after a failure."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def read(self, data: bytes, suffix: str) -> Content:
        """Title, date and text of a document; InputError, without the name of the file, says why not."""
        if self._child is not None and self._child.poll() is not None:
            self.close()  # the system ended it while it was idle
        child = self._child = self._child or _start(self._limits)
        if self._stopped:  # before the child was there to be ended
            child.kill()
        expired = Event()

        def expire() -> None:
            expired.set()
            child.kill()

        timer = Timer(self._limits.seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            line = _ask(child, data, suffix)
        finally:
            timer.cancel()
            timer.join()  # or it might yet kill the child over the next document
        if expired.is_set() or not line.endswith(b"\n"):
            raise InputError(self._cause(child, expired.is_set()))
        answer = json.loads(line)
        if "memory" in answer:
            self.close()  # what a parser left behind when memory ran out is not to be trusted
            raise InputError(self._too_much_memory())
        if "error" in answer:
            raise InputError(answer["error"])
        return Content(**answer)

    def stop(self) -> None:
        """End the child, and any that another thread is about to start; safe while one waits for its answer."""
        self._stopped = True
        if (child := self._child) is not None:
            child.kill()

    def close(self) -> None:
        """End the child, whatever it is doing, and tidy up after it."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()

    def _cause(self, child: subprocess.Popen[bytes], expired: bool) -> str:
        """Why there was no answer."""
        self.close()
        code = -child.returncode
        if expired or code == getattr(signal, "SIGXCPU", None):
            return f"took longer than {self._limits.seconds:g} s; split it, or save it as .txt"
        name = signal.Signals(code).name if code in signal.valid_signals() else f"exit code {-code}"
        return f"crashed its reader ({name}): it is damaged or {self._too_much_memory()}"

    def _too_much_memory(self) -> str:
        return f"needed more than {self._limits.memory_mb} MB of memory; split it, or save it as .txt"


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    # -P and an explicit path: a file "email.py" in the user's folder must not be imported.
    path = [str(Path(kg.__file__).parent.parent), *filter(None, sys.path)]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "kg.ingest.worker", str(limits.memory_mb), str(limits.seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path)},
    )


def _ask(child: subprocess.Popen[bytes], data: bytes, suffix: str) -> bytes:
    """The line a child answers, or what there was of it when the child ended."""
    assert child.stdin is not None
    assert child.stdout is not None
    head = json.dumps({"suffix": suffix, "length": len(data)})
    try:
        child.stdin.write(head.encode() + b"\n")
        child.stdin.write(data)
        child.stdin.flush()
        return child.stdout.readline(_ANSWER_BYTES)
    except BrokenPipeError:
        return b""


def map_ahead(
    function: Callable[[Worker, _T], _R], items: Iterable[_T], limits: Limits, *, workers: int | None = None
) -> Iterator[_R]:
    """Results in the order of the items, a few of them made ahead while the caller works on the last."""
    count = workers or min(2, os.cpu_count() or 1)
    idle: SimpleQueue[Worker] = SimpleQueue()
    crew = [Worker(limits) for _ in range(count)]
    for worker in crew:
        idle.put(worker)

    def run(item: _T) -> _R:
        worker = idle.get()
        try:
            return function(worker, item)
        finally:
            idle.put(worker)

    executor = ThreadPoolExecutor(count)
    try:
        waiting: deque[Future[_R]] = deque()
        for item in items:
            waiting.append(executor.submit(run, item))
            if len(waiting) > 2 * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        for worker in crew:
            worker.stop()
        executor.shutdown(wait=True)
        for worker in crew:
            worker.close()
