"""Offices that stand for their one holder, whom the text does not name: "the Home Secretary"."""

from spacy.tokens import Token

from kg.coref.cast import Cast, Thing
from kg.coref.likeness import fold, has_initials
from kg.coref.named import PERSON, PLACE
from kg.coref.post_phrase import Phrase
from kg.lexicon import Lexicon
from kg.ner.titles import is_capitalised
from kg.wordlists import forms

_PLURAL = frozenset({"NNS", "NNPS"})


class OfficeReader:
    """Makes a person of a post that nobody named in the text holds."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.sole = lexicon.evoking("SoleOffice")
        self.lone = lexicon.evoking("LoneOffice")
        self.fielded = lexicon.evoking("FieldOffice")
        self.fields = forms("PublicField")
        self.deputising = lexicon.evoking("Deputising")

    def read(self, cast: Cast, phrase: Phrase, stop: int) -> Thing | None:
        """The office a phrase names, the same at each mention; None where it is no office."""
        start = self._named_from(cast, phrase)
        if not self._is_office(cast, phrase, start, stop):
            return None
        bracket = next((t.i for t in cast.doc[start:stop] if t.text == "("), stop)
        name = cast.doc[_with_place(cast, phrase, start) : bracket].text  # "Secretary of the Health Department | (HD)"
        offices = (t for t in cast.of_kind(PERSON) if t.office)
        thing = next((t for t in offices if fold(name) in map(fold, t.forms) or has_initials(t.forms, name)), None)
        if thing is None:
            thing = cast.new(PERSON)
            thing.office = True
            if "Premier" not in phrase.entry.evokes:  # no one calls the prime minister "the minister"
                thing.nouns |= {cast.doc[phrase.end - 1].lower_, cast.doc[phrase.head].lower_}
        thing.add_form(name)
        return thing

    def _is_office(self, cast: Cast, phrase: Phrase, start: int, stop: int) -> bool:
        """ "the Inspector General of Y", "Y's Health Minister"; not "an inspector", "the former minister"."""
        doc = cast.doc
        plural = doc[phrase.head].tag_ in _PLURAL
        bare = phrase.left == phrase.start and not _headline(doc[phrase.start], doc[phrase.head])
        if plural or phrase.former or bare or "Helm" in phrase.entry.evokes:
            return False
        last = cast.at.get(stop - 1)
        if last is not None and last.kind == PERSON:
            return False  # "US Attorney for the Western District Ann Lee"
        words = " ".join(phrase.entry.words)
        if not self._determined(cast, phrase, words):
            return False
        if doc[phrase.head].dep_ in ("compound", "attr", "oprd") or any(
            i in cast.at for i in range(phrase.start, phrase.end)
        ):
            return False
        if words in self.lone and last is not None and last.kind == PLACE:
            return True  # "the mayor of Dunmore"
        if words in self.sole or self._of_field(cast, phrase, start):
            return " " in words or not _named(cast, phrase)
        named = [t for t in doc[start : phrase.end] if t.is_alpha and (len(t) > 3 or t.is_upper)]
        if not named or not all(t.text[0].isupper() for t in named):
            return False
        return stop - start > 1 or self._alone(cast, phrase)

    def _of_field(self, cast: Cast, phrase: Phrase, start: int) -> bool:
        """ "The transport minister", "the privacy commissioner", of a text that names nobody with such a post."""
        *before, noun = (t.lower_ for t in cast.doc[start : phrase.end])
        return noun in self.fielded and bool(before) and self.fields.issuperset(before) and not _named(cast, phrase)

    def _determined(self, cast: Cast, phrase: Phrase, words: str) -> bool:
        doc = cast.doc
        if phrase.left == phrase.start:
            return words in self.sole or " of " in words
        if (words in self.sole or words in self.lone) and doc[phrase.start - 1].lower_ == "the":
            return True  # "whom | the President picked"
        return doc[phrase.left].lower_ == "the" or phrase.left in cast.at

    def _alone(self, cast: Cast, phrase: Phrase) -> bool:
        """ "The President" of a text that names no president."""
        word = cast.doc[phrase.start].lower_
        return word in self.lone and not any(word in t.nouns for t in cast.things)

    def _named_from(self, cast: Cast, phrase: Phrase) -> int:
        """Where an office's name begins: with capitals before the post, as in "Deputy Prime Minister", or a field."""
        start = phrase.start
        while start > phrase.left and start - 1 not in cast.at and self._names(cast.doc[start - 1]):
            start -= 1
        return start

    def _names(self, token: Token) -> bool:
        return _is_plain_capital(token) or token.text in self.fields or token.text in self.deputising


def _with_place(cast: Cast, phrase: Phrase, start: int) -> int:
    """ "The | Graz regional prosecutor": a place before the field is part of the name."""
    place = cast.at.get(start - 1) if start < phrase.start else None
    spans = place.spans if place is not None and place.kind == PLACE else []
    return next((s for s, e in spans if e == start and s > phrase.left), start)


def _named(cast: Cast, phrase: Phrase) -> bool:
    """Whether a text names someone with a post by the same noun, or a body by it: the Housing Ombudsman."""
    noun = cast.doc[phrase.end - 1].lower_
    return any(noun in t.nouns for t in cast.things if not t.office)


def _headline(first: Token, head: Token) -> bool:
    """ "Chief Inspector of Schools urges reform": the subject of a sentence that leaves articles out."""
    return bool(first.is_sent_start) and head.dep_ == "nsubj"


def _is_plain_capital(token: Token) -> bool:
    return is_capitalised(token) and token.is_alpha and not token.is_sent_start and token.pos_ != "DET"
