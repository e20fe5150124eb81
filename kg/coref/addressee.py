"""Who "you" is in a letter: the person it is addressed to."""

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.letter import LetterForm
from kg.coref.named import PERSON
from kg.lexicon import Lexicon


class AddresseeReader:
    """Gives the second person of a letter someone to stand for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.letter = LetterForm(lexicon)
        self.duty = lexicon.evoking("Duty", "verb") - lexicon.evoking("Light", "verb")
        self.reports = {e.words[-1] for e in lexicon.entries if any(k.endswith("Report") for k in e.denotes)}

    def settle(self, cast: Cast) -> None:
        """Note whom the writer speaks to, outside quotations."""
        whom = self.find(cast)
        if whom is None:
            return
        quoted = {i for start, end in cast.quotations for i in range(start, end)}
        for token in cast.doc:
            if token.i not in quoted and token.i not in cast.at and self._meant(token):
                cast.mention(cast.doc[token.i : token.i + 1], whom, names=False)

    def _meant(self, token: Token) -> bool:
        """ "You should act", "your leadership": not "I am grateful to you", "you asked", "your report"."""
        if token.lower_ == "your" and token.dep_ == "poss":
            thing = token.head
            return thing.pos_ == "NOUN" and thing.dep_ != "conj" and thing.lemma_ not in self.reports
        bound = any(t.dep_ == "aux" and t.lemma_ in self.duty for t in token.head.children)
        return token.lower_ == "you" and token.dep_ in ("nsubj", "nsubjpass") and bound

    def find(self, cast: Cast) -> Thing | None:
        """The person on a line "To: ...", or named alone above the greeting, else the one who is greeted."""
        greeting = self.letter.greeting(cast)
        if greeting is None:
            return None
        head = cast.lines[: greeting + 1]
        to = [line for line in head if cast.doc[line[0]].lower_ == "to"]
        people = [self._people(cast, line) for line in (to or head[::-1])]
        named = next((found for found in people if found), [])
        one = {thing.number: thing for thing in named if thing is not cast.voice}
        return next(iter(one.values())) if len(one) == 1 else None

    def _people(self, cast: Cast, line: tuple[int, int]) -> list[Thing]:
        return [cast.at[i] for i in range(*line) if i in cast.at and cast.at[i].kind == PERSON]
