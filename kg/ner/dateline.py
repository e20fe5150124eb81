"""Datelines: "NAIROBI/ADDIS ABABA, June 3 -", "LAGOS (Reuters) -", "HALIFAX, NS and REGINA, SK, 4 May 2020 --"."""

import re
from collections.abc import Iterator

from kg.wordlists import forms

_WORD = r"\b(?!and\b)[^\W\d_][^\W\d_.'’-]+"
_SEAT = rf"(?P<place>(?:S[Tt]\. )?{_WORD}(?:[ /-]{_WORD}){{0,3}})(?P<region>, ?[A-Z][\w.]{{1,12}}(?: [A-Z]\w+)?)?"
_ANY_SEAT = re.sub(r"\?P<\w+>", "?:", _SEAT)
_LINE = re.compile(
    rf"\s*(?P<seats>{_ANY_SEAT}(?:(?: and | & |; ){_ANY_SEAT})*)"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?P<agency> ?\([A-Z][\w ]{1,20}\))? ?(?P<mark>--|[-–—:])\s?(?=[\"“‘A-Z])"
)


def length(text: str) -> int:
    """How many characters of a line are its dateline, with the dash and the space after it; 0 where it has none.

    Words in capitals before a colon, or in a line that is no sentence, may be a label: "PRESENT: Ann Lee".
    """
    match = _LINE.match(text)
    return match.end() if match is not None and match["mark"] != ":" and _is_dateline(match) else 0


def seats(text: str) -> Iterator[tuple[int, int, bool]]:
    """Offsets of the places of a dateline, and of what says where they lie: "Ont.", which is no place of its own."""
    match = _LINE.match(text)
    if match is None or not _is_dateline(match):
        return
    for seat in re.finditer(_SEAT, match["seats"]):
        at = match.start("seats") + seat.start("place")
        for part in seat["place"].split("/"):
            yield at, at + len(part), True
            at += len(part) + 1
        if seat["region"]:
            yield match.start("seats") + seat.start("region") + 1, match.start("seats") + seat.end("region"), False


def _is_dateline(match: re.Match[str]) -> bool:
    """Places in capitals, or with an agency: not "Mr Lee (Roads Minister):", nor "MS LEE:", who speaks."""
    first = re.match(_SEAT, match["seats"])
    if match["mark"] == ":" and match["seats"].partition(" ")[0].casefold().rstrip(".") in forms("Courtesy"):
        return False
    agency = match["agency"] and match["mark"] != ":"
    return first is not None and (first["place"].isupper() or bool(agency))
