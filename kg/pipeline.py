"""The one place that knows the order of the stages: files in, a graph store out.

Reading files and reading language run in processes of their own (``kg.ingest``, ``kg.pool``).
What they give back is put in order here, so the graph is the same however many they were.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from time import perf_counter, time
from typing import TYPE_CHECKING, TypeVar

from kg import ids, ingest
from kg.errors import InputError
from kg.gazetteer import load_gazetteer
from kg.graph import LAYER, forget, open_store, publish, reserve, to_quads
from kg.lexicon import load_lexicon
from kg.pool import Crash, Pool, Worker
from kg.resolve import load_words, resolve
from kg.stats import Stats, count
from kg.types import Document, Reading
from kg.vocab import load_ontology

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.evaluate import Evaluation
    from kg.mapper import Explanation, Study

Item = TypeVar("Item")
PathLike = str | os.PathLike[str]
Failures = tuple[ingest.Failure, ...]

BATCH = 16  # documents given to a worker at a time: enough to keep the model busy
BATCH_CHARACTERS = 60_000
PER_JOB = 10  # documents that are worth loading the model once more for
MOST_JOBS = 4


@dataclass(frozen=True, slots=True)
class Step:
    """How far a stage has come."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote, what it could not read, and how long each stage took."""

    store: str
    documents: int  # read and understood
    stats: Stats
    failures: Failures
    seconds: dict[str, float] = field(compare=False)


def build(
    sources: Iterable[PathLike | Document],
    *,
    store: PathLike,
    model: str | None = None,
    gazetteer: PathLike | None = None,
    ontology: PathLike | None = None,
    lexicon: PathLike | None = None,
    base: str = ids.BASE,
    jobs: int | None = None,
    keep: bool = True,
    progress: Callable[[Step], None] = lambda _: None,
) -> BuildReport:
    """Read files and folders and write their graph to ``store``, in place of what was there.

    Documents read already may stand among the paths. A document that cannot be read is left out
    and listed in the report. The old store is whole until the new one is: the last step swaps
    them. What the language model says of a text is kept in the store, if ``keep``, so that a build
    with a changed lexicon need not read it again. Without ``model``, ``gazetteer``, ``ontology`` and
    ``lexicon`` those of this package are used.

    >>> kg.build(["seeds/documents"], store="graph.kg").documents  # doctest: +SKIP
    13
    """
    _check_base(base)
    sources = list(sources)
    seconds: dict[str, float] = {}
    given = [source for source in sources if isinstance(source, Document)]
    files = ingest.find([Path(source) for source in sources if not isinstance(source, Document)])
    layer = Path(store) / LAYER if keep else None
    make, begun = partial(reader, model, _path(ontology), _path(lexicon), layer), time()
    jobs = jobs or jobs_for(len(given) + len(files))
    with reserve(Path(store)) as draft, Pool(make, jobs) as pool:  # loads the model while we read all else
        known, terms = load_gazetteer(_path(gazetteer)), load_ontology(_path(ontology))  # their errors come at once
        with _timed("read", seconds):
            read = _counted(ingest.read_all(files), "read", len(files), progress)
            documents, unread = _documents(chain(given, read))
        _refuse_nothing(documents, unread)
        with _timed("understand", seconds):
            answers = (answer for batch in pool.map(_batches(documents)) for answer in batch)
            words = load_words()  # while the workers read
            readings, crashed = _readings(_counted(answers, "understand", len(documents), progress))
        with _timed("resolve", seconds):
            resolved = resolve(readings, known, ontology=terms, words=words, base=base)
        with _timed("write", seconds):
            quads = to_quads(resolved, base=base, ontology=_path(ontology))
            texts = {d.id: d.text for d in resolved.documents}
            publish(draft, quads, texts, base=base, ontology=_path(ontology))
            forget(Path(store), begun)
    stats = count(open_store(Path(store)))
    return BuildReport(str(store), len(readings), stats, (*unread, *crashed), seconds)


def jobs_for(documents: int) -> int:
    """Worker processes for so many documents: another one costs the seconds it takes to load the model."""
    return max(1, min(documents // PER_JOB, os.cpu_count() or 1, MOST_JOBS))


def reader(model: str | None, ontology: Path | None, lexicon: Path | None, layer: Path | None = None) -> Worker:
    """The work of one process, documents to readings; loads the model."""
    from kg.mapper import load_mapper
    from kg.ner import Layer, annotate

    nlp, mapper = load_language(model, ontology, lexicon), load_mapper(ontology, lexicon)
    kept = Layer(layer, nlp, mapper.lexicon) if layer is not None else None

    def read(documents: Sequence[Document]) -> Iterator[Reading]:
        return (mapper.read(document, doc) for document, doc in annotate(nlp, documents, kept))

    return read


def load_language(model: str | None = None, ontology: Path | None = None, lexicon: Path | None = None) -> "Language":
    """A spaCy pipeline with every component of ours: names, events, dates, and who is who."""
    import kg.coref  # noqa: F401 - registers the component
    from kg.ner import load, settings

    nlp = load(model, ontology=ontology, lexicon=lexicon)
    nlp.add_pipe("kg_coref", config=settings(ontology, lexicon))
    return nlp


def explain(
    text: str, *, model: str | None = None, ontology: PathLike | None = None, lexicon: PathLike | None = None
) -> "Explanation":
    """Why a text gives the claims it gives: names found, triggers seen, frames tried and refused."""
    from kg.mapper import load_mapper
    from kg.ner import annotate

    document = Document(id="text", text=text, source="-", sha256="")
    nlp, mapper = load_language(model, _path(ontology), _path(lexicon)), load_mapper(_path(ontology), _path(lexicon))
    ((document, doc),) = annotate(nlp, [document])
    return mapper.explain(document, doc)


def evaluate(
    gold: PathLike, *, model: str | None = None, ontology: PathLike | None = None, lexicon: PathLike | None = None
) -> "Evaluation":
    """Read the texts of a gold standard (see ``kg.evaluate``) and measure what is found against it."""
    from kg.evaluate import evaluate as measure
    from kg.evaluate import read_gold
    from kg.mapper import load_mapper
    from kg.ner import annotate

    terms = load_ontology(_path(ontology))
    words = load_lexicon(_path(lexicon), _path(ontology))
    nlp, mapper = load_language(model, _path(ontology), _path(lexicon)), load_mapper(_path(ontology), _path(lexicon))

    def read(documents: Sequence[Document]) -> "Iterator[Study]":
        return (mapper.study(document, doc) for document, doc in annotate(nlp, documents))

    return measure(read_gold(Path(gold)), read, ontology=terms, lexicon=words)


def _path(path: PathLike | None) -> Path | None:
    return None if path is None else Path(path)


def _check_base(base: str) -> None:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", base):
        raise InputError(f"{base}: is no base for IRIs; give one that ends in / or #, as {ids.BASE}")


def _documents(items: Iterable[Document | ingest.Failure]) -> tuple[list[Document], Failures]:
    """Documents in a fixed order with their final ids, and what could not be read."""
    documents: list[Document] = []
    failures: list[ingest.Failure] = []
    for item in items:
        if isinstance(item, ingest.Failure):
            failures.append(item)
        else:
            documents.append(item)
    return ids.document_ids(documents), tuple(failures)


def _refuse_nothing(documents: Sequence[Document], failures: Failures) -> None:
    if not documents:
        why = "; ".join(f"{f.path}: {f.reason}" for f in failures[:3])
        more = f" (and {len(failures) - 3} more)" if len(failures) > 3 else ""
        raise InputError(f"nothing was built, for no document could be read: {why}{more}")


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == BATCH or sum(len(d.text) for d in batch) >= BATCH_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def _readings(answers: Iterable[Reading | Crash]) -> tuple[list[Reading], Failures]:
    readings: list[Reading] = []
    failures: list[ingest.Failure] = []
    for answer in answers:
        if isinstance(answer, Crash):
            reason = f"it could be read but not understood; please report this: {answer.reason}"
            failures.append(ingest.Failure(Path(answer.item.source), reason))
        else:
            readings.append(answer)
    return readings, tuple(failures)


def _counted(items: Iterable[Item], stage: str, total: int, progress: Callable[[Step], None]) -> Iterator[Item]:
    progress(Step(stage, 0, total))
    for done, item in enumerate(items, 1):
        yield item
        progress(Step(stage, done, total))


@contextmanager
def _timed(stage: str, seconds: dict[str, float]) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds[stage] = perf_counter() - start
