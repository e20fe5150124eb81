"""Who sits on what, told one by one; where someone worked; who is put forward for a post."""

import pytest
from spacy.language import Language

from tests.mapper.reading import ties

SEATS = [
    (
        "Members of the Rail Safety Board are: Anna Boyd; Tom Reid; and Carol Stone.",
        {
            "Anna Boyd memberOf Rail Safety Board",
            "Tom Reid memberOf Rail Safety Board",
            "Carol Stone memberOf Rail Safety Board",
        },
    ),
    (
        "The other members of the Rail Safety Board are Ms Anna Boyd, Mr Tom Reid and Dr Carol Stone.",
        {
            "Anna Boyd memberOf Rail Safety Board",
            "Tom Reid memberOf Rail Safety Board",
            "Carol Stone memberOf Rail Safety Board",
        },
    ),
    (
        "The Rail Safety Board comprises Ms Anna Boyd (chair), Mr Tom Reid and Dr Carol Stone.",
        {
            "Anna Boyd leads Rail Safety Board",
            "Tom Reid memberOf Rail Safety Board",
            "Carol Stone memberOf Rail Safety Board",
        },
    ),
    (
        "The trustees of the Harbour Trust include Anna Boyd, deputy to Tom Reid, and Carol Stone.",
        {"Anna Boyd memberOf Harbour Trust", "Carol Stone memberOf Harbour Trust"},
    ),
    (
        "The commissioners of the Harbour Commission were Anna Boyd, Tom Reid and Carol Stone, who knew Mary Orr.",
        {
            "Anna Boyd memberOf Harbour Commission (former)",
            "Tom Reid memberOf Harbour Commission (former)",
            "Carol Stone memberOf Harbour Commission (former)",
        },
    ),
]

CAREERS = [
    (
        "Tom Reid worked at a senior level in the Harbour Department and the Department for Industrial Affairs.",
        {"Tom Reid memberOf Harbour Department", "Tom Reid memberOf Department for Industrial Affairs"},
    ),
    (
        "Mr Reid also worked for a number of years in the Ministry of Transport.",
        {"Reid memberOf Ministry of Transport"},
    ),
    (
        "Ms Boyd held senior positions in the Ministry of Transport.",
        {"Boyd memberOf Ministry of Transport"},
    ),
    ("Tom Reid worked in partnership with Kent Police.", set()),
    ("Anna Boyd holds a strong position in talks with Kent Police.", set()),
]

PUT_FORWARD = [
    (
        "The Minister recommended the appointment of Ms Anna Boyd as chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board (proposed)"},
    ),
    (
        "The President nominated Ms Anna Boyd as chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board (proposed)"},
    ),
    (
        "The Cabinet approved the appointment of Ms Anna Boyd as chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The council called for the dismissal of Anna Boyd as chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
]

DIVISIONS = [
    (
        "Assistant Attorney General Anna Boyd of the Harbour Division said so.",
        {"Anna Boyd leads Harbour Division"},
    ),
    (
        "Assistant Attorney General Anna Boyd of the Charities Bureau said so.",
        {"Anna Boyd memberOf Charities Bureau"},
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*SEATS, *CAREERS, *DIVISIONS])
def test_where_someone_sits_or_worked(nlp: Language, text: str, expected: set[str]) -> None:
    assert ties(nlp, text) == expected


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), PUT_FORWARD)
def test_who_is_put_forward_is_not_yet_in_post(nlp: Language, text: str, expected: set[str]) -> None:
    assert {tie for tie in ties(nlp, text) if " leads " in tie} == expected
