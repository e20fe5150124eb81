"""Titles of reports and names of inquiries that stand beside the noun: "a report, Broken Promises, ..."."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY, PERSON, PLACE
from kg.grammar import surface_subjects
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
        self.works = lexicon.evoking("Work", "noun")

    def read(self, cast: Cast, noun: Token) -> Iterator[str]:
        """The titles of the event a noun speaks of, which becomes what their words speak of."""
        event = cast.at[noun.i]
        for words in (*self._by_grammar(cast, noun), *self._by_place(cast, noun), *_quoted_before(noun)):
            owner = cast.at.get(words[-1].i)
            if owner is event:
                continue
            if owner is not None and not self._mistaken(cast, noun, owner, words):
                if _in_quotes(words):  # of 'a film, "The Night at Elm House"', the house is one
                    event.named = True
                    yield words.text
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
        part = (
            _in_quotes(words) and not owner.sorts and all(words.start <= s and e <= words.end for s, e in owner.spans)
        )
        only = owner.forms == [words.text] or (part and owner.known is None)
        return owner.kind in (PERSON, BODY, PLACE) and only and not posted

    def _by_grammar(self, cast: Cast, noun: Token) -> Iterator[Span]:
        """ "A report, Broken Promises, ...", "the inquiry, code-named Honorer"."""
        title = noun.head
        if noun.dep_ == "appos" and title.i < noun.i and title.pos_ == "PROPN" and _titled(title):
            yield _span(title)  # "Cold Water, her report on the spill"
        if noun.dep_ == "attr":  # "Dark Water is a film about the spill"
            yield from (_span(t) for t in surface_subjects(noun.head) if _unknown(cast, t))
            clauses = (t for t in noun.head.lefts if t.dep_ == "csubj" and noun.lower_ in self.works)
            yield from (noun.doc[t.left_edge.i : noun.head.i] for t in clauses)  # "Just walk away is a film by X"
        for child in noun.children:
            written = child.pos_ == "PROPN" or (noun.is_lower and child.ent_type_ != "DATE")
            beside = child.dep_ == "appos" and written and _titled(child)
            if beside and (_right_after(noun, child) or _unknown(cast, child)):
                yield _span(child)
            if noun.lemma_.lower() in self.works:  # "a book on Elm Hospital, The Long Way Down," hung on the hospital
                beyond = (t for one in child.children if child.dep_ == "prep" for t in one.rights)
                yield from (_span(t) for t in beyond if t.dep_ == "appos" and _unknown(cast, t))
            if child.dep_ == "acl" and child.lemma_.lower() in self.titling:
                yield from (
                    _span(t) for t in child.children if t.dep_ in ("oprd", "dobj", "attr") and t.pos_ == "PROPN"
                )

    def _by_place(self, cast: Cast, noun: Token) -> Iterator[Span]:
        """A run of capitals, or a quotation of them, right after the noun, whatever the parser makes of it."""
        doc, start = noun.doc, noun.i + 1
        while start < len(doc) and self._leads_in(doc[start]):
            start += 1
        work = noun.lemma_.lower() in self.works
        if not (start < len(doc) and doc[start].text in _OPENING):  # 'a film by X, "Dark Water",'
            start = self._quoted_later(noun) or start
        if start >= len(doc) or doc[start].sent != noun.sent:
            return
        quoted = doc[start].text in _OPENING
        start += quoted
        adjoins = work and start == noun.i + 1 and noun.is_lower
        plain = quoted and (work or doc[start - 2].text != ",")  # 'the report "How we fell"'
        end = start
        while end < min(len(doc), start + _LONGEST) and _of_title(doc[end], quoted=quoted, plain=plain):
            end += 1
        end -= quoted and doc[end - 1].text == ","
        ended = adjoins or (end < len(doc) and (_closes(doc, end) if quoted else doc[end].is_punct))
        words = doc[start:end]
        capitals = [t for t in words if t.text[0].isupper() and t.is_alpha]
        free = quoted or adjoins or (doc[start - 1].text == "," and all(t.i not in cast.at for t in words))
        several = len(capitals) > 1 - work or (plain and len(words) > 2)
        function = adjoins and len(words) == 1 and words[0].is_stop  # "the film Just say no"
        if ended and free and several and not function and words[0] in capitals and (plain or words[-1] in capitals):
            yield words

    def _quoted_later(self, noun: Token) -> int | None:
        """Where a quotation begins that stands beside the noun, past a comma, with no verb between them."""
        doc = noun.doc
        for i in range(noun.i + 2, min(noun.sent.end, noun.i + _LONGEST)):
            before = doc[i - 1]
            if doc[i].text in _OPENING and not doc[i].whitespace_ and self._leads_in(before):
                return i
            if doc[i].pos_ in ("VERB", "AUX") and doc[i].lemma_.lower() not in self.titling:
                break
        return None

    def _leads_in(self, word: Token) -> bool:
        """What may stand between the noun and the title: "Special Report 4/2021, ...", "a report entitled ..."."""
        return word.text in (",", ":") or word.text[0].isdecimal() or word.lemma_.lower() in self.titling


def _of_title(word: Token, *, quoted: bool, plain: bool) -> bool:
    """A word with a capital, or a small one between two; "by" leads on to who wrote it."""
    if plain:
        return word.text not in _CLOSING or word.text == "'"
    return word.text[0].isupper() or (word.lower_ in _SMALL and (quoted or word.lower_ != "by"))


def _closes(doc: Doc, end: int) -> bool:
    return doc[end].text in _CLOSING or (doc[end].text == "," and end + 1 < len(doc) and doc[end + 1].text in _CLOSING)


def _in_quotes(words: Span) -> bool:
    return words.start > 0 and words.doc[words.start - 1].text in _OPENING


def _quoted_before(noun: Token) -> Iterator[Span]:
    """'"Dark Water", a film by X', '"Dark Water," her book'."""
    doc, end = noun.doc, noun.left_edge.i - 1
    if end < 2 or "," not in (doc[end].text, doc[end - 1].text):
        return
    end -= doc[end].text == ","
    if doc[end].text not in _CLOSING:
        return
    start = next((i + 1 for i in range(end - 1, max(-1, end - _LONGEST), -1) if doc[i].text in _OPENING), end)
    words = doc[start : end - (doc[end - 1].text == ",")]
    if len(words) and all(t.text[0].isupper() or t.lower_ in _SMALL or t.is_punct for t in words):
        yield words


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


def _unknown(cast: Cast, title: Token) -> bool:
    """A proper name, written as titles are, that speaks of no one."""
    return title.pos_ == "PROPN" and _titled(title) and all(t.i not in cast.at for t in _span(title))


def _span(title: Token) -> Span:
    start = title.left_edge.i
    while title.doc[start].is_punct and start < title.i:
        start += 1
    return title.doc[start : title.i + 1]


def _titled(word: Token) -> bool:
    """Written as a title: every word of it but the small ones has a capital."""
    words = [t for t in word.doc[word.left_edge.i : word.i + 1] if t.is_alpha and not t.is_stop]
    return bool(words) and all(t.text[0].isupper() for t in words)
