"""Offices that stand for their one holder, whom the text does not name: "the Home Secretary"."""

from kg.coref.cast import Cast, Thing
from kg.coref.named import PERSON, fold
from kg.coref.post_phrase import Phrase
from kg.lexicon import Lexicon


class OfficeReader:
    """Makes a person of a post that nobody named in the text holds."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.sole = lexicon.evoking("SoleOffice")

    def read(self, cast: Cast, phrase: Phrase, stop: int) -> Thing | None:
        """The office a phrase names, the same at each mention; None where it is no office."""
        if not self._is_office(cast, phrase, stop):
            return None
        name = cast.doc[phrase.start : stop].text
        thing = next((t for t in cast.of_kind(PERSON) if t.office and fold(name) in map(fold, t.forms)), None)
        if thing is None:
            thing = cast.new(PERSON)
            thing.office = True
            thing.nouns.add(cast.doc[phrase.end - 1].lower_)
        thing.add_form(name)
        return thing

    def _is_office(self, cast: Cast, phrase: Phrase, stop: int) -> bool:
        """ "the Inspector General of Y", "Y's Health Minister"; not "an inspector", "the former minister"."""
        doc = cast.doc
        if phrase.plural or phrase.former or phrase.left == phrase.start or "Helm" in phrase.entry.evokes:
            return False
        if doc[phrase.left].lower_ != "the" and phrase.left not in cast.at:
            return False
        if doc[phrase.end - 1].dep_ in ("compound", "attr", "oprd") or any(
            i in cast.at for i in range(phrase.start, phrase.end)
        ):
            return False
        if " ".join(phrase.entry.words) in self.sole:
            return True
        words = [t for t in doc[phrase.start : phrase.end] if t.is_alpha and len(t) > 3]
        return bool(words) and all(t.text[0].isupper() for t in words) and stop - phrase.start > 1
