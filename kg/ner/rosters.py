"""Lists of people under a label: "Present: Cr A Boyd (Mayor), T Brandis", "Witnesses: Ann Lee, Head, Rail Board"."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span

from kg.grammar import FINITE
from kg.lexicon import Lexicon
from kg.ner.titles import Titles, is_capitalised, is_hyphen
from kg.snapshot import labelled
from kg.wordlists import given_names

ROSTERS = "rosters"
LISTS = ("Guests", "Visitors", "AttendanceList")  # the sorts of lists, the narrower ones first
_LABEL = 5  # words of the longest label
_ITEM = 30  # tokens of the longest line that is an item of a list
_NAME = 6  # tokens of the longest name
_COPULAS = frozenset({"were", "was", "are", "from"})
_BREAKS = frozenset({",", ";", "and", "&", "•", "–", "—"})


class Rosters:
    """Finds them, and the names in them, whatever the model makes of a line without a verb."""

    def __init__(self, lexicon: Lexicon, titles: Titles) -> None:
        self.titles = titles
        self.given = given_names()
        self.labels = {tuple(form.split()): sort for sort in reversed(LISTS) for form in lexicon.evoking(sort)}

    def find(self, doc: Doc) -> Iterator[Span]:
        """The lines, or what is left of one, that stand under a label; each labelled with the sort of list."""
        under = ""  # the heading that the lines below it continue
        for start, end in doc._.kg_blocks:
            labels = list(self._labels(doc, start, end))
            if not labels and under and self._is_item(doc, start, end):
                yield labelled(doc, start, end, under)
                continue
            under = "" if labels else self._heading(doc, start, end)
            for (_, colon, sort), (stop, _, _) in pairwise([*labels, (end, end, "")]):
                if any(t.is_alpha for t in doc[colon + 1 : stop]):
                    yield labelled(doc, colon + 1, self._whole(doc, stop) if stop == end else stop, sort)
                elif stop == end:
                    under = sort

    def people(self, roster: Span) -> Iterator[tuple[int, int]]:
        """Token offsets of the names in a list; between semicolons the first, before posts and bodies."""
        doc, itemised, several = roster.doc, any(t.text == ";" for t in roster), False
        for start, end, mark in _pieces(roster):
            several = several and mark != ";"
            if itemised and not several and mark not in ("", ";", "and"):
                continue
            at = self._past_titles(doc, start, end)
            several = several or (at > start and self._plural(doc[start].lower_))
            stop = next((i for i in range(at, end) if not self._name_word(doc, at, i)), end)
            stop = self.titles.without_letters(doc, at, stop - (stop - at > 1 and doc[stop - 1].text == "."))
            if self._is_person(doc, (at, stop, end), titled=at > start or several):
                yield at, stop

    # --- the labels

    def _labels(self, doc: Doc, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Where labels begin on a line, their colons, and the sorts of lists that they announce."""
        for colon in (t.i for t in doc[start:end] if t.text == ":"):
            first = colon
            while first > start and colon - first < _LABEL and doc[first - 1].is_alpha:
                first -= 1
            whole = first == start or not doc[first - 1].is_alpha
            if whole and doc[first].text[0].isupper() and (sort := self._sort(doc, first, colon)):
                yield first, colon, sort

    def _sort(self, doc: Doc, start: int, end: int) -> str:
        """The sort of list whose label ends some words: "Officers in attendance", "Those present were"."""
        words = [t.lower_ for t in doc[start:end] if t.lower_ not in _COPULAS]
        ends = [tuple(words[i:]) for i in range(len(words))]
        sorts = {self.labels[form] for form in [*ends, *((word,) for word in words)] if form in self.labels}
        return next((sort for sort in LISTS if sort in sorts), "") if any(form in self.labels for form in ends) else ""

    def _heading(self, doc: Doc, start: int, end: int) -> str:
        """A label that is all its line says: "IN ATTENDANCE"."""
        words = [t.lower_ for t in doc[start:end] if not t.is_space]
        return self.labels.get(tuple(words), "") if doc[start].text[0].isupper() else ""

    def _is_item(self, doc: Doc, start: int, end: int) -> bool:
        told = end - start > _ITEM or any(t.tag_ in FINITE for t in doc[start:end])
        return not told and any(self.people(doc[start:end]))

    def _whole(self, doc: Doc, end: int) -> int:
        """Where a list ends that a line breaks off after a comma."""
        last = next((t for t in reversed(doc[:end]) if not t.is_space), None)
        goes_on = last is not None and last.text == ","
        return next((stop for start, stop in doc._.kg_blocks if start == end and goes_on), end)

    # --- the names

    def _past_titles(self, doc: Doc, start: int, end: int) -> int:
        """Where the name begins, past titles and posts."""
        i = start + (start + 1 < end and self._plural(doc[start].lower_))
        while (stop := self.titles.end(doc, i)) and stop < end:
            i = stop + (doc[stop].text == ".")
        return i

    def _plural(self, word: str) -> bool:
        """ "Councillors", "Messrs"."""
        return word in self.titles.plural or (word.removesuffix("s") != word and (word[:-1],) in self.titles.posts)

    def _name_word(self, doc: Doc, start: int, i: int) -> bool:
        token = doc[i]
        if token.lower_ in self.titles.particles or is_hyphen(doc, i) or token.text == ".":
            return i > start or is_capitalised(token)
        return is_capitalised(token) and not (i > start and self.titles.end(doc, i))

    def _is_person(self, doc: Doc, name: tuple[int, int, int], *, titled: bool) -> bool:
        """Whether the piece of a list is a name: after a title, or made of more than plain words, posts and bodies."""
        at, stop, end = name
        words = [t.lower_ for t in doc[at:stop] if len(t) > 1]
        if not words or stop - at > _NAME or words[-1] in self.titles.no_people | self.titles.heads:
            return False
        if stop < end and is_capitalised(doc[stop]) and doc[stop].lower_ not in self.titles.letters:
            return False
        plain = all(map(self.titles.dictionary.has, words)) and words[0] not in self.given and len(doc[at]) > 2
        return titled or (stop - at > 1 and not plain)


def _pieces(roster: Span) -> Iterator[tuple[int, int, str]]:
    """What stands between commas and semicolons, outside brackets, each with the mark before it."""
    start, mark, depth = roster.start, "", 0
    for token in [*roster, None]:
        i = token.i if token is not None else roster.end
        text = token.lower_ if token is not None else ";"
        if token is None or (not depth and (text in _BREAKS or text == "(" or token.is_space or token.is_digit)):
            if start < i:
                yield start, i, mark
            mark = ("" if token is None or token.is_space or token.is_digit else text) if text != "(" else ","
            start = i + 1
        depth += (text == "(") - (text == ")")
        if text == ")":
            start = i + 1
