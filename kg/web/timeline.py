"""The links of an entity in the order of time.

A date that the text gives for what is said goes before the date of the document that says it, and the two
are never mixed up: what is only known to be reported on a day is called that.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph.links import Link

UNDATED = "~"  # after every date


@dataclass(frozen=True, slots=True)
class Moment:
    """A link at one date; ``word`` says what the date is of. ``date`` is None where none is known."""

    date: str | None
    word: str
    link: Link


def timeline(links: Iterable[Link], begun: Mapping[str, str]) -> tuple[Moment, ...]:
    """All moments, earliest first, undated last; ``begun`` dates reports and investigations by IRI."""
    found = [moment for link in links for moment in _moments(link, begun)]
    return tuple(sorted(found, key=lambda m: (m.date or UNDATED, m.link.subject, m.link.object, m.link.claim)))


def _moments(link: Link, begun: Mapping[str, str]) -> Iterator[Moment]:
    if link.valid_from:
        yield Moment(link.valid_from, "from" if link.valid_until != link.valid_from else "dated", link)
    if link.valid_until and link.valid_until != link.valid_from:
        yield Moment(link.valid_until, "until", link)
    if link.valid_from or link.valid_until:
        return
    event = begun.get(link.object) or begun.get(link.subject)
    if event:
        yield Moment(event, "dated", link)
    elif link.issued:
        yield Moment(link.issued[0], "reported", link)
    else:
        yield Moment(None, "", link)
