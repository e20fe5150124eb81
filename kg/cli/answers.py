"""Answers of ``kg ask`` as lines for a terminal, and as rows for a spreadsheet."""

from typing import TYPE_CHECKING

from kg.cli.console import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from kg.questions import Answer, Finding, Quote, Statement

MOST_QUOTES = 3  # per statement
MOST_STATEMENTS = 6  # per finding
COLUMNS = (
    *("finding", "note", "depth", "subject", "relation", "object", "status", "role", "from", "until"),
    *("sentence", "document", "title", "date", "said by", "confidence", "source", "claim"),
)


def lines(answer: "Answer") -> "Iterator[RenderableType]":
    """An answer for people, a claim with its sentences under each finding."""
    yield line(answer.question, style="bold")
    for note in answer.notes:
        yield line(note, indent=2, style="italic")
    if not answer.findings:
        yield line(answer.silence, indent=2)
    for finding in answer.findings:
        yield from _finding(finding)
    if len(answer.findings) < answer.total:
        yield line(f"{len(answer.findings)} of {answer.total:,} are shown; --all shows them all.", style="dim")


def _finding(finding: "Finding") -> "Iterator[RenderableType]":
    note = f": {finding.note}" if finding.note else ""
    steps = f" ({finding.depth} steps away)" if finding.depth > 1 else ""
    yield line(f"{finding.name}{steps}{note}", indent=2, style="bold" if finding.statements else "")
    for statement in finding.statements[:MOST_STATEMENTS]:
        yield from _statement(statement)
    if (more := len(finding.statements) - MOST_STATEMENTS) > 0:
        yield line(f"and {more} more; --json and --csv give all", indent=4, style="dim")


def _statement(statement: "Statement") -> "Iterator[RenderableType]":
    yield line(in_words(statement), indent=4)
    for quote in statement.quotes[:MOST_QUOTES]:
        yield line(f"“{' '.join(quote.text.split())}”", indent=6, style="italic")
        yield line(_origin(quote), indent=6, style="dim")
    if len(statement.quotes) > MOST_QUOTES:
        yield line(f"and {len(statement.quotes) - MOST_QUOTES} more", indent=6, style="dim")


def in_words(statement: "Statement") -> str:
    """A claim as a line: its ends, the post, the dates, and its status where that is not asserted."""
    post = f" ({'former ' if statement.former else ''}{statement.role})" if statement.role else ""
    dates = [f"from {statement.valid_from}" if statement.valid_from else ""]
    dates.append(f"until {statement.valid_until}" if statement.valid_until else "")
    when = "".join(f", {words}" for words in dates if words)
    status = "" if statement.status == "Asserted" else f" [{statement.status.lower()}]"
    return f"{statement.subject} {statement.relation} {statement.object}{post}{when}{status}"


def _origin(quote: "Quote") -> str:
    speaker = f"{quote.said_by}, in " if quote.said_by else ""
    parts = (f"{speaker}{quote.title or quote.document}", quote.published, quote.references or quote.source)
    return ", ".join(part for part in parts if part)


def rows(answer: "Answer") -> "Iterator[tuple[object, ...]]":
    """COLUMNS, then a row for each sentence, or for a finding that has none."""
    yield COLUMNS
    for finding in answer.findings:
        head = (finding.name, finding.note, finding.depth)
        if not finding.statements:
            yield head + ("",) * (len(COLUMNS) - len(head))
        for statement in finding.statements:
            for quote in statement.quotes:
                yield (*head, *_claim(statement), *_sentence(quote), statement.claim)


def _claim(statement: "Statement") -> tuple[str, ...]:
    words = (statement.subject, statement.relation, statement.object, statement.status)
    return (*words, statement.role or "", statement.valid_from or "", statement.valid_until or "")


def _sentence(quote: "Quote") -> tuple[object, ...]:
    place = (" ".join(quote.text.split()), quote.document, quote.title or "", quote.published or "")
    return (*place, quote.said_by or "", quote.confidence, quote.references or quote.source)
