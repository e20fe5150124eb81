"""What a reader returns, and the one cleaning every text goes through."""

import re
from dataclasses import dataclass

_LINE_ENDS = re.compile("\r\n|[\r\v\f]")
# Whatever XML 1.0 cannot carry would break the exports, so it is replaced one to one: offsets stay.
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader found in the bytes of one document; ``published`` is an ISO date of any precision."""

    text: str
    title: str | None = None
    published: str | None = None


def clean(text: str) -> str:
    """Line ends as LF (form feeds too) and characters that are illegal in XML as U+FFFD.

    >>> clean("One\\r\\ntwo\\x08")
    'One\\ntwo�'
    """
    return _ILLEGAL.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def clean_title(title: str | None) -> str | None:
    """A title on one line, or None when nothing is left of it or it is too long to be one."""
    line = " ".join(clean(title or "").split())
    return line if line and len(line) < TITLE_LENGTH else None
