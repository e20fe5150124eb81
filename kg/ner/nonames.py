"""What is written as a name is, and is none: a postcode, a room, an acronym for a common noun."""

import re

from spacy.tokens import Doc

from kg.lexicon import Lexicon
from kg.ner.acronyms import is_acronym, long_form
from kg.ner.dictionary import Dictionary

_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}")  # of the United Kingdom
_SEAT = re.compile(r"[DRI][-–][A-Z][\w. ]*")  # a senator's party and state: "R-N.C.", "D-North Dakota"
_FOR = frozenset({"of", "for"})
_OF = _FOR | {"on", "to"}
_NUMBER = frozenset({"no", "no.", "nos", "nos."})
_SEVERAL = frozenset({"both", "two", "these", "those", "the", "all"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "–", "—", "-"})
_LONGEST = 8  # words of a common noun that an acronym may stand for


class NoNames:
    """Tells what must not be taken for a person or a body."""

    def __init__(self, lexicon: Lexicon, body_words: frozenset[str], dictionary: Dictionary) -> None:
        self.body_words = body_words
        self.dictionary = dictionary
        self.venues = tuple(f" {form}" for form in sorted(lexicon.evoking("Venue")))
        self.staff_posts = lexicon.evoking("StaffPost")
        self.fields = self.staff_posts | lexicon.evoking("OfficeOf") | lexicon.evoking("Functional")
        self.functional, self.duties = lexicon.evoking("Functional"), lexicon.evoking("DutyWord")
        self.posts = frozenset(lexicon.posts)
        self.places = lexicon.evoking("PlaceNominal") | lexicon.evoking("Tier")
        self.letters = lexicon.evoking("PostNominal")
        self.initials = lexicon.evoking("Initialism")
        self.laws = lexicon.evoking("Law", "noun")
        self.headed = self.laws | lexicon.evoking("Ministerial") | lexicon.evoking("Instrument")
        self.people = lexicon.evoking("Inspecting", "noun")
        self.parts = lexicon.evoking("PaperPart", "noun")
        self.governing = lexicon.evoking("BareGoverning")
        self.nominals = lexicon.evoking("Nominal") - lexicon.evoking("SelfNamed") - lexicon.evoking("BodyWord")

    def has(self, doc: Doc, start: int, end: int, jargon: frozenset[str]) -> bool:
        """Whether a span names nobody; ``jargon`` is that of :meth:`jargon`."""
        text = doc[start:end].text
        if doc[end - 1].lower_ in self.parts and all(self.dictionary.has(t.lower_) for t in doc[start:end]):
            return True  # "Ministerial Foreword"
        if _SEAT.fullmatch(text):
            return True
        if end - start == 1:
            letters = text.isupper() and text.lower() in self.letters
            governing = text.lower() in self.governing  # "Management agreed"
            plural = self._holders(doc, start)
            return (
                text in jargon
                or len(text.rstrip(".")) == 1
                or letters
                or governing
                or self._ranks(doc, start)
                or plural
                or self._defined(doc, start)
            )
        last = doc[end - 1].lower_
        if last in _NUMBER:
            return True  # "G.R. No. 218"
        if end - start == 2 and doc[start].lower_ in self.parts and len(last.rstrip(".")) == 1:
            return True  # "Appendix B"
        if self._shout(doc, start, end) or self._posts_held(doc, start, last):
            return True
        if (
            (last,) in self.posts
            and last not in self.body_words
            and any(t.text in ("'s", "’s") for t in doc[start:end])
        ):
            return True  # "the Board's Environmental Engineer"
        if last.endswith("s") and last in self.people and doc[end - 2].text in ("'s", "’s"):
            return True  # "His Majesty's Inspectors" of Ofsted
        return f" {text.casefold()}".endswith(self.venues) or _POSTCODE.fullmatch(text) is not None

    def is_held(self, doc: Doc, start: int, end: int, people: set[int]) -> bool:
        """ "Ann Lee, | the Pensions Ombudsman |, said": her post, though its body may be called so too.

        ``people`` are the ends of the names of people.
        """
        comma = start - 2
        beside = end - start > 1 and comma in people and doc[comma].text == "," and doc[start - 1].lower_ == "the"
        closed = end < len(doc) and doc[end].text in _CLOSING
        return beside and closed and (doc[end - 1].lower_,) in self.posts

    def _shout(self, doc: Doc, start: int, end: int) -> bool:
        """ "AS IT HAPPENED": small words and plain ones in capitals, and no body's."""
        words = doc[start:end]
        plain = all(t.is_upper and (t.is_stop or self.dictionary.has(t.lower_)) for t in words)
        return plain and words[0].is_stop and not any(t.lower_ in self.body_words for t in words)

    def _posts_held(self, doc: Doc, start: int, last: str) -> bool:
        """ "Sworn in as | Royal Commissioners"."""
        return start > 0 and doc[start - 1].lower_ == "as" and last.endswith("s") and (last[:-1],) in self.posts

    def _holders(self, doc: Doc, i: int) -> bool:
        """ "Both Ministers", "the Commissioners": those who hold a post."""
        several = i > 0 and doc[i - 1].lower_ in _SEVERAL and doc[i].tag_ in ("NNS", "NNPS")
        return several and (doc[i].lower_.removesuffix("s"),) in self.posts

    def _ranks(self, doc: Doc, i: int) -> bool:
        """ "State Auditor Ann Boyd", "County Executive": a word for the sort of place, not one that names it."""
        following = doc[i + 1 : i + 2]
        post = bool(following) and (following[0].lower_,) in self.posts and following[0].text.istitle()
        return post and doc[i].text.istitle() and doc[i].lower_ in self.places

    def _defined(self, doc: Doc, i: int) -> bool:
        """ "The Firm", "the Provider": a party to a notice, by the noun that its lawyers gave it."""
        noun = doc[i].lower_ in self.nominals and doc[i].text.istitle()
        return noun and i > 0 and doc[i - 1].lower_ in ("the", "this")

    def is_post_or_law(self, doc: Doc, start: int, end: int) -> bool:
        """Whether what stands before an acronym is no name: a post within a body, a law, a paper, a common noun."""
        last = doc[end - 1].lower_
        if last in self.laws or self._heads(doc, start, end) or self._common(doc, start, end):
            return True
        if "of" in (words := tuple(t.lower_ for t in doc[start:end])) and words in self.posts:
            return True  # "Director of Public Prosecutions (DPP)"
        if last in self.staff_posts:  # "a Chief Executive (CE)"; not "the Safety Executive (SE)"
            return last not in self.body_words or any(words[-n:] in self.posts for n in range(2, len(words) + 1))
        return any(doc[i].lower_ in self.staff_posts for i in range(start, end)) and doc[end - 1].ent_type_ == "PERSON"

    def _common(self, doc: Doc, start: int, end: int) -> bool:
        """Plain words that name no body, though written with capitals: "Intellectual Property (IP)"."""
        if any(t.ent_type_ for t in doc[start:end]):
            return False
        words = [t.lower_ for t in doc[start:end] if t.is_alpha]
        bodies = any(w in self.body_words or w.removesuffix("s") in self.body_words for w in words)
        held = tuple(words) in self.posts or any((w,) in self.posts for w in words)
        return not bodies and not held and all(self.dictionary.has(w) or doc.vocab[w].is_stop for w in words)

    def _heads(self, doc: Doc, start: int, end: int) -> bool:
        """Whether a post, law or paper is the head: "Secretary to the Cabinet", "Notice of Refusal", "Team Leader"."""
        last = doc[end - 1].lower_
        head = next((doc[i - 1].lower_ for i in range(start + 1, end) if doc[i].lower_ in _OF), "")
        if not head and (last,) in self.posts and last not in self.body_words:
            return True
        return head in self.headed

    def is_field(self, doc: Doc, start: int, end: int) -> bool:
        """Whether a phrase of plain words, written with capitals, is what a post written so is for.

        "Director of | Corporate Services", though bodies may be called services too.
        """
        words = [t for t in doc[start:end] if t.is_alpha]
        plain = bool(words) and all(self.dictionary.has(t.lower_) or t.is_stop for t in words)
        head = words[-1].lower_ if words else ""
        if plain and head in self.duties and start > 1 and doc[start - 1].lower_ in _FOR:
            return doc[start - 2].lower_ in self.functional and doc[start - 2].text.istitle()
        if not plain or head in self.body_words or (len(words) == 1 and not head.endswith("s")):
            return False
        after_post = start > 1 and doc[start - 1].lower_ in _FOR and self._is_field_post(doc, start - 2)
        return after_post or (len(words) > 1 and end < len(doc) and self._is_field_post(doc, end))

    def _is_field_post(self, doc: Doc, i: int) -> bool:
        return doc[i].lower_ in self.fields and doc[i].text[0].isupper()

    def jargon(self, doc: Doc) -> frozenset[str]:
        """Acronyms for common nouns and posts, known or as a text defines them: "special educational needs (SEN)"."""
        named = {acronym for _, acronym in doc._.kg_acronyms}
        bodies = {doc[i].text for i in named}
        known = frozenset(t.text for t in doc if t.is_upper and t.lower_ in self.initials) - bodies
        brackets = (i for i in range(2, len(doc) - 1) if doc[i - 1].text == "(" and doc[i + 1].text == ")")
        return known | {doc[i].text for i in brackets if i not in named and self._is_jargon(doc, i)}

    def _is_jargon(self, doc: Doc, i: int) -> bool:
        if not is_acronym(doc[i].text):
            return False
        span = long_form(doc, i - 1, doc[i].text)
        if span is not None:
            return self.is_post_or_law(doc, *span)
        return self._long_form(doc, i - 1, doc[i].text) is not None and doc[i - 2].lower_ not in self.body_words

    def _long_form(self, doc: Doc, end: int, acronym: str) -> int | None:
        """Where the lower-case words whose initials an acronym is begin; small words may count or not."""
        letters = [c.casefold() for c in acronym if c.isalpha()]
        i = end
        while letters and i > max(end - _LONGEST, 0):
            i -= 1
            if not doc[i].is_lower and doc[i].text != "-":
                return None
            if doc[i].lower_[0] == letters[-1]:
                letters.pop()
        return None if letters else i
