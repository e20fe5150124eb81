"""Titles of reports and names of inquiries that stand beside the noun: "a report, Broken Promises, ..."."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON
from kg.lexicon import Lexicon

_LONGEST = 12  # tokens of a title
_SMALL = frozenset(
    {"of", "the", "a", "an", "and", "in", "for", "to", "on", "at", "or", "by", "from", "with", "s", "'s"}
)
_OPENING, _CLOSING = frozenset({'"', "“", "‘", "'"}), frozenset({'"', "”", "’", "'"})


class TitleReader:
    """Finds them, and takes their words from what they were taken for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.titling = lexicon.evoking("Titling", "verb")

    def read(self, cast: Cast, noun: Token) -> Iterator[str]:
        """The titles of the event a noun speaks of, which becomes what their words speak of."""
        event = cast.at[noun.i]
        for words in (*self._by_grammar(noun), *self._by_place(cast, noun)):
            owner = cast.at.get(words[-1].i)
            if owner is event or not (owner is None or self._mistaken(cast, noun, owner, words)):
                continue
            if owner is not None and owner.sorts and cast.doc[words.start - 1].text == ":":
                yield cast.doc[cast.doc._.kg_blocks[cast.paragraphs[noun.i]][0] : words.end].text
                continue  # "Inspection report: Thornby Partnership" is its title, and says what it is about
            retake(cast, words, owner, event)
            event.named = True
            yield words.text

    def _mistaken(self, cast: Cast, noun: Token, owner: Thing, words: Span) -> bool:
        """Something known by these words only, and no one who holds a post."""
        if owner in (cast.voice, cast.host) or (noun.text[0].isupper() and words[-1].lower_ in owner.nouns):
            return False  # "Ports Committee, Third Report"
        posted = any(cast.at.get(h.person) is owner for h in cast.holdings)
        return owner.kind in (PERSON, BODY) and owner.forms == [words.text] and not posted

    def _by_grammar(self, noun: Token) -> Iterator[Span]:
        """ "A report, Broken Promises, ...", "the inquiry, code-named Honorer"."""
        title = noun.head
        if noun.dep_ == "appos" and title.i < noun.i and title.pos_ == "PROPN" and _titled(title):
            yield _span(title)  # "Cold Water, her report on the spill"
        for child in noun.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and _right_after(noun, child) and _titled(child):
                yield _span(child)
            if child.dep_ == "acl" and child.lemma_.lower() in self.titling:
                yield from (
                    _span(t) for t in child.children if t.dep_ in ("oprd", "dobj", "attr") and t.pos_ == "PROPN"
                )

    def _by_place(self, cast: Cast, noun: Token) -> Iterator[Span]:
        """A run of capitals, or a quotation of them, right after the noun, whatever the parser makes of it."""
        doc, start = noun.doc, noun.i + 1
        while start < len(doc) and self._leads_in(doc[start]):
            start += 1
        if start >= len(doc) or doc[start].sent != noun.sent:
            return
        quoted = doc[start].text in _OPENING
        start += quoted
        end = start
        while end < min(len(doc), start + _LONGEST) and (doc[end].text[0].isupper() or doc[end].lower_ in _SMALL):
            end += 1
        ended = end < len(doc) and (doc[end].text in _CLOSING if quoted else doc[end].is_punct)
        words = doc[start:end]
        capitals = [t for t in words if t.text[0].isupper() and t.is_alpha]
        free = quoted or (doc[start - 1].text == "," and all(t.i not in cast.at for t in words))
        if ended and free and len(capitals) > 1 and words[0] in capitals and words[-1] in capitals:
            yield words

    def _leads_in(self, word: Token) -> bool:
        """What may stand between the noun and the title: "Special Report 4/2021, ...", "a report entitled ..."."""
        return word.text in (",", ":") or word.text[0].isdecimal() or word.lemma_.lower() in self.titling


def retake(cast: Cast, words: Span, owner: Thing | None, event: Thing) -> None:
    """Give words to an event, wherever they stand, though they look like a name."""
    spans = owner.spans if owner is not None else [(words.start, words.end)]
    for start, end in spans:
        event.spans.append((start, end))
        for i in range(start, end):
            cast.at[i] = event
    event.spans.sort()
    if owner is not None:
        owner.spans = []


def _right_after(noun: Token, title: Token) -> bool:
    """Not the author of "a paper by its director, Ann Lee"."""
    return noun.i < title.i and all(t.is_punct or t.is_space for t in noun.doc[noun.i + 1 : title.left_edge.i])


def _span(title: Token) -> Span:
    start = title.left_edge.i
    while title.doc[start].is_punct and start < title.i:
        start += 1
    return title.doc[start : title.i + 1]


def _titled(word: Token) -> bool:
    """Written as a title: every word of it but the small ones has a capital."""
    words = [t for t in word.doc[word.left_edge.i : word.i + 1] if t.is_alpha and not t.is_stop]
    return bool(words) and all(t.text[0].isupper() for t in words)
