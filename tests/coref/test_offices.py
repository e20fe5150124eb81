"""Offices that stand for their one holder."""

import pytest
from spacy.language import Language

from tests.coref.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("We ask the Lord Chancellor to restore the fund.", "Lord Chancellor"),
        ("The Director of Public Prosecutions should now charge him.", "Director of Public Prosecutions"),
        ("It was set up by the Cabinet Secretary for Mining.", "Cabinet Secretary for Mining"),
        ("The committee took the Auditor-General's special audit.", "Auditor-General"),
        ("A report by the Comptroller and Auditor General found waste.", "Comptroller and Auditor General"),
        ("The chief has asked the President to close the port.", "President"),
        ("She wrote to the Fisheries Minister in May.", "Fisheries Minister"),
        ("We recommend that the Director of Public Prosecutions consider charges.", "Director of Public Prosecutions"),
        ("A letter was signed by the Secretary General.", "Secretary General"),
        ("She does not intend to summon the chief minister.", "chief minister"),
        ("The Secretary corrected the record.", "Secretary"),
        ("Complaints go to the Ombudsman.", "Ombudsman"),
        ("The Commissioner of Police praised the crew.", "Commissioner of Police"),
        ("It will be recommended to the Governor General.", "Governor General"),
        ("The panel met the Tánaiste in May.", "Tánaiste"),
        ("It is chaired by the President in his capacity as head of the forces.", "President"),
    ],
)
def test_office_is_a_person_by_its_whole_name(nlp: Language, text: str, office: str) -> None:
    assert [t.forms for t in read(nlp, text).things if t.office] == [[office]]


@pytest.mark.parametrize(
    "text",
    [
        "The president of the club asked a director to leave.",
        "Ann Lee is President. The President has resigned.",
        "The former Fisheries Minister resigned.",
        "Directors of Public Prosecutions met in May.",
        "We are pleased, said US Attorney for the Western District Preet Marlow.",
    ],
)
def test_no_office(nlp: Language, text: str) -> None:
    assert not [t.forms for t in read(nlp, text).things if t.office]
