"""Base forms of the lexicon's verbs, where the model's own rules go wrong."""

import pytest
from spacy.language import Language

VERBS = [
    ("The Treasury fined Lloyds Bank.", "fine"),
    ("The Treasury deregistered Lloyds Bank.", "deregister"),
    ("The Treasury chargesheeted John Smith.", "chargesheet"),
    ("The Treasury left London.", "leave"),
    ("The Treasury installed John Smith.", "install"),
    ("The Treasury decertified John Smith.", "decertify"),
    ("The Treasury extolled John Smith.", "extol"),
    ("The Treasury found John Smith.", "find"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "lemma"), VERBS)
def test_a_verb_of_the_lexicon_has_its_own_base_form(nlp: Language, text: str, lemma: str) -> None:
    assert lemma in {token.lemma_ for token in nlp(text)}
