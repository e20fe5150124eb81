"""Names in quotation marks, and titles of reports.

'Anna Kowalska of "Stop the Silence", a charity,' names a body; 'a report entitled "Broken Trust"' and
"its report, Broken Promises," name a report.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.titles import is_capitalised

_OPEN = frozenset({'"', "“", "‘", "``", "'"})
_CLOSE = frozenset({'"', "”", "’", "''", "'"})
_LONGEST = 8  # tokens of a body's name in quotation marks
_NEAR = 7  # tokens in which an apposition says what the name is of

Span = tuple[int, int]


def quotations(doc: Doc, longest: int) -> Iterator[Span]:
    """Short stretches between quotation marks, without the marks and a comma at their end."""
    i = 0
    while i < len(doc) - 2:
        if doc[i].text in _OPEN and not doc[i].whitespace_:
            end = next((k for k in range(i + 2, min(len(doc), i + longest + 3)) if doc[k].text in _CLOSE), 0)
            if end:
                yield i + 1, end - (doc[end - 1].text in ",.")
                i = end
        i += 1


class Quoted:
    """Finds bodies whose name is a phrase in quotation marks, by what is said of it next to it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.nouns = frozenset(lexicon.denoting("Nominal")) | lexicon.evoking("Firm")

    def bodies(self, doc: Doc) -> Iterator[Span]:
        """Token offsets of such names."""
        for start, end in quotations(doc, _LONGEST):
            if end > start and is_capitalised(doc[start]) and self._said_to_be(doc, start, end):
                yield start, end

    def _said_to_be(self, doc: Doc, start: int, end: int) -> bool:
        before = doc[start - 2] if start > 1 else None
        if before is not None and before.lower_ in self.nouns:
            return True  # 'the charity "Stop the Silence"'
        after = next((k for k in range(end, min(end + 3, len(doc))) if doc[k].pos_ == "DET"), None)
        if after is None or "," not in [t.text for t in doc[end - 1 : after]] + [doc[end].text]:
            return False
        return any(self._noun(t) for t in _phrase(doc, after))

    def _noun(self, token: Token) -> bool:
        return token.lower_ in self.nouns and token.dep_ != "compound"


def _phrase(doc: Doc, start: int) -> Iterator[Token]:
    """The noun phrase from its determiner to the first mark, preposition or verb."""
    for token in doc[start : start + _NEAR]:
        if token.text in (",", ".", ";") or token.pos_ in ("ADP", "VERB", "AUX"):
            return
        yield token
