"""Groups named one by one: "three firms: A, B and C", "two directors, A and B, left", "those fined were A and B"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.coref.candidates import Nouns
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.grammar import surface_subjects
from kg.lexicon import Lexicon

_COLONS = frozenset({":", "(", "–", "—"})
_JOINS = frozenset({",", ";", "and", "&"})
_CLOSES = frozenset({",", ".", ")", ";", "–", "—"})
_BARE = frozenset({"those", "these"})
_FILLERS = frozenset({"DET", "ADJ", "NOUN", "NUM", "PROPN"})  # "its treasurer Ann Lee", "Ann Lee, 45,"
_BACK, _WORDS = 10, 4  # tokens back to the noun; words before a name

Row = tuple[Thing, ...]


class ListReader:
    """Notes which plural nouns mean the people or bodies named after them, all of them together."""

    def __init__(self, lexicon: Lexicon, nouns: Nouns) -> None:
        self.nouns = nouns
        self.telling = lexicon.evoking("Listing", "verb") | {"be"}

    def run(self, cast: Cast) -> None:
        for token in cast.doc:
            if token.text in _COLONS or token.text == "," or token.lemma_ in self.telling:
                row = _row(cast, token)
                noun = self._noun(cast, token, row[0].kind) if row else None
                if noun is not None:
                    cast.together.setdefault(noun.i, row)

    def _noun(self, cast: Cast, opening: Token, kind: str) -> Token | None:
        """The nearest plural before the list that may be for such things; past a verb its subject."""
        for token in _before(opening):
            if token.pos_ in ("VERB", "AUX"):
                told = opening.text != "," and token.i < opening.i
                return next((s for s in surface_subjects(token) if told and self._may(cast, s, kind)), None)
            if self._may(cast, token, kind):
                return token
        return None

    def _may(self, cast: Cast, token: Token, kind: str) -> bool:
        if token.lower_ in _BARE and token.pos_ in ("PRON", "DET"):
            return True
        if token.tag_ not in ("NNS", "NNPS") or token.i in cast.naming:
            return False
        return self.nouns.kind(token) == kind


def _before(opening: Token) -> Iterator[Token]:
    """The words before an opening, back to where another phrase begins."""
    for i in range(opening.i - 1, max(opening.i - _BACK, opening.sent.start) - 1, -1):
        token = opening.doc[i]
        if token.is_punct or token.pos_ in ("CCONJ", "SPACE"):
            return
        yield token


def _row(cast: Cast, opening: Token) -> Row:
    """The two or more names that follow, joined by commas and "and"; none of a list that goes on otherwise."""
    doc, found, joins, words = cast.doc, dict[int, Thing](), set[str](), 0
    i, end = opening.i + 1, opening.i + 1
    fresh = True  # whether something stands between the last name and here
    while i < len(doc) and cast.paragraphs[i] == cast.paragraphs[opening.i]:
        thing = cast.at.get(i)
        if i in cast.naming and thing is not None and thing.kind in (PERSON, BODY):
            if not fresh or any(thing.kind != t.kind for t in found.values()):
                break
            while cast.at.get(i) is thing and i in cast.naming:
                i += 1
            if i < len(doc) and doc[i].tag_ == "POS":
                break
            found[thing.number], end, words, fresh = thing, i, 0, False
            continue
        if doc[i].lower_ in _JOINS:
            fresh = True
            joins.add(doc[i].lower_)
        elif fresh and doc[i].pos_ in _FILLERS and words < _WORDS:
            words += 1
        else:
            break
        i += 1
    closed = end >= len(doc) or doc[end].text in _CLOSES
    whole = closed and not joins.isdisjoint({"and", "&"})
    return tuple(found.values()) if len(found) > 1 and (whole or opening.text in _COLONS) else ()
