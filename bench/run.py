"""How fast this package is beside what it builds on, measured in one run: ``python bench/run.py``.

Ratios count, not absolute figures: each repeat times both sides one after the other, and the median of
the ratios is printed. The corpus is the folder ``$KG_CORPUS/dev`` if set, else ``seeds/documents``.
"""

import argparse
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from itertools import count, repeat
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy; both sides run on one core

import serve
import spacy
import store
from spacy.language import Language

from kg.ner.model import model_path
from kg.ner.speed import quicken

ROOT = Path(__file__).parent.parent
WORDS = 100_000
BATCH = 64


def main() -> None:
    """Run every section, or those named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help="default: all")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--words", type=int, default=WORDS, help="size of the corpus (default: %(default)s)")
    options = parser.parse_args()
    texts = list(corpus(options.words))
    for name in options.sections or SECTIONS:
        SECTIONS[name](texts, options.repeats)


def corpus(words: int) -> Iterator[str]:
    """Documents of about the length of the sources, of their paragraphs mixed anew, always the same way."""
    folder = Path(os.environ["KG_CORPUS"]) / "dev" if "KG_CORPUS" in os.environ else ROOT / "seeds" / "documents"
    sources = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    paragraphs = [text for source in sources for text in source.split("\n") if text.strip()]
    if not paragraphs:
        raise SystemExit(f"{folder}: no .txt files; set KG_CORPUS")
    size = max(1, len(paragraphs) // len(sources))
    for start in count():
        picked = ((start * size + step) * 7919 % len(paragraphs) for step in range(size))  # a prime: all come up
        text = "\n".join(paragraphs[i] for i in picked)
        words -= len(text.split())
        yield text
        if words <= 0:
            return


def annotation(texts: list[str], repeats: int) -> None:
    """Stock ``nlp.pipe`` against ours with the same model, and whether they say the same."""
    stock, quick = _load(), quicken(_load())
    same = sum(
        a.to_bytes(exclude=["tensor"]) == b.to_bytes(exclude=["tensor"])
        for a, b in zip(_pipe(stock, texts[:50]), _pipe(quick, texts[:50]), strict=True)
    )
    _compare(
        "annotation",
        lambda: _drain(_pipe(stock, texts)),
        lambda: _drain(_pipe(quick, texts)),
        words=sum(len(text.split()) for text in texts),
        repeats=repeats,
    )
    print(f"  the same annotations in {same} of {min(50, len(texts))} documents")


def build(texts: list[str], repeats: int) -> None:
    """``kg build``, files to finished store, against loading and running stock spaCy; each a new process.

    Each build is of a store of its own, so that none finds what another has kept; "again" is one that does.
    """
    words = sum(len(text.split()) for text in texts)
    with TemporaryDirectory() as folder, TemporaryDirectory() as stores:
        for n, text in enumerate(texts):
            (Path(folder) / f"{n:05}.txt").write_text(text, encoding="utf-8")
        stock = [sys.executable, "-c", STOCK, model_path(), folder, str(BATCH)]
        anew = (f"{stores}/{n}.kg" for n in count())
        ours = [sys.executable, "-m", "kg", "build", folder, "--store"]
        for name, store_, jobs in (
            ("build, one worker", anew, ["--jobs", "1"]),
            ("build", anew, []),
            ("build again", repeat(f"{stores}/0.kg"), []),
        ):
            run = _running(ours, store_, jobs)
            _compare(name, _running(stock), run, words=words, repeats=repeats, clock=time.perf_counter)


_ENV = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # both sides compiled, as they are where they are used

STOCK = """
import sys, warnings
warnings.simplefilter("ignore")
from pathlib import Path
import spacy
texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[2]).glob("*.txt"))]
for doc in spacy.load(sys.argv[1]).pipe(texts, batch_size=int(sys.argv[3])): pass
"""


def _running(
    command: list[str], stores: Iterator[str] | None = None, options: Sequence[str] = ()
) -> Callable[[], None]:
    """Runs a command, with the next of some stores and options after it."""

    def run() -> None:
        whole = [*command, *([next(stores)] if stores is not None else []), *options]
        subprocess.run(whole, check=True, env=_ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    return run


def _load() -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(model_path())


def _pipe(nlp: Language, texts: list[str]) -> Iterator[spacy.tokens.Doc]:
    return nlp.pipe(texts, batch_size=BATCH)


def _drain(things: Iterator[object]) -> None:
    for _ in things:
        pass


def _compare(
    name: str,
    stock: Callable[[], None],
    ours: Callable[[], None],
    *,
    words: int,
    repeats: int,
    clock: Callable[[], float] = time.process_time,
) -> None:
    """Print words per second of both and the median ratio; the first round only warms caches."""
    rounds = [(_seconds(stock, clock), _seconds(ours, clock)) for _ in range(repeats + 1)][1:]
    slow, fast = (words / median(side) for side in zip(*rounds, strict=True))
    ratio = median(a / b for a, b in rounds)
    print(f"{name}: stock {slow:,.0f} words/s, ours {fast:,.0f} words/s, ratio {ratio:.2f} ({repeats} rounds)")


def _seconds(work: Callable[[], None], clock: Callable[[], float]) -> float:
    """CPU time where one process does the work, as other programs may share the machine; else the wall's."""
    start = clock()
    work()
    return clock() - start


def million(texts: list[str], repeats: int) -> None:  # noqa: ARG001 - a section's signature
    """A store of about a million triples: opened, and asked every named query."""
    store.run(repeats)


def serving(texts: list[str], repeats: int) -> None:  # noqa: ARG001 - a section's signature
    """``kg serve`` with 16 clients at once, and under queries of death."""
    serve.run()


SECTIONS: dict[str, Callable[[list[str], int], None]] = {
    "annotation": annotation,
    "build": build,
    "store": million,
    "serve": serving,
}

if __name__ == "__main__":
    main()
