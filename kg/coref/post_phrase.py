"""The words of a post and the noun phrase around them: "the council's former director of housing"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.coref.cast import Cast
from kg.coref.named import BODY, PERSON
from kg.lexicon import Entry, Lexicon
from kg.ner.titles import is_hyphen

LINKING = frozenset({"of", "for"})
POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
DETERMINERS = frozenset({"the", "this", "that", "its", "our", "their", "his", "her", "my", "your", "a", "an"})
_MODIFIERS = frozenset({"DET", "ADJ", "ADV", "NUM", "PART", "NOUN", "PROPN", "PRON"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_JOINS = frozenset({"and", "&", "'s", "’s", "’", "'"})
_CLOSING = frozenset({",", ")", ";"})
_TIME = 3  # words of the longest of such as "at the time"
_REACH = 10  # tokens a phrase may begin before its post


@dataclass(frozen=True, slots=True)
class Phrase:
    """A post as it is written; all numbers are token offsets."""

    left: int  # the phrase begins, with determiner, possessor and modifiers
    start: int  # the post's own words
    end: int
    tail: int  # the same, with what the post is for: "director of housing"
    entry: Entry
    former: bool
    lesser: bool  # of less weight than its head says: a deputy, a director of one thing
    plural: bool

    @property
    def head(self) -> int:
        """The noun for whoever holds it: "director" of "director of public prosecutions"."""
        return self.start + self.entry.head


class PhraseReader:
    """Finds the posts of the lexicon in a text, the longest at each place."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.posts = lexicon.posts
        self.longest: dict[str, int] = {}  # words of a post, by its first word
        for words in self.posts:
            self.longest[words[0]] = max(len(words), self.longest.get(words[0], 0))
        self.former = lexicon.evoking("Former")
        self.lesser = lexicon.evoking("Deputising")
        self.passing = lexicon.evoking("Interim")
        self.offices = lexicon.evoking("OfficeOf")
        self.functional = lexicon.evoking("Functional")
        self.bodies = frozenset(lexicon.denoting("Nominal"))

    def find(self, cast: Cast) -> Iterator[Phrase]:
        doc, i = cast.doc, 0
        while i < len(doc):
            entry = self._match(doc, i)
            if entry is None or _within_name(cast, i, i + len(entry.words)):
                i += 1
                continue
            phrase = self._phrase(cast, i, entry)
            yield phrase
            i = phrase.tail

    def _match(self, doc: Doc, i: int) -> Entry | None:
        token = doc[i]
        longest = self.longest.get(token.lower_, token.lemma_ in self.longest)  # by its base form, it stands alone
        for n in range(min(longest, len(doc) - i), 0, -1):
            last = doc[i + n - 1]
            if last.pos_ not in _NAMING:
                continue
            words = tuple(t.lower_.replace("’", "'") for t in doc[i : i + n])
            entry = self.posts.get(words)
            if entry is None and last.tag_ in ("NNS", "NNPS"):
                entry = self.posts.get((*words[:-1], last.lemma_.lower()))
            if entry is not None and (token.text[-1].isupper() or not entry.form.isupper()):
                return entry  # "cc" is no chief constable
        return None

    def _phrase(self, cast: Cast, start: int, entry: Entry) -> Phrase:
        doc = cast.doc
        end = start + len(entry.words)
        left = start if "Helm" in entry.evokes else self._left(cast, start)
        tail = end if "Helm" in entry.evokes else _function_end(cast, end)
        if tail == end < len(doc) and entry.words[-1] in self.functional and self._match(doc, end) is None:
            tail = _field_end(cast, end)
        before = [t.lower_ for t in doc[left:start]]
        plural = doc[start + entry.head].tag_ in ("NNS", "NNPS")
        several = plural and entry.form.casefold() in self.functional  # "the directors" sit on a board
        functional = (tail > end and not self.offices & set(entry.words)) or self._of_field(cast, start, entry)
        return Phrase(
            left=left,
            start=start,
            end=end,
            tail=tail,
            entry=entry,
            former=bool(self.former & set(before)) or self.then(doc, tail) > tail,
            lesser=functional or several or bool(self.lesser & set(before[-2:])) or (plural and _is_one_of(doc, left)),
            plural=plural,
        )

    def then(self, doc: Doc, i: int) -> int:
        """The end of words for the past that stand at a place, "at the time"; the place itself where none do."""
        sizes = (n for n in range(_TIME, 1, -1) if " ".join(t.lower_ for t in doc[i : i + n]) in self.former)
        return i + next(sizes, 0)

    def _of_field(self, cast: Cast, start: int, entry: Entry) -> bool:
        """ "budget director", "estates manager", but not "company director" nor "acting director"."""
        if entry.form.casefold() not in self.functional or not start:
            return False
        field = cast.doc[start - 1]
        if field.lower_ in self.passing or field.lower_ in self.bodies:
            return False  # "acting director"
        return field.dep_ == "compound" and _of_function(cast, field)

    def _left(self, cast: Cast, start: int) -> int:
        """Where the phrase begins: before its modifiers, possessor and determiner."""
        doc, i = cast.doc, start
        floor = max(doc[start].sent.start, start - _REACH)
        while i > floor:
            thing, token = cast.at.get(i - 1), doc[i - 1]
            if thing is not None and thing.kind == PERSON:
                break
            of_body = thing is not None and (doc[i].text in POSSESSIVE or cast.at.get(i) is thing or i == start)
            if (other := _joined(doc, start, i)) is not None and other > floor:
                i = other
                continue
            if not of_body and not self._modifies(token):
                break
            i -= 1
        return _one_of(doc, i, floor)

    def _modifies(self, token: Token) -> bool:
        if token.is_space:
            return False
        temporal = token.lower_ in self.former or token.lower_ in self.passing  # "the board's acting head"
        return token.text in POSSESSIVE or token.text == "-" or token.pos_ in _MODIFIERS or temporal


def _joined(doc: Doc, start: int, i: int) -> int | None:
    """The noun before an "and" that stands right before a post: "its founder and [long-time] president"."""
    if i < 2 or doc[i - 1].pos_ != "CCONJ" or doc[i - 2].pos_ != "NOUN":
        return None
    heads = (t.head for t in doc[start : start + 3] if t.dep_ == "conj")
    return i - 2 if doc[i - 2] in heads else None


def _one_of(doc: Doc, left: int, floor: int) -> int:
    """ "one of its ministers" is one phrase."""
    if left - 2 >= floor and doc[left - 1].lower_ == "of" and doc[left - 2].lower_ in ("one", "two", "some"):
        return left - 2
    return left


def _is_one_of(doc: Doc, left: int) -> bool:
    """Whether a phrase singles out one of several: "one of five commissioners", none of whom is the head."""
    return doc[left].lower_ == "one" and doc[left + 1].lower_ == "of"


def _within_name(cast: Cast, start: int, end: int) -> bool:
    """A post's words inside a name are no post; the letters after one are none of it."""
    thing = cast.at.get(start)
    return thing is not None and thing is cast.at.get(end - 1) and start in cast.naming


def _function_end(cast: Cast, end: int) -> int:
    """Where what a post is for ends: "director [of health, safety and transport]", not "of the board"."""
    doc = cast.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in LINKING:
        return end
    i = end + 1
    if not _of_function(cast, doc[i]):
        return end
    while i < len(doc) and not doc[i].is_sent_start:
        comma = doc[i].text == "," and _goes_on(cast, i)
        joint = comma or doc[i].pos_ == "CCONJ" or doc[i].text in POSSESSIVE or is_hyphen(doc, i)
        if not joint and not _of_function(cast, doc[i]):
            break
        i += 1
    while doc[i - 1].pos_ == "CCONJ":
        i -= 1
    return i


def _field_end(cast: Cast, end: int) -> int:
    """Where a field ends that follows with no "of": "(Director | Corporate Services |)"."""
    doc, i = cast.doc, end
    if not doc[end - 1].text[0].isupper():
        return end
    while (
        i < len(doc) and not doc[i].is_sent_start and (_of_field(cast, doc[i]) or (i > end and doc[i].lower_ in _JOINS))
    ):
        i += 1
    closed = i >= len(doc) or doc[i].text in _CLOSING or doc[i].is_space or bool(doc[i].is_sent_start)
    return i if closed and i > end else end


def _of_field(cast: Cast, token: Token) -> bool:
    """A word with a capital that names nobody, or what is named nowhere else: "Director | Children's Services |"."""
    thing = cast.at.get(token.i)
    unknown = thing is None or (thing.kind == BODY and not thing.known and len(thing.spans) == 1)
    return unknown and token.is_alpha and token.text[0].isupper() and not token.is_upper and token.pos_ in _NAMING


def _of_function(cast: Cast, token: Token) -> bool:
    return token.i not in cast.at and token.pos_ in _NAMING and token.lower_ not in DETERMINERS


def _goes_on(cast: Cast, comma: int) -> bool:
    """Whether a list goes on after a comma: plain words as far as an "and"."""
    for token in cast.doc[comma + 1 : comma + 6]:
        if token.pos_ == "CCONJ":
            return token.i > comma + 1
        if not _of_function(cast, token) and token.text != ",":
            return False
    return False
