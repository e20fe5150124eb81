"""A reply that goes through what it answers, item by item: whose the items are."""

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY
from kg.lexicon import Lexicon

_HEAD = 6  # lines at the head of a text, one of which says what it answers


class AnsweredReader:
    """Tells the recommendations of "Y's response to the report of X", which are X's, from the answers of Y."""

    def __init__(self, cast: Cast, lexicon: Lexicon) -> None:
        self.cast = cast
        self.replies = lexicon.evoking("Reply", "noun")
        self.outcomes = lexicon.evoking("Outcome", "noun")
        self.body = self._answered() if self.cast.voice is not None and self.cast.voice.kind == BODY else None

    def author(self, token: Token) -> Thing | None:
        """Whose word a token is where it stands in an item that is answered: "Recommendation 3: Y should ..."."""
        if self.body is None:
            return None
        start, end = next((s, e) for s, e in self.cast.lines if s <= token.i < e)
        item = self.cast.doc[start].lower_.removesuffix("s") in self.outcomes
        numbered = item and any(t.like_num or t.text == ":" for t in self.cast.doc[start + 1 : min(start + 4, end)])
        return self.body if numbered else None

    def _answered(self) -> Thing | None:
        doc, at = self.cast.doc, self.cast.at
        for start, end in self.cast.lines[:_HEAD]:
            after = next((i + 1 for i in range(start, end) if doc[i].lower_ in self.replies), end)
            if after < end and doc[after].lower_ == "to" and at.get(start) is self.cast.voice:
                bodies = (at[i] for i in range(after, end) if i in at and i in self.cast.naming)
                return next((t for t in bodies if t.kind == BODY and t is not self.cast.voice), None)
        return None
