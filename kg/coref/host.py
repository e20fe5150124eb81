"""Whose paper it is: the body that holds the meeting, sends the letter, or puts its name at the head of a page."""

from collections import Counter
from collections.abc import Iterator

from kg.coref.cast import Cast, Thing, only
from kg.coref.letter import LetterForm
from kg.coref.named import BODY, PERSON
from kg.coref.sole import solely_named
from kg.lexicon import Lexicon

_PLACING = frozenset({"in", "at", "on", "held"})
BEFORE = frozenset({"in", "the"})  # words before a body that is else alone on its line: "IN THE HIGH COURT"
_HEAD = 4  # lines at the head of a text that may say whose it is
_STATED = 3  # findings and recommendations that make it the paper of whoever states them
_SIGNATURE = 3  # lines after "Yours sincerely" that say who signs


class HostReader:
    """Tells the body a text belongs to, where its form says so; a news story belongs to none it names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.meetings = lexicon.evoking("MeetingWord")
        self.letter = LetterForm(lexicon)
        self.nouns = frozenset(lexicon.denoting("SoleName"))
        self.stating = lexicon.evoking("Finding", "verb") | {
            e.words[-1] for e in lexicon.entries for f in e.frames if f.relation == lexicon.roles.call
        }

    def find(self, cast: Cast) -> Thing | None:
        """The body whose meeting it says it is; the last of those alone on the first lines; who sends the letter."""
        head = cast.lines[:_HEAD]
        greeting = self.letter.greeting(cast)
        meeting = next((thing for line in head if (thing := self._of_meeting(cast, *line)) is not None), None)
        if meeting is not None:
            return meeting
        signed = self._signed(cast) if greeting is not None else None
        alone = [thing for start, end in head[:3] if (thing := _alone(cast, start, end)) is not None]
        alone = [thing for thing in alone if thing not in cast.form.values()] or alone  # not whom a form is about
        if signed is not None or alone:
            return signed or alone[-1]
        return self._sender(cast, greeting) if greeting is not None else self._reporting(cast)

    def _reporting(self, cast: Cast) -> Thing | None:
        """The body without a name whose report it is: "The Committee finds ...", "The Committee recommends ..."."""
        stating: Counter[int] = Counter()
        for token in cast.doc:
            if token.dep_ == "nsubj" and token.head.tag_ == "VBZ" and token.head.lemma_ in self.stating:
                thing = cast.at.get(token.i)
                if thing is not None and thing.kind == BODY and solely_named(thing, self.nouns):
                    stating[thing.number] += 1
        number, often = next(iter(stating.most_common(1)), (0, 0))
        return cast.things[number] if often >= _STATED else None

    def addressee(self, cast: Cast) -> Thing | None:
        """The person whom the greeting of a letter names; of "Dear Chief Executive" the one body it is about."""
        greeting = self.letter.greeting(cast)
        if greeting is None:
            return None
        named = _things(cast, cast.lines[greeting : greeting + 1])
        person = next((thing for thing in named if thing.kind == PERSON), None)
        person = person or self._by_post(cast, greeting)
        if person is not None:
            return person
        lines = cast.lines[:greeting] + cast.lines[greeting + 1 : greeting + 2]
        return only(thing for thing in _bodies(cast, lines) if thing is not cast.host)

    def _by_post(self, cast: Cast, greeting: int) -> Thing | None:
        """The one named above "Dear Minister" who is a minister, not whoever signs."""
        words = {t.lower_ for t in cast.doc[slice(*cast.lines[greeting])]}
        above = {t.number: t for t in _things(cast, cast.lines[:greeting]) if t.kind == PERSON and t.nouns & words}
        closing = self.letter.closing(cast)
        signing = {t.number for t in _things(cast, cast.lines[closing:])} if closing is not None else set()
        found = [thing for number, thing in above.items() if number not in signing]
        return found[0] if len(found) == 1 else None

    def own(self, cast: Cast) -> bool:
        """Whether the people a text speaks of are mostly the host's: minutes and letters, not releases to the press."""
        head = cast.lines[:_HEAD]
        letter = self.letter.greeting(cast) is not None
        return letter or any(t.lower_ in self.meetings for s, e in head for t in cast.doc[s:e])

    def _of_meeting(self, cast: Cast, start: int, end: int) -> Thing | None:
        """ "Minutes of the meeting of the Finance Committee held in the Guildhall"."""
        words = (t for t in cast.doc[start:end] if t.lower_ in self.meetings)
        word = next((t.i for t in words if t.text[0].isupper() or t.i == start), None)  # not "within six minutes"
        if word is None:
            return None
        place = next((t.i for t in cast.doc[word:end] if t.lower_ in _PLACING), end)
        return next(_bodies(cast, [(start, place)]), None)

    def _signed(self, cast: Cast) -> Thing | None:
        """The body last named on the first line under a signature that names one: "Director, Ports, Y"."""
        closing = self.letter.closing(cast)
        signature = cast.lines[closing : closing + 1 + _SIGNATURE] if closing is not None else []
        bodies = (list(_bodies(cast, [line])) for line in signature)
        return next((found[-1] for found in bodies if found), None)

    def _sender(self, cast: Cast, greeting: int) -> Thing | None:
        """Who sends a letter that no body signs: the one in its head, above all those whom it addresses."""
        found = cast.lines
        greeted = {thing.number for thing in _things(cast, found[greeting : greeting + 1]) if thing.kind == PERSON}
        above = ((n, list(_things(cast, found[n : n + 1]))) for n in range(greeting))
        to = (
            n for n, things in above if any(t.number in greeted or (not greeted and t.kind == PERSON) for t in things)
        )
        posts = {i for h in cast.holdings for i in range(h.start, h.end)}  # "Minister for Prisons" is no prison's
        free = ((i, i + 1) for start, end in found[: min(next(to, greeting), _HEAD)] for i in range(start, end))
        return next(_bodies(cast, [span for span in free if span[0] not in posts]), None)


def _things(cast: Cast, spans: list[tuple[int, int]]) -> Iterator[Thing]:
    return (cast.at[i] for start, end in spans for i in range(start, end) if i in cast.at)


def _bodies(cast: Cast, spans: list[tuple[int, int]]) -> Iterator[Thing]:
    return (thing for thing in _things(cast, spans) if thing.kind == BODY)


def _alone(cast: Cast, start: int, end: int) -> Thing | None:
    """The body that is all a line says."""
    words = [t for t in cast.doc[start:end] if t.is_alpha and t.lower_ not in BEFORE]
    things = {cast.at[t.i].number for t in words if t.i in cast.at}
    if len(things) != 1 or not all(t.i in cast.at for t in words):
        return None
    thing = cast.things[things.pop()]
    return thing if thing.kind == BODY else None
