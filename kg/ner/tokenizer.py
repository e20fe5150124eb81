"""What the tokeniser of a model is taught: abbreviated titles, and that brackets make no faces."""

import re

from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found,unused-ignore]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found,unused-ignore]

from kg.lexicon import Lexicon

_ACRONYMS = re.compile(r"[A-Z]{3,6}-[A-Z]{3,6}")  # "DOP-OIG", the inspector of the department


def teach_tokenizer(nlp: Language, lexicon: Lexicon) -> None:
    """Make the tokeniser forget smileys, and keep the full stop of the lexicon's abbreviated titles.

    Of the smileys it knows, "):" stands in "Ann Lee (Labour): ..." and the like. The full stop of "Supt." and of
    "Brig. Gen. Ada Marsh" ends no sentence.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    rules = tokenizer.rules or {}
    tokenizer.rules = {form: rule for form, rule in rules.items() if any(map(str.isalnum, form))}
    tokenizer.token_match = _ACRONYMS.fullmatch
    for form in sorted(lexicon.evoking("Title")):
        for word in form.split():
            if word.endswith(".") and word[:-1].isalpha():
                tokenizer.add_special_case(word.capitalize(), [{ORTH: word.capitalize()}])
