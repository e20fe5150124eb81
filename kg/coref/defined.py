"""Terms that a text defines: "Acme Ltd ("the Company")", "the Ports Agency (hereinafter the "Agency")".

Statutes, notices and company statements say once whom they mean by a noun, and then mean nobody else by it.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.coref.cast import Cast
from kg.coref.layout import CLOSE, OPEN
from kg.coref.named import BODY
from kg.lexicon import Lexicon

_LONGEST = 12  # tokens of a bracket
_ARTICLE = frozenset({"the"})


def learn_terms(cast: Cast, lexicon: Lexicon) -> None:
    """Let each body be called by the nouns that a bracket after its name gives it."""
    nouns = lexicon.denoting("Nominal")
    for thing in cast.of_kind(BODY):
        for start, end in thing.spans:
            if start in cast.naming:
                thing.nouns.update(t.lower_ for t in _terms(cast.doc, end) if t.lower_ in nouns)


def _terms(doc: Doc, i: int) -> Iterator[Token]:
    """The words that stand alone in quotation marks in the brackets that follow a name."""
    while i < len(doc) and doc[i].text == "(":
        end = next((n for n in range(i + 1, min(i + _LONGEST, len(doc))) if doc[n].text == ")"), None)
        if end is None:
            return
        for token in doc[i + 1 : end]:
            before = token.nbor(-2) if token.nbor(-1).lower_ in _ARTICLE else token.nbor(-1)
            if before.text in OPEN and token.nbor().text in CLOSE:
                yield token
        i = end + 1
