"""Is every quotation true? Sources are opened again, and each passage is looked up where it is said to be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import ingest
from kg.errors import KgError
from kg.gazetteer import load_gazetteer
from kg.graph import GraphStore
from kg.types import Document

STDIN = "-"  # the source of what came by standard input, which cannot be opened again
_PASSAGES = """
    SELECT ?source ?start ?end ?exact {
        ?passage oa:hasSource ?source ; oa:hasSelector ?position, ?quote .
        ?position oa:start ?start ; oa:end ?end .
        ?quote oa:exact ?exact }
    ORDER BY ?source ?start ?end"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation and where it is said to stand."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold, of a document or of one passage of it."""

    source: str
    problem: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was looked at, and all that does not hold."""

    documents: int
    passages: int
    unopened: tuple[str, ...]  # documents that came by standard input: only the text kept was looked at
    findings: tuple[Finding, ...]

    @property
    def verified(self) -> bool:
        return not self.findings


def verify(store: GraphStore) -> VerifyReport:
    """Check every source's bytes, and every passage against the text kept and the text read again."""
    documents = list(store.documents())
    passages = _passages(store)
    again = _reopen(documents)
    findings = [f for d in documents for f in _check(d, again.get(d.source), passages.get(d.id, []))]
    return VerifyReport(
        documents=len(documents),
        passages=sum(len(p) for p in passages.values()),
        unopened=tuple(d.id for d in documents if d.source == STDIN),
        findings=tuple(findings),
    )


def _passages(store: GraphStore) -> dict[str, list[Passage]]:
    """Passages by document id."""
    out: dict[str, list[Passage]] = defaultdict(list)
    for source, start, end, exact in store.query(_PASSAGES):
        out[str(source).rpartition("/")[2]].append(Passage(int(str(start)), int(str(end)), str(exact)))
    return out


def _reopen(documents: Iterable[Document]) -> dict[str, Document | str]:
    """By source, the document as it is read today, or why it cannot be."""
    sources = sorted({d.source for d in documents} - {STDIN})
    out: dict[str, Document | str] = {s: _curated(s) for s in sources if _is_curated(s)}
    files = [Path(s) for s in sources if not _is_curated(s)]
    for file, read in zip(files, ingest.read_all(files), strict=True):
        out[file.as_posix()] = read.reason if isinstance(read, ingest.Failure) else read
    return out


def _is_curated(source: str) -> bool:
    """Curated facts come from Turtle, which no reader of documents takes."""
    return Path(source).suffix == ".ttl"


def _curated(source: str) -> Document | str:
    shipped = load_gazetteer().document()
    try:
        return shipped if source == shipped.source else load_gazetteer(Path(source)).document()
    except KgError as error:
        return str(error).removeprefix(f"{source}: ")


def _check(document: Document, again: Document | str | None, passages: list[Passage]) -> Iterator[Finding]:
    if isinstance(again, str):
        yield Finding(document.source, f"cannot be opened again: {again}")
    elif again and again.sha256 != document.sha256:
        yield Finding(document.source, "has changed since the graph was built; build it again")
    texts = {"the text kept": document.text}
    if isinstance(again, Document):
        texts["the source"] = again.text
    for passage in passages:
        yield from _misquoted(document.source, passage, texts)


def _misquoted(source: str, passage: Passage, texts: Mapping[str, str]) -> Iterator[Finding]:
    for name, text in texts.items():
        there = text[passage.start : passage.end]
        if there != passage.exact:
            problem = f"{name} has {_shown(there)} where the graph quotes {_shown(passage.exact)}"
            yield Finding(source, problem, passage)


def _shown(text: str, length: int = 60) -> str:
    return repr(text if len(text) <= length else text[:length] + "…")
