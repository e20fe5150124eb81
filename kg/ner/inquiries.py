"""Inquiries that bear a name of their own: events, though their names look like those of bodies or people.

"Royal Commission into Foster Care", "Commission of Inquiry into Prison Deaths", "Okello Commission"
(after someone the text names), "Operation Saltmarsh".
"""

import itertools
from collections.abc import Collection, Iterator, Mapping

from spacy.tokens import Doc

from kg.lexicon import Lexicon
from kg.ner.cuts import AND, OF
from kg.ner.dictionary import Dictionary
from kg.ner.titles import is_capitalised

_INTO = frozenset({"into", "on"})
_OUTSIDE = frozenset({"GPE", "PERSON", "LOC", "FAC"})


class Inquiries:
    """Tells such names from those of bodies."""

    def __init__(self, lexicon: Lexicon, events: Mapping[tuple[str, ...], str]) -> None:
        self.single = frozenset(words[0] for words in events if len(words) == 1)
        self.several = frozenset(words for words in events if len(words) > 1)
        self.lengths = sorted({len(words) for words in self.several})
        self.after_people = lexicon.evoking("NamedAfter")
        self.codes = lexicon.evoking("CodeNamed")

    def is_event(self, words: tuple[str, ...], body_words: Collection[str], surnames: Collection[str]) -> bool:
        """Whether the words of a name are those of a report or inquiry; an inspection committee is a body."""
        if self.is_after_someone(words, surnames):
            return True
        ended = words[-1] in body_words and words[-1] not in self.single  # "Criminal Investigation Division"
        found = (i + n for i in (0, 1) for n in self.lengths if words[i : i + n] in self.several)
        if any(not (ended and end == len(words) - 1) for end in found):
            return True
        if any(a in self.single and b in _INTO for a, b in itertools.pairwise(words)):
            return True
        if words[-1] in body_words:
            return False  # "Employment Tribunal"
        return words[-1] in self.single and not any(w in body_words and w not in self.single for w in words[:-1])

    def is_after_someone(self, words: tuple[str, ...], surnames: Collection[str]) -> bool:
        """ "Okello Commission", of a text in which Justice Okello is named."""
        return len(words) == 2 and words[1] in self.after_people and words[0] in surnames

    def after_someone(self, doc: Doc, surnames: Collection[str]) -> Iterator[tuple[int, int]]:
        """Where such a name stands."""
        for token in doc[1:]:
            if token.lower_ in self.after_people and is_capitalised(token) and doc[token.i - 1].lower_ in surnames:
                yield token.i - 1, token.i + 1

    def code_names(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """ "Operation Saltmarsh": the word and the capitalised one after it."""
        for token in doc[:-1]:
            if token.lower_ not in self.codes or token.is_upper:
                continue
            code = doc[token.i + 1]
            if not code.is_sent_start and is_capitalised(token) and is_capitalised(code):
                yield token.i, token.i + 2

    def topics(self, doc: Doc, dictionary: Dictionary) -> Iterator[tuple[int, int]]:
        """What an inquiry is into, when that names nobody: "into | Foster Care Quality and Safety"."""
        for token in doc[1:-1]:
            if token.lower_ in _INTO and is_capitalised(doc[token.i - 1]) and self._ends_event(doc, token.i):
                end = token.i + 1
                while end < len(doc) and (is_capitalised(doc[end]) or self._connects(doc, end)):
                    end += 1
                words = doc[token.i + 1 : end]
                if (
                    words
                    and not any(t.ent_type_ in _OUTSIDE for t in words)
                    and all(dictionary.has(t.lower_) or t.lower_ in AND | OF for t in words)
                ):
                    yield token.i + 1, end

    def _ends_event(self, doc: Doc, end: int) -> bool:
        last = doc[end - 1].lower_
        return last in self.single or any(
            form == tuple(t.lower_ for t in doc[max(0, end - len(form)) : end]) for form in self.several
        )

    def _connects(self, doc: Doc, i: int) -> bool:
        word = doc[i].lower_
        return (word in AND or word in OF or word == ",") and i + 1 < len(doc) and is_capitalised(doc[i + 1])
