"""Other words for a report or an investigation: "it", "its", "the findings"."""

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Cast, Thing
from kg.grammar import after, possessors
from kg.lexicon import Lexicon
from kg.vocab import OV

_SENTENCES = 2  # back that "the findings" may reach


class OutcomeReader:
    """Gives such words to the event they speak of, once all events are known."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.outcomes = lexicon.evoking("Outcome", "noun")
        reporting = lexicon.evoking("Reporting", "verb")
        self.telling = lexicon.evoking("Finding", "verb") | reporting | lexicon.verbs_of(OV.criticises)

    def run(self, cast: Cast) -> None:
        events = [t for t in cast.things if t.head is not None]
        if not events:
            return
        for token in cast.doc:
            if token.lower_ == "it" and token.dep_ == "nsubj":
                self._it(cast, token)
            elif token.lower_ in self.outcomes and token.i not in cast.at and token.pos_ == "NOUN":
                event = self._of_findings(cast, token, events)
                if event is not None:
                    cast.at[token.i] = event
                    event.spans.append((token.i, token.i + 1))

    def _it(self, cast: Cast, token: Token) -> None:
        """ "The report was released. *It* found ...": what reports do, after a sentence about one."""
        if token.head.lemma_ not in self.telling:
            return
        event = self._subject_before(cast, token)
        if event is not None:
            cast.at[token.i] = event

    def _subject_before(self, cast: Cast, token: Token) -> Thing | None:
        sent = token.sent
        for first, last in ((sent.start, token.i), (cast.doc[max(0, sent.start - 1)].sent.start, sent.start)):
            for one in cast.doc[first:last]:
                if one.dep_ in ("nsubj", "nsubjpass") and one.i in cast.at and one.pos_ != "PRON":
                    thing = cast.at[one.i]
                    return thing if thing.kind == REPORT or thing.head is not None else None
        return None

    def _of_findings(self, cast: Cast, noun: Token, events: list[Thing]) -> Thing | None:
        """Whose findings: those of an event, of the body that made one, or of the last event spoken of."""
        owners = [cast.at[t.i] for t in (*possessors(noun), *after(noun, "of"), *after(noun, "from")) if t.i in cast.at]
        for owner in owners:
            if owner.head is not None:
                return owner
        if owners or after(noun, "of"):
            return None
        if not any(t.lower_ in ("the", "these", "its") for t in noun.lefts):
            return None
        start = noun.sent.start
        for _ in range(_SENTENCES):
            start = cast.doc[max(0, start - 1)].sent.start
        before = [(s, t.number, t) for t in events for s, _ in t.spans if start <= s < noun.i]
        return max(before, key=lambda one: one[:2])[2] if before else None
