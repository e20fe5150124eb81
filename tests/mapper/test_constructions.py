"""Constructions in which the parser, or a word nearby, would have someone else say or do it."""

import pytest
from spacy.language import Language

from kg.vocab import load_ontology
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

ALL = frozenset(load_ontology().relations)

CASES = [
    ("Nove Vidas holds the mayor, Ana Ruiz, responsible.", {"Nove Vidas criticises Ana Ruiz"}),
    ("Ofsted criticised Hill Trust for failing to act.", {"Ofsted criticises Hill Trust"}),
    (
        "The High Court approved an agreement between the Serious Fraud Office and Secure Tag Ltd, "
        "a subsidiary of Corvane plc.",
        {"Secure Tag Ltd partOf Corvane plc"},
    ),
    (
        "The Department of Homeland Safety, the Disaster Agency's parent agency, declined to comment.",
        {"Disaster Agency partOf Department of Homeland Safety"},
    ),
    ("White House budget director Paul Renner spoke.", {"Paul Renner memberOf White House"}),
    ("Acme plc managing director Paul Renner spoke.", {"Paul Renner leads Acme plc"}),
    (
        "Inspector General Marcia Doyle of the Office of Inspector General spoke.",
        {"Marcia Doyle leads Office of Inspector General"},
    ),
    (
        "The Rail Panel, which the Rail Board was set up to replace, was weak.",
        {"Rail Board succeeds Rail Panel"},
    ),
    ("Hill Trust, which the Treasury wants to prosecute, was weak.", {"Treasury sanctions Hill Trust (proposed)"}),
    ("Maria Santos called for John Smith to resign.", {"Maria Santos callsOn John Smith"}),
]

NOTHING = [
    "Maria Santos criticised successive governments for refusing to hold an inquiry.",
    "Mr Justice Hale said the firm had misled the Ministry of Justice.",
    "The Leader of the Opposition spoke.",
    "Maria Santos said the minister had no plans to visit Hill Trust.",
    "The Public Service Commissioner, Peter Hugh, spoke.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_does_what(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ALL) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read_into(nlp: Language, text: str) -> None:
    assert claims(nlp, text, ALL) == set()


def test_weaknesses_in_oversight_are_the_overseers(nlp: Language) -> None:
    text = "Ofgem's report found weaknesses in the Housing Executive's oversight of Red Sky Group."
    found = claims(nlp, text, ALL)
    assert "Ofgem criticises Housing Executive" in found
    assert "Ofgem criticises Red Sky Group" not in found


def test_who_watches_over_an_inquiry_is_not_over_its_maker(nlp: Language) -> None:
    text = "The Rail Commission's inquiry into Tom Reid was monitored by A. K. Boyd."
    found = claims(nlp, text, ALL)
    assert "Rail Commission investigates Tom Reid" in found
    assert not any("oversees" in claim for claim in found)


def test_whoever_else_investigates_has_not_held_the_inquiry(nlp: Language) -> None:
    """What is only taken as understood of a report's maker must not come back as a stated act."""
    text = (
        "This week the minister replied to the final report of the Fairhaven Tower Inquiry. "
        "The inquiry's report appeared in May. It criticised Leeds Fire Brigade for its advice.\n\n"
        "West Yorkshire Police is still investigating."
    )
    found = claims(nlp, text, ALL)
    assert "West Yorkshire Police investigates Leeds Fire Brigade" not in found
    assert "West Yorkshire Police conducts Fairhaven Tower Inquiry" not in found


def test_a_call_to_resign_is_no_planned_resignation(nlp: Language) -> None:
    text = 'Anna Boyd is the director of the Space Agency. "Anna Boyd should resign," said Tom Reid.'
    assert claims(nlp, text, ALL) == {"Anna Boyd leads Space Agency", "Tom Reid callsOn Anna Boyd"}


def test_who_speaks_after_a_ruling_has_not_made_it(nlp: Language) -> None:
    text = "Speaking after the ruling, Tunji Bello hailed it as a victory."
    assert claims(nlp, text, ALL) == {"Tunji Bello respondsTo ruling"}


@pytest.mark.parametrize("who", ["Owner", "Former owner", "Manager", "Senior manager"])
def test_a_participle_after_a_name_is_of_whoever_is_there(nlp: Language, who: str) -> None:
    """No participle tells one place of a name from another, so it is the owner who was fined."""
    text = f"{who} of Lakeside Kitchen fined by Leeds City Council over rats."
    assert claims(nlp, text, frozenset(ALL)) == set()
    text = "The bank of the owner, Lakeside Kitchen, fined by Leeds City Council in May, has closed."
    assert "Leeds City Council sanctions Lakeside Kitchen" in claims(nlp, text, ALL)


def test_she_is_not_walter(nlp: Language) -> None:
    text = "Priya Sandoval met Walter Oakes in May. She heads Marlow County Jail."
    assert claims(nlp, text, ALL) == {"Priya Sandoval leads Marlow County Jail"}
