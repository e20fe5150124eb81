"""Who puts their name to a text: under "Yours sincerely", on its last lines, on a line right under its title."""

import re
from itertools import pairwise

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.letter import LetterForm
from kg.coref.named import BODY, PERSON
from kg.lexicon import Lexicon

_FOOT = 5  # lines at the foot of a text that may sign it
_TOP = 5  # lines at its head, of which one may be the writer's name
_SHORT = 12  # tokens of the longest line that is a name and a post
_TITLES = 6  # capitalised words of rank around a name on its line
_LETTERS = 5  # of the longest degree or honour after a name
_UNDER = 2  # lines under a name that say for whom it signs
_CLOCK = re.compile(r"[012]?\d:[0-5]\d\b|[012]\d\.[0-5]\d\b(?! \d)")
_LETTER = re.compile(r"([A-Z])[.)]\s")
_NAME = 3  # words of the longest name that a line alone may make a person's
_TEXT = 15  # tokens of the shortest paragraph that follows a byline
_TIMES = 3  # lines that begin with the time of day make a live blog

Signature = tuple[Thing | None, Thing | None]  # the person, and the body they sign for


class SignatureReader:
    """Tells who signs, or is named as the writer."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.letter = LetterForm(lexicon)
        self.issuing = lexicon.evoking("Issuing", "verb")
        self.sole = lexicon.evoking("SoleOffice")
        self.posts = lexicon.post_nouns
        self.texts = lexicon.evoking("Statement", "noun") | lexicon.evoking("InstitutionalText")

    def find(self, cast: Cast) -> Signature:
        """The person on a line of their own at the foot, and the body right under it; else a body that issues it."""
        closing = self.letter.closing(cast)
        start = closing + 1 if closing is not None else max(0, len(cast.lines) - _FOOT)
        readers = self.letter.addressed(cast)
        for n in range(start, len(cast.lines)):
            passed = cast.lines[n][0] in readers or _lettered(cast, n)
            person = named_alone(cast, *cast.lines[n]) if not passed else None
            if person is not None:
                return person, _body(cast, cast.lines[n : n + 1 + _UNDER])
        signed = _body(cast, cast.lines[start : start + 1 + _UNDER]) if closing is not None else None
        return None, signed or self._issuer(cast)

    def columnist(self, cast: Cast) -> Thing | None:
        """The writer of an opinion piece, though their name alone on its line was taken for that of something else."""
        for (start, end), (first, last) in pairwise(cast.lines[1 : _TOP + 1]):
            thing = cast.at.get(start)
            words = [t for t in cast.doc[start:end] if t.is_alpha]
            whole = thing is not None and all(cast.at.get(t.i) is thing for t in words) and thing.known is None
            if thing is not None and whole and last - first >= _TEXT and 1 < len(words) <= _NAME:
                thing.kind = PERSON
                return thing
        return None

    def byline(self, cast: Cast) -> Thing | None:
        """The person whose name is all of a line above the text of an article, or of a speech: with a post between."""
        if self.letter.greeting(cast) is not None:
            return None
        for n, (start, end) in enumerate(cast.lines[1 : _TOP + 1], 1):
            heading = any(t.lower_ in self.texts for t in cast.doc[start:end])
            person = named_alone(cast, start, end) if not heading else None
            if person is not None and self._over_text(cast, n + 1):
                return person
        return None

    def _over_text(self, cast: Cast, n: int) -> bool:
        """Whether a line is one of text, or begins a few on which there is a post, with the text under them."""
        for k, (start, end) in enumerate(cast.lines[n : n + _UNDER + 1]):
            if end - start >= _TEXT:
                above = cast.doc[cast.lines[n][0] : start]
                return k == 0 or any(t.lower_ in self.posts for t in above)
        return False

    def stating(self, cast: Cast) -> Thing | None:
        """Who is named as speaking: "Statement by the Minister for Health", "Mr Lee (Minister): Today ..."."""
        doc = cast.doc
        for start, end in cast.lines[: _TOP + 3]:
            first = next((cast.at[i] for i in range(start, min(start + 2, end)) if i in cast.at), None)
            colon = next((i for i in range(start, min(start + 2 * _SHORT, end - 1)) if doc[i].text == ":"), None)
            if first is not None and first.kind == PERSON and colon is not None and doc[colon - 1].text == ")":
                return first
            by = [t.i for t in doc[start:end] if t.lower_ == "by" and end - start <= _SHORT]
            said = (cast.at.get(i) for b in by for i in range(b + 1, end))
            if (person := next((t for t in said if t is not None and t.kind == PERSON), None)) is not None:
                return person
        return None

    def in_office(self, cast: Cast, person: Thing) -> bool:
        """Whether they hold an office that is a body by itself: the Auditor General."""
        doc = cast.doc
        mine = (h for h in cast.holdings if cast.at.get(h.person) is person and not h.former)
        return any(doc[h.start : h.end].text.casefold() in self.sole for h in mine)

    def _issuer(self, cast: Cast) -> Thing | None:
        """ "Issued by: the Directorate of Fisheries", on one of the last lines."""
        for start, end in cast.lines[-_FOOT:]:
            head = list(cast.doc[start : min(start + 3, end)])
            issued = len(head) == 3 and head[0].lemma_.lower() in self.issuing and head[1].lower_ == "by"
            if issued and end - start <= _SHORT:
                return _body(cast, [(start, end)])
        return None


def _lettered(cast: Cast, n: int) -> bool:
    """Whether a line is the heading of an item, after one of the letter before: "E. Staff", "F. Notices"."""
    letter = _LETTER.match(cast.doc[slice(*cast.lines[n])].text)
    above = (_LETTER.match(cast.doc[start:end].text) for start, end in cast.lines[:n])
    return letter is not None and any(m is not None and ord(m[1]) == ord(letter[1]) - 1 for m in above)


def live(cast: Cast) -> bool:
    """Whether it is a live blog: line after line begins with the time of day."""
    text = cast.doc.text
    starts = [cast.doc[start].idx for start, _ in cast.lines]
    return sum(_CLOCK.match(text, at) is not None for at in starts) >= _TIMES


def named_alone(cast: Cast, start: int, end: int) -> Thing | None:
    """The person whose name, with titles and nothing else, is all that a line says."""
    words = [t for t in cast.doc[start:end] if t.is_alpha]
    if not words or end - start > _SHORT or cast.doc[end - 1].text in ".!?:;":
        return None
    named = [cast.at[t.i] for t in words if t.i in cast.at and t.i in cast.naming and not _letters(t)]
    rest = [t for t in words if t.i not in cast.at or t.i not in cast.naming]
    if not named or named[0].kind != PERSON or any(t is not named[0] for t in named):
        return None
    titles = len(rest) <= _TITLES and all(t.text[0].isupper() for t in rest)
    return named[0] if titles and len(rest) <= 2 * len(named) else None


def _letters(token: Token) -> bool:
    """ "Ann Lee, CPA, CA": what the second and the third are is no name."""
    return token.is_upper and len(token) <= _LETTERS and bool(token.i) and token.nbor(-1).text == ","


def _body(cast: Cast, lines: list[tuple[int, int]]) -> Thing | None:
    """The last body on the first of some short lines that names one: "Director, Social Care, Ofsted"."""
    for start, end in lines:
        things = [cast.at[i] for i in range(start, end) if i in cast.at and cast.at[i].kind == BODY]
        if things and end - start <= _SHORT and cast.doc[end - 1].text != ".":
            return things[-1]
    return None
