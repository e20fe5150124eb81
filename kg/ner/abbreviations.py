"""Abbreviated titles as single tokens: the full stop of "Brig. Gen. Ada Marsh" ends no sentence."""

from typing import Any

from spacy.language import Language

from kg.lexicon import Lexicon


def teach_abbreviations(nlp: Language, lexicon: Lexicon) -> None:
    """Make the tokeniser keep the full stop of the lexicon's abbreviated titles: "Supt.", "Brig."."""
    tokenizer: Any = nlp.tokenizer
    for form in sorted(lexicon.evoking("Title")):
        for word in form.split():
            if word.endswith(".") and word[:-1].isalpha():
                tokenizer.add_special_case(word.capitalize(), [{"ORTH": word.capitalize()}])
