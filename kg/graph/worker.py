"""The child's side of a worker: limits on itself first, then one job after another on an open store.

A query can take any time and any memory, and one built to harm can end the engine's process. So
what comes from strangers is answered here and not where it was asked: see ``kg/web/workers.py``.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from kg.errors import StoreError
from kg.graph.store import GraphStore, open_store

T = TypeVar("T")
Job: TypeAlias = Callable[[GraphStore], T]
GRACE = 1.0  # seconds past its limit after which a worker whose parent is gone ends itself
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of linux/sched.h


def make(path: Path, memory: int) -> Callable[[tuple[Job[Any], float]], Iterator[Any]]:
    """The worker of one process: a job and its seconds in, one answer out. ``memory`` is in MB."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # the parent is gone, and nobody is left to complain to
    _leave_network()
    store = open_store(path)
    with suppress(OSError):
        store.query("ASK { ?s ?p ?o }")  # what is loaded at the first query is loaded now
    _limit_memory(memory)

    def answer(message: tuple[Job[Any], float]) -> Iterator[Any]:
        job, seconds = message
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)  # not handled, so it ends the process
        try:
            yield job(store)
        except OSError as error:  # as of a file that another build has swept away
            raise StoreError(f"{path}: could not be read ({error}); if it was just built anew, ask again") from error
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    return answer


def _leave_network() -> None:
    """A second lock beside ``kg.graph.sparql.check``: where Linux lets us, a network with nothing in it."""
    if not sys.platform.startswith("linux"):
        return
    unshare = ctypes.CDLL(None).unshare
    if unshare(_NEW_NETWORK) != 0:  # that is for root; others need a name space of users around it
        unshare(_NEW_USER | _NEW_NETWORK)


def _limit_memory(megabytes: int) -> None:
    """Above what the process takes when idle. Where the system has no such limit, only the clock is left."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    limit = pages * os.sysconf("SC_PAGE_SIZE") + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
