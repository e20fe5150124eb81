"""Parties by which a text calls politicians: "Green MP Ann Poole", "Neil Garrowby (Lab, Hull East)", "a Republican"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.titles import Titles, is_capitalised

_ENDS = frozenset({")", ",", ";", "-", "–"})
_JOINS = frozenset({"-", "–", "and", "&", "of"})
_LONGEST_SEAT = 8  # tokens
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
                    own = len(words) > 1 and not any(map(self.titles.dictionary.has, words))  # "Fianna Fáil"
                    if own or self._before_post(doc, end) or _bracketed(doc, token.i, end) or _said_of(doc, token, end):
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
    """In brackets after a name: "(Lab)", "(Con, Harrow East)", "(Harrow East, Con)"."""
    if end >= len(doc) or doc[end].text not in _ENDS:
        return False
    i = start
    if doc[start - 1].text == "," and doc[end].text == ")":
        i -= 1
        while i > max(0, start - _LONGEST_SEAT) and (is_capitalised(doc[i - 1]) or doc[i - 1].text in _JOINS):
            i -= 1
    return i > 1 and doc[i - 1].text == "(" and is_capitalised(doc[i - 2])


def _said_of(doc: Doc, token: Token, end: int) -> bool:
    """ "a Republican", "the top Democrat on the committee": a noun said of someone."""
    if token.dep_ not in _SAID or end >= len(doc) or is_capitalised(doc[end]):
        return False
    return any(t.pos_ == "DET" for t in token.lefts)
