"""Answers of ``kg ask`` as lines for a terminal, and as rows for a spreadsheet."""

from typing import TYPE_CHECKING

from kg.cli.console import line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from kg.questions import Answer, Finding, Quote, Statement

MOST_QUOTES = 3  # per statement
MOST_STATEMENTS = 6  # per finding
COLUMNS = (
    *("finding", "note", "depth", "subject", "relation", "object", "status", "role", "from", "until"),
    *("sentence", "document", "title", "date", "said by", "confidence", "source", "claim"),
)


def lines(answer: "Answer", *, every: bool = False) -> "Iterator[RenderableType]":
    """An answer for people, a claim with its sentences under each finding; ``every`` cuts nothing short."""
    yield line(answer.question, style="bold")
    for note in answer.notes:
        yield line(note, indent=2, style="italic")
    if not answer.findings:
        yield line(answer.silence, indent=2)
    for finding in answer.findings:
        yield from _finding(finding, every)
    if len(answer.findings) < answer.total:
        yield line(f"{len(answer.findings)} of {answer.total:,} are shown; --all shows them all.", style="dim")


def _finding(finding: "Finding", every: bool) -> "Iterator[RenderableType]":
    note = f": {finding.note}" if finding.note else ""
    steps = f" ({finding.depth} steps away)" if finding.depth > 1 else ""
    yield line(f"{finding.name}{steps}{note}", indent=2, style="bold" if finding.statements else "")
    statements = _without_echoes(finding.statements)
    most = len(statements) if every else MOST_STATEMENTS
    for statement in statements[:most]:
        if words := _beyond(finding.name, in_words(statement)):
            yield line(words, indent=4)
        yield from _quotes(statement, every)
    if (more := len(statements) - most) > 0:
        yield line(f"and {more} more; --all gives all", indent=4, style="dim")


def _beyond(name: str, words: str) -> str:
    """What a statement adds to the name of its finding, where that says the same."""
    rest = words.removeprefix(name)
    return rest.lstrip(",: ") if rest != words and (not rest or rest[:2] in (", ", ": ", " (", " [")) else words


def _without_echoes(statements: "Sequence[Statement]") -> "list[Statement]":
    """Of claims that the same sentences make of the same two, the one that says most: the post, the dates."""
    fullest: dict[object, Statement] = {}
    for statement in statements:
        places = tuple((quote.document, quote.start) for quote in statement.quotes)
        key = (statement.subject_iri, statement.predicate, statement.object_iri, statement.status, places)
        if key not in fullest or len(in_words(statement)) > len(in_words(fullest[key])):
            fullest[key] = statement
    return list(fullest.values())


def _quotes(statement: "Statement", every: bool) -> "Iterator[RenderableType]":
    most = len(statement.quotes) if every else MOST_QUOTES
    for quote in statement.quotes[:most]:
        yield line(f"“{' '.join(quote.text.split())}”", indent=6, style="italic")
        yield line(_origin(quote), indent=6, style="dim")
    if len(statement.quotes) > most:
        yield line(f"and {len(statement.quotes) - most} more", indent=6, style="dim")


def in_words(statement: "Statement") -> str:
    """A claim as a line: its ends, the post, what was asked or found, the dates, and its status if not asserted."""
    post = f" ({'former ' if statement.former else ''}{statement.role})" if statement.role else ""
    content = f": {'; '.join(statement.content)}" if statement.content else ""
    status = "" if statement.status == "Asserted" else f" [{statement.status.lower()}]"
    words = f"{statement.subject} {statement.relation} {statement.object}"
    return f"{words}{post}{content}{_dates(statement)}{status}"


def _dates(statement: "Statement") -> str:
    since, until = statement.valid_from, statement.valid_until
    if since and since == until:
        return f", {since}"
    return (f", from {since}" if since else "") + (f", until {until}" if until else "")


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
