"""Fields of a form that name whom it is about: "Name of centre: Elm House", "Service name: ...", "Provider: ..."."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.lexicon import Lexicon
from kg.ner.titles import is_capitalised
from kg.snapshot import labelled

FIELDS = "fields"
_HEAD = 16  # lines at the head of a text among which its form stands
_LABEL = 7  # words of the longest label
_VALUE = 8  # tokens of the longest name
_SMALL = frozenset({"of", "and", "the", "&", "for", "-", "'s", "’s", "’", "'"})
_CLOSING = frozenset({",", "(", ";", "–", "—", "|", "."})
_NAME = "name"


class Fields:
    """Finds the names that stand in such fields, each with the noun that its label has for it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.alone = lexicon.evoking("FormField", "noun")
        self.named = self.alone | lexicon.denoting("Nominal").keys()

    def find(self, doc: Doc) -> Iterator[Span]:
        """Spans labelled with the noun: of "Name of home: Elm House" the name, with "home"."""
        for start, end in doc._.kg_blocks[:_HEAD]:
            colon = next((i for i in range(start, min(start + _LABEL, end)) if doc[i].text == ":"), start)
            noun = self._noun([t.lower_ for t in doc[start:colon] if not t.is_space])
            stop = self._end(doc, colon + 1, end) if noun else 0
            if stop > colon + 1:
                yield labelled(doc, colon + 1, stop, noun)

    def _noun(self, label: list[str]) -> str:
        """What a label calls the body that it stands for, if it does for one."""
        words = [word for word in label if word != "the"]
        if words[:2] == [_NAME, "of"]:
            words, nouns = words[2:], self.named
        elif len(words) > 1 and words[-1] == _NAME:
            words, nouns = words[:-1], self.named
        else:
            nouns = self.alone
        return words[-1] if words and (" ".join(words) in nouns or (nouns is self.named and words[-1] in nouns)) else ""

    def _end(self, doc: Doc, start: int, end: int) -> int:
        """Where the name in a field ends; its start, where the field has none."""
        stop = next((i for i in range(start, end) if doc[i].text in _CLOSING or doc[i].is_space), end)
        words = doc[start:stop]
        named = 0 < len(words) <= _VALUE and all(is_capitalised(t) or t.lower_ in _SMALL for t in words)
        return stop if named and is_capitalised(words[0]) else start
