"""One kind for each name of a text."""

import pytest
from spacy.language import Language

from tests.ner.test_names import BODY, PERSON, PLACE, names

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Vadstena Quay Holdings was fined. The blame lies with Vadstena Quay.", "Vadstena Quay", BODY),
        ("Bramley Road Hospital was inspected. Nurses left Bramley Road in May.", "Bramley Road", BODY),
        ("Turku Police arrested him. He lives in Turku.", "Turku", PLACE),
        ("Lusaka Brewing Ltd was fined. He lives in Lusaka.", "Lusaka", PLACE),
        ("Clara Bexley founded the Clara Bexley Foundation.", "Clara Bexley", PERSON),
    ],
)
def test_what_begins_the_name_of_one_body(nlp: Language, text: str, name: str, kind: str) -> None:
    assert names(nlp, text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The auditor, Maren Skovgaard, was late. Skovgaard's staff said so.", "Skovgaard"),
        ("Geologist Renata Okafor was sacked. Okafor has not commented.", "Okafor"),
    ],
)
def test_a_surname_is_a_person_whatever_is_theirs(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text)[name] == PERSON


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The council is chaired by hotelier Rajesh Mistry.", "Rajesh Mistry", PERSON),
        ("The plant is run by the firm Arthur Hollis.", "Arthur Hollis", BODY),
        ("Auditor KLM signed off on the accounts. KLM would not comment.", "KLM", BODY),
        ("They met at Victoria Falls in May.", "Victoria Falls", PLACE),
    ],
)
def test_a_given_name_tells_a_person(nlp: Language, text: str, name: str, kind: str) -> None:
    assert names(nlp, text)[name] == kind
