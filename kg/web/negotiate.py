"""Which of the media types on offer a client would rather have: RFC 9110, section 12.5.1."""

import re
from collections.abc import Sequence

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*(?:;(.*))?", re.DOTALL)
_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)
_MOST = 4096  # characters of a header that are read


def choose(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer the header ranks highest, of several the first; None if it wants none of them.

    A header that is missing, empty or nonsense accepts anything.

    >>> choose("text/*;q=0.5, application/json", ["text/csv", "application/json"])
    'application/json'
    """
    ranges = _ranges(accept or "")
    ranked = [(_quality(offer, ranges), -place, offer) for place, offer in enumerate(offers)]
    quality, _, offer = max(ranked)
    return offer if quality > 0 else None


def _ranges(accept: str) -> dict[tuple[str, str], float]:
    found = {}
    for part in accept[:_MOST].split(","):
        if parsed := _RANGE.fullmatch(part):
            parameters = [_QUALITY.fullmatch(one) for one in (parsed[3] or "").split(";")]
            quality = next((float(one[1]) for one in parameters if one), 1.0)
            found[parsed[1].lower(), parsed[2].lower()] = quality
    return found or {("*", "*"): 1.0}


def _quality(offer: str, ranges: dict[tuple[str, str], float]) -> float:
    """By the range that fits it most closely."""
    kind, _, subtype = offer.partition("/")
    for key in ((kind, subtype), (kind, "*"), ("*", "*")):
        if key in ranges:
            return ranges[key]
    return 0.0
