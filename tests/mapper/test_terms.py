"""Appointments, removals and resignations, and what they make of the post."""

import pytest
from spacy.language import Language

from tests.mapper.reading import ties

TERMS = [
    (
        "Ada Moor left the Coast Fund in March.",
        {"Ada Moor resignsFrom Coast Fund", "Ada Moor memberOf Coast Fund (former)"},
    ),
    ("Ada Moor left Lowdale Hospital in March.", set()),
    ("Ada Moor left the Coast Fund with huge debts.", set()),
    (
        "The Coast Fund announced the departure of its director, Ada Moor.",
        {"Ada Moor resignsFrom Coast Fund", "Ada Moor leads Coast Fund (former)"},
    ),
    (
        "Ada Moor was removed from her post as director of the Coast Fund by the Health Ministry.",
        {"Health Ministry removes Ada Moor", "Ada Moor leads Coast Fund (former)"},
    ),
    (
        "Ada Moor led the Coast Fund until she resigned on 3 May. Ms Moor, a former member of the Kent Board, sighed.",
        {
            "Ada Moor resignsFrom Coast Fund",
            "Ada Moor leads Coast Fund (former)",
            "Ada Moor memberOf Kent Board (former)",
        },
    ),
    # whoever acts on an audit need not have made it
    (
        "The Coast Fund dismissed its director, Ada Moor, after an audit found that she had lied.",
        {"Coast Fund removes Ada Moor", "Ada Moor leads Coast Fund (former)"},
    ),
    (
        "The head of the Rail Safety Board has resigned. Anna Boyd, who had run the board since 2018, said nothing.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "The head of the Rail Safety Board has resigned. Anna Boyd now leads the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "Anna Boyd took over as chair of the Rail Safety Board after the resignation of Tom Reid.",
        {
            "Anna Boyd leads Rail Safety Board",
            "Tom Reid leads Rail Safety Board (former)",
            "Tom Reid resignsFrom Rail Safety Board",
        },
    ),
    (
        "Anna Boyd, chair of the Rail Safety Board, wept after the departure of Tom Reid.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "Anna Boyd is chair of the Rail Safety Board. She succeeds Tom Reid.",
        {"Anna Boyd leads Rail Safety Board", "Tom Reid leads Rail Safety Board (former)"},
    ),
    (
        "Tom Reid, chair of the Rail Safety Board, will be replaced by Anna Boyd.",
        {"Tom Reid leads Rail Safety Board", "Anna Boyd leads Rail Safety Board (proposed)"},
    ),
    (
        "Tom Reid, chair of the Rail Safety Board, has not been replaced by Anna Boyd.",
        {"Tom Reid leads Rail Safety Board"},
    ),
    ("Tom Reid was replaced by Anna Boyd in the second half.", set()),
    (
        "The Police Complaints Board suspended Sergeant Tom Reid.",
        {"Police Complaints Board removes Tom Reid"},
    ),
    (
        "The Rail Safety Board has appointed Anna Boyd as its chief executive.",
        {"Anna Boyd leads Rail Safety Board", "Rail Safety Board appoints Anna Boyd"},
    ),
    (
        "The Rail Safety Board named Anna Boyd chief executive.",
        {"Anna Boyd leads Rail Safety Board", "Rail Safety Board appoints Anna Boyd"},
    ),
    (
        "Anna Boyd was appointed chair of the Rail Safety Board by the Scottish Government.",
        {"Anna Boyd leads Rail Safety Board", "Scottish Government appoints Anna Boyd"},
    ),
    (
        "Anna Boyd was named chair of the Rail Safety Board by the Scottish Government.",
        {"Anna Boyd leads Rail Safety Board", "Scottish Government appoints Anna Boyd"},
    ),
    (
        "The Scottish Government picked Anna Boyd to chair the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board", "Scottish Government appoints Anna Boyd"},
    ),
    (
        "The Scottish Government appointed Anna Boyd to run the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board", "Scottish Government appoints Anna Boyd"},
    ),
    (
        "Anna Boyd, whom the Scottish Government has picked as chair of the Rail Safety Board, agreed.",
        {"Anna Boyd leads Rail Safety Board", "Scottish Government appoints Anna Boyd"},
    ),
    (
        "The Scottish Government appointed Anna Boyd to the Rail Safety Board.",
        {"Anna Boyd memberOf Rail Safety Board", "Scottish Government appoints Anna Boyd"},
    ),
    (
        "Anna Boyd, an appointee of the Scottish Government, agreed.",
        {"Scottish Government appoints Anna Boyd"},
    ),
    ("The Scottish Government may appoint Anna Boyd.", {"Scottish Government appoints Anna Boyd (proposed)"}),
    (
        "The Scottish Government did not appoint Anna Boyd.",
        {"Scottish Government appoints Anna Boyd (denied)"},
    ),
    (
        "The Rail Safety Board sacked Anna Boyd, its chief executive.",
        {"Anna Boyd leads Rail Safety Board (former)", "Rail Safety Board removes Anna Boyd"},
    ),
    (
        "Tom Reid, the mayor of Leeds, fired Anna Boyd, the head of Essex Police.",
        {"Anna Boyd leads Essex Police (former)", "Tom Reid removes Anna Boyd"},
    ),
    (
        "Anna Boyd was dismissed by the Rail Safety Board.",
        {"Anna Boyd memberOf Rail Safety Board (former)", "Rail Safety Board removes Anna Boyd"},
    ),
    (
        "Anna Boyd, chief executive of the Rail Safety Board, was sacked by the board.",
        {"Anna Boyd leads Rail Safety Board (former)", "Rail Safety Board removes Anna Boyd"},
    ),
    (
        "The Rail Safety Board tore up Anna Boyd's contract.",
        {"Anna Boyd memberOf Rail Safety Board (former)", "Rail Safety Board removes Anna Boyd"},
    ),
    (
        "Unions want the Rail Safety Board to sack Anna Boyd.",
        {"Rail Safety Board removes Anna Boyd (proposed)"},
    ),
    (
        "Anna Boyd resigned as chair of the Rail Safety Board last week.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd, chair of the Rail Safety Board, resigned last week.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd quit the Rail Safety Board last week.",
        {"Anna Boyd memberOf Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd stood down from the Rail Safety Board last week.",
        {"Anna Boyd memberOf Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd stepped down as leader of Kent County Council.",
        {"Anna Boyd leads Kent County Council (former)", "Anna Boyd resignsFrom Kent County Council"},
    ),
    (
        "Anna Boyd, the chair of the Rail Safety Board, tendered her resignation last week.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd, the chair of the Rail Safety Board, walked out last week.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd left her post at the Rail Safety Board last week.",
        {"Anna Boyd memberOf Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd, the chair of the Rail Safety Board, was forced to resign.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd, the chair of the Rail Safety Board, was obliged to quit.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "Anna Boyd, the chair of the Rail Safety Board, will resign in May.",
        {"Anna Boyd leads Rail Safety Board", "Anna Boyd resignsFrom Rail Safety Board (proposed)"},
    ),
    (
        "Anna Boyd, the chair of the Rail Safety Board, refused to resign.",
        {"Anna Boyd leads Rail Safety Board", "Anna Boyd resignsFrom Rail Safety Board (denied)"},
    ),
    (
        "The resignation of Anna Boyd, the chair of the Rail Safety Board, followed last week.",
        {"Anna Boyd leads Rail Safety Board (former)", "Anna Boyd resignsFrom Rail Safety Board"},
    ),
    (
        "President Joe Wood nominated Ann Boyd to lead the Environmental Protection Agency.",
        {"Ann Boyd leads Environmental Protection Agency", "Joe Wood appoints Ann Boyd (proposed)"},
    ),
    (
        "The Government has suspended Ann Boyd, director of the Prison Service.",
        {"Ann Boyd leads Prison Service (former)", "Government removes Ann Boyd"},
    ),
    (
        "Ann Boyd, director of the Prison Service, has been suspended by the Government.",
        {"Ann Boyd leads Prison Service (former)", "Government removes Ann Boyd"},
    ),
    (
        "The Acme Water Ltd board sacked Ann Boyd.",
        {"Acme Water Ltd removes Ann Boyd", "Ann Boyd memberOf Acme Water Ltd (former)"},
    ),
    (
        "Acme Rail replaced chairman Tom Reid in May with Anna Boyd. The Acme Rail board thanked him.",
        {
            "Tom Reid leads Acme Rail (former)",
            "Anna Boyd leads Acme Rail",
            "Acme Rail appoints Anna Boyd",
            "Acme Rail removes Tom Reid",
        },
    ),
    (
        "Anna Boyd, who took over as chair of the Rail Safety Board from Tom Reid in May, agreed.",
        {"Anna Boyd leads Rail Safety Board", "Tom Reid leads Rail Safety Board (former)"},
    ),
    (
        "Anna Boyd, then chief executive of Kent County Council, was suspended by the board.",
        {"Anna Boyd leads Kent County Council (former)", "Kent County Council removes Anna Boyd"},
    ),
    (
        "Anna Boyd, a driver, was placed on unpaid leave by the Rail Safety Board.",
        {"Rail Safety Board removes Anna Boyd", "Anna Boyd memberOf Rail Safety Board (former)"},
    ),
    (
        "Tom Reid, employed by Acme Water Ltd, wrote down what an officer gave him.",
        {"Tom Reid memberOf Acme Water Ltd"},
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_post_begins_and_ends(nlp: Language, text: str, expected: set[str]) -> None:
    assert ties(nlp, text) == expected


@pytest.mark.model
@pytest.mark.parametrize("verb", ["demanded", "sought", "called for", "wants", "pressed for"])
def test_a_resignation_that_is_demanded_has_not_been(nlp: Language, verb: str) -> None:
    found = ties(nlp, f"Mr Reid is the chairman of Kent Water. Anna Boyd {verb} Mr Reid's resignation.")
    assert found == {"Reid leads Kent Water"}
