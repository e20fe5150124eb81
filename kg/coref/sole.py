"""Bodies that a text calls by their noun alone, with a capital: "the Authority" of an annual report."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY
from kg.grammar import FINITE, SUBJECTS
from kg.lexicon import Lexicon
from kg.wordlists import forms

_POINTING = frozenset({"the", "this"})
_NARROWING = frozenset({"of", "for"})
_TELLING_APART = frozenset({"relcl", "prep", "acl"})
_ARGUMENTS = SUBJECTS | {"dobj", "dative", "pobj", "poss", "conj"}


class SoleReader:
    """Adds to a cast the bodies that have no other name in the text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.kinds = lexicon.denoting("SoleName")
        self.legal = lexicon.evoking("LegalForm") | forms("LegalForm")

    def run(self, cast: Cast) -> None:
        """Make a body of each such noun that no name of the text explains."""
        for word, tokens in self._mentions(cast).items():
            if (later := self._named_later(cast, word, tokens[0])) is not None:
                _take_up(cast, later, [t for t in tokens if t.i < min(later.spans)[0]])
                continue
            if any(self._may_be(cast, thing, word, tokens[0]) for thing in cast.of_kind(BODY)):
                continue
            body = cast.new(BODY)
            body.nouns.add(word)
            body.sorts = self.kinds[word]
            for token in tokens:
                cast.mention(cast.doc[token.i : token.i + 1], body, names=True)
            for token in self._in_lower_case(cast, word, tokens[0]):
                cast.mention(cast.doc[token.i : token.i + 1], body, names=False)

    def _mentions(self, cast: Cast) -> dict[str, list[Token]]:
        """Where each noun stands for a body: "the Authority", not "the Authority of", "the Health Authority"."""
        found: dict[str, list[Token]] = defaultdict(list)
        for token in _capitalised(cast):
            if token.lower_ in self.kinds and token.dep_ in _ARGUMENTS and not _goes_on(token) and _in_sentence(token):
                found[token.lower_].append(token)
        return found

    def _in_lower_case(self, cast: Cast, word: str, first: Token) -> Iterator[Token]:
        """ "The committee", once the text has spoken of "the Committee"."""
        for token in cast.doc[first.i + 1 :]:
            pointing = token.text == word and token.i not in cast.at and token.nbor(-1).lower_ in _POINTING
            alone = not any(t.dep_ in _TELLING_APART for t in token.rights)
            if pointing and alone and token.dep_ in _ARGUMENTS:
                yield token

    def _named_later(self, cast: Cast, word: str, first: Token) -> Thing | None:
        """The one body of that noun, whose full name comes only further down: under a signature, in a later item."""
        called = [t for t in cast.of_kind(BODY) if word in t.nouns and t.spans]
        if len(called) != 1 or min(called[0].spans)[0] < first.i or _introduced(cast, called[0], first):
            return None
        return called[0]

    def _may_be(self, cast: Cast, thing: Thing, word: str, first: Token) -> bool:
        """Whether a body may be what the noun means: called so, or of its kind and named before without a noun."""
        if word in thing.nouns:
            return not _introduced(cast, thing, first)
        before = any(start < first.i for start, _ in thing.spans)
        kindred = bool(thing.sorts & self.kinds[word]) if thing.sorts else len(thing.name.split()) == 1
        return before and not thing.nouns - self.legal and kindred  # "the Company" of Acme Ltd


def _take_up(cast: Cast, body: Thing, tokens: list[Token]) -> None:
    for token in tokens:
        cast.mention(cast.doc[token.i : token.i + 1], body, names=False)
    body.spans.sort()


def solely_named(body: Thing, nouns: Collection[str]) -> bool:
    """Whether a text gives a body no other name than one of some nouns."""
    return all(form.lower() in nouns for form in body.forms)


def _capitalised(cast: Cast) -> Iterator[Token]:
    """Words with a capital after "the", that are in no name."""
    doc = cast.doc
    return (
        t
        for t in doc[1:]
        if t.text[0].isupper() and not t.text.isupper() and t.i not in cast.at and doc[t.i - 1].lower_ in _POINTING
    )


def _goes_on(token: Token) -> bool:
    """Whether more of a name follows, or what tells the body apart: "the Department of ...", "the Board Room"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None:
        return False
    told = token.dep_ == "dobj" and any(t.text.islower() for t in following.children)  # "told the Board of a leak"
    narrowing = following.lower_ in _NARROWING and following.head == token and not told
    return narrowing or following.text == ":" or following.text[0].isupper()


def _in_sentence(token: Token) -> bool:
    """Not in a heading, whose capitals tell nothing."""
    return any(t.tag_ in FINITE for t in token.sent)


def _introduced(cast: Cast, thing: Thing, first: Token) -> bool:
    """Whether a body comes into the text only later, as one not spoken of before: "the Port Authority (PA)"."""
    start, end = min(thing.spans)
    doc = cast.doc
    return start > first.sent.end and end + 1 < len(doc) and doc[end].text == "(" and doc[end + 1].text in thing.forms
