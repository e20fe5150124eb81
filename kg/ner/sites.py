"""What looks like the name of a person or a body, and is that of a place, a ship or a storm."""

from spacy.tokens import Doc

from kg.ner.titles import Titles
from kg.wordlists import forms, given_names

_LONGEST = 3  # words of a place's name


class Sites:
    """Knows them by the words they begin and end with, and by what stands before them."""

    def __init__(self, titles: Titles) -> None:
        self.titles = titles
        self.vessels, self.given = forms("Vessel"), given_names()
        self.ends, self.starts = forms("SiteEnd"), forms("SiteStart")

    def is_vessel(self, doc: Doc, start: int, end: int) -> bool:
        """ "MV Lorna", "the tanker | Sea Heron", "Cyclone Idai": a ship or a storm."""
        if doc[end - 1].lower_ in self.titles.body_words:
            return False
        if doc[start].lower_ in self.vessels:
            return end - start > 1
        return start > 0 and not doc[start].is_sent_start and doc[start - 1].text in self.vessels

    def is_place(self, doc: Doc, start: int, end: int, *, unsure: bool) -> bool:
        """ "Canning Vale"; if ``unsure`` also "Fort Callan"; not "Grace Field", "Glen Marsh"."""
        first = doc[start].lower_
        if not 1 < end - start <= _LONGEST or first in self.given or self.titles.end(doc, start - 1) == start:
            return False
        return doc[end - 1].lower_ in self.ends or (unsure and first in self.starts)
