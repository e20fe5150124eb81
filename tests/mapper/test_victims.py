"""Who comes up in an inquiry without being looked into."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

RELATIONS = frozenset({OV.investigates, OV.inspects})

NOBODY = [
    "The Police Complaints Authority has opened an investigation into the death of Lee Carter.",
    "The Police Complaints Authority's investigation into Lee Carter's death ended in May.",
    "The Bureau of Inquiry launched a probe into the assassination of Senator Lee Carter.",
    "The Bureau of Inquiry is investigating threats against the journalist Lee Carter.",
    "The Ombudsman looked into the case of Lee Carter, who died in custody.",
    "The Ombudsman investigated how Lee Carter came to be deported.",
    "The Ombudsman investigated whether Lee Carter had been beaten by guards.",
    "The Children's Commissioner is reviewing the care of Lee Carter, who was eleven.",
]

SOMEBODY = [
    ("The Ombudsman is investigating Lee Carter's complaint against Norvex Bank.", {"Norvex Bank"}),
    ("The Ombudsman investigated claims by Lee Carter, a nurse, that Norvex Bank hid losses.", {"Norvex Bank"}),
    ("The Ombudsman investigated whether Lee Carter had lied.", {"Lee Carter"}),
    ("The Ombudsman is investigating Lee Carter's treatment of her staff.", {"Lee Carter"}),
    ("The Prisons Ombudsman is investigating the death of Lee Carter at Stowe Prison.", {"Stowe Prison"}),
    ("The Police Ombudsman is investigating the death of a man in the custody of Stowe Police.", {"Stowe Police"}),
    ("The Police Ombudsman is investigating the shooting of Lee Carter by Constable Ray Pike.", {"Ray Pike"}),
    ("The Ombudsman is investigating Lee Carter over the death of Ana Reis.", {"Lee Carter"}),
]


@pytest.mark.parametrize("text", NOBODY)
def test_those_whom_it_befell_are_not_investigated(nlp: Language, text: str) -> None:
    assert not claims(nlp, text, RELATIONS)


@pytest.mark.parametrize(("text", "whom"), SOMEBODY)
def test_those_who_did_it_are(nlp: Language, text: str, whom: set[str]) -> None:
    assert {claim.rpartition(" investigates ")[2] for claim in claims(nlp, text, RELATIONS)} == whom
