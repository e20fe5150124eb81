"""``kg serve`` in a process of its own, on a port that is free."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The address of the server, until the block is left; to connect to it a test needs ``loopback``."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", "--seconds", "5"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield re.findall(r"http://\S+", process.stdout.readline())[0]
        process.terminate()
