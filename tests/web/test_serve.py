"""``kg serve`` as a program: where it says it is, how it ends, and what it leaves behind."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.cli.serve import serve
from kg.graph import create, to_quads
from kg.web.app import Options
from tests import sample
from tests.web.deaths import DEATHS
from tests.web.test_workers import gone

pytestmark = pytest.mark.usefixtures("loopback")

ENDS = [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL)]


@contextmanager
def served(store: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running server and its address."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process, re.findall(r"http://\S+", process.stdout.readline())[0]
        process.kill()


def ask(address: str, query: str) -> Any:
    with urllib.request.urlopen(f"{address}sparql?query={quote(query)}", timeout=30) as answer:
        return json.loads(answer.read())


def connected(address: str) -> socket.socket:
    return socket.create_connection(("127.0.0.1", int(re.findall(r"\d+", address)[-1])))


def children(process: subprocess.Popen[str]) -> set[int]:
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return {int(pid) for pid in found}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the children of a process are read off Linux's /proc")
@pytest.mark.parametrize(("number", "code"), ENDS)
def test_however_it_ends_no_worker_is_left(store: Path, number: int, code: int) -> None:
    with served(store, "--workers", "2", "--seconds", "1.5") as (process, address):
        assert ask(address, "ASK {}") == {"head": {}, "boolean": True}
        busy = connected(address)
        busy.sendall(f"GET /sparql?query={quote(DEATHS['count'])} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.3)
        workers = children(process)
        assert len(workers) == 3
        process.send_signal(number)
        assert process.wait(timeout=20) == code
        assert gone(workers)
        busy.close()
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_a_store_that_is_built_anew_is_served_anew(tmp_path: Path) -> None:
    corpus = sample.resolved(tmp_path)
    texts = {d.id: d.text for d in corpus.documents}
    create(tmp_path / "graph.kg", to_quads(corpus), texts)
    with served(tmp_path / "graph.kg") as (_, address):
        assert ask(address, "ASK { ?a ?b ?c }") == {"head": {}, "boolean": True}
        create(tmp_path / "graph.kg", (), {})
        assert ask(address, "ASK { ?a ?b ?c }") == {"head": {}, "boolean": False}


def test_while_a_store_is_built_anew_answers_are_of_the_old_or_of_the_new(tmp_path: Path) -> None:
    def build(number: int) -> None:
        thing, made = (ox.NamedNode(f"http://example.org/{name}") for name in ("thing", "made"))
        create(tmp_path / "graph.kg", [ox.Quad(thing, made, ox.Literal(10 * number + n)) for n in range(10)], {})

    def build_often() -> None:
        for number in range(1, 10):
            build(number)

    build(0)
    seen: set[tuple[int, ...]] = set()
    with served(tmp_path / "graph.kg", "--workers", "2") as (_, address), ThreadPoolExecutor(2) as pool:
        builds = pool.submit(build_often)
        while not builds.done():
            answer = ask(address, "SELECT ?n { ?thing <http://example.org/made> ?n }")
            seen.add(tuple(sorted(int(row["n"]["value"]) for row in answer["results"]["bindings"])))
    assert seen <= {tuple(range(10 * number, 10 * number + 10)) for number in range(10)}


def test_a_client_that_hangs_up_frees_the_worker_it_kept(store: Path) -> None:
    with served(store, "--workers", "1", "--seconds", "600") as (_, address):
        ask(address, "ASK {}")
        with connected(address) as gone_soon:
            gone_soon.sendall(
                f"GET /sparql?query={quote(DEATHS['count'])} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
            )
            time.sleep(0.5)
        assert ask(address, "ASK {}") == {"head": {}, "boolean": True}


HASTY = """
import sys
from pathlib import Path
from typing import Any
from kg.web import server
from kg.web.app import application
server.HEAD_SECONDS = 0.5
with server.listen("127.0.0.1", 0) as bound:
    print(server.address(bound), flush=True)
    server.run(application(Path(sys.argv[1])), bound)
"""


@pytest.mark.parametrize("head", [b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "])
def test_a_client_that_takes_too_long_to_say_what_it_wants_is_hung_up_on(store: Path, head: bytes) -> None:
    with subprocess.Popen([sys.executable, "-c", HASTY, str(store)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        with connected(address) as slow:
            slow.sendall(head)
            slow.settimeout(30)
            with suppress(ConnectionResetError):
                assert slow.recv(1) == b""
        assert ask(address, "ASK {}") == {"head": {}, "boolean": True}
        process.terminate()


def test_an_address_others_can_reach_is_warned_of(store: Path) -> None:
    with served(store, "--host", "0.0.0.0") as (process, address):
        assert address.startswith("http://127.0.0.1:")
        process.terminate()
        assert process.stderr
        assert "whoever can reach it can read the store" in process.stderr.read()


def test_a_port_that_is_taken_is_bad_usage(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--store", str(store), "--port", str(port)]) == 2
    assert f"127.0.0.1 port {port}: cannot be listened on" in capsys.readouterr().err


def test_a_store_that_is_missing_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", str(tmp_path / "none.kg")]) == 2
    assert "no store there" in capsys.readouterr().err


def test_the_limits_of_the_command_are_those_of_the_application() -> None:
    default = serve.__defaults__
    assert default
    options = Options()
    assert {options.seconds, options.memory, options.rows, options.jobs} <= set(default)
