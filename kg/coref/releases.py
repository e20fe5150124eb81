"""Who gives out a release to the press or a statement, in which they say "we"."""

from collections.abc import Collection

from spacy.tokens import Token

from kg.coref.arguments import REPORT
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY
from kg.coref.watchdogs import Watchdogs
from kg.grammar import FINITE, subjects
from kg.lexicon import Lexicon

_HEAD = 8  # lines at the head of a text that may say what sort of text it is
_FOOT = 4  # lines at the foot of a release that may say who its sender is
_TITLE = 3  # tokens of the longest line that says no more than "Public statement"
_ACTING = frozenset({"nsubj", "nsubjpass", "appos", "conj"})
_BELOW = frozenset({"relcl", "ccomp", "advcl"})
_STOPS = frozenset({".", "!", "?"})


class ReleaseReader:
    """Finds the body that issues it."""

    def __init__(self, lexicon: Lexicon) -> None:
        roles = lexicon.roles
        self.issuing = lexicon.evoking("Issuing", "verb")
        self.making = self.issuing | lexicon.verbs_of(roles.writing)
        self.papers = lexicon.nouns_for(REPORT) | lexicon.evoking("InstitutionalText")
        self.releases = lexicon.evoking("Release", "noun")
        self.statements = lexicon.evoking("Statement", "noun")
        self.watches = Watchdogs(lexicon).watches
        self.planning = lexicon.evoking("Planning", "verb")
        asking = lexicon.verbs_of(roles.call) | lexicon.verbs_of(roles.answer)
        self.asking = (asking - self.planning - lexicon.evoking("Light", "verb")) | lexicon.evoking("Filing", "verb")
        saying = lexicon.evoking("Reporting", "verb") | lexicon.verbs_of(roles.approval)
        self.telling = {form.split()[0] for form in saying}  # "put on record"

    def releasing(self, cast: Cast, others: Collection[int]) -> Thing | None:
        """Who gives out a "press release": the body on that line, "PRESS RELEASE | Y", else a watchdog it tells of."""
        line = self._line(cast)
        if line is None:
            return None
        bodies = {cast.at[i].number for i in range(*line) if i in cast.at and cast.at[i].kind == BODY}
        return cast.things[bodies.pop()] if len(bodies) == 1 else self.watchdog(cast, others)

    def telling_of_itself(self, cast: Cast, others: Collection[int]) -> Thing | None:
        """Of a release or a statement that says "we", the body that it describes at its end, or that asks or wishes.

        "River Watch is today lodging a complaint", "The Rail Society wishes to state"; "The Data Board enforces the
        law" under the text: not "The Tribunal has fined Acme Ltd", whose release that may not be.
        """
        if self._line(cast) is None and not any(self._titled(cast, *line) for line in cast.lines[:_HEAD]):
            return None
        found = self._described(cast) or self._performing(cast)
        return found if found is not None and found.number not in others else None

    def _described(self, cast: Cast) -> Thing | None:
        """The one body named before of which the last lines say what it does."""
        doc, found = cast.doc, dict[int, Thing]()
        foot = cast.lines[-_FOOT][0] if len(cast.lines) > 2 * _FOOT else len(doc)
        for token in doc[foot:]:
            thing = cast.at.get(token.i)
            now = token.dep_ == "nsubj" and token.head.tag_ == "VBZ" and token.head.dep_ not in _BELOW
            if thing is not None and thing.kind == BODY and now and not cast.quoted(token.i):
                found[thing.number] = thing
        one = next(iter(found.values())) if len(found) == 1 else None
        return one if one is not None and one.spans[0][0] < len(doc) // 2 else None

    def _performing(self, cast: Cast) -> Thing | None:
        """The first body a text tells of, where it now asks for, answers or lodges something, or wishes to speak."""
        token = _first(cast)
        if token is None or token.dep_ != "nsubj":
            return None
        verb = token.head
        now = verb.tag_ == "VBZ" or (verb.tag_ == "VBG" and any(t.tag_ == "VBZ" for t in verb.lefts))
        wished = verb.lemma_ in self.planning and any(
            t.lemma_ in self.telling for t in verb.rights if t.dep_ == "xcomp"
        )
        return cast.at[token.i] if now and (wished or verb.lemma_ in self.asking) else None

    def issuer(self, cast: Cast) -> Thing | None:
        """The body that says of itself: "Y issued this report ahead of its own"."""
        for token in cast.doc:
            this = token.dep_ in ("dobj", "nsubjpass") and token.lower_ in self.papers
            if not this or not any(t.lower_ == "this" for t in token.lefts) or cast.speech_at(token.i) is not None:
                continue
            makers = [cast.at.get(t.i) for t in subjects(token.head)] if token.head.lemma_ in self.making else []
            if len(makers) == 1 and makers[0] is not None and makers[0].kind == BODY:
                return makers[0]
        return None

    def watchdog(self, cast: Cast, others: Collection[int]) -> Thing | None:
        """The first body its sentences name, if it watches over others: "the Care Inspectorate has a duty".

        One that is named later is another body, of which a text that says "we" speaks.
        """
        root = _first(cast)
        if root is None:
            return None
        beside = (cast.at.get(t.i) for t in root.children if t.dep_ == "appos")
        named = (t for t in (cast.at[root.i], *beside) if t is not None)
        found = next((t for t in named if self.watches(t)), None)  # first in another language
        return found if found is not None and found.number not in others else None

    def _line(self, cast: Cast) -> tuple[int, int] | None:
        """The line at the head that says it is a release."""
        for start, end in cast.lines[:_HEAD]:
            line = cast.doc[start:end].text.casefold()
            if cast.doc[end - 1].text not in _STOPS and any(word in line for word in self.releases):
                return start, end
        return None

    def _titled(self, cast: Cast, start: int, end: int) -> bool:
        return end - start <= _TITLE and cast.doc[end - 1].lower_ in self.statements


def _first(cast: Cast) -> Token | None:
    """The first word for a body in a sentence that is no heading, if there it does or is something for certain."""
    for sent in cast.doc.sents:
        if not any(t.tag_ in FINITE for t in sent):
            continue  # a heading
        for token in sent:
            thing = cast.at.get(token.i)
            if thing is not None and thing.kind == BODY:
                start, end = next((s, e) for s, e in thing.spans if s <= token.i < e)
                root = cast.doc[start:end].root
                acts = root.dep_ in _ACTING and not any(t.tag_ in ("MD", "VB") for t in root.head.lefts)
                return root if acts else None
    return None
