"""What a phrase denies within itself, and what someone has only been asked to do."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

SAID = frozenset({OV.criticises, OV.praises, OV.sanctions, OV.conducts, OV.commissions, OV.inspects})

NOTHING_FOUND = [
    ("The Treasury brought no charges against Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury took no action against Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury found no fault with Lloyds Bank.", {"Treasury criticises Lloyds Bank (denied)"}),
    ("The Treasury laid no blame on Lloyds Bank.", {"Treasury criticises Lloyds Bank (denied)"}),
    ("The Treasury had no harsh words for Lloyds Bank.", {"Treasury criticises Lloyds Bank (denied)"}),
    ("Helen Cole had no praise for Lloyds Bank.", {"Helen Cole praises Lloyds Bank (denied)"}),
    ("The Treasury cited no failings at Lloyds Bank.", {"Treasury criticises Lloyds Bank (denied)"}),
    ("The Treasury found nothing wrong at Lloyds Bank.", set()),
    ("Helen Cole said Lloyds Bank had done nothing wrong.", set()),
    ("The Treasury found nothing against Lloyds Bank.", {"Treasury criticises Lloyds Bank (denied)"}),
    ("The Treasury makes no accusation of fraud against Lloyds Bank.", {"Treasury criticises Lloyds Bank (denied)"}),
    ("The Treasury makes no finding against Lloyds Bank.", {"Treasury criticises Lloyds Bank (denied)"}),
    ("The Treasury made a finding of fraud against Lloyds Bank.", {"Treasury criticises Lloyds Bank"}),
    ("The Treasury did not find that Helen Cole had lied.", {"Treasury criticises Helen Cole (denied)"}),
    ("The Treasury does not say that Helen Cole was at fault.", set()),
    ("Helen Cole denied that Lloyds Bank had failed.", set()),
    ("The Treasury found fault with Lloyds Bank.", {"Treasury criticises Lloyds Bank"}),
    ("The Treasury has no confidence in Lloyds Bank.", {"Treasury criticises Lloyds Bank"}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), NOTHING_FOUND)
def test_a_phrase_that_says_no_within_itself_accuses_nobody(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected


ASKED = [
    "The Treasury has been asked to look into the accounts of Lloyds Bank.",
    "The Treasury was requested to review Lloyds Bank.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", ASKED)
def test_whoever_has_been_asked_to_look_has_not_looked_yet(nlp: Language, text: str) -> None:
    found = claims(nlp, text, SAID - {OV.commissions})
    assert found
    assert all(line.endswith("(proposed)") for line in found)


@pytest.mark.model
def test_whoever_asks_for_a_review_has_ordered_it(nlp: Language) -> None:
    text = "The Home Office asked the Treasury to review Lloyds Bank."
    found = claims(nlp, text, SAID)
    assert any(line.startswith("Home Office commissions") and "(" not in line for line in found)
