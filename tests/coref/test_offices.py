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
        ("We wrote to the MEC again.", "MEC"),
        ("Auditor General finds waste at the port.", "Auditor General"),
        ("Chief Inspector of Schools urges reform.", "Chief Inspector of Schools"),
        ("The mayor of Glasgow sacked a clerk.", "mayor of Glasgow"),
        ("We have a report by Frank Boyd, from the Minister for Ports.", "Minister for Ports"),
        ("The transport minister accused the union of lying.", "transport minister"),
        ("The state auditor found that money was lost.", "state auditor"),
        ("The deputy prime minister accused them.", "deputy prime minister"),
        ("They asked the Graz regional prosecutor to look into it.", "Graz regional prosecutor"),
        ("It is chaired by the President in his capacity as head of the forces.", "President"),
    ],
)
def test_office_is_a_person_by_its_whole_name(nlp: Language, text: str, office: str) -> None:
    assert [t.forms for t in read(nlp, text).things if t.office] == [[office]]


@pytest.mark.parametrize(
    "text",
    [
        "The president of the club asked a director to leave.",
        "Chief executive resigns over flood report.",
        "Ann Lee is President. The President has resigned.",
        "Minister Ann Lee spoke. The transport minister sat down.",
        "Ann Lee, the ombudsman, spoke. The ombudsman's report is late.",
        "A transport minister was asked.",
        "The former Fisheries Minister resigned.",
        "Directors of Public Prosecutions met in May.",
        "We are pleased, said US Attorney for the Western District Preet Marlow.",
    ],
)
def test_no_office(nlp: Language, text: str) -> None:
    assert not [t.forms for t in read(nlp, text).things if t.office]


def test_office_by_its_acronym(nlp: Language) -> None:
    """As the text defines it, or as it may be shortened."""
    text = (
        "It went to the Director of Public Prosecutions (DPP). The DPP said no. The Inspector General of Police left."
    )
    forms = [t.forms for t in read(nlp, text + " The IGP is ill.").things if t.office]
    assert forms == [["Director of Public Prosecutions", "DPP"], ["Inspector General of Police", "IGP"]]


def test_office_is_named_without_its_bracket(nlp: Language) -> None:
    text = "It sent a subpoena to the Secretary of the Department of Ports (DOP) for papers."
    assert ["Secretary of the Department of Ports"] in [t.forms for t in read(nlp, text).things]
