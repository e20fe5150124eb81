"""What a post is for names nobody; who holds it does, and so do all of a list after one title."""

import pytest
from spacy.language import Language

from kg.ner import annotate
from kg.types import Document

pytestmark = pytest.mark.model


def people_and_bodies(nlp: Language, text: str) -> dict[str, str]:
    ((_, doc),) = annotate(nlp, [Document("d", text, "d.txt", "")])
    return {span.text: span.label_[0] for span in doc.spans["names"] if span.label_ != "Place"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Minister of Local Government, Rural Roads and Housing spoke.", {}),
        ("Ms Ada Botha, Minister of Lands and Natural Resources, wrote to him.", {"Ada Botha": "P"}),
        ("They wrote to the Minister for Employment and Workplace Relations.", {}),
        ("The Minister of State for Housing Affairs Abdul Meshal left.", {"Abdul Meshal": "P"}),
        ("Minister for Fisheries Ann Lee resigned.", {"Ann Lee": "P"}),
        ("The Minister for Justice and Anna Hill agreed.", {"Anna Hill": "P"}),
        ("The order is the US Attorney for the Western District Preet Marlow's.", {"Preet Marlow": "P"}),
        ("Director of the Oak Trust Ann Lee resigned.", {"Oak Trust": "O", "Ann Lee": "P"}),
        ("The Secretary of State for the Home Department appealed.", {"Home Department": "O"}),
        ("The reports of the Commissioner of the Environment and Sustainable Growth are late.", {}),
        (
            "The Secretary of State for Levelling Up, Ferries and Parks spoke. The Ferries Ombudsman Service agreed.",
            {"Ferries Ombudsman Service": "O"},
        ),
    ],
)
def test_what_a_post_is_for(nlp: Language, text: str, found: dict[str, str]) -> None:
    assert people_and_bodies(nlp, text) == found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Councillors Hanton, Benley, Bird, Hacon and Stenhouse were present.",
            ["Hanton", "Benley", "Bird", "Hacon", "Stenhouse"],
        ),
        ("Messrs Ali, Baker & Chow did not attend.", ["Ali", "Baker", "Chow"]),
        ("Senators Ada Obi, Tom Reid and Liz Moy asked.", ["Ada Obi", "Tom Reid", "Liz Moy"]),
        ("His Excellency Tom Marl met Viscount Brook.", ["Tom Marl", "Brook"]),
        ("Mr Godwin Yeb Dame, the clerk, and Mrs P Alder Assistant Clerk wrote.", ["Godwin Yeb Dame", "P Alder"]),
        ("Ada Hale-Marl, the owner, spoke. Hale-Marl is not on the list.", ["Ada Hale-Marl", "Hale-Marl"]),
        ("It is handled by Trial Attorneys Corey Marl, Jo Hill and Ada Boyd.", ["Corey Marl", "Jo Hill", "Ada Boyd"]),
        (
            "By the decree:\n\nFazel Ahmed Manavi to the Ministry of Justice\nThey were thanked.",
            ["Fazel Ahmed Manavi"],
        ),
        ("Sheikh Ahmed Abdul Al-Ahmed Al-Saban signed it.", ["Ahmed Abdul Al-Ahmed Al-Saban"]),
    ],
)
def test_people_after_titles(nlp: Language, text: str, people: list[str]) -> None:
    assert [name for name, kind in people_and_bodies(nlp, text).items() if kind == "P"] == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Treasury, Home Office and Cabinet Office agreed.", ["Treasury", "Home Office", "Cabinet Office"]),
        ("The Labour Party, Green Party and Reform Party agreed.", ["Labour Party", "Green Party", "Reform Party"]),
        (
            "The Group of the European Liberal, Democrat and Reform Party voted.",
            ["Group of the European Liberal, Democrat and Reform Party"],
        ),
        ("It was sent by Forestry and Land Scotland on Monday.", ["Forestry and Land Scotland"]),
        ("His Excellency the President spoke.", []),
        ("The Constitution of India says so.", []),
        ("They signed the Convention on the Rights of the Aged (CORA).", []),
        ("A Notice of Refusal (NOR) No. 218 came from the Regional Team Leader (RTL).", []),
        ("The committee on Tuesday asked for more.", []),
        ("Ms Ann Lee (Laois, Fianna Fáil) and Mr Tom Reid (Cork East, Labour) spoke.", ["Fianna Fáil", "Labour"]),
        ("STATE DAIRY DIRECTORATE, BIHAR\n\nIts inspectors found old milk.", ["STATE DAIRY DIRECTORATE"]),
        ("Csap Executive Director, Tom Marl, resigned.", ["Csap"]),
        ("Staff of Ysgol Gynradd Bryn-teg met in May.", ["Ysgol Gynradd Bryn-teg"]),
        (
            "The Department of Ports Office of Inspector General (DOP-OIG) met. It was DOP-OIG that found him.",
            ["Department of Ports Office of Inspector General", "DOP-OIG"],
        ),
        ("It asks: A. that staff be paid; B. The Ports Authority should see to it.", ["Ports Authority"]),
    ],
)
def test_lists_and_joined_names(nlp: Language, text: str, bodies: list[str]) -> None:
    assert [name for name, kind in people_and_bodies(nlp, text).items() if kind == "O"] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The governing body was warned by its auditors.", ["governing body"]),
        (
            "She is in the Special Claims Section of the Civil Rights Division.",
            ["Special Claims Section", "Civil Rights Division"],
        ),
        ("Former Mumbai Police Commissioner Tom Singh left.", ["Mumbai Police"]),
        (
            "She wrote to the Dean and Chapter in May.",
            ["Dean and Chapter"],
        ),
        ("The Survivors sued, and Ministers met Teachers.", []),
        ("Its Intellectual Property (IP) Policy changed.", []),
        ("A committee of inquiry, which Ann Lee chairs, called witnesses.", ["committee of inquiry"]),
        ("An expert panel should look into it. The expert panel would sit in May.", ["expert panel"]),
        ("Ministers said an independent trust should be set up. The trust opened in May.", ["independent trust"]),
        (
            "The Finance ministry rejected it, and the Interior ministry agreed.",
            ["Finance ministry", "Interior ministry"],
        ),
        ("They lost all trust in an old friend.", []),
        ("Offences at the Heron Island school were looked into.", ["Heron Island school"]),
        ("He was held at the Kampala police station.", ["Kampala police station"]),
        ("A Leeds school was closed, and a Leeds prison governor left.", []),
        ("Initial Police checks were late.", []),
        ("It follows the Cabinet Office Code of Conduct for Boards.", ["Cabinet Office"]),
        ("No Direct Ministerial Appointments were made.", []),
        ("The Commissioner of Police was told.", []),
    ],
)
def test_bodies_of_common_nouns(nlp: Language, text: str, bodies: list[str]) -> None:
    assert [name for name, kind in people_and_bodies(nlp, text).items() if kind == "O"] == bodies
