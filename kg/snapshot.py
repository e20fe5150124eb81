"""A parsed text to look at, in plain Python: what spaCy's Doc says, every look at a tenth of the price.

spaCy makes a new Token each time one is asked for and decodes each of its strings anew; the rules look
hundreds of times at each. A snapshot reads everything once. It has those parts of the interface of Doc,
Token and Span that the rules use, read-only, and passes for a Doc (``Snapshots.of``); an attribute it has not
is an AttributeError. It is of one moment: when the Doc has been written to, take another.

Two differences, both to the good: tokens are compared by identity, for there is one of each, and hash to
their place, so that a set of tokens has the same order in each run.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_NAMED = ("LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")  # columns of strings, by their numbers
_LEXICAL = ("text", "lower_", "is_alpha", "is_currency", "is_lower", "is_punct", "is_space", "is_upper", "like_num")
Lexical = dict[int, tuple[Any, ...]]  # what _LEXICAL names, of a form by its number
_IOB = ("", "I", "O", "B")
_STARTS = {1: True, 0: None, 2**64 - 1: False}  # of a sentence; the last is -1
_SELDOM = ("is_", "like_", "morph", "shape_")  # beginnings of what is looked up in the Doc itself


class Snapshots:
    """Takes them, and remembers what is known of a form alone for the next Doc of the same vocabulary."""

    def __init__(self) -> None:
        self._memory: tuple[Vocab | None, Lexical] = (None, {})

    def of(self, doc: Doc) -> Doc:
        """What a Doc says now; see above for what of a Doc it is."""
        vocab, lexical = self._memory
        if doc.vocab is not vocab:
            lexical = {}
            self._memory = (doc.vocab, lexical)
        return cast("Doc", SeenDoc(doc, lexical))


def source_of(doc: Doc) -> Doc:
    """The Doc itself that a snapshot is of, for spaCy's matchers; a Doc is its own."""
    seen: Any = doc
    return seen.source if isinstance(seen, SeenDoc) else doc


def labelled(doc: Doc, start: int, end: int, label: str) -> Span:
    """A span, with a label, of a snapshot or a Doc."""
    seen: Any = doc
    made: Any = SeenSpan(seen, start, end, label) if isinstance(seen, SeenDoc) else Span(doc, start, end, label=label)
    return cast("Span", made)


class SeenToken:
    """A token; ``children``, ``lefts``, ``rights`` and ``subtree`` are tuples."""

    __slots__ = (
        "_conjuncts",
        "_sent",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_currency",
        "is_lower",
        "is_punct",
        "is_sent_start",
        "is_space",
        "is_upper",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "rights",
        "tag_",
        "text",
        "whitespace_",
    )
    doc: "SeenDoc"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    head: "SeenToken"
    children: tuple["SeenToken", ...]
    lefts: tuple["SeenToken", ...]
    rights: tuple["SeenToken", ...]
    is_sent_start: bool | None
    is_alpha: bool
    is_currency: bool
    is_lower: bool
    is_punct: bool
    is_space: bool
    is_upper: bool
    like_num: bool
    whitespace_: str
    ent_type_: str
    ent_iob_: str

    @property
    def left_edge(self) -> "SeenToken":
        """The first of the subtree."""
        return self.doc.tokens[self.doc.source[self.i].left_edge.i]

    @property
    def right_edge(self) -> "SeenToken":
        """The last of the subtree."""
        return self.doc.tokens[self.doc.source[self.i].right_edge.i]

    @property
    def sent(self) -> "SeenSpan":
        """The sentence it stands in."""
        return self.doc.sents[self.doc.number[self.i]]

    @property
    def subtree(self) -> tuple["SeenToken", ...]:
        """The token and all that hang on it, in the order of spaCy."""
        try:
            return self._subtree
        except AttributeError:
            below = [(self,)] if not self.children else self._below()
            self._subtree: tuple[SeenToken, ...] = tuple(chain.from_iterable(below))
            return self._subtree

    def _below(self) -> "list[tuple[SeenToken, ...]]":
        return [*(t.subtree for t in self.lefts), (self,), *(t.subtree for t in self.rights)]

    @property
    def ancestors(self) -> Iterator["SeenToken"]:
        """What it hangs on, and what that hangs on, upwards."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple["SeenToken", ...]:
        """The words coordinated with it."""
        try:
            return self._conjuncts
        except AttributeError:
            first = self
            while first.dep_ == "conj" and first.head is not first:
                first = first.head
            found = [first]
            for word in found:
                found.extend(t for t in word.rights if t.dep_ == "conj")
            self._conjuncts: tuple[SeenToken, ...] = tuple(word for word in found if word is not self)
            return self._conjuncts

    def nbor(self, n: int = 1) -> "SeenToken":
        """The token so many places on; IndexError where the text ends."""
        i = self.i + n
        if i < 0:
            raise IndexError(i)
        return self.doc.tokens[i]

    def __getattr__(self, name: str) -> Any:
        if name.startswith(_SELDOM):
            return getattr(self.doc.source[self.i], name)
        raise AttributeError(name)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __hash__(self) -> int:
        return self.i

    def __lt__(self, other: "SeenToken") -> bool:
        return self.i < other.i

    def __le__(self, other: "SeenToken") -> bool:
        return self.i <= other.i

    def __gt__(self, other: "SeenToken") -> bool:
        return self.i > other.i

    def __ge__(self, other: "SeenToken") -> bool:
        return self.i >= other.i


class SeenSpan:
    """Some tokens in a row."""

    __slots__ = ("_", "_tokens", "doc", "end", "label_", "start")

    def __init__(self, doc: "SeenDoc", start: int, end: int, label: str = "", extension: Any = None) -> None:
        self.doc, self.start, self.end, self.label_, self._ = doc, start, end, label, extension
        self._tokens = doc.tokens[start:end]

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        return self._tokens[0].idx if self._tokens else self.doc.start_of(self.start)

    @property
    def end_char(self) -> int:
        last = self._tokens[-1] if self._tokens else None
        return last.idx + len(last.text) if last is not None else self.start_char

    @property
    def ents(self) -> list["SeenSpan"]:
        """What the model named within it."""
        return [ent for ent in self.doc.ents if ent.start >= self.start and ent.end <= self.end]

    @property
    def sent(self) -> "SeenSpan":
        """The sentence its first token stands in."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> SeenToken:
        """The token nearest to the root of its sentence, the first of those alike."""
        top = next((t for t in self._tokens if t.head is t), None)
        if top is not None:
            return top
        out = [t for t in self._tokens if not self.start <= t.head.i < self.end]
        return min(out, key=_depth) if out else self.doc.tokens[self.start]

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[SeenToken]:
        return iter(self._tokens)

    def __getitem__(self, i: Any) -> Any:
        if isinstance(i, slice):
            start, end, _ = i.indices(len(self))
            return SeenSpan(self.doc, self.start + start, self.start + max(start, end))
        return self._tokens[i]

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SeenSpan) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __lt__(self, other: "SeenSpan") -> bool:
        return self._key() < other._key()


def _depth(token: SeenToken) -> int:
    """Steps to the root; white space and marks alone count as far from it."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class SeenDoc:
    """A text; ``spans`` has the groups of the Doc, ``_`` is its own."""

    def __init__(self, doc: Doc, lexical: Lexical) -> None:
        self.source = doc
        self.vocab = doc.vocab
        self.text = doc.text
        self.user_data: dict[str, Any] = {}
        self._ = doc._
        self.tokens = _tokens(self, doc, lexical)
        starts = [0, *(t.i for t in self.tokens[1:] if t.is_sent_start), len(doc)]
        self.sents = [SeenSpan(self, a, b) for a, b in pairwise(starts) if a < b]
        self.number = [n for n, sent in enumerate(self.sents) for _ in sent]
        self.ents = tuple(self._seen(doc.ents))
        self.spans = {name: list(self._seen(group)) for name, group in doc.spans.items()}

    def _seen(self, spans: Iterable[Any]) -> Iterator[SeenSpan]:
        return (SeenSpan(self, span.start, span.end, span.label_, span._) for span in spans)

    def char_span(self, start: int, end: int, **options: Any) -> SeenSpan | None:
        """As of the Doc, with its options."""
        found = self.source.char_span(start, end, **options)
        return SeenSpan(self, found.start, found.end) if found is not None else None

    def start_of(self, i: int) -> int:
        """Where a token begins, or the text ends."""
        return self.tokens[i].idx if i < len(self.tokens) else len(self.text)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[SeenToken]:
        return iter(self.tokens)

    def __getitem__(self, i: Any) -> Any:
        if type(i) is not slice:
            return self.tokens[i]
        start, end, _ = i.indices(len(self.tokens))
        return SeenSpan(self, start, max(start, end))


def _tokens(seen: SeenDoc, doc: Doc, lexical: Lexical) -> list[SeenToken]:
    """The tokens of a Doc; what is new of forms is added to ``lexical``."""
    strings, columns = doc.vocab.strings, doc.to_array([*_NAMED, "ORTH", "IDX", "SPACY", "SENT_START", "ENT_IOB"])
    names = {key: strings[key] for key in np.unique(columns[:, : len(_NAMED)]).tolist()}
    made = [SeenToken() for _ in range(len(doc))]
    for i, (token, row) in enumerate(zip(made, columns.tolist(), strict=True)):
        lemma, pos, tag, dep, ent_type, orth, idx, space, starts, iob = row
        known = lexical.get(orth)
        if known is None:
            source = doc[i]
            known = lexical[orth] = tuple([getattr(source, name) for name in _LEXICAL])
        (
            token.text,
            token.lower_,
            token.is_alpha,
            token.is_currency,
            token.is_lower,
            token.is_punct,
            token.is_space,
            token.is_upper,
            token.like_num,
        ) = known
        token.doc, token.i, token.idx, token.whitespace_ = seen, i, idx, " " if space else ""
        token.lemma_, token.pos_, token.tag_, token.dep_ = names[lemma], names[pos], names[tag], names[dep]
        token.ent_type_, token.ent_iob_, token.is_sent_start = names[ent_type], _IOB[iob], _STARTS[starts]
        token.lefts = token.rights = token.children = ()
    _hang(made, doc.to_array("HEAD").astype(np.int64).tolist())
    return made


def _hang(tokens: list[SeenToken], ways: list[int]) -> None:
    """Give each token its head, so many places on, and each head its children."""
    lefts: dict[int, list[SeenToken]] = {}
    rights: dict[int, list[SeenToken]] = {}
    for i, (token, way) in enumerate(zip(tokens, ways, strict=True)):
        token.head = tokens[i + way]
        if way:
            (lefts if way > 0 else rights).setdefault(i + way, []).append(token)
    for i, found in lefts.items():
        tokens[i].lefts = tokens[i].children = tuple(found)
    for i, found in rights.items():
        tokens[i].rights = tuple(found)
        tokens[i].children = tokens[i].lefts + tokens[i].rights
