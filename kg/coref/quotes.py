"""Quotations, and who speaks in each."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.coref.cast import Cast, Speech
from kg.coref.layout import CLOSE, DASHES, OPEN
from kg.coref.named import BODY, PERSON
from kg.grammar import subjects
from kg.lexicon import Lexicon

_SHORTEST = 4  # tokens; a word or two in quotation marks are the writer's
_OPEN_TAGS = frozenset({"PRP", "NNS"})  # whom they mean is found later: "she said", "the senators wrote"
_NEAR = 30  # tokens between two quotations of one speaker

Speaker = tuple[int, int | None]  # the token that speaks, and its verb of saying


class QuoteReader:
    """Finds the speaker of each quotation: beside it, below it, before it, or of the one before."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.saying = lexicon.evoking("Reporting", "verb") | lexicon.evoking("Finding", "verb")
        self.statements = lexicon.evoking("Statement", "noun")

    def find(self, cast: Cast) -> Iterator[Speech]:
        last: tuple[int, Speaker] | None = None
        for start, end in cast.quotations:
            if end - start < _SHORTEST:
                continue
            found = self._beside(cast, start, end) or self._colon(cast, start) or _signed(cast, end)
            if found is None and last is not None and self._goes_on(cast.doc, last, start):
                found = last[1]
            found = found or self._spoken_of(cast, start) or self._stated(cast, start)
            if found is not None:
                last = end, found
                yield Speech(start, end, found[0], direct=True, verb=found[1])

    def _goes_on(self, doc: Doc, last: tuple[int, Speaker], start: int) -> bool:
        """Whether a quotation goes on after a gap in which nobody else begins to speak."""
        end, (_, verb) = last
        others = (t for t in doc[end:start] if t.pos_ == "VERB" and t.lemma_ in self.saying and t.i != verb)
        return start - end < _NEAR and next(others, None) is None

    def _beside(self, cast: Cast, start: int, end: int) -> Speaker | None:
        """The subject of a verb of saying in a sentence that holds or touches the quotation."""
        doc = cast.doc
        sents = [doc[start].sent, doc[end - 1].sent]
        if end < len(doc) and not _opens(doc[end].sent, end):
            sents.append(doc[end].sent)
        if start:
            sents.append(doc[start - 1].sent)
        for sent in dict.fromkeys(sents):
            for token in sent:
                if start <= token.i < end or token.pos_ not in ("VERB", "AUX") or token.lemma_ not in self.saying:
                    continue
                speaker = next((t for t in subjects(token) if not start <= t.i < end), None)
                known = speaker is not None and (speaker.i in cast.at or speaker.tag_ in _OPEN_TAGS)
                if speaker is not None and known and _same_block(doc, token.i, start, end):
                    return speaker.i, token.i
        return None

    def _colon(self, cast: Cast, start: int) -> Speaker | None:
        """A colon before the quotation: who says it in that line, else the last person or body named there."""
        doc = cast.doc
        if not any(t.text == ":" for t in doc[max(0, start - 2) : start]):
            return None
        sent = doc[start - 1].sent
        said = [t for t in sent if t.i < start and t.pos_ == "VERB" and t.lemma_ in self.saying]
        before = [s.i for t in said[-1:] for s in subjects(t)] + list(range(start - 1, sent.start - 1, -1))
        named = (i for i in before if i in cast.at and cast.at[i].kind in (PERSON, BODY))
        return next(((i, None) for i in named), None)

    def _spoken_of(self, cast: Cast, start: int) -> Speaker | None:
        """ "Amina Yusuf was blunt. "They lied to us.\" " """
        if not start or cast.doc[start - 1].sent.start == start:
            return None
        before = cast.doc[start - 2].sent if start > 1 else cast.doc[start - 1].sent
        if not _same_block(cast.doc, before.start, start, start + 1):
            return None
        subject = next((t for t in before.root.children if t.dep_ == "nsubj"), None)
        thing = cast.at.get(subject.i) if subject is not None else None
        return (subject.i, None) if subject is not None and thing is not None and thing.kind == PERSON else None

    def _stated(self, cast: Cast, start: int) -> Speaker | None:
        """Whoever "released the following statement", for quotations with no speaker beside them."""
        for token in cast.doc[:start]:
            if token.lemma_ in self.statements and token.dep_ == "dobj":
                speaker = next((t.i for t in subjects(token.head) if t.i in cast.at), None)
                if speaker is not None:
                    return _past_dateline(cast, speaker, token.head.i), None
        return None


def _past_dateline(cast: Cast, speaker: int, verb: int) -> int:
    """Of "LEEDS, May 4 - Anna Boyd released a statement" Anna Boyd, though the parser takes the place for who acts."""
    dash = next((i for i in range(verb, speaker, -1) if cast.doc[i].text in DASHES), None)
    if dash is None:
        return speaker
    named = (i for i in range(dash + 1, verb) if i in cast.at and cast.at[i].kind in (PERSON, BODY))
    return next(named, speaker)


def _opens(sent: Span, end: int) -> bool:
    """Whether a sentence after a quotation leads up to one of its own: 'He added: "..."'."""
    return any(t.text in OPEN and t.i > end + 1 for t in sent)


def _signed(cast: Cast, end: int) -> Speaker | None:
    """A line after the quotation that begins with a dash and a name, as in a live blog."""
    doc = cast.doc
    i = end
    while i < len(doc) and i < end + 4 and (doc[i].is_space or doc[i].text in CLOSE):
        i += 1
    if i + 1 < len(doc) and doc[i].text in DASHES:
        j = next((k for k in range(i + 1, min(i + 5, len(doc))) if k in cast.at), None)
        if j is not None and cast.at[j].kind in (PERSON, BODY):
            return j, None
    return None


def _same_block(doc: Doc, i: int, start: int, end: int) -> bool:
    low, high = min(i, start), max(i, end - 1)
    return not any(low < block <= high for block, _ in doc._.kg_blocks)
