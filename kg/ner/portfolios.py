"""What a post is for, which names nobody: "Minister of | Local Government, Lands and Rural Development"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.ner.cuts import AND
from kg.ner.titles import Titles, is_capitalised
from kg.wordlists import given_names

_FOR = frozenset({"of", "for"})
_LONGEST = 14  # tokens of the longest list of fields
_LONGEST_NAME = 4
_DISTRICT = "District"


class Portfolios:
    """Finds the words after "minister of" and "attorney for" that say of what, and the name that follows them."""

    def __init__(self, lexicon: Lexicon, titles: Titles) -> None:
        self.heads = lexicon.evoking("Ministerial") | lexicon.evoking("OfficeOf")
        self.titles = titles
        self.given = given_names()
        forms = (tuple(form.split()) for form in lexicon.evoking("Districted"))
        self.districted = frozenset(word for words in forms for word in words[-1:])

    def find(self, doc: Doc) -> Iterator[int]:
        """Indices of such words."""
        for token in doc[1:-1]:
            if token.lower_ in _FOR and self._is_head(doc[token.i - 1]):
                start = token.i + 1
                the = doc[start].lower_ == "the"
                end = self._end(doc, start + the)
                if not the or doc[end - 1].lower_ not in self.titles.body_words:
                    yield from range(start, end)

    def holders(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Names right after what a post is for: "Attorney for the Western District of Ohio | Ann Lee"."""
        for token in doc[1:-2]:
            if token.lower_ not in _FOR or doc[token.i - 1].lower_ not in self.titles.heads:
                continue
            start = token.i + 1 + (doc[token.i + 1].lower_ == "the")
            end = self._end(doc, start)
            name = self._after_place(doc, end) if end > start else len(doc)
            stop = self._name(doc, name)
            if stop - name > 1:
                yield name, stop

    def districts(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Offices called by their district: "U.S. Attorney Ann Lee of the | Western District of Ohio"."""
        for token in doc[3:-2]:
            if token.text != _DISTRICT or doc[token.i + 1].lower_ != "of" or not is_capitalised(doc[token.i + 2]):
                continue
            start = token.i
            while start > 0 and is_capitalised(doc[start - 1]):
                start -= 1
            if (
                start > 2
                and doc[start - 1].lower_ == "the"
                and doc[start - 2].lower_ in _FOR
                and self._held(doc, start - 3)
            ):
                end = token.i + 3
                while end < len(doc) and is_capitalised(doc[end]) and doc[end].ent_type_ != "PERSON":
                    end += 1
                yield start, end

    def _held(self, doc: Doc, i: int) -> bool:
        """Whether a post that is for a district ends at i, or right before the name that does."""
        while i > 0 and (is_capitalised(doc[i]) or doc[i].is_punct) and doc[i].lower_ not in self.districted:
            i -= 1
        return doc[i].lower_ in self.districted

    def _after_place(self, doc: Doc, i: int) -> int:
        """Where "of Ohio" ends."""
        if i + 1 >= len(doc) or doc[i].lower_ != "of" or doc[i + 1].ent_type_ != "GPE":
            return i
        end = i + 2
        while end < len(doc) and doc[end].ent_type_ == "GPE" and doc[end].ent_iob_ == "I":
            end += 1
        return end

    def _name(self, doc: Doc, start: int) -> int:
        """Where a person's name of two to four words ends, of which the first is a given name or no plain word."""
        end = start
        while end < len(doc) and end - start < _LONGEST_NAME and self._in_name(doc, end):
            end += 1
        if end == start or doc[end - 1].lower_ in self.titles.no_people:
            return start
        given = doc[start].lower_ in self.given
        unknown = not any(self.titles.dictionary.has(t.lower_) for t in doc[start:end])
        return end if given or unknown else start

    def _in_name(self, doc: Doc, i: int) -> bool:
        token = doc[i]
        return is_capitalised(token) and not token.is_sent_start and not self.titles.end(doc, i) and not token.is_digit

    def _is_head(self, token: Token) -> bool:
        """ "Minister", "Minister of State", "MEC"."""
        if token.lower_ == "state" and token.i > 1:
            token = _before_state(token)
        return token.lower_ in self.heads and is_capitalised(token)

    def _end(self, doc: Doc, start: int) -> int:
        """Where the fields end: after the one field, or the field after "and"."""
        end, i = start, start
        limit = min(len(doc), start + _LONGEST)
        while i < limit:
            stop = self._field(doc, i)
            if stop == i:
                break
            end, listed = stop, doc[i - 1].lower_ in AND
            if listed or stop >= limit or not (doc[stop].lower_ in AND or self._lists(doc, stop, limit)):
                break
            i = stop + 1
        return end

    def _lists(self, doc: Doc, comma: int, limit: int) -> bool:
        """Whether the comma joins fields, which a last "and" ends: ", Lands and Rivers"."""
        i = comma
        while i < limit and doc[i].text == ",":
            stop = self._field(doc, i + 1)
            if stop == i + 1:
                return False
            i = stop
        return i > comma and i < limit and doc[i].lower_ in AND and self._field(doc, i + 1) > i + 1

    def _field(self, doc: Doc, start: int) -> int:
        """Where the words of one field that begins at ``start`` end; no title or given name is one of them."""
        i = start
        while i < len(doc) and self._goes_on(doc, i, first=i == start):
            i += 1
        return i

    def _goes_on(self, doc: Doc, i: int, *, first: bool) -> bool:
        token = doc[i]
        if not is_capitalised(token) or not token.is_alpha or (not first and token.is_sent_start):
            return False
        if self.titles.end(doc, i) or (token.lower_ in self.given and i + 1 < len(doc) and is_capitalised(doc[i + 1])):
            return False
        return self.titles.dictionary.has(token.lower_)


def _before_state(state: Token) -> Token:
    """The word before "of State"."""
    return state.nbor(-2) if state.nbor(-1).lower_ == "of" else state
