"""Legislatures that a text names only within the names of their committees: "the Senate Budget Committee"."""

from collections.abc import Iterator

from kg.coref.cast import Cast, Thing
from kg.coref.likeness import fold
from kg.coref.named import BODY
from kg.lexicon import Lexicon

_LINKS = frozenset({"of", "the"})


class WholeReader:
    """Adds to a cast the house that a committee is said to be of."""

    def __init__(self, lexicon: Lexicon) -> None:
        houses = lexicon.denoting("House")
        self.kinds = dict(houses)
        self.units = lexicon.evoking("Subunit")

    def run(self, cast: Cast) -> None:
        """Make the houses that no name in the text is the whole name of."""
        houses = [span for thing in cast.of_kind(BODY) for span in self._houses(cast, thing)]
        known = {fold(form) for thing in cast.of_kind(BODY) for form in thing.forms} if houses else set()
        for start, end in houses:
            name = fold(cast.doc[start:end].text)
            if name not in known:
                known.add(name)
                self._add(cast, start, end)

    def _houses(self, cast: Cast, thing: Thing) -> Iterator[tuple[int, int]]:
        """The first words of a unit's names, if they name a house: "House of Commons" of its committee."""
        doc = cast.doc
        for start, end in thing.spans:
            if start not in cast.naming or doc[start].lower_ not in self.kinds or not doc[start].text[0].isupper():
                continue
            stop = start + 1
            if stop + 1 < end and doc[stop].lower_ == "of" and doc[stop + 1].text[0].isupper():
                stop += 2
            rest = [t for t in doc[stop:end] if t.is_alpha and t.lower_ not in _LINKS]
            if rest and any(t.lower_ in self.units for t in rest):
                yield start, stop

    def _add(self, cast: Cast, start: int, end: int) -> None:
        house = cast.new(BODY)
        house.add_form(cast.doc[start:end].text)
        house.nouns.add(cast.doc[start].lower_)
        house.sorts = self.kinds[cast.doc[start].lower_]
        house.spans.append((start, end))
