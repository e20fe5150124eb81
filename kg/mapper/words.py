"""Words and phrases that carry a meaning, found in a text whatever their shape."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.phrases import words_after, words_near

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}
_APART = 6  # words among which the second word of a phrase stands


class WordFinder:
    """Tells which of some concepts a token evokes, alone or as the first word of a phrase.

    A verb of several words may have others between them ("let its tenants down"); the words of other
    phrases stand together.
    """

    def __init__(self, lexicon: Lexicon, concepts: Iterable[str]) -> None:
        self.single: dict[tuple[str, str], str] = {}
        self.longer: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
        wanted = tuple(concepts)
        for entry in lexicon.entries:
            for concept in (c for c in wanted if c in entry.evokes):
                if len(entry.words) == 1:
                    self.single[entry.words[0], entry.pos] = concept
                else:
                    self.longer[entry.words[0]].append((entry.words, entry.pos, concept))

    def find(self, token: Token) -> tuple[str, int] | None:
        """The concept evoked and by how many words, the phrases first."""
        lemma, form = token.lemma_.lower(), token.lower_
        if lemma in self.longer or form in self.longer:
            near = words_after(token, _APART)  # a word may begin many phrases: few have their second word near
            for words, kind, concept in self._phrases(lemma, form):
                if words[1] not in near or (kind == "adjective" and _owned(token)):
                    continue
                if (
                    words_near(token, words[1:], _APART)
                    if kind == "verb" and token.pos_ in ("VERB", "AUX")
                    else _together(token, words)
                ):
                    return concept, len(words)
        pos = POS.get(token.pos_)
        if pos is None:
            return None
        found = self.single.get((lemma, pos)) or self.single.get((form, pos))
        if found is None and (token.tag_ in ("VBN", "VBG") or _said_of(token)):  # "was found wanting"
            found = self.single.get((form, "adjective"))
        return (found, 1) if found else None

    def _phrases(self, lemma: str, form: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
        """The phrases that begin with a token, by its lemma ("fall short") and as it stands ("lowest rating")."""
        yield from self.longer.get(lemma, ())
        if form != lemma:
            yield from self.longer.get(form, ())


def _said_of(token: Token) -> bool:
    """ "Rated X good", "described X as dysfunctional": an adjective that the tagger takes for a noun."""
    as_what = token.dep_ == "pobj" and token.head.lower_ == "as"
    return token.tag_ == "NN" and (as_what or token.dep_ == "oprd") and not any(t.dep_ == "det" for t in token.lefts)


def _owned(token: Token) -> bool:
    """ "Has the right to appeal": a thing, of which the adjective "right to" says nothing."""
    return token.pos_ == "NOUN" and any(t.dep_ in ("det", "poss") for t in token.lefts)


def _together(token: Token, words: tuple[str, ...]) -> bool:
    doc, start = token.doc, token.i
    if start + len(words) > len(doc):
        return False
    backwards = range(len(words) - 1, -1, -1)  # the first one fits, or this phrase would not be tried
    return all(words[n] in ((t := doc[start + n]).lower_, t.lemma_) for n in backwards)
