"""Who says what: quotations, reported clauses, "according to", headlines and signed paragraphs."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from kg.attachment import after_that
from kg.coref.cast import Cast, Speech
from kg.coref.layout import DASHES
from kg.coref.named import BODY, PERSON
from kg.coref.quotes import QuoteReader
from kg.grammar import (
    FINITE,
    after,
    after_any,
    agents,
    clause_of,
    is_passive,
    objects,
    phrasal,
    possessors,
    subjects,
    surface_subjects,
)
from kg.lexicon import Lexicon

_CLAUSES = frozenset({"ccomp", "parataxis"})
_SPEAKING = frozenset({"PRON", "NOUN", "PROPN", "SCONJ"})
_TITLE = 4  # tokens of the longest title before a name
_NUMBER = 3  # characters of the longest number of an item: "iii"
_AHEAD = frozenset({"that", "following", "this"})  # "found that:", "said the following:"
_BULLETS = frozenset("•*·▪◦")
_HEADLINE = 25  # tokens of the longest headline


class SpeechReader:
    """Finds stretches of speech and their speakers."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.quotes = QuoteReader(lexicon)
        self.finding = lexicon.evoking("Finding", "verb")
        self.saying = lexicon.evoking("Reporting", "verb") | self.finding
        self.learning = lexicon.evoking("Learning", "verb")
        self.submitting = lexicon.evoking("Submitting", "verb")
        self.greetings = lexicon.evoking("Greeting")
        self.alone = lexicon.evoking("SpeakerPronoun")
        self.ours = lexicon.evoking("GroupPronoun") | lexicon.evoking("SpeakerPronoun")
        self.views = lexicon.evoking("View", "noun") | lexicon.evoking("Verdict", "noun")
        self.stances = lexicon.evoking("Stance", "adjective")
        self.espousing = lexicon.evoking("Espousing", "verb")
        self.claims = self.views | lexicon.evoking("Voiced", "noun")

    def find(self, cast: Cast) -> list[Speech]:
        found = [*self.quotes.find(cast), *self._reported(cast), *self._claimed(cast), *self._according(cast)]
        found += self._felt(cast)
        found += [*_headed(cast), *_credited(cast), *_signed_blocks(cast), *self._turns(cast), *self._listed(cast)]
        return sorted(found, key=lambda s: (s.start, -s.end, s.speaker))

    def _reported(self, cast: Cast) -> Iterator[Speech]:
        """ "X said Y had failed", "Y was found by X to have failed", "X's view is that Y failed"."""
        for token in cast.doc:
            if token.pos_ not in ("VERB", "AUX"):
                continue
            speaker = self._speaker(token)
            if speaker is None or (speaker.i not in cast.at and speaker.pos_ not in _SPEAKING):
                continue
            if token.dep_ == "parataxis" and token.head.pos_ in (
                "VERB",
                "AUX",
            ):  # "Y failed, X says, and Z too"
                yield Speech(token.head.left_edge.i, token.head.right_edge.i + 1, speaker.i, direct=False, verb=token.i)
            for clause in self._clauses(token):
                own = self._own_words(cast, clause, token)
                yield Speech(clause.left_edge.i, clause.right_edge.i + 1, speaker.i, direct=own, verb=token.i)

    def _claimed(self, cast: Cast) -> Iterator[Speech]:
        """ "X's claim that Y lied", "the finding by X that Y had failed"."""
        for noun in cast.doc:
            if noun.pos_ != "NOUN" or noun.lower_ not in self.claims or noun.i in cast.at:
                continue
            clause = next((t for t in noun.rights if t.dep_ in ("acl", "ccomp", "relcl") and after_that(t)), None)
            if clause is not None:
                makers = [*possessors(noun), *after_any(noun, ("by", "from")), *self._espoused(noun)][:1]
                yield from (Speech(clause.left_edge.i, clause.right_edge.i + 1, t.i, direct=False) for t in makers)

    def _espoused(self, noun: Token) -> list[Token]:
        """ "X took the view that Y had failed", "came to the conclusion that", "is of the opinion that"."""
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        own = noun.dep_ in ("dobj", "pobj") and phrasal(verb, self.espousing) and not is_passive(verb)
        return subjects(verb) if own else []

    def _felt(self, cast: Cast) -> Iterator[Speech]:
        """ "X is concerned that Y has failed", "was surprised that Y had no plan": it is so, says X."""
        for word in cast.doc:
            if word.lower_ not in self.stances or word.pos_ not in ("ADJ", "VERB"):
                continue
            clause = next((t for t in word.rights if t.dep_ == "ccomp" and after_that(t)), None)
            holder = next(iter(surface_subjects(word.head if word.dep_ == "acomp" else word)), None)
            if clause is not None and holder is not None:
                yield Speech(clause.left_edge.i, clause.right_edge.i + 1, holder.i, direct=False)

    def _own_words(self, cast: Cast, clause: Token, verb: Token) -> bool:
        """ "We commend X, said Anna Boyd": a quotation whose marks were lost, or the text would be hers."""
        if clause.i > verb.i or cast.quoted(clause.i):
            return False
        return any(t.lower_ in self.ours for t in clause.subtree)

    def _speaker(self, verb: Token) -> Token | None:
        if verb.lemma_ == "be":  # "X's view is that ..."
            noun = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.lemma_.lower() in self.views), None)
            return next(iter(possessors(noun)), None) if noun is not None else None
        if self._told(verb):
            return _informant(verb)
        if not phrasal(verb, self.saying) or _infinitive_of_noun(verb):
            return None
        return next(iter(subjects(verb)), None)

    def _told(self, verb: Token) -> bool:
        """ "The court heard that Y had failed", "it was put to us that": not its word, nor the text's own."""
        if not is_passive(verb):
            return verb.lemma_ in self.learning and not objects(verb)
        if verb.lemma_ in self.submitting and any(t.dep_ == "nsubjpass" and t.lower_ == "it" for t in verb.lefts):
            return not agents(verb)
        someone = any(t.dep_ == "nsubjpass" and t.lower_ != "it" for t in verb.lefts)
        return someone and verb.lemma_ in self.saying | self.learning and not agents(verb)

    def _clauses(self, verb: Token) -> list[Token]:
        clauses = [t for t in verb.children if t.dep_ in _CLAUSES]
        if not clauses and (content := clause_of(verb)) is not None and content.dep_ in ("relcl", "acl"):
            clauses = [content]  # "said in a letter that ..."
        if verb.lemma_ in self.finding and is_passive(verb) and agents(verb):
            clauses += [t for t in verb.children if t.dep_ in ("xcomp", "oprd")]
        if any(t.i < verb.i for t in clauses):  # "Y failed, X said, and people died"
            clauses += [t for t in verb.rights if t.dep_ == "conj" and any(c.dep_ == "nsubj" for c in t.lefts)]
        return clauses

    def _turns(self, cast: Cast) -> Iterator[Speech]:
        """A record of speech: "Ms Ann Boyd (Minister for Roads): ..." and the lines after it in which she says "I"."""
        lines = [(n, line) for n, line in enumerate(cast.lines) if cast.doc[line[0]].lower_ not in self.greetings]
        opened = [(n, turn) for n, line in lines if (turn := _opening(cast, *line)) is not None]
        if len({cast.at[speaker].number for _, (speaker, _) in opened}) == 1:  # else it is who signs
            opened = [(n, (speaker, start)) for n, (speaker, start) in opened if cast.doc[start - 1].text == ":"]
        for (n, (speaker, start)), (last, _) in pairwise([*opened, (len(cast.lines), (0, 0))]):
            own = [end for left, end in cast.lines[n:last] if self._first_person(cast, max(left, start), end)]
            if own:
                yield Speech(start, own[-1], speaker, direct=False)

    def _listed(self, cast: Cast) -> Iterator[Speech]:
        """ "The audit found that:" and the items of the list under it."""
        said: Token | None = None
        for start, end in cast.lines:
            if said is not None and _is_item(cast.doc, start):
                speaker = self._speaker(said)
                if speaker is not None:
                    yield Speech(start, end, speaker.i, direct=False, verb=said.i)
            elif cast.doc[end - 1].text == ":":
                said = self._lead(cast.doc[start:end])
            else:
                said = None

    def _lead(self, line: Span) -> Token | None:
        """The verb of saying at the end of a line that leads up to a list."""
        last = next((t for t in reversed(line) if t.pos_ in ("VERB", "AUX")), None)
        if last is None or not phrasal(last, self.saying) or is_passive(last):
            return None
        return last if all(t.lower_ in _AHEAD for t in objects(last)) else None

    def _first_person(self, cast: Cast, start: int, end: int) -> bool:
        return any(t.lower_ in self.alone and not cast.quoted(t.i) for t in cast.doc[start:end])

    def _according(self, cast: Cast) -> Iterator[Speech]:
        """ "according to X", "in the view of X", "in X's view": of the sentence they stand in."""
        for token in cast.doc[:-1]:
            source: Token | None = None
            if token.lower_ == "according" and token.nbor().lower_ == "to":
                source = next((t for t in token.nbor().children if t.dep_ == "pobj"), None)
                source = source or next((t for t in token.doc[token.i + 2 : token.i + 12] if t.i in cast.at), None)
            elif token.lower_ in self.views and token.dep_ == "pobj" and token.head.lower_ == "in":
                source = next(iter(possessors(token)), None) or next(
                    (p for t in token.children if t.lower_ == "of" for p in t.children if p.dep_ == "pobj"),
                    None,
                )
            if source is not None and source.lower_ not in self.ours:  # "in our view": the text's own word
                yield Speech(token.sent.start, token.sent.end, source.i, direct=False)


def _is_item(doc: Doc, start: int) -> bool:
    """ "- It kept no log", "(a) it kept no log", "2. It kept no log"."""
    first, following = doc[start].text, doc[start + 1].text if start + 1 < len(doc) else ""
    if first in DASHES | _BULLETS or first == "(":
        return True
    return (len(first) <= _NUMBER and following in (".", ")")) or (first[:1].isalnum() and first[-1:] in ".)")


def _informant(verb: Token) -> Token | None:
    """Of "heard from X that ..." X, else the "that" itself, which stands for nobody."""
    clause = next((t for t in verb.children if t.dep_ in _CLAUSES), None)
    marks = [t for t in clause.lefts if t.dep_ == "mark"] if clause is not None else []
    return next(iter([*after(verb, "from"), *marks]), None)


def _infinitive_of_noun(verb: Token) -> bool:
    """ "no paper to show why": nobody shows."""
    return verb.dep_ in ("acl", "relcl") and any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.lefts)


def _opening(cast: Cast, start: int, end: int) -> tuple[int, int] | None:
    """Who speaks in a line that begins with a title, a name and a post in brackets, and where they begin."""
    doc = cast.doc
    name = next((i for i in range(start, min(start + _TITLE, end)) if i in cast.naming), end)
    thing = cast.at.get(name)
    if thing is None or thing.kind != PERSON:
        return None
    after = next((i for i in range(name, end) if cast.at.get(i) is not thing), end)
    if after < end and doc[after].text == "(":
        after = next((i + 1 for i in range(after, end) if doc[i].text == ")"), end)
        if after == end:
            return name, end  # a line to itself
    elif name == start:
        return None  # a headline: "Boyd: nobody told me"
    return (name, after + 1) if after < end and doc[after].text == ":" else None


def _headed(cast: Cast) -> Iterator[Speech]:
    """A headline "HMIC: the force must do more", a line of minutes "Cllr Jones: ..."."""
    for start, end in cast.lines:
        colon = next((i for i in range(start + 1, min(start + 8, end - 1)) if cast.doc[i].text == ":"), None)
        if colon is None or colon - 1 not in cast.at or cast.at[colon - 1].kind not in (PERSON, BODY):
            continue
        if all(i in cast.at or cast.doc[i].pos_ in ("PROPN", "DET") for i in range(start, colon)):
            yield Speech(colon + 1, end, colon - 1, direct=False)


def _credited(cast: Cast) -> Iterator[Speech]:
    """A headline that ends in its source: "Prison 'not safe' - HMIP"."""
    for start, end in cast.lines:
        dash = next((i for i in range(end - 2, start + 3, -1) if cast.doc[i].text in DASHES), None)
        if dash is None or end - start > _HEADLINE or not cast.doc[dash - 1].whitespace_:
            continue
        things = {cast.at[i].number if i in cast.at else None for i in range(dash + 1, end)}
        if len(things) == 1 and None not in things and cast.at[end - 1].kind in (PERSON, BODY):
            yield Speech(start, dash, end - 1, direct=False)


def _signed_blocks(cast: Cast) -> Iterator[Speech]:
    """Paragraphs in a live blog that a line "- Name, post" signs."""
    found = cast.lines
    for n, (start, end) in enumerate(found):
        line = cast.doc[start:end]
        if line[0].text not in DASHES or len(line) > 16 or any(t.tag_ in FINITE for t in line):
            continue
        speaker = next((i for i in range(start + 1, min(start + 4, end)) if i in cast.at), None)
        if speaker is None or cast.at[speaker].kind not in (PERSON, BODY):
            continue
        for left, right in reversed(found[max(0, n - 3) : n]):
            if right - left < 10 or any(cast.at.get(i) is cast.at[speaker] for i in range(left, right)):
                break
            yield Speech(left, right, speaker, direct=True)
