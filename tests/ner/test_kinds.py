"""What a name is of, and where it ends, when the model sees neither."""

import pytest
from spacy.language import Language

from tests.ner.test_names import BODY, PERSON, PLACE, names

pytestmark = pytest.mark.model

BODIES = [
    ("Ann Lee of Lanka Vimukthi Peramuna voted for it.", "Lanka Vimukthi Peramuna"),
    ("The Jana Kalyan Dal accused the governor of hiding the letter.", "Jana Kalyan Dal"),
    ("The Parti Harapan Bersama urged the police to act.", "Parti Harapan Bersama"),
    ("The North Devon Police Authority referred itself to the commission.", "North Devon Police Authority"),
    ("Revenue Ghana fined the firm.", "Revenue Ghana"),
    ("Environment and Climate Change Malta says that charges are possible.", "Environment and Climate Change Malta"),
    ("Social Care Standards Wales found neglect at the home.", "Social Care Standards Wales"),
    ("The Data Commission imposed a fine of €2m on Chatterbox Ireland.", "Chatterbox Ireland"),
    ("The Environment Agency fined Larchfield Water Wales over the spill.", "Larchfield Water Wales"),
    ("Lindwood police arrested the man.", "Lindwood police"),
    ("Inspectors visited the Boroma police station in June.", "Boroma police station"),
    ("Volunteers of the Tarrabool brigade praised the centre.", "Tarrabool brigade"),
    ("The Civil Rights Division of the U.S. Department of Justice found abuses.", "U.S. Department of Justice"),
    ("St Hilda's Church of England Primary School was closed.", "St Hilda's Church of England Primary School"),
    ("Dear Northshire Care Partnership\n\nWe write about the visit.", "Northshire Care Partnership"),
]
PEOPLE = [
    ("MS HARGREAVES SC: May it please the Board.", "HARGREAVES"),
    ("Commissioners Finch, Ortiz, Bell and Sandoval voted for it.", "Finch"),
    ("Farmer Tadeo Ruiz accused the ministry.", "Tadeo Ruiz"),
    ("Collector Ishita Rao ordered a study.", "Ishita Rao"),
    ("Uhuru Barasa was named chair.", "Uhuru Barasa"),
    ("Siti Nurhaliza binti Hassan complained.", "Siti Nurhaliza binti Hassan"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_bodies(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_people(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == PERSON


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Ministers Council met in May.", "Council", PERSON),
        ("The Sea Lane Shipping school was closed.", "Sea Lane Shipping school", BODY),
        ("The Ann Lee report was late.", "Ann Lee", BODY),
    ],
)
def test_near_misses(nlp: Language, text: str, name: str, kind: str) -> None:
    assert names(nlp, text).get(name) != kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ('Randall "Buddy" Kessler, 61, is accused of it.', 'Randall "Buddy" Kessler', PERSON),
        (
            "The case went to the Harbour Agency's Criminal Investigation Division.",
            "Criminal Investigation Division",
            BODY,
        ),
        ("Samagi Jana Sandhanaya leader Rohitha Perera told them so.", "Samagi Jana Sandhanaya", BODY),
    ],
)
def test_kinds_told_by_what_stands_beside(nlp: Language, text: str, name: str, kind: str) -> None:
    assert names(nlp, text).get(name) == kind


def test_post_of_several_words_is_nobody(nlp: Language) -> None:
    assert "Controller" not in names(nlp, "The Controller and Auditor-General, Ms Lyn Hale, had asked the Council.")


def test_time_of_a_live_blog_is_no_part_of_a_name(nlp: Language) -> None:
    assert "09:32 Committee" not in names(nlp, "09:32 Committee chair Gorden Chikwa opens by asking why.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("U.S. Attorney Delia Fontaine for the Western District of Texas charged him.", "Western District of Texas"),
        ("Inspectors looked into Marlow County jail.", "Marlow County jail"),
        ("The Alamo Sheriffs Office said so.", "Alamo Sheriffs Office"),
    ],
)
def test_offices_and_sites(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY


@pytest.mark.parametrize(
    "text", ["He moved to the Northern District of Ghana.", "3.4 Records at the Kalan sub-office were lost."]
)
def test_districts_and_first_words_are_no_bodies(nlp: Language, text: str) -> None:
    assert not any("District" in name or name == "Records" for name, kind in names(nlp, text).items() if kind == BODY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NHS Lothian apologised.", "NHS Lothian"),
        ("They raided Ak Sary, an election-monitoring group.", "Ak Sary"),
        ("The local safeguarding partnership commissioned a review.", "safeguarding partnership"),
    ],
)
def test_bodies_by_where_they_are_and_what_they_do(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text) == {name: BODY}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former Halvex executive Anna de Rooij will succeed him.", "Halvex"),
        ("The Kent Valley Power Authority spilled ash. Last month the state cited KVPA for it.", "KVPA"),
        ("The Farmers' Movement (BBW) voted. He left the BBW in May.", "BBW"),
        ("The Dutch regulator ACM-E fined it.", "ACM-E"),
        ("Glen Corrie is a care home.", "Glen Corrie"),
    ],
)
def test_bodies_by_what_the_text_says_elsewhere(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY


def test_head_of_a_person_is_none(nlp: Language) -> None:
    assert names(nlp, "Grace Obi is a nurse.") == {"Grace Obi": PERSON}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "An inquiry by the Lending Conduct Bureau into Tarvik Bank found gaps.",
            {"Lending Conduct Bureau": BODY, "Tarvik Bank": BODY},
        ),
        (
            "A report by the Federal Audit Bureau on Lark Airlines was late.",
            {"Federal Audit Bureau": BODY, "Lark Airlines": BODY},
        ),
        ("Tata Metals, Vale do Sul and BHK Mining were fined.", {"Tata Metals": BODY, "BHK Mining": BODY}),
        ("The Federal Bureau of Inquiry's Kano office shut.", {"Federal Bureau of Inquiry": BODY, "Kano": PLACE}),
        ("Ex-Lidoya Bank boss Marek Nowicki was jailed.", {"Lidoya Bank": BODY, "Marek Nowicki": PERSON}),
    ],
)
def test_two_names_are_told_apart(nlp: Language, text: str, found: dict[str, str]) -> None:
    assert found.items() <= names(nlp, text).items()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Department for Transport and Infrastructure wrote.", "Department for Transport and Infrastructure", BODY),
        ("They charged Gianluca Di Matteo, the owner of Banca Lodrina.", "Gianluca Di Matteo", PERSON),
        ("The port authority fined Oceanic Bunkers Pte Ltd on Monday.", "Oceanic Bunkers Pte Ltd", BODY),
        ("Jean-Luc de la Fontaine, head of the agency, said so.", "Jean-Luc de la Fontaine", PERSON),
        ("They arrested Dale Hutchins, the mayor of Pine Hollow.", "Pine Hollow", PLACE),
        ("Te Puni Hauora, the Wairua Health Board, criticised the ministry.", "Te Puni Hauora", BODY),
        ("Transparency Velkia has criticised the ministry.", "Transparency Velkia", BODY),
        ("Save the Rivers Alliance, a charity, sued Thornbury Water.", "Save the Rivers Alliance", BODY),
        ("The Riverside school board voted to fire him.", "Riverside school board", BODY),
        ("Lagos state government has suspended them.", "Lagos state government", BODY),
        ("The attorney general's office declined to comment.", "attorney general's office", BODY),
        ("The anti-corruption bureau has charged a judge.", "anti-corruption bureau", BODY),
        ("The city council of Brandvale met on Monday.", "city council of Brandvale", BODY),
    ],
)
def test_ordinary_names(nlp: Language, text: str, name: str, kind: str) -> None:
    assert names(nlp, text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ministers in Tarvia met. The Tarvia Police Complaints Board was not asked. Tarvia is small.",
        "Residents in Tarvia were angry. The Tarvia Revenue Authority was not asked.",
    ],
)
def test_place_whose_body_bears_its_name_is_a_place(nlp: Language, text: str) -> None:
    assert names(nlp, text).get("Tarvia") == PLACE


def test_tri_fork_is_no_given_name(nlp: Language) -> None:
    assert names(nlp, "He has shares in Tri-Fork and has not sold them.").get("Tri-Fork") != PERSON
