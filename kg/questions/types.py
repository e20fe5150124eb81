"""What a question and its answer are made of."""

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.graph.result import html_table

if TYPE_CHECKING:
    from kg.graph.links import Link
    from kg.questions.asked import Asked


class Kind(StrEnum):
    """What a parameter takes."""

    ENTITY = "entity"  # a name, an alias or an IRI
    DATE = "date"  # a year, a month or a day
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question has to be given, or may be; ``default`` stands in where it is not.

    ``variable`` is the name it has in the SPARQL, where that is another.
    """

    name: str
    kind: Kind
    help: str
    required: bool = True
    default: str | int | None = None
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a source. ``references`` is the statute or page behind a curated fact."""

    text: str
    document: str
    title: str | None
    published: str | None
    source: str
    confidence: float
    said_by: str | None = None
    references: str | None = None
    start: int = 0  # of the sentence, in the text of the document
    end: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words, with the sentences that make it. Ends are names; the IRIs are beside them.

    ``sentences`` counts all there are, ``quotes`` are those that were asked for.
    """

    subject: str
    relation: str
    object: str
    status: str
    quotes: tuple[Quote, ...]
    claim: str = ""  # its IRI
    subject_iri: str = ""
    predicate: str = ""
    object_iri: str = ""
    role: str | None = None
    former: bool = False
    valid_from: str | None = None
    valid_until: str | None = None
    rating: str | None = None
    amount: str | None = None
    content: tuple[str, ...] = ()
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One entry of an answer: a name, and how it comes to be there."""

    name: str
    note: str = ""
    depth: int = 1
    statements: tuple[Statement, ...] = ()
    iri: str | None = None  # of what the name names, where it is one thing
    since: str | None = None  # when it began or happened, as exact as the text is
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The question as it was understood, and what the sources say to it.

    ``notes`` are what a reader must know to read it right. ``total`` counts all findings, ``findings`` are
    those that were asked for.
    """

    question: str
    findings: tuple[Finding, ...]
    silence: str  # what it means that there are none
    notes: tuple[str, ...] = ()
    total: int = 0
    name: str = ""  # of the question in QUESTIONS
    as_of: str | None = None

    def _repr_html_(self) -> str:
        """For notebooks: each finding with its statements, their status and the first sentence of each."""
        rows = [row for finding in self.findings for row in _rows(finding)]
        answer = html_table(_COLUMNS, rows, len(rows)) if rows else f"<p>{html.escape(self.silence)}</p>"
        notes = "".join(f"<p>{html.escape(note)}</p>" for note in self.notes)
        return f"<h4>{html.escape(self.question)}</h4>{answer}{notes}"


_COLUMNS = ("answer", "statement", "status", "sentence", "source")


def _rows(finding: Finding) -> Iterator[tuple[str, ...]]:
    name = f"{finding.name}: {finding.note}" if finding.note else finding.name
    if not finding.statements:
        yield name, "", "", "", ""
    for statement in finding.statements:
        quote = statement.quotes[0] if statement.quotes else None
        said = f"{statement.subject} {statement.relation} {statement.object}"
        source = ", ".join(filter(None, (quote.title or quote.document, quote.published))) if quote else ""
        yield name, said, statement.status, quote.text if quote else "", source


NOBODY = ""  # in place of a speaker: what the documents say themselves


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding before its sentences are looked up: the claims it rests on."""

    name: str
    links: Sequence["Link"] = ()
    note: str = ""
    depth: int = 1
    iri: str | None = None
    since: str | None = None
    until: str | None = None
    said_by: str | None = None  # IRI: only what is quoted from this speaker is shown; NOBODY: only the rest


@dataclass(frozen=True, slots=True)
class Found:
    """An answer before its sentences are looked up; ``hits`` in the order they are to be read."""

    question: str
    hits: Sequence[Hit]
    silence: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked of any store.

    ``query`` names the SPARQL that gives the answer, or, where ``algorithm`` says what is done
    with them, the edges it is found on.
    """

    name: str
    group: str
    title: str
    help: str
    parameters: tuple[Parameter, ...]
    query: str
    answer: Callable[["Asked"], Found]
    algorithm: str = ""
