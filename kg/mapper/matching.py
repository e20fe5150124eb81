"""Which entries of the lexicon match at a word: those whose other words stand where they must."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Entry, Lexicon
from kg.phrases import words_after, words_near


def matching(token: Token, entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Those of some entries whose other words stand where they must."""
    near = words_after(token) if any(len(entry.words) > 1 for entry in entries) else frozenset()
    if near and token.tag_ == "VBN":
        near |= {form for t in _turned(token) for form in (t.lower_, t.lemma_)}
    if near and token.dep_ == "relcl":
        near |= {t.lower_ for t in token.lefts if t.dep_ == "prep"}
    for entry in entries:  # a verb may begin many phrases: few have their second word near
        if (len(entry.words) == 1 or entry.pos == "noun" or entry.words[1] in near) and _matches(token, entry):
            yield entry


def expresses(verb: Token, relation: str, lexicon: Lexicon) -> bool:
    """Whether a verb with the words around it may express a relation: "set a deadline" does, "set out" does not."""
    entries = lexicon.triggers.get((verb.lemma_, "verb"), ())
    return any(frame.relation == relation for entry in matching(verb, entries) for frame in entry.frames)


def _matches(token: Token, entry: Entry) -> bool:
    """Whether the other words of a form stand where they must."""
    if len(entry.words) == 1:
        return True
    if entry.pos == "verb" and any(t.dep_ == "prt" and t.lower_ not in entry.words for t in token.children):
        return False  # "turned down a seat on the board" is no turning on it
    if entry.pos == "noun":
        start = token.i - entry.head
        span = token.doc[start : start + len(entry.words)] if start >= 0 else ()
        return len(span) == len(entry.words) and all(
            w in (t.lower_, t.lemma_.lower()) for w, t in zip(entry.words, span, strict=True)
        )
    rest = entry.words[1:]
    if words_near(token, rest) or (token.tag_ == "VBN" and _matches_turned(token, rest)):
        return True
    return token.dep_ == "relcl" and _fronted(token, rest)


def _fronted(verb: Token, words: tuple[str, ...]) -> bool:
    """ "The Union, to which X belongs"."""
    return len(words) == 1 and any(
        t.lower_ == words[0] and t.dep_ == "prep" and any(w.tag_ in ("WDT", "WP") for w in t.children)
        for t in verb.lefts
    )


def _turned(verb: Token) -> list[Token]:
    """What a phrase's noun and its article are when the verb is passive: of "the blame was laid on X" "the blame"."""
    nouns = [t for t in verb.lefts if t.dep_ == "nsubjpass"]
    return [one for noun in nouns for one in (*noun.lefts, noun)]


def _matches_turned(verb: Token, words: tuple[str, ...]) -> bool:
    """Whether the first of some words are the subject of a passive, and the rest, if any, stand after it."""
    turned = [(t.lower_, t.lemma_) for t in _turned(verb)]
    first = next((n for n, word in enumerate(words) if not any(word in forms for forms in turned)), len(words))
    noun = turned[-1] if turned else ()
    return first > 0 and words[first - 1] in noun and words_near(verb, words[first:])


def after_phrase(token: Token, words: tuple[str, ...], preposition: str) -> list[Token]:
    """ "Is full of praise for X", "falls within the remit of X": what stands after the last word of a long form."""
    if len(words) <= _SHORT or words[-1] != preposition:
        return []
    later = (t for t in token.sent if t.i > token.i + 1 and t.lower_ == preposition)
    last = next((t for t in later if words[-2] in (t.nbor(-1).lower_, t.nbor(-1).lemma_)), None)
    return [p for p in last.children if p.dep_ == "pobj"] if last is not None else []


_SHORT = 3  # words: what follows a form of so many hangs where the grammar looks for it
