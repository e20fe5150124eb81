"""Documents that are copies: the same bytes, or the same words. What several copies say, one source says."""

import hashlib
from collections.abc import Callable, Mapping


def originals(digests: Mapping[str, str], text: Callable[[str], str]) -> dict[str, str]:
    """For each document (by id, with the hash of its bytes) the first of those it is a copy of, or itself.

    Words are compared without regard to case, spaces and line breaks; ``text`` gives them by id. Bytes
    that are the same have words that are the same, but not the other way round: a page and its PDF.
    """
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for doc in sorted(digests):
        known = first.setdefault(digests[doc], doc)
        found[doc] = found[known] if known != doc else first.setdefault(_words(text(doc)) or digests[doc], doc)
    return found


def _words(text: str) -> str:
    """A hash of the words; "" of a text that has none, which is like no other."""
    words = " ".join(text.casefold().split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""
