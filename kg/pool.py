"""Worker processes that outlive a crash: the item that kills one is found, named and left out.

Workers are plain child processes that speak pickles over their standard streams. Unlike the
start methods of ``multiprocessing`` this never runs the caller's ``__main__`` again, so
``kg.build()`` works at the top of a script, in a notebook and in a REPL. A worker has one
thread, and one only: the language model slows by a fifth in a process that ever had a second.
"""

import gc
import logging
import os
import pickle
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Self

from kg.errors import KgError

log = logging.getLogger(__name__)

Worker = Callable[[Any], Iterable[Any]]

_BOOT = "import sys, pickle; sys.path[:] = pickle.load(sys.stdin.buffer); import kg.pool; kg.pool.serve()"
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_READY = "ready"


@dataclass(frozen=True, slots=True)
class Crash:
    """Stands where an answer would: the item that no worker could answer, and why not."""

    item: Any
    reason: str


class Pool:
    """``jobs`` processes, each with the worker that ``make()`` gave it.

    ``make`` must pickle: a function of a module, or a partial of one. Processes start at once,
    so what ``make`` loads is loaded while the caller still gets its items ready.
    """

    def __init__(self, make: Callable[[], Worker], jobs: int) -> None:
        self._make = make
        self._jobs = jobs
        self.processes: list[Process] = []
        self._idle: SimpleQueue[Process] = SimpleQueue()
        self._open = True
        for _ in range(jobs):
            self._idle.put(self._start())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, at work or not; the pool answers no more."""
        self._open = False
        for process in self.processes:
            process.end()

    def map(self, batches: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
        """For each batch, in order, one answer or Crash per item; work begins at the call.

        The pool is closed after it.
        """
        threads = ThreadPoolExecutor(self._jobs, "kg-pool")
        return self._closing(threads, threads.map(self._answer, batches))

    def _closing(self, threads: ThreadPoolExecutor, answers: Iterator[list[Any]]) -> Iterator[list[Any]]:
        try:
            yield from answers
        finally:
            self.close()  # first, for it frees the threads that wait for an answer
            threads.shutdown(cancel_futures=True)

    def _start(self) -> "Process":
        process = Process(self._make)
        self.processes.append(process)
        return process

    def _answer(self, batch: Sequence[Any]) -> list[Any]:
        try:
            return self._ask(batch)
        except NoAnswerError as reason:
            if len(batch) == 1 or not self._open:
                return [Crash(item, str(reason)) for item in batch]
        return [answer for item in batch for answer in self._answer([item])]

    def _ask(self, batch: Sequence[Any]) -> list[Any]:
        process = self._idle.get()
        try:
            return process.ask(batch)
        except NoAnswerError:
            process.end()
            if self._open:
                process = self._start()
            raise
        finally:
            self._idle.put(process)


class NoAnswerError(Exception):
    """A message got no answer: the worker raised, or died of ``code`` (minus the number of a signal)."""

    def __init__(self, reason: str, code: int | None = None) -> None:
        super().__init__(reason)
        self.code = code


class LateError(NoAnswerError):
    """A message got no answer in time; the process may still be at work on it."""


class Process:
    """A child process, the worker that ``make()`` gave it, and the two pipes to it.

    ``stderr`` is where its complaints go, as for ``subprocess``; by default where ours do.
    """

    def __init__(self, make: Callable[[], Worker], stderr: int | None = None) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-c", _BOOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env={**os.environ, **_ONE_THREAD},
            start_new_session=True,  # Ctrl-C is for the parent, which then ends its children
        )
        self._ready = False
        self._send(sys.path, make)

    def ask(self, message: Any, seconds: float | None = None) -> list[Any]:
        """All the worker answers to a message, within so many seconds from when it was ready, if given."""
        self.await_worker()
        self._send(message)
        answer = self._receive(seconds)
        if isinstance(answer, KgError):
            raise answer
        if isinstance(answer, str):
            log.debug("a worker raised:\n%s", answer)
            raise NoAnswerError(answer.strip().rpartition("\n")[2])
        return list(answer)

    @property
    def ended(self) -> bool:
        return self._child.poll() is not None

    @property
    def pid(self) -> int:
        return self._child.pid

    def kill(self) -> None:
        """End it from any thread, even while another waits for its answer; ``end`` tidies up."""
        self._child.kill()

    def end(self) -> None:
        """End it, whatever it is doing, and close its pipes."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe:
                with suppress(BrokenPipeError):  # what was still to be sent to a child that is gone
                    pipe.close()

    def await_worker(self) -> None:
        """Wait until the worker is made; KgError if it could not be."""
        if self._ready:
            return
        try:
            answer = self._receive()
        except NoAnswerError as death:
            raise KgError(f"{death} while it was loading; try again with fewer jobs") from None
        if isinstance(answer, KgError):
            raise answer
        if answer != _READY:
            raise RuntimeError(answer)
        self._ready = True

    def _send(self, *messages: Any) -> None:
        assert self._child.stdin
        try:
            for message in messages:
                pickle.dump(message, self._child.stdin)
            self._child.stdin.flush()
        except (BrokenPipeError, ValueError):  # ended, by itself or by us; the next read tells how
            return

    def _receive(self, seconds: float | None = None) -> Any:
        assert self._child.stdout
        try:
            if seconds is not None and not _readable(self._child.stdout.fileno(), seconds):
                raise LateError(f"no answer in {seconds:g} s")
            return pickle.load(self._child.stdout)
        except (EOFError, pickle.UnpicklingError, ValueError):
            code = self._child.wait()
            raise NoAnswerError(f"the worker process ended ({_how(code)})", code) from None


def _readable(pipe: int, seconds: float) -> bool:
    """Whether there is something to read, the end included, within the time."""
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


def _how(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def serve() -> None:
    """The life of a worker: make it, then answer batch after batch until the parent hangs up."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print of some library must not stand between two answers
    worker: Worker | None = None
    gc.disable()
    while True:
        answer: Any
        try:
            message = pickle.load(sys.stdin.buffer)
            if worker is None:
                worker, answer = message(), _READY
                gc.freeze()  # what it loaded lasts as long as we do: let no collection walk it again
            else:
                answer = list(worker(message))
        except EOFError:
            return
        except KgError as error:
            answer = error
        except Exception:  # sent home and reported there, against the item it happened on
            answer = traceback.format_exc()
        pickle.dump(answer, answers)
        answers.flush()
        gc.collect()  # while the parent reads: a batch leaves whole texts behind, in circles
