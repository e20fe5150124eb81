"""How a text is laid out: its lines, and its quotations."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.grammar import FINITE

DASHES = frozenset("–—-")
_HEAD, _BYLINE, _DATELINE = 8, 5, 12  # lines and tokens within which a text says where it is from
_TALKING = frozenset({"VERB", "AUX", "ADP", "DET", "NOUN"})
OPEN, CLOSE = frozenset('“«„"'), frozenset('”»"')  # quotation marks


def quotations(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans between quotation marks; one left open ends with its paragraph."""
    opened: int | None = None
    starts = {start for start, _ in doc._.kg_blocks}
    for i, text in enumerate([t.text for t in doc]):
        if opened is None and text in OPEN and not _closing(doc, i):
            opened = i + 1
        elif opened is not None and text in CLOSE:
            yield opened, i
            opened = None
        if opened is not None and i + 1 in starts:
            yield opened, i + 1
            opened = None
    if opened is not None:
        yield opened, len(doc)


def lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans of the blocks of a text, without the white space at their ends."""
    space = [token.is_space for token in doc]
    for start, end in doc._.kg_blocks:
        while start < end and space[start]:
            start += 1
        while start < end and space[end - 1]:
            end -= 1
        if start < end:
            yield start, end


def statements(doc: Doc, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Paragraphs in the first person under a line "Ann Boyd, who chairs Y, said:", which no marks enclose."""
    led = False
    for start, end in lines:
        words = doc[start:end]
        if led and words[0].text not in OPEN and any(map(_first_person, words)):
            yield start, end
        else:
            led = _leads_up(words)


def _leads_up(line: Span) -> bool:
    """ "Ann Boyd said:", with a name and a verb, not "we found:" of a text in the first person."""
    named = any(t.pos_ == "PROPN" for t in line) and any(t.pos_ == "VERB" and t.tag_ in FINITE for t in line)
    return line[-1].text == ":" and named and not any(map(_first_person, line))


def _first_person(token: Token) -> bool:
    return token.pos_ == "PRON" and "1" in token.morph.get("Person", [])


def credit_lines(doc: Doc, lines: list[tuple[int, int]]) -> Iterator[int]:
    """Tokens of bylines ("By Ann Lee and Jo Hay") and datelines ("NAIROBI, May 2 (Press Agency) -")."""
    for start, end in lines[:_HEAD]:
        words = [t for t in doc[start:end] if not t.is_space]
        by = next((t for t in words[:_BYLINE] if t.lower_ == "by"), None)
        if by is not None and not any(t.tag_ in FINITE for t in words):
            yield from range(by.i, end)
        dash = next((t for t in words[:_DATELINE] if _dash(t)), None)
        if dash is not None and words[0].pos_ == "PROPN" and not any(t.pos_ in _TALKING for t in doc[start : dash.i]):
            yield from range(start, dash.i)


def _dash(token: Token) -> bool:
    """A dash between words, not within a name."""
    return token.text in DASHES and bool(token.i) and bool(token.nbor(-1).whitespace_)


def _closing(doc: Doc, i: int) -> bool:
    """Whether a straight mark that nothing opened can only close: it hangs on the word before it."""
    token = doc[i]
    return (
        token.text == '"'
        and bool(token.whitespace_)
        and bool(i)
        and not token.is_sent_start
        and not doc[i - 1].whitespace_
    )
