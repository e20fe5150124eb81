"""Who "she said" is where the pronoun was left open: who spoke just before, or whom that sentence was about.

"Amina Yusuf lost a son. "The minister should go," she said." Between two people of the right kind the
words before the quotation decide; who else the text speaks of does not matter. Once it is known who speaks,
"they" in their very words is nobody they would call "we".
"""

from spacy.tokens import Doc, Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import PERSON
from kg.grammar import coordinated, objects
from kg.lexicon import Lexicon

_BACK = 2  # sentences before that may tell who speaks


class SpeakerReader:
    """Gives the pronouns that speak someone to stand for."""

    def __init__(self, lexicon: Lexicon) -> None:
        person = lexicon.evoking("PersonPronoun", "pronoun")
        self.female = person & lexicon.evoking("Female", "pronoun")
        self.male = person & lexicon.evoking("Male", "pronoun")
        self.others = lexicon.evoking("BodyPronoun", "pronoun")
        self.heading = lexicon.verbs_of(lexicon.roles.heading)

    def settle(self, cast: Cast) -> None:
        """Note whom the open pronouns before verbs of saying mean, and whom those within cannot mean."""
        self._find(cast)
        for speech in cast.speeches:
            speaker = cast.at.get(speech.speaker) if speech.direct else None
            if speaker is None or speaker.kind != PERSON:
                continue
            own = self._bodies(cast, speaker)
            for token in cast.doc[speech.start : speech.end]:
                if token.lower_ in self.others and cast.at.get(token.i) in own:
                    cast.at[token.i].spans.remove((token.i, token.i + 1))
                    del cast.at[token.i]

    def _bodies(self, cast: Cast, person: Thing) -> list[Thing]:
        """Where someone has a post: "Y, who chairs the board", "Y, chair of the board"."""
        names = (cast.doc[start:end].root for start, end in person.spans)
        clauses = (t for name in names for t in name.rights if t.dep_ == "relcl" and t.lemma_ in self.heading)
        led = (o.i for clause in clauses for o in objects(clause))
        return [*cast.bodies_of(person), *(cast.at[i] for i in led if i in cast.at)]

    def _find(self, cast: Cast) -> None:
        for i in sorted({speech.speaker for speech in cast.speeches}):
            token = cast.doc[i]
            if i in cast.at or token.lower_ not in self.female | self.male or token.dep_ != "nsubj":
                continue
            thing = self._before(cast, token)
            if thing is not None:
                cast.mention(cast.doc[i : i + 1], thing, names=False)

    def _before(self, cast: Cast, pronoun: Token) -> Thing | None:
        start = pronoun.sent.start
        for _ in range(_BACK):
            if not start:
                return None
            sent = cast.doc[start - 1].sent
            at = self._leading(cast, sent.start, start)
            if at is not None:
                pair = {cast.at[t.i].number: cast.at[t.i] for t in coordinated(cast.doc[at]) if t.i in cast.at}
                found = [t for t in pair.values() if t.kind == PERSON and self._fits(t, pronoun)]
                return found[0] if len(found) == 1 and found[0] is cast.at[at] else None
            start = sent.start
        return None

    def _leading(self, cast: Cast, start: int, end: int) -> int | None:
        """Who speaks in a sentence, else the person that is its subject."""
        doc: Doc = cast.doc
        speakers = [s.speaker for s in cast.speeches if start <= s.speaker < end and s.speaker in cast.at]
        roots = [t.i for t in doc[start:end] if t.dep_ == "nsubj" and t.head.dep_ == "ROOT" and t.i in cast.at]
        people = [i for i in (*reversed(speakers), *roots) if cast.at[i].kind == PERSON]
        return people[0] if people else None

    def _fits(self, thing: Thing, pronoun: Token) -> bool:
        gender = "f" if pronoun.lower_ in self.female else "m"
        return thing.gender in (None, gender)
