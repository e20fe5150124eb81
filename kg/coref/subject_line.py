"""Whom the head of an inspection report names with no label: a line with a body's name and at most its address.

"Oakvale Primary School, River Road, Oakvale | Date of visit: 11 June | Reporting inspector: Ann Lee"
"""

from spacy.tokens import Span

from kg.coref.arguments import INSPECTION, REPORT
from kg.coref.cast import Cast, Thing
from kg.coref.named import BODY
from kg.coref.watchdogs import Watchdogs
from kg.grammar import FINITE
from kg.lexicon import Lexicon

HEAD = 16  # lines at the head of a text among which its form stands
_LOOKING = (INSPECTION, "Review", "Audit")
_LABEL = 5  # tokens of the longest label


class SubjectLineReader:
    """Finds the one body that a form with the date or the inspectors of a visit is about."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.watchdogs = Watchdogs(lexicon)
        self.papers = lexicon.nouns_for(REPORT)
        self.acts = self.watchdogs.people | lexicon.nouns_for(*_LOOKING)

    def heads(self, cast: Cast) -> bool:
        """Whether such a form is at the head of a text: "Date of inspection: 3 May", "Lead inspector: Ann Lee"."""
        if cast.runner is not None:  # "Provider: Hill Care Ltd"
            return True
        labels = (label(cast, start, end) for start, end in cast.lines[:HEAD])
        return any(t.lower_ in self.acts for words in labels for t in words)

    def find(self, cast: Cast) -> tuple[int, Thing] | None:
        """Where it is named, and the body."""
        if not self.heads(cast):
            return None
        found: dict[int, tuple[int, Thing]] = {}
        for start, end in cast.lines[:HEAD]:
            thing = _addressed(cast, self._past_label(cast, start, end), end, first=start == cast.lines[0][0])
            free = thing is not None and thing is not cast.runner and not self.watchdogs.is_one(thing)
            if thing is not None and free and not thing.sorts & self.watchdogs.kinds:
                found.setdefault(thing.number, (start, thing))
        return next(iter(found.values())) if len(found) == 1 else None

    def _past_label(self, cast: Cast, start: int, end: int) -> int:
        """Where the body stands in "Inspection report: Elm House, Leeds"."""
        words = label(cast, start, end)
        entitled = len(words) and words[-1].lower_ in self.papers and any(t.lower_ in self.acts for t in words)
        return words.end + 1 if entitled and words.end + 1 < end else start


def label(cast: Cast, start: int, end: int) -> Span:
    """The words before the colon of a line; none where it has no colon soon."""
    colon = next((i for i in range(start, min(start + _LABEL, end)) if cast.doc[i].text == ":"), start)
    return cast.doc[start:colon]


def _addressed(cast: Cast, start: int, end: int, *, first: bool) -> Thing | None:
    """The body that a line names and says nothing of, but where it is; that of the ``first`` is the text's title."""
    thing = cast.at.get(start)
    if thing is None or thing.kind != BODY or not (first or thing.sorts or len(thing.spans) > 1):
        return None  # "Sd/-", "Charter House" of an address
    if any(t.tag_ in FINITE for t in cast.doc[start:end]):
        return None
    stop = next((i for i in range(start, end) if cast.at.get(i) is not thing), end)
    rest = cast.doc[stop:end].text
    return thing if not rest.strip(" .") or (rest[0] in ",(" and ":" not in rest) else None
