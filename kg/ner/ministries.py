"""Ministries written as common nouns: "the ministry of health", "its department of water and sanitation"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc

from kg.lexicon import Lexicon
from kg.ner.cuts import AND
from kg.wordlists import forms

_FOR = frozenset({"of", "for"})
_ANY = frozenset({"a", "an", "any", "each", "every", "no"})


class Ministries:
    """Finds them, by the fields that ministries have."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.heads = lexicon.evoking("LowerMinistry")
        self.fields = forms("PublicField")

    def find(self, doc: Doc, named: Collection[tuple[str, ...]]) -> Iterator[tuple[int, int]]:  # noqa: ARG002 - as the other finders
        """Token offsets of such names."""
        for token in doc[1:-2]:
            if token.text in self.heads and doc[token.i + 1].text in _FOR and doc[token.i - 1].lower_ not in _ANY:
                end = self._end(doc, token.i + 2)
                if end > token.i + 2:
                    yield token.i, end

    def _end(self, doc: Doc, start: int) -> int:
        """Where the fields end: "foreign affairs", "water and sanitation"."""
        i = start
        while i < len(doc) and doc[i].text in self.fields:
            i += 1
            joined = i + 1 < len(doc) and doc[i].lower_ in AND and doc[i + 1].text in self.fields
            i += joined
        whole = i < len(doc) and i > start and doc[i - 1].dep_ in ("amod", "compound") and doc[i - 1].head == doc[i]
        return i + whole  # "social | care"
