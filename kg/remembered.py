"""What a parse says of a word is found out once: it does not change while a document is read."""

from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any, TypeVar

from spacy.tokens import Token

Answer = TypeVar("Answer")


def remembered(find: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """The same function of a token, its answers kept with the Doc; a list is a new one each time.

    For what follows from the parse alone, asked once no stage changes that any more (from ``kg.coref`` on).
    """
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def found(token: Token) -> Answer:
        kept: dict[int, Any] = token.doc.user_data.setdefault(name, {})
        if token.i not in kept:
            kept[token.i] = find(token)
        answer: Answer = kept[token.i]
        return copy(answer) if isinstance(answer, list) else answer

    return found
