"""Bodies called after whoever chairs or heads them."""

import pytest
from spacy.language import Language

from tests.coref.reading import read
from tests.ner.test_names import BODY, names

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Marchetti panel faulted the Water Department.", "Marchetti panel"),
        ("Boyd met the Khurana committee in May.", "Khurana committee"),
        ("The Shaw task force urged the city to act.", "Shaw task force"),
        ("The PiS government ignored the Commission.", "PiS government"),
        ("The Okello administration dismissed her.", "Okello administration"),
        ("The Ports Committee of Parliament met.", "Ports Committee"),
        ("The Water Bank of the Senate failed.", "Water Bank of the Senate"),
        ("It was set up by the maternity services oversight panel.", "maternity services oversight panel"),
    ],
)
def test_the_body_is_named_with_them(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY


def test_no_chair_is_a_body_or_a_place(nlp: Language) -> None:
    assert "Senate panel" not in names(nlp, "Ann Lee chairs the Senate panel.")
    assert "Khurana Commission" not in names(nlp, "Judge Ann Khurana led it. The Khurana Commission met.")


def test_the_government_of_someone_is_one_body_however_it_is_called(nlp: Language) -> None:
    """And its head is a person still."""
    text = "President Ada Obi's administration sued Tom Reid. The Obi administration denied it."
    assert [t.forms for t in read(nlp, text).things if t.kind == BODY] == [
        ["Obi's administration", "administration", "Obi administration"]
    ]
    assert ["Ada Obi"] in [t.forms for t in read(nlp, text).things]


def test_a_party_is_not_its_government(nlp: Language) -> None:
    things = read(nlp, "The Likud government fell. Jan Nowak left Likud in May.").things
    assert [t.forms for t in things if t.kind == BODY] == [["Likud government"], ["Likud"]]
