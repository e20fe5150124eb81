"""A rule lemmatizer that decides once for all tokens its rules cannot tell apart.

The rules look at a token's form, part of speech and morphology, and say most often that the form is a
base form. Stock spaCy remembers the other answers only, spells out the morphology of every token, and looks
for a base form in a list of tens of thousands.
"""

from typing import Any

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

_SEEN = ("ORTH", "POS", "MORPH")

Kind = tuple[int, int, int]  # all that the rules can see of a token, as numbers


class MemoLemmatizer(EnglishLemmatizer):
    """An EnglishLemmatizer by rules that keeps the lemma of each kind of token."""

    def take_over(self, stock: Any) -> None:
        """Use the tables of a stock component that ``fits``."""
        self.lookups = stock.lookups
        index = self.lookups.get_table("lemma_index")
        for pos, words in index.items():
            index[pos] = frozenset(words)  # the stock one walks through a list of all nouns
        self._validate_tables()
        self._known: dict[Kind, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a doc that have not been set before."""
        seen = doc.to_array([*_SEEN, "LEMMA"]).tolist()
        lemmas: Any = np.fromiter(
            (lemma or self._lemma(doc, i, (orth, pos, morph)) for i, (orth, pos, morph, lemma) in enumerate(seen)),
            dtype=np.uint64,
        )
        return doc.from_array(["LEMMA"], lemmas)

    def _lemma(self, doc: Doc, i: int, kind: Kind) -> int:
        found = self._known.get(kind)
        if found is None:
            self._known[kind] = found = self.vocab.strings.add(self.rule_lemmatize(doc[i])[0])
        return found


def fits(component: Any) -> bool:
    """Whether a lemmatizer is the English one, goes by rules and keeps what lemmas there are."""
    return type(component) is EnglishLemmatizer and component.mode == "rule" and not component.overwrite


@Language.factory("kg_lemmatizer", assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> MemoLemmatizer:
    """Factory of a MemoLemmatizer that has yet to take over from a stock one."""
    return MemoLemmatizer(nlp.vocab, None, name, mode="rule", overwrite=False)


def quicken_lemmas(nlp: Language) -> None:
    """Put a MemoLemmatizer in the place of each stock lemmatizer it can stand for."""
    for name, component in nlp.pipeline:
        if isinstance(component, Lemmatizer) and fits(component):
            quick: Any = nlp.replace_pipe(name, "kg_lemmatizer")
            quick.take_over(component)
