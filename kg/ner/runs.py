"""Names of bodies by their shape: runs of capitalised words around a word that bodies' names have.

"Coastal Safety Agency" ends with such a word, "Department for Ports, Fisheries and
Waterways" begins with one, "Roads and Bridges Agency" holds an "and" that is its own.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.cuts import AND, OF, Cuts, Span
from kg.ner.dictionary import Dictionary
from kg.ner.titles import APOSTROPHES, PLACING, Titles, is_capitalised

_NOT_NAMES = frozenset({"DET", "PRON", "ADP", "SCONJ", "CCONJ", "ADV", "VERB", "AUX", "INTJ", "PUNCT", "PART"})
_MAKERS = frozenset({"agent", "maker"})  # the slots of nouns for what is carried out or written
_PARTICIPLES = frozenset({"VBN", "VBD"})
_LONGEST_LIST = 14  # tokens of "for A, B and C"


class Shapes:
    """Finds names by shape; ``known`` spans (of the model or the gazetteer) settle what is one name."""

    def __init__(self, lexicon: Lexicon, dictionary: Dictionary) -> None:
        kinds = lexicon.denoting("BodyWord")
        self.body_words = frozenset(w for w in kinds if " " not in w)
        self.offices = lexicon.evoking("OfficeOf")
        self.no_bodies = lexicon.evoking("Law") | lexicon.evoking("Programme")
        self.foreign = lexicon.evoking("ForeignBody")
        self.activities = lexicon.evoking("Activity")
        self.greetings = lexicon.evoking("Greeting")
        self.forms = frozenset(w for w in lexicon.evoking("LegalForm") if not dictionary.has(w))
        self.titles = Titles(lexicon, self.body_words, dictionary)
        self.acts = frozenset(
            e.words[-1] for e in lexicon.entries if any(f.subject[0].name in _MAKERS for f in e.frames)
        )
        self.acts -= self.body_words  # "Police | Authority"
        self.cuts = Cuts(lexicon, self.body_words, dictionary)

    def bodies(self, doc: Doc, known: list[Span]) -> Iterator[Span]:
        """Token offsets of bodies' names, in order."""
        inside = {i: (s, e) for s, e in known for i in range(s, e)}
        for start, end in self._runs(doc, inside):
            for left, right in self._around_posts(doc, start, end):
                for s, e in self.cuts.pieces(doc, left, right, inside):
                    yield from self._body(doc, s, e)

    def owners(self, doc: Doc, bodies: list[Span]) -> Iterator[int]:
        """Lone words that own a body: "Punjab's | Roads and Bridges Agency"."""
        for start, _ in bodies:
            if start < 2 or doc[start - 1].lower_ not in APOSTROPHES or not is_capitalised(doc[start - 2]):
                continue
            if start < 3 or not is_capitalised(doc[start - 3]) or doc[start - 2].is_sent_start:
                yield start - 2

    def _around_posts(self, doc: Doc, start: int, end: int) -> Iterator[Span]:
        """A run without the posts in it that have several words ("South Yorkshire's | Police and Crime
        Commissioner") or stand before someone's name ("Committee on Ports and Rivers | Chairman | Rae Lund")."""
        at = i = start
        while i < end:
            stop = self.titles.end(doc, i)
            office = stop < len(doc) and doc[stop].text in ("'s", "’s") and stop < end
            held = stop - i > 2 or self._held(doc, at, i, stop, end)
            if held and stop <= end and not office and not self._after_of(doc, at, i):
                yield at, i
                at = i = stop
            else:
                i = min(stop, end) if self.titles.half_post(doc, i) and stop else i + 1  # "Csap | Executive Director"
        yield at, end

    def _held(self, doc: Doc, start: int, i: int, stop: int, end: int) -> bool:
        """Whether a post at i stands between a body and a name that is no body's."""
        if not i < stop < end or i == start or not is_capitalised(doc[stop]) or not self.is_body(doc, start, i):
            return False
        last = next((k for k in range(stop, end) if not is_capitalised(doc[k])), end) - 1
        return last > stop and doc[last].lower_ not in self.body_words | self.forms

    def _after_of(self, doc: Doc, start: int, i: int) -> bool:
        """ "Office of the | Police and Crime Commissioner"."""
        the = doc[i - 1].lower_ == "the"
        return i - the > start and doc[i - 1 - the].lower_ in OF

    def _runs(self, doc: Doc, inside: Mapping[int, Span]) -> Iterator[Span]:
        i, n = 0, len(doc)
        while i < n:
            if not self._opens(doc[i]):
                i += 1
                continue
            j = i + 1
            while j < n and (step := self._step(doc, i, j, inside)):
                j += step
            yield i, j
            i = j

    def _opens(self, token: Token) -> bool:
        if not is_capitalised(token) or token.lower_ in ("the", "a", "an") or token.lower_ in self.greetings | PLACING:
            return False
        return not (token.is_sent_start and token.pos_ in _NOT_NAMES) and token.pos_ not in ("DET", "PRON")

    def _step(self, doc: Doc, start: int, j: int, inside: Mapping[int, Span]) -> int:
        """How many tokens the run goes on by at j: a name word, or a connector and what it connects."""
        token = doc[j]
        if token.is_sent_start or token.text == "The":
            return 0
        if (is_capitalised(token) and token.pos_ != "PRON") or token.text in self.forms:
            return 1
        ahead = [t for t in doc[j + 1 : j + 3] if not t.is_sent_start]
        if not ahead:
            return 0
        if token.lower_ in self.titles.particles and (
            is_capitalised(ahead[0]) or ahead[0].lower_ in self.titles.particles
        ):
            return 1
        if token.lower_ in self.titles.particles and self._abroad(doc, start, j):
            return self._foreign_words(doc, j)
        if token.text == "-" and not (doc[j - 1].whitespace_ or token.whitespace_) and ahead[0].is_alpha:
            return 0 if ahead[0].is_lower and ahead[0].tag_ in _PARTICIPLES else 2  # "London-based | Rail Watch"
        if token.text == "(" and self._branch(doc, j):
            return 4
        if token.text == "/" and not (doc[j - 1].whitespace_ or token.whitespace_) and is_capitalised(ahead[0]):
            return 2  # "Moyle/Antrim Division"
        return self._connected(doc, start, j, inside)

    def _branch(self, doc: Doc, j: int) -> bool:
        """ "Serco (UK) Ltd"."""
        words = doc[j + 1 : j + 4]
        return (
            len(words) == 3
            and is_capitalised(words[0])
            and words[1].text == ")"
            and is_capitalised(words[2])
            and words[2].lower_.rstrip(".") in self.body_words
        )

    def _connected(self, doc: Doc, start: int, j: int, inside: Mapping[int, Span]) -> int:
        """How far a connector at j leads: "of X", "for the X", "'s X", "'s and X", ", X" of a list."""
        word, ahead = doc[j].lower_, doc[j + 1 : j + 4]
        capitals = [is_capitalised(t) and not t.is_sent_start for t in ahead]
        if word in APOSTROPHES:
            if capitals[0]:
                return 2
            return 3 if ahead[0].lower_ in AND and capitals[1:2] == [True] else 0
        if word in OF | AND:
            if ahead[0].ent_type_ in ("DATE", "TIME"):
                return 0  # "the Ministry | on Monday"
            if capitals[0]:
                return 2
            return 3 if word in OF and ahead[0].lower_ == "the" and capitals[1:2] == [True] else 0
        if capitals[0] and inside.get(j - 1) == inside.get(j + 1) is not None and doc[j].is_alpha:
            return 2  # "Prevention of Cruelty to Animals"
        return 2 if word == "," and (self._lists(doc, start, j) or self._listed_first(doc, start, j)) else 0

    def _abroad(self, doc: Doc, start: int, j: int) -> bool:
        """Whether the run began with a body in another language."""
        return any(t.lower_ in self.foreign for t in doc[start:j])

    def _foreign_words(self, doc: Doc, j: int) -> int:
        """The lower-case words after "de": "Autorité des marchés financiers", "poursuites criminelles et pénales"."""
        k = j + 1
        while k < len(doc) and doc[k].lower_ in self.titles.particles:
            k += 1
        if k >= len(doc) or not doc[k].is_alpha:
            return 0
        ending = doc[k].text[-1]
        k += 1
        while k < len(doc) and k - j < 6 and doc[k].is_alpha and doc[k].text[-1] == ending == "s":
            k += 1
        return k - j

    def _lists(self, doc: Doc, start: int, j: int) -> bool:
        """Whether the comma at j stands inside a title like "Department for A, B and C"."""
        words = [t.lower_ for t in doc[start:j]]
        if not any(a in self.body_words and b in OF for a, b in pairwise(words)):
            return False
        for k in range(j, min(len(doc), j + _LONGEST_LIST)):
            token = doc[k]
            if token.lower_ in AND:
                following = doc[k + 1] if k + 1 < len(doc) else None
                return following is not None and is_capitalised(following) and following.lower_ not in self.body_words
            if not (is_capitalised(token) or token.text == ","):
                return False
        return False

    def _listed_first(self, doc: Doc, start: int, j: int) -> bool:
        """Whether the comma stands in a title like "Environment, Food and Rural Affairs Committee"."""
        joined = False
        for k in range(start, min(len(doc), j + _LONGEST_LIST)):
            token = doc[k]
            if token.lower_ in AND:
                joined = k > j
            elif token.text == ",":
                if joined:
                    return False
            elif joined and token.lower_ in self.cuts.strong and not is_capitalised(doc[min(k + 1, len(doc) - 1)]):
                return is_capitalised(token) and doc[j - 1].lower_ != token.lower_  # not "Rural Bank, Credit Bank and"
            elif not self._ordinary(token) or (start < k and token.lower_ in self.cuts.strong):
                return False  # not "Treasury, Home Office and Cabinet Office"
        return False

    def _ordinary(self, token: Token) -> bool:
        """A capitalised common word: a subject of a committee, no name."""
        known = token.ent_type_ not in ("GPE", "PERSON", "NORP") or token.ent_iob_ == "I"
        return is_capitalised(token) and not token.is_upper and known and self.titles.dictionary.has(token.lower_)

    def _body(self, doc: Doc, start: int, end: int) -> Iterator[Span]:
        """The body a piece of a run names, if any: "South Yorkshire Police Assistant Chief Constable Ingrid Lee"."""
        start = self.titles.after(doc, start, end)
        if start < end and doc[start].lower_ in OF:
            return  # "Accountant-General | of the Federation"
        for i in range(start + 1, end):
            post_end = self.titles.end(doc, i)
            named = post_end < end and is_capitalised(doc[post_end])
            office = (
                post_end == end and post_end - i > 1 and (self.titles.half_post(doc, i) or self.is_body(doc, start, i))
            )
            office = office and not self._after_of(doc, start, i)
            if office or (i < post_end and named and not self.is_body(doc, start, post_end)):
                end = i
                break
        act = (i for i in range(start + 1, end) if doc[i].lower_ in self.acts and self._whole(doc, start, i, end))
        end = next(act, end)
        while end > start and not self._may_end(doc, start, end - 1):
            end -= 1
        if start and doc[start - 1].text == "An" and doc[start].lower_ in self.foreign:
            start -= 1  # the Irish article
        if end - start >= 2 and self.is_body(doc, start, end):
            yield start, end

    def _whole(self, doc: Doc, start: int, i: int, end: int) -> bool:
        """ "Office of the Auditor General | Report", "Office of Probity | Audit of the Mint"."""
        head = doc[i - 1].lower_
        ended = head in self.cuts.strong or head in self.titles.heads
        return ended and self.is_body(doc, start, i) and (i + 1 == end or doc[i + 1].lower_ in OF)

    def _may_end(self, doc: Doc, start: int, i: int) -> bool:
        return is_capitalised(doc[i]) or doc[i].text in self.forms or self._abroad(doc, start, i)

    def _regional(self, doc: Doc, start: int, end: int) -> bool:
        """ "NHS Borders", "RSPB Leeds": an acronym and where it is, and no more of a name or a noun."""
        short, place = doc[start], doc[end - 1]
        if end - start != 2 or short.ent_type_ != "ORG" or not short.is_upper or len(short) < 3:
            return False
        ends = end >= len(doc) or doc[end].pos_ not in ("NOUN", "PROPN", "ADJ")
        return ends and place.ent_type_ == "GPE" and place.ent_iob_ == "B" and place.text.istitle()

    def _placed(self, doc: Doc, start: int, end: int) -> bool:
        """Whether what follows an activity says where: "Athletics | Uganda", "Rowing | Otago-Southland"."""
        words = [t for t in doc[start:end] if t.is_alpha]
        return 0 < len(words) < 4 and all(t.pos_ == "PROPN" and self._of_place(t) for t in words)

    def _of_place(self, token: Token) -> bool:
        return (
            token.ent_type_ == "GPE" or token.lower_ in self.activities or not self.titles.dictionary.has(token.lower_)
        )

    def is_body(self, doc: Doc, start: int, end: int) -> bool:
        """Whether the words have the shape of a body's name."""
        words = [t.lower_ for t in doc[start:end]]
        law = words[-1] in self.no_bodies and not (
            words[-2:-1] == ["of"] and words[-3:-2] and words[-3] in self.cuts.strong
        )
        if law or (words[0] in self.offices and words[1:2] and words[1] in OF):
            return False  # "Commissioner of Police" is a person, "Ministry of Law" a body
        if words[-1] in self.body_words and words[-1] not in self.offices:
            return any(len(w.rstrip(".")) > 1 for w in words[:-1])  # not "B Wing", "A. Jail"
        if any(w in self.foreign and is_capitalised(t) for w, t in zip(words, doc[start:end], strict=True)):
            return True
        short = doc[end - 1].is_upper and (words[-1],) not in self.titles.posts
        if end - start > 2 and words[-2] in self.body_words and (short or doc[end - 1].ent_type_ == "GPE"):
            return True  # "Care Forum Wales", "Transparency International PNG"
        if words[0] in self.activities and self._placed(doc, start + 1, end):
            return True
        if self.cuts.is_national(doc, start, end) or self._regional(doc, start, end):
            return True
        return self.cuts.is_branch(doc, start) or any(a in self.body_words and b in OF for a, b in pairwise(words[:-1]))
