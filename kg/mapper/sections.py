"""Judgements that a heading makes of all that stands under it: "What needs to improve", "Areas of strength".

An inspection note lists facts under such a heading and leaves the verdict to it: "Concerns: wards were
left with one nurse". Whoever writes the note finds fault with whom the item speaks of, else with whom
the note is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.coref.named import BODY
from kg.grammar import surface_subjects
from kg.lexicon import RULES, Lexicon
from kg.mapper.found import Context, Found
from kg.mapper.sources import SourceReader
from kg.mapper.targets import TargetReader
from kg.mapper.topics import Topics
from kg.mapper.words import WordFinder
from kg.types import Details, Status

HEADED = 0.5
_HEADING = 10  # words of the longest heading
_LEAD = 25  # words of the longest line that leads up to a list
_ENDS = frozenset(".?!;,")


@dataclass(frozen=True, slots=True)
class Section:
    """The lines under one heading, and the relation its words make of them."""

    relation: str
    lines: tuple[tuple[int, int], ...]


def headings(lexicon: Lexicon) -> WordFinder:
    """Tells words by which a heading judges; made once for many documents."""
    return WordFinder(lexicon, ("CensureHeading", "ApprovalHeading"))


class SectionReader:
    """Yields what headings say of the items under them, in a text whose writer is known."""

    def __init__(
        self, context: Context, sources: SourceReader, finders: tuple[WordFinder, WordFinder], topics: Topics
    ) -> None:
        self.context = context
        self.sources = sources
        self.headings, self.words = finders
        self.topics = topics
        self.saying = context.lexicon.evoking("Reporting", "verb")
        self.relations = {"CensureHeading": context.roles.censure, "ApprovalHeading": context.roles.approval}
        self.opposite = {context.roles.censure: "Approval", context.roles.approval: "Censure"}
        self.targets = TargetReader(context, context.ontology.relation(context.roles.censure).range)

    def find(self) -> Iterator[Found]:
        if self.context.cast.voice is None or self.context.cast.voice.kind != BODY:
            return
        for section in self._sections():
            for start, end in section.lines:
                first = True
                for sent in _sentences(self.context.cast.doc, start, end):
                    yield from self._item(sent, section.relation, first=first)
                    first = False

    def _sections(self) -> Iterator[Section]:
        """A heading and the lines up to the next; a line with a colon holds only for the list it opens."""
        relation: str | None = None
        marker: str | None = None  # how the items of a list that a colon opened begin
        doc, leads, body = self.context.cast.doc, False, list[tuple[int, int]]()
        for start, end in self.context.cast.lines:
            marker = marker or (doc[start].shape_ if leads and not body else None)
            over = leads and doc[start].shape_ != marker and bool(body)
            if over or (_is_heading(doc, start, end) and not (leads and doc[start].shape_ == marker)):
                if relation is not None:
                    yield Section(relation, tuple(body))
                relation = self._judges(doc[start:end]) if _is_heading(doc, start, end) else None
                leads, marker, body = doc[end - 1].text == ":", None, []
            else:
                body.append((start, end))
        if relation is not None:
            yield Section(relation, tuple(body))

    def _judges(self, heading: Span) -> str | None:
        found = {self.relations[f[0]] for t in heading if (f := self.headings.find(t)) is not None}
        return found.pop() if len(found) == 1 else None

    def _item(self, sent: Span, relation: str, *, first: bool) -> Iterator[Found]:
        root, voice = sent.root, self.sources.speaker(sent.root)
        if voice is None or voice.speech is not None or root.lemma_ in self.saying or _foreseen(root):
            return
        if self._contrary(sent, relation):
            return
        subjects = [root] if root.pos_ in ("NOUN", "PROPN") else surface_subjects(root)
        targets = [thing for thing in self.targets.bodies(subjects) if thing.kind == BODY]
        if not targets and first and root.pos_ != "PROPN" and not self._agents(sent):
            targets = self.topics.of(voice.thing)
        for target in targets:
            if not self.sources.speaks_for(voice.thing, target):
                details = Details(content=(sent.text.strip(),) if len(sent) < _LEAD * 2 else ())
                yield Found(voice.thing, relation, target, Status.ASSERTED, root, RULES + "heading", HEADED, details)

    def _contrary(self, sent: Span, relation: str) -> bool:
        """Whether an item says the opposite of its heading: "Staffing has improved" among concerns."""
        found = (self.words.find(token) for token in sent)
        return any(f is not None and f[0] == self.opposite[relation] for f in found)

    def _agents(self, sent: Span) -> bool:
        at = self.context.cast.at
        return any(t.i in at and at[t.i].kind == BODY for t in sent)


def _is_heading(doc: Doc, start: int, end: int) -> bool:
    """A short line that is no sentence, or a longer one that leads up to a list."""
    words = sum(t.is_alpha for t in doc[start:end])
    if doc[end - 1].text == ":":
        return words <= _LEAD
    return 0 < words <= _HEADING and doc[end - 1].text not in _ENDS and doc[start].is_alpha


def _sentences(doc: Doc, start: int, end: int) -> Iterator[Span]:
    i = start
    while i < end:
        sent = doc[i].sent
        if sent.start >= start:
            yield sent
        i = max(sent.end, i + 1)


def _foreseen(root: Token) -> bool:
    return any(t.tag_ == "MD" for t in root.lefts)
