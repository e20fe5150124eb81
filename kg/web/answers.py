"""Questions over the web: what a form gave, asked in a worker, and the answer as a table or as data."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.export.spreadsheet import safe
from kg.graph import GraphStore
from kg.questions import Answer, Kind, Question, ask, question_sparql

COLUMNS = (
    "finding",
    "note",
    "depth",
    "subject",
    "relation",
    "object",
    "status",
    "sentence",
    "document",
    "title",
    "published",
    "said_by",
    "confidence",
    "claim",
)


@dataclass(frozen=True, slots=True)
class Asking:
    """The job of answering a question; ``values`` are those of its parameters that were given, by name."""

    question: str
    values: tuple[tuple[str, str], ...]
    as_of: str | None = None
    first: int = 0
    most: int | None = None
    quotes: int | None = None  # sentences of each claim; all by default

    def __call__(self, store: GraphStore) -> Answer:
        given: dict[str, Any] = dict(self.values)
        given |= {"as_of": self.as_of, "first": self.first, "most": self.most, "quotes": self.quotes}
        return ask(store, self.question, **given)

    def sparql(self, store: GraphStore) -> str:
        """The query behind it, with what was given in its places."""
        return question_sparql(self.question, store=store, **dict(self.values))


def given(question: Question, form: Mapping[str, str]) -> dict[str, str]:
    """What a form gave for each parameter, without the empty ones."""
    texts = {parameter.name: form.get(parameter.name, "").strip() for parameter in question.parameters}
    return {name: text for name, text in texts.items() if text}


def is_complete(question: Question, values: Mapping[str, str]) -> bool:
    """Whether everything that the question needs was given."""
    return all(parameter.name in values for parameter in question.parameters if parameter.required)


def entities(question: Question, values: Mapping[str, str]) -> list[str]:
    """The names among what was given."""
    return [values[p.name] for p in question.parameters if p.kind is Kind.ENTITY and p.name in values]


def rows(answer: Answer) -> Iterator[dict[str, str]]:
    """One row for each sentence; a finding without any has a row of its own."""
    for finding in answer.findings:
        head = {"finding": finding.name, "note": finding.note, "depth": str(finding.depth)}
        if not finding.statements:
            yield head
        for said in finding.statements:
            line = {"subject": said.subject, "relation": said.relation, "object": said.object}
            for quote in said.quotes:
                yield (
                    head
                    | line
                    | {
                        "status": said.status.lower(),
                        "sentence": " ".join(quote.text.split()),
                        "document": quote.document,
                        "title": quote.title or "",
                        "published": quote.published or "",
                        "said_by": quote.said_by or "",
                        "confidence": f"{quote.confidence:.2f}",
                        "claim": said.claim,
                    }
                )


def to_csv(answer: Answer) -> str:
    """The rows as a table; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: safe(cell) for name, cell in row.items()} for row in rows(answer))
    return out.getvalue()


def to_json(answer: Answer) -> str:
    """The answer as JSON, with the names of its fields as keys."""
    fields: dict[str, Any] = asdict(answer)
    return json.dumps(fields, ensure_ascii=False, indent=1)
