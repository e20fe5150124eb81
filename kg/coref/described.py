"""Whoever "said the hotelier" is: the one person the sentence before is about."""

from spacy.tokens import Token

from kg.coref.candidates import OTHER, Candidate, Candidates, Nouns
from kg.coref.cast import Thing
from kg.coref.layout import CLOSE
from kg.coref.named import BODY, PERSON
from kg.lexicon import Lexicon


class Described:
    """Descriptions of those who speak, by what the text has not said of them before."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.nouns = Nouns(lexicon)
        self.saying = lexicon.evoking("Reporting", "verb")
        self.posts = lexicon.post_nouns

    def resolve(self, candidates: Candidates, token: Token) -> Thing | None:
        """ "Ann Lee used a stronger word. "It is a shambles," said the hotelier": Ann Lee."""
        verb, cast = token.head, candidates.cast
        if token.dep_ != "nsubj" or verb.lemma_ not in self.saying or token.tag_ != "NN" or token.i < verb.i:
            return None
        if token.lower_ in self.posts or self.nouns.kind(token) not in (PERSON, OTHER):
            return None
        if not verb.i or not any(t.text in CLOSE for t in cast.doc[verb.i - 2 : verb.i]):
            return None
        start = next((s for s, e in cast.quotations if s <= verb.i - 2 < e or e == verb.i), None)
        if start is None:
            return None
        people = {c.thing.number: c for c in self._before(candidates, start) if c.thing is not None}
        only = next(iter(people.values())) if len(people) == 1 else None
        gender = self.nouns.gender(token)
        if only is None or only.thing is None or only.head.dep_ not in ("nsubj", "nsubjpass"):
            return None
        return None if gender and only.thing.gender not in (None, gender) else only.thing

    def _before(self, candidates: Candidates, start: int) -> list[Candidate]:
        """The people and bodies of the sentence before a quotation, in its paragraph."""
        cast = candidates.cast
        near = [(b, c) for b, c in candidates.before(start, 1) if cast.paragraphs[c.head.i] == cast.paragraphs[start]]
        near = [(b, c) for b, c in near if c.kind in (PERSON, BODY) and c.head.i < start]
        return [c for b, c in near if b == near[0][0]]
