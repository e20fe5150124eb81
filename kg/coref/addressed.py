"""Whom "you" means in a letter that a text quotes: "Dear sir" stands nowhere, but to whom it was written."""

from spacy.tokens import Token

from kg.coref.cast import Cast, Speech, Thing, only
from kg.coref.named import BODY, PERSON
from kg.grammar import after
from kg.lexicon import Lexicon


class Addressed:
    """Finds the one that a quoted letter is to."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.writing = lexicon.evoking("Addressing", "verb") & lexicon.verbs_of(lexicon.roles.writing)
        self.letters = lexicon.evoking("Addressing", "noun")

    def to(self, cast: Cast, token: Token, speech: Speech) -> Thing | None:
        """Of "you urge" in what X "wrote": the only one that, up to there, anyone is said to have written to."""
        if speech.verb is None or not speech.direct or cast.doc[speech.verb].lemma_ not in self.writing:
            return None
        told = (t for t in cast.doc[: max(token.i, speech.verb)] if self._writes(t))
        found = (cast.at[p.i] for t in told for p in after(t, "to") if p.i in cast.at)
        return only(t for t in found if t.kind in (PERSON, BODY))

    def _writes(self, token: Token) -> bool:
        if token.pos_ == "VERB":
            return token.lemma_ in self.writing
        return token.pos_ == "NOUN" and token.lemma_ in self.letters
