"""The form of a letter or a speech: the line that greets, and the one that closes it."""

from kg.coref.cast import Cast
from kg.lexicon import Lexicon

_HEAD = 15  # lines at the head of a text within which a letter greets
_ADDRESS = 12  # tokens of the longest line of an address
_PROSE = 25  # tokens of a line that tells of a letter, above which no line is one of a letter's head
_SHORT = 8  # tokens of the longest line that closes one: with the name on the same line


class LetterForm:
    """Finds the parts of a letter by the words they begin with."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.greetings = lexicon.evoking("Greeting")
        self.vocatives = tuple(sorted(lexicon.evoking("Vocative")))
        self.sign_off = tuple(form.casefold() for form in sorted(lexicon.evoking("SignOff")))

    def greeting(self, cast: Cast) -> int | None:
        """The number of the line "Dear Ms Boyd"; None of a text that is no letter, nor of a release that copies one."""
        for n, (start, end) in enumerate(cast.lines[:_HEAD]):
            if cast.doc[start].lower_ in self.greetings:
                return n
            if end - start > _PROSE and cast.doc[end - 1].text == ".":
                return None
        return None

    def spoken(self, cast: Cast) -> bool:
        """Whether a speaker turns to those who listen, after the lines that say who it is: "Mr. Chair, I am glad"."""
        lines = (cast.doc[start:end].text.casefold().replace(".", "") for start, end in cast.lines[1:_HEAD])
        return any(line.startswith(self.vocatives) for line in lines)

    def copied(self, cast: Cast) -> range:
        """The tokens of a letter that a release copies at its end, in which "we" are those who wrote it."""
        starts = (start for start, _ in cast.lines if cast.doc[start].lower_ in self.greetings)
        start = next(starts, None) if self.greeting(cast) is None else None
        return range(start if start is not None else len(cast.doc), len(cast.doc))

    def addressed(self, cast: Cast) -> set[int]:
        """The starts of the short lines above "Dear Ms Boyd", at whatever place: who reads it, and where they live."""
        found: set[int] = set()
        above: list[int] = []
        for start, end in cast.lines:
            if cast.doc[start].lower_ in self.greetings:
                found |= {*above, start}
            above = [*above, start] if end - start <= _ADDRESS else []
        return found

    def closing(self, cast: Cast) -> int | None:
        """The number of the line "Yours sincerely", after which the sender signs."""
        short = ((n, cast.doc[s:e].text.casefold()) for n, (s, e) in enumerate(cast.lines) if e - s <= _SHORT)
        return next((n for n, text in short if text.startswith(self.sign_off)), None)
