"""Parties by which a text calls politicians: "Green MP Ann Poole", "Neil Garrowby (Lab, Hull East)", "a Republican"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.titles import Titles, is_capitalised

_ENDS = frozenset({")", ",", ";"})
_SAID = frozenset({"attr", "appos"})  # "he is a Republican", "Ann Poole, a Republican,"


class Parties:
    """Finds them."""

    def __init__(self, lexicon: Lexicon, titles: Titles) -> None:
        self.titles = titles
        self.forms: dict[str, list[tuple[str, ...]]] = {}  # by their first word, longest first
        forms = {tuple(form.replace("-", " - ").split()) for form in lexicon.evoking("Affiliation")}
        for words in sorted(forms, key=lambda words: (-len(words), words)):
            self.forms.setdefault(words[0], []).append(words)

    def find(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Token offsets of parties where a politician stands beside them."""
        for token in doc:
            if token.lower_ not in self.forms or not is_capitalised(token):
                continue
            for words in self.forms[token.lower_]:
                end = token.i + len(words)
                if tuple(t.lower_ for t in doc[token.i : end]) == words:
                    if self._before_post(doc, end) or _bracketed(doc, token.i, end) or _said_of(doc, token, end):
                        yield token.i, end
                    break

    def _before_post(self, doc: Doc, end: int) -> bool:
        """ "Green | MP", "Republican | senator"."""
        for n in (1, 2):
            words = tuple(t.lower_ for t in doc[end : end + n])
            if end + n <= len(doc) and (words in self.titles.posts or " ".join(words) in self.titles.words):
                return True
        return False


def _bracketed(doc: Doc, start: int, end: int) -> bool:
    """In brackets after a name: "(Lab)", "(Con, Harrow East)"."""
    named = start > 1 and doc[start - 1].text == "(" and is_capitalised(doc[start - 2])
    return named and end < len(doc) and doc[end].text in _ENDS


def _said_of(doc: Doc, token: Token, end: int) -> bool:
    """ "a Republican", "the top Democrat on the committee": a noun said of someone."""
    if token.dep_ not in _SAID or end >= len(doc) or is_capitalised(doc[end]):
        return False
    return any(t.pos_ == "DET" for t in token.lefts)
