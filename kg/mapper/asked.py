"""Whether a sentence only asks, and what the answer after it says."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.types import Status

_ANSWERS = {"no": Status.DENIED, "yes": Status.ASSERTED}


def asked(token: Token) -> tuple[bool, Status | None]:
    """Whether a sentence is a question, and the status its answer gives: "Does X answer to Y? No."."""
    doc, end = token.doc, token.sent.end
    last = next((t for t in _back(token) if not t.is_space and t.text not in "\"”’')"), None)
    if last is None or last.text != "?":
        return False, None
    after = next((t for t in doc[end : end + 3] if not t.is_space), None)
    if after is None or after.lower_ not in _ANSWERS or after.i + 1 == len(doc) or after.nbor().is_alpha:
        return True, None
    choice = doc[after.i + 1 : after.i + 3]  # "Yes / No", for the reader to say
    return True, None if choice[-1].lower_ in _ANSWERS and choice[0].text != "." else _ANSWERS[after.lower_]


def _back(token: Token) -> Iterator[Token]:
    sent = token.sent
    return (token.doc[i] for i in range(sent.end - 1, sent.start - 1, -1))
