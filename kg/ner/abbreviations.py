"""Abbreviated titles as single tokens: the full stop of "Brig. Gen. Ada Marsh" ends no sentence."""

from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found,unused-ignore]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found,unused-ignore]

from kg.lexicon import Lexicon


def teach_abbreviations(nlp: Language, lexicon: Lexicon) -> None:
    """Make the tokeniser keep the full stop of the lexicon's abbreviated titles: "Supt.", "Brig."."""
    if not isinstance(nlp.tokenizer, Tokenizer):
        return
    for form in sorted(lexicon.evoking("Title")):
        for word in form.split():
            if word.endswith(".") and word[:-1].isalpha():
                nlp.tokenizer.add_special_case(word.capitalize(), [{ORTH: word.capitalize()}])
