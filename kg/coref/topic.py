"""What an explainer is about: "it" of the questions between its paragraphs."""

from collections import Counter

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY

_LEAST, _MORE = 4, 1.5  # how often its subject is named at least, and how much oftener than any other body
_LONGEST = 12  # words of such a question


def topic(cast: Cast) -> Thing | None:
    """The body a text names far oftener than any other."""
    names = Counter({t.number: sum(start in cast.naming for start, _ in t.spans) for t in cast.of_kind(BODY)})
    (first, n), (_, m), *_ = [*names.most_common(2), (0, 0), (0, 0)]
    return cast.things[first] if n >= _LEAST and n >= _MORE * m else None


def asks(cast: Cast, token: Token) -> bool:
    """ "So what does it do?", at the head of a paragraph and with no noun before the pronoun."""
    sent = token.sent
    if len(sent) > _LONGEST or not any(t.text == "?" for t in sent[-2:]):
        return False
    if sent.start and cast.paragraphs[sent.start - 1] == cast.paragraphs[sent.start]:
        return False
    return all(t.pos_ not in ("NOUN", "PROPN") for t in sent[: token.i - sent.start])
