"""How fast ``kg serve`` answers 16 clients at once, and how soon it ends a query of death: ``python bench/serve.py``.

Without ``--store`` it builds one of about 100,000 claims, made up as ``bench/store.py`` says. Every
address of the explorer is asked for, of famous and of little known bodies in turn; the clients do
not wait between two requests. Then each query of death of the tests is asked, alone, while another
client goes on asking a small query.
"""

import argparse
import http.client
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlencode, urlsplit

import store as made

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from kg.graph import create, open_store, to_quads  # noqa: E402
from kg.questions import QUESTIONS, Question  # noqa: E402
from tests.web.deaths import DEATHS  # noqa: E402

CLIENTS = 16
REQUESTS = 20  # of each client, for each kind of page
SECONDS = 2.0  # what a query of death is given
SAMPLE = 40  # bodies, claims and documents that are asked for
CLAIMS = 100_000
OF_ALL = "question of all"  # that needs nothing to be asked
SMALL = "SELECT ?who { ?who ov:inspects ?body } LIMIT 20"
QUERIES = {
    "small": SMALL,
    "of one body": "SELECT * { <IRI> ?p ?o }",
    "its claims": "SELECT * { ?claim rdf:object <IRI> ; rdf:subject ?who ; ov:status ?status } LIMIT 100",
}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, help="a store to serve, in place of a made-up one")
    parser.add_argument("--only", default="", metavar="TEXT", help="only kinds whose name has this in it")
    options = parser.parse_args()
    run(options.store, only=options.only)


def run(store: Path | None = None, *, only: str = "") -> None:
    """Print the figures of a store, or of a made-up one; ``only`` of the kinds of pages with that in their names."""
    with TemporaryDirectory() as folder:
        path = store or build(Path(folder) / "served.kg")
        kinds = {name: paths for name, paths in addresses(path).items() if only in name}
        with served(path) as server:
            pages(server, kinds)
        if only in "death":
            with served(path, "--seconds", str(SECONDS), "--memory", "512") as server:
                deaths(server)


def build(path: Path) -> Path:
    """A store of about 100,000 claims."""
    made.CLAIMS = CLAIMS
    resolved = made.made_up()
    create(path, to_quads(resolved), {d.id: d.text for d in resolved.documents})
    return path


def _required(question: Question) -> list[str]:
    return [parameter.name for parameter in question.parameters if parameter.required]


def addresses(path: Path) -> dict[str, list[str]]:
    """What is asked for, by kind."""
    store = open_store(path)
    draw = random.Random(7)
    links = store.links
    fame = Counter(end for link in links for end in (link.subject, link.object))
    bodies = [iri for iri, _ in fame.most_common(SAMPLE // 4)] + draw.sample(sorted(fame), SAMPLE * 3 // 4)
    claims = [link.claim for link in draw.sample(links, SAMPLE)]
    documents = draw.sample([document for link in links for document in link.documents], SAMPLE)
    names = [store.names[iri] for iri in bodies]

    def at(iri: str) -> str:
        return "/id/" + quote(iri.removeprefix(store.base))

    return {
        "first page": ["/"],
        "search": [f"/search?{urlencode({'q': name})}" for name in names],
        "suggestions": [f"/suggest?{urlencode({'q': name[:6]})}" for name in names],
        "body": [at(iri) for iri in bodies],
        "claim": [at(iri) for iri in claims],
        "document": [f"/id/document/{document}" for document in documents],
        "documents": ["/documents"],
        "graph": [f"/graph?{urlencode({'about': name})}" for name in names],
        "questions": ["/questions"],
        "question of a body": [f"/questions/overseers?{urlencode({'name': name})}" for name in names],
        OF_ALL: [f"/questions/{one.name}" for one in QUESTIONS.values() if not _required(one)],
        "query editor": ["/query"],
        "vocabulary of the editor": ["/vocabulary.json"],
        "body as Turtle": [f"{at(iri)}.ttl" for iri in bodies],
        "claim as Turtle": [f"{at(iri)}.ttl" for iri in claims],
        "style": ["/static/explorer.css"],
        **{
            f"query, {name}": [f"/sparql?{urlencode({'query': text.replace('IRI', iri)})}" for iri in bodies]
            for name, text in QUERIES.items()
        },
    }


@contextmanager
def served(path: Path, *options: str) -> Iterator[str]:
    """The host and port of a running server."""
    command = [sys.executable, "-m", "kg", "serve", "--store", str(path), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        try:
            yield urlsplit(re.findall(r"http://\S+", process.stdout.readline())[0]).netloc
        finally:
            print(f"the server {'is alive' if process.poll() is None else f'ENDED with {process.returncode}'}")
            process.terminate()


def pages(server: str, kinds: dict[str, list[str]]) -> None:
    """Each kind by itself, all clients at once, when the server has read and answered what it does as it starts."""
    for path in ("/", *(paths[0] for paths in kinds.values()), *kinds.get(OF_ALL, ())):
        get(http.client.HTTPConnection(server), path)
    print(f"{CLIENTS} clients at once, milliseconds {'p50':>20} {'p95':>8} {'p99':>8} {'each/s':>8}")
    for name, paths in kinds.items():
        start = time.perf_counter()
        with ThreadPoolExecutor(CLIENTS) as pool:
            shares = [
                list(islice(cycle(paths[n % len(paths) :] + paths[: n % len(paths)]), REQUESTS)) for n in range(CLIENTS)
            ]
            timed = [one for share in pool.map(lambda share: client(server, share), shares) for one in share]
        speed = len(timed) / (time.perf_counter() - start)
        times = sorted(took for took, _ in timed)
        failed = Counter(status for _, status in timed if status != 200)
        print(f"  {name:42}{at(times, 50)}{at(times, 95)}{at(times, 99)} {speed:8,.0f}  {dict(failed) or ''}")


def client(server: str, paths: Sequence[str]) -> list[tuple[float, int]]:
    """One client that asks one thing after another over one connection: seconds and status of each."""
    connection = http.client.HTTPConnection(server, timeout=120)
    return [get(connection, path) for path in paths]


def get(connection: http.client.HTTPConnection, path: str) -> tuple[float, int]:
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html,application/json;q=0.9,*/*;q=0.8"})
    answer = connection.getresponse()
    answer.read()
    return time.perf_counter() - start, answer.status


def at(times: Sequence[float], percent: int) -> str:
    return f"{times[min(len(times) - 1, len(times) * percent // 100)] * 1000:9.1f}"


def deaths(server: str) -> None:
    """Each query of death by itself, and what a client that asks for little sees of it."""
    ended = threading.Event()
    waited: list[float] = []

    def ask_little() -> None:
        connection = http.client.HTTPConnection(server, timeout=120)
        while not ended.is_set():
            waited.append(get(connection, f"/sparql?{urlencode({'query': SMALL})}")[0])
            time.sleep(0.02)

    post(server, SMALL)  # answered when the workers are up
    other = threading.Thread(target=ask_little)
    other.start()
    found = {name: post(server, query) for name, query in DEATHS.items()}
    ended.set()
    other.join()
    worst = max(found, key=lambda name: found[name][0])
    times, waits = sorted(took for took, _ in found.values()), sorted(waited)
    statuses = dict(Counter(status for _, status in found.values()))
    print(f"{len(found)} queries of death, each given {SECONDS:g} s; statuses: {statuses}")
    print(f"  seconds: median {times[len(times) // 2]:.2f}, longest {times[-1]:.2f} ({worst})")
    late = {name: round(took, 2) for name, (took, _) in found.items() if took > SECONDS + 0.5}
    print(f"  later than the limit and half a second: {late or 'none'}")
    print(f"  meanwhile a small query, milliseconds: p50{at(waits, 50)}  p95{at(waits, 95)}  p99{at(waits, 99)}")


def post(server: str, query: str) -> tuple[float, int]:
    connection = http.client.HTTPConnection(server, timeout=120)
    start = time.perf_counter()
    connection.request("POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query"})
    answer = connection.getresponse()
    answer.read()
    return time.perf_counter() - start, answer.status


if __name__ == "__main__":
    main()
