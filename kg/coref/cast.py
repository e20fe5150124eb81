"""The cast of a document: who and what its words speak of, while it is being read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from kg.coref.layout import lines, quotations, statements
from kg.lexicon import Frame


@dataclass(slots=True, eq=False)
class Thing:
    """A person, body, place, report or investigation of one document."""

    number: int
    kind: str  # local name of a class
    forms: list[str] = field(default_factory=list)  # surface forms that name it, in order
    spans: list[tuple[int, int]] = field(default_factory=list)  # token offsets of all its mentions
    sorts: frozenset[str] = frozenset()  # IRIs of kinds of body
    known: str | None = None  # IRI of a listed body
    nouns: set[str] = field(default_factory=set)  # common nouns the text calls it by
    gender: str | None = None  # "f" or "m", where the text tells
    named: bool = True
    office: bool = False  # a person known by a post only: "the Home Secretary"
    head: Token | None = None  # of a report or investigation: its noun, where first spoken of

    @property
    def name(self) -> str:
        return max(self.forms, key=lambda form: (len(form.split()), len(form))) if self.forms else ""

    def add_form(self, form: str) -> None:
        if form and form not in self.forms:
            self.forms.append(form)


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in a post. ``person`` and ``body`` are token indices (resolved through the cast)."""

    person: int
    body: int | None
    start: int  # the words of the post
    end: int
    entry: str  # lexicon entry of the post
    frames: tuple[Frame, ...]
    kinds: frozenset[str] = frozenset()  # of body such a post is in, when the text does not say
    guess: bool = True  # whether its body may be guessed
    former: bool = False
    lesser: bool = False  # of less weight than its head says: a deputy, a director of one thing
    verb: int | None = None  # the word whose mood and negation the tie has


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of tokens that a speaker (a token) answers for."""

    start: int
    end: int
    speaker: int
    direct: bool  # within quotation marks
    verb: int | None = None


@dataclass(slots=True, eq=False)
class Cast:
    """All things of a document, and which token speaks of which."""

    doc: Doc
    things: list[Thing] = field(default_factory=list)
    at: dict[int, Thing] = field(default_factory=dict)
    together: dict[int, tuple[Thing, ...]] = field(default_factory=dict)  # of "both", "they": all whom a token means
    taken: dict[int, int] = field(default_factory=dict)  # pronouns, and the nouns for acts and reports that they mean
    naming: set[int] = field(default_factory=set)  # tokens that are part of a name
    holdings: list[Holding] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    host: Thing | None = None  # the body whose minutes, letter or page it is
    own: bool = False  # whether the text is the host's inside paper: minutes, a letter
    voice: Thing | None = None  # whose text it is
    addressee: Thing | None = None  # the person a letter is to
    paper: Thing | None = None  # the report that the text itself is
    form: dict[int, Thing] = field(default_factory=dict)  # where fields name a body the paper is about, and the body
    runner: Thing | None = None  # the body that such a form says runs the one it is about
    sentences: list[int] = field(init=False)  # the number of the sentence each token stands in
    paragraphs: list[int] = field(init=False)
    lines: list[tuple[int, int]] = field(init=False)  # token spans, as those of the quotations
    quotations: list[tuple[int, int]] = field(init=False)
    _quoted: set[int] = field(init=False, default_factory=set)
    _spoken: dict[int, Speech] = field(init=False, default_factory=dict)
    _uttered: dict[int, Speech] = field(init=False, default_factory=dict)
    _said: dict[int, list[Speech]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.sentences = [n for n, sent in enumerate(self.doc.sents) for _ in range(sent.end - sent.start)]
        blocks = self.doc._.kg_blocks or [(0, len(self.doc))]
        self.paragraphs = [n for n, (start, end) in enumerate(blocks) for _ in range(start, end)]
        self.lines = list(lines(self.doc))
        self.quotations = sorted([*quotations(self.doc), *statements(self.doc, self.lines)])
        self._quoted = {i for start, end in self.quotations for i in range(start, end)}

    def new(self, kind: str, *, named: bool = True) -> Thing:
        thing = Thing(len(self.things), kind, named=named)
        self.things.append(thing)
        return thing

    def mention(self, span: Span, thing: Thing, *, names: bool) -> None:
        """Note that a span speaks of a thing; ``names``: by a form usable out of context."""
        thing.spans.append((span.start, span.end))
        if names:
            thing.add_form(span.text)
            self.naming.update(range(span.start, span.end))
        for i in range(span.start, span.end):
            self.at[i] = thing

    def of_kind(self, kind: str) -> Iterator[Thing]:
        return (thing for thing in self.things if thing.kind == kind)

    def hear(self, speeches: list[Speech]) -> None:
        """Take note of who says what."""
        self.speeches = speeches
        for speech in speeches:
            self._said.setdefault(speech.speaker, []).append(speech)
        # The innermost last, so that it stands; of two equal ones the first.
        for speech in sorted(speeches, key=lambda s: (s.start - s.end, -s.start)):
            inside = dict.fromkeys(range(speech.start, speech.end), speech)
            self._spoken.update(inside)
            if speech.direct or speech.verb is None:
                self._uttered.update(inside)

    @property
    def subject(self) -> Thing | None:
        """The body that a form is about, be it run by another."""
        return next((thing for thing in self.form.values() if thing is not self.runner), None)

    def bodies_of(self, person: Thing) -> list[Thing]:
        """Where someone holds a post now, of what is known so far."""
        mine = (h.body for h in self.holdings if not h.former and self.at.get(h.person) is person)
        return [self.at[i] for i in mine if i in self.at]

    def quoted(self, i: int) -> bool:
        """Whether a token stands between quotation marks."""
        return i in self._quoted

    def speech_at(self, i: int) -> Speech | None:
        """The innermost speech a token stands in."""
        return self._spoken.get(i)

    def utterance_at(self, i: int) -> Speech | None:
        """The innermost speech given in the speaker's own words: in quotation marks, after a colon."""
        return self._uttered.get(i)

    def speeches_by(self, speaker: int) -> list[Speech]:
        """What the token ``speaker`` says."""
        return self._said.get(speaker, [])


def only(things: Iterable[Thing]) -> Thing | None:
    """The one of some things, where all are the same."""
    found = list(dict.fromkeys(things))
    return found[0] if len(found) == 1 else None
