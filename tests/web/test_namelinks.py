"""Names are linked in a text only where nothing else can be meant."""

import pytest

from kg.web.namelinks import name_marks

NAMES = {"Riverside Police": "force", "Ann Webb": "webb", "Webb": "webb", "Home Office": "office", "RP": "force"}
PEOPLE = ["webb"]


def linked(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in name_marks(text, NAMES, PEOPLE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Riverside Police said so.", ["Riverside Police"]),
        ("It was Riverside Police’s own report.", ["Riverside Police"]),
        ("The Riverside Police and the Home Office agreed.", ["Riverside Police", "Home Office"]),
        ("Chief Constable Ann Webb resigned.", ["Ann Webb"]),
        ("Then Ann Webb left; Ms Webb had stayed.", ["Ann Webb"]),
        ("“Ann Webb”, said RP.", ["Ann Webb"]),
    ],
)
def test_a_name_is_linked(text: str, found: list[str]) -> None:
    assert linked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Riverside Police Federation said so.",  # another body
        "The Home Office for Scotland",
        "The Riverside Police of Ontario",
        "Jane Webb",  # another person
        "Ann Webb-Smith",
        "North Riverside Police",
        "the webb of lies",
        "Webber",
        "riverside police",
    ],
)
def test_a_part_of_a_longer_name_is_not(text: str) -> None:
    assert linked(text) == []


def test_no_name_gives_no_mark() -> None:
    assert name_marks("Riverside Police", {}, []) == []


def test_a_mark_has_the_place_of_its_entity() -> None:
    marks = name_marks("Ann Webb, Riverside Police", NAMES, PEOPLE)
    assert [sorted(set(NAMES.values()))[mark.number] for mark in marks] == ["webb", "force"]
