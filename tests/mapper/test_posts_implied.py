"""Posts joined to each other, named after the verb, or held in a body that only a title or a bracket tells."""

import pytest
from spacy.language import Language

from tests.mapper.reading import ties

POSTS = [
    (
        "They wrote to Chairman Tom Reid and Treasurer Anna Boyd of the Rail Safety Board.",
        {"Tom Reid leads Rail Safety Board", "Anna Boyd memberOf Rail Safety Board"},
    ),
    (
        "The Ministry of Long-Haul Transport was late. The Minister of Long-Haul Transport, Anna Boyd, agreed.",
        {"Anna Boyd leads Ministry of Long-Haul Transport"},
    ),
    (
        "Anna Boyd, chief executive of Acme Water and chair of the Rail Safety Board, agreed.",
        {"Anna Boyd leads Acme Water", "Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Coastal Alliance welcomed the ruling. Its director is Anna Boyd.",
        {"Anna Boyd leads Coastal Alliance"},
    ),
    (
        "The Rail Safety Board, whose chair is Anna Boyd, met in Cork.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Coastal Alliance welcomed the ruling. Its founder and president, Ms Anna Boyd, said so on Monday.",
        {"Anna Boyd leads Coastal Alliance"},
    ),
    (
        "The Freight Scrutiny Panel met. The Panel's rapporteur, Mr Tom Reid, travelled to Lyon.",
        {"Tom Reid memberOf Freight Scrutiny Panel"},
    ),
    (
        "Acme Communities was fined. Acme's president, Carter Vaughn, called it unfair.",
        {"Carter Vaughn leads Acme Communities"},
    ),
    # "at the time" is no place
    (
        "Borealis Foods recalled the cheese. Borealis Foods said that it was sorry. Borealis Foods has twice"
        " been fined by the Food Office.\n\nTom Reid, managing director at the time, knew in May.",
        {"Tom Reid leads Borealis Foods (former)"},
    ),
    # where the words before speak of one body
    ("Larch Hospital was fined. Anna Boyd, a surgeon there, wept.", {"Anna Boyd memberOf Larch Hospital"}),
    ("Kent Police was fined. Anna Boyd is in command there.", {"Anna Boyd leads Kent Police"}),
    # a council of whatever kind
    ("The Strathmore Council met. Councillor Reid was late.", {"Reid memberOf Strathmore Council"}),
    (
        "Cllr Tom Reid (Kent County Council) spoke first.",
        {"Tom Reid memberOf Kent County Council"},
    ),
    (
        "The Ministry of Health said no. Health Minister Anna Boyd will speak on Monday.",
        {"Anna Boyd leads Ministry of Health"},
    ),
    (
        "The Fenwick County Sheriff's Office was told. Sheriff Dale Reid replied on Monday.",
        {"Dale Reid leads Fenwick County Sheriff's Office"},
    ),
    (
        "Borealis Foods recalled the cheese. Borealis Foods said that it was sorry. Borealis Foods has twice"
        " been fined by the Food Office.\n\nThe recall came late.\n\nTom Reid, then managing director, knew in May.",
        {"Tom Reid leads Borealis Foods (former)"},
    ),
    (
        "The Lindal Water Board sat on the report, said Anna Boyd, the agency's acting director.",
        {"Anna Boyd leads Lindal Water Board"},
    ),
    (
        "Auditors warned Harbour Rail Ltd and its founder and long-time chairman, Tom Reid.",
        {"Tom Reid leads Harbour Rail Ltd"},
    ),
    (
        "It became part of the Office for Energy Safety, whose present head, Dr Anna Boyd, trained there.",
        {"Anna Boyd leads Office for Energy Safety"},
    ),
    (
        "The letter went to the Ministry of Fisheries, whose minister, Tom Reid, did not reply.",
        {"Tom Reid leads Ministry of Fisheries"},
    ),
    (
        "The Lindal High Court sat on Monday. Justice Anna Boyd asked for the papers.",
        {"Anna Boyd memberOf Lindal High Court"},
    ),
    (
        "The Senate met on Monday. Sen. Anna Boyd (D-Ohio) objected.",
        {"Anna Boyd memberOf Senate"},
    ),
    (
        "Anna Boyd, regional administrator of the Food Safety Agency, agreed.",
        {"Anna Boyd memberOf Food Safety Agency"},
    ),
    (
        "The Lindal Water Board apologised. Its chair, Anna Boyd, blamed her predecessor, Tom Reid.",
        {"Anna Boyd leads Lindal Water Board", "Tom Reid leads Lindal Water Board (former)"},
    ),
    (
        "It was the Coastal Alliance's treasurer, Anna Boyd, who found the gap.",
        {"Anna Boyd memberOf Coastal Alliance"},
    ),
    (
        "Two directors of Harbour Rail Ltd, Anna Boyd and Tom Reid, joined in May.",
        {"Anna Boyd memberOf Harbour Rail Ltd", "Tom Reid memberOf Harbour Rail Ltd"},
    ),
    (
        "12 May 2023\n\nAnna Boyd\nChief Executive\nCoastal Youth Trust\n\nDear Ms Boyd\n\nThank you for the tea.",
        {"Anna Boyd leads Coastal Youth Trust"},
    ),
    (
        "The Office of the Inspector of Prisons went in twice. The Inspector, Anna Boyd, saw the cells.",
        {"Anna Boyd leads Office of the Inspector of Prisons"},
    ),
    (
        "The Government was told by the Food and Drugs Administration. Health minister Anna Boyd said so.",
        {"Anna Boyd memberOf Government"},
    ),
    (
        "Also present: Deputy Chief Tom Reid, Lindal Police Department; Anna Boyd, a resident.",
        {"Tom Reid memberOf Lindal Police Department"},
    ),
    (
        "Harbour Rail Ltd was warned twice. The finance officer, Anna Boyd, had told them so.",
        {"Anna Boyd memberOf Harbour Rail Ltd"},
    ),
    (
        "Harbour Rail Ltd has been open about it from the moment Ms Anna Boyd took charge as manager.",
        {"Anna Boyd leads Harbour Rail Ltd"},
    ),
    (
        "The Northern Ireland Assembly debated it. Anna Boyd MLA, chair of the Rail Committee, was glad.",
        {"Anna Boyd memberOf Northern Ireland Assembly", "Anna Boyd leads Rail Committee"},
    ),
    (
        "Tom Reid (Acme Water Ltd) and Anna Boyd (UNC) spoke. The UNC walked out.",
        {"Tom Reid memberOf Acme Water Ltd", "Anna Boyd memberOf UNC"},
    ),
    (
        "The Greens voted against it. Greens lawmaker Tom Reid said why.",
        {"Tom Reid memberOf Greens"},
    ),
    (
        "Acme Water Ltd, fined by the Rail Board, has sacked its chair, Tom Reid.",
        {"Acme Water Ltd removes Tom Reid", "Tom Reid leads Acme Water Ltd (former)"},
    ),
    (
        "The Government of Lindal has suspended the talks. Prime Minister Anna Boyd said so.",
        {"Anna Boyd leads Government of Lindal"},
    ),
    (
        "The Fenwick County Sheriff's Office was told in May. Undersheriff Tom Reid said that it was sorry.",
        {"Tom Reid memberOf Fenwick County Sheriff's Office"},
    ),
    (
        "The Social Appeals Office wrote. Its Chief Appeals Officer, Ms Anna Boyd, and Claims Division Manager Tom"
        " Reid said no.",
        {"Anna Boyd leads Social Appeals Office", "Tom Reid leads Claims Division"},
    ),
]

NOTHING = [
    "Kent Police and Essex Police were told in May. Detective Sergeant Tom Reid was there.",
    "The Scottish Government was told. British Prime Minister Tom Reid was not.",
    "Acme Water Ltd wrote to the Rail Board about its chair, Tom Reid.",
    "Ports Committee\n\nDear Inspector General Reid:\n\nThe Ports Committee asks for your files.",
    "Anna Boyd (Acme Water Ltd v Reid) is cited.",
    "The Scottish Parliament debated it. Anna Boyd MEP was there.",
    "Harbour Rail Ltd was warned twice. Tom Reid, a sales manager, saw it.",
    "Harbour Rail Ltd wrote to Acme Water Ltd. The finance officer, Anna Boyd, had told them so.",
    "The council met. Ayes 3, nays 1 (Reid: the Chairman of the Rail Safety Board deserves thanks).",
    "The Commissioner for Standards, Anna Boyd, replied.",
    "The European Commission was told. Ombudsman Anna Boyd is looking at it.",
    "The Lindal High Court sat.\n\nIt rained.\n\nThe ferry sank.\n\nJudge Anna Boyd, long retired, wrote to the paper.",
    "The Lindal Water Board was asked by the Rail Agency. Fish Watch was told.\n\nTom Reid, the chairman, said no.",
    "Cllr Tom Reid (Ind) spoke first.",
    "The Rail Safety Board has yet to say whether its next director is in the room. Anna Boyd waited.",
    "Coastal Alliance members and the president of a bank met Anna Boyd.",
    "The Rail Safety Board met Mines Minister Tom Reid.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_a_post_is_held_in_the_body_that_is_meant(nlp: Language, text: str, expected: set[str]) -> None:
    assert ties(nlp, text) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_no_body_is_made_up(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "A letter from the Minister of Local Government, Celia Brandt, was tabled.",
        "The Prisons Ombudsman met Ann Lee, Minister for Prisons.",
    ],
)
def test_what_a_minister_is_for_is_no_body(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == set()


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "Office of the Prisons Ombudsman\n12 Castle Street\n\nDear Governor,\n\nI wrote to the Director General, "
            "Ms Orla Keane, who told me that she agrees.\n\nYours sincerely,\n\nBrian Tuohy\nPrisons Ombudsman",
            "Orla Keane leads Office of the Prisons Ombudsman",
        ),
        (
            "Canals Committee\n\nMinutes of the meeting of the Canals Committee\n\nWe were impressed by the Chairman, "
            "Mr Anil Prasad, who runs nine boats.",
            "Anil Prasad leads Canals Committee",
        ),
    ],
)
def test_whom_a_text_tells_of_having_met_is_not_its_own_head(nlp: Language, text: str, tie: str) -> None:
    """ "We met the Chairman": ours would be "our Chairman"."""
    assert tie not in ties(nlp, text)


def test_an_ombudsman_in_the_text_of_a_ministry_is_not_its_head(nlp: Language) -> None:
    text = (
        "Ministry of Health\nResponse to the report of the Ombudsman\n\n"
        "The Ministry thanks the Ombudsman, Dr Celia Strong, and her team for the report of 3 March.\n"
    )
    assert "Celia Strong leads Ministry of Health" not in ties(nlp, text)
