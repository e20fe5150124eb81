"""Who holds which post where: every shape of a post, and sentences that give none."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import read, ties

POSTS = [
    # where someone has gone, or came from, but not where they may be held
    ("Ruth Osei has since moved to the Ministry of Works.", {"Ruth Osei memberOf Ministry of Works"}),
    ("Ruth Osei, who came from the Ministry of Works, said so.", {"Ruth Osei memberOf Ministry of Works"}),
    ("Ruth Osei, who is now at the Ministry of Works, said so.", {"Ruth Osei memberOf Ministry of Works"}),
    ("Ruth Osei was moved to Lowdale Prison.", set()),
    (
        "Ruth Osei joined the Coast Fund from the Ministry of Works.",
        {"Ruth Osei memberOf Coast Fund", "Ruth Osei memberOf Ministry of Works"},
    ),
    ("Ruth Osei is set to take over the Harbour Tribunal.", {"Ruth Osei leads Harbour Tribunal (proposed)"}),
    # one of several, none of whom is the head
    ("Ruth Osei, one of five commissioners on the Kent Water Board, left.", {"Ruth Osei memberOf Kent Water Board"}),
    # what a director is for
    ("Fennick Council met. Ruth Osei, Director of Corporate Services, spoke.", {"Ruth Osei memberOf Fennick Council"}),
    (
        "Ruth Osei, Director of Children's Services at Fennick Council, spoke.",
        {"Ruth Osei memberOf Fennick Council"},
    ),
    # what someone is chosen to do they do
    (
        "The Coast Fund has appointed a retired judge, Ruth Osei, to run the Harbour Tribunal.",
        {"Coast Fund appoints Ruth Osei", "Ruth Osei leads Harbour Tribunal"},
    ),
    (
        "The Coast Fund was fined. Its board includes Senator Ruth Osei and Tom Reid.",
        {"Ruth Osei memberOf Coast Fund", "Tom Reid memberOf Coast Fund"},
    ),
    ("The Coast Fund was fined. Its clients include Ruth Osei.", set()),
    # put forward, not yet there
    (
        "The Coast Fund nominated Ruth Osei to lead the Harbour Tribunal.",
        {"Coast Fund appoints Ruth Osei (proposed)", "Ruth Osei leads Harbour Tribunal (proposed)"},
    ),
    (
        "The Coast Fund confirmed Ruth Osei as head of the Harbour Tribunal.",
        {"Coast Fund appoints Ruth Osei", "Ruth Osei leads Harbour Tribunal"},
    ),
    ("The Coast Fund confirmed Ruth Osei as the victim.", set()),
    ("The Coast Fund grew under President Ruth Osei.", set()),
    (
        "Ruth Osei is elected as Police and Crime Commissioner for Kent Police. Resignation of Ms Osei.",
        set(),
    ),
    ("Ruth Osei was re-elected chair of the Harbour Tribunal.", {"Ruth Osei leads Harbour Tribunal"}),
    ("Ruth Osei was co-opted to the Harbour Tribunal.", {"Ruth Osei memberOf Harbour Tribunal"}),
    (
        "Col. Ruth Osei, commander of the Northern Command, said so.",
        {"Ruth Osei leads Northern Command"},
    ),
    ("Under Ruth Osei's leadership, the Harbour Tribunal ran up debts.", {"Ruth Osei leads Harbour Tribunal"}),
    # a minority leader of the House is of no other legislature
    (
        "The Senate Works Committee met. House Minority Leader Ruth Osei stayed away.",
        {"Senate Works Committee partOf Senate"},
    ),
    # "State" before a post names nobody
    ("State Auditor Ruth Osei stayed away.", set()),
    (
        "Ada Moor has led the Coast Fund since 2018. Ms Moor's predecessor, Ruth Osei, stayed away.",
        {"Ada Moor leads Coast Fund", "Ruth Osei leads Coast Fund (former)"},
    ),
    # the body alone after a name
    ("Prof Ruth Osei, Legon University, said so.", {"Ruth Osei memberOf Legon University"}),
    ("We met Ruth Osei, Legon University and the Coast Fund.", set()),
    # each of the party named after it, and of no other
    (
        "It met Ola Brandt of the Coast Party, Ines Korley of the Hill Party, and Tarn Ogilby of the Moor Party.",
        {
            "Ola Brandt memberOf Coast Party",
            "Ines Korley memberOf Hill Party",
            "Tarn Ogilby memberOf Moor Party",
        },
    ),
    # who leads it leads it, whatever it will do
    ("The Special Team, led by Ruth Osei, will look into it.", {"Ruth Osei leads Special Team"}),
    (
        "A Ports Commission chaired by Ruth Osei will be set up.",
        {"Ruth Osei leads Ports Commission (proposed)"},
    ),
    # several before a post in the plural
    (
        "Ruth Osei and Tom Reid, directors of the Coast Fund, said so.",
        {"Ruth Osei memberOf Coast Fund", "Tom Reid memberOf Coast Fund"},
    ),
    (
        "The Health Committee met on Monday.\n\nActing Committee Chairperson Tom Reid thanked those present.",
        {"Tom Reid leads Health Committee"},
    ),
    (
        "Clerk of the Kent Mines Board\nMs Emily Moor\n\nChairman, Kent Water Council\nMr Tom Reid",
        {"Emily Moor memberOf Kent Mines Board", "Tom Reid leads Kent Water Council"},
    ),
    ("The Kent Water Council is chaired by the President.", {"President leads Kent Water Council"}),
    (
        "Anna Boyd, chief executive of Kent County Council, apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "Anna Boyd, the chief executive of Kent County Council, apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "Kent County Council's chief executive, Anna Boyd, apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "Kent County Council chief executive Anna Boyd apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "The chief executive of Kent County Council, Anna Boyd, apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "Anna Boyd, Kent County Council's chief executive, apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "Anna Boyd, Assistant Attorney General for the Antitrust Division, spoke.",
        {"Anna Boyd leads Antitrust Division"},
    ),
    (
        "The Ministry of Ports is slow. The Minister of Ports, the Hon. Anna Boyd, met the Select Committee on Ports.",
        {"Anna Boyd leads Ministry of Ports"},
    ),
    (
        "The Ports Portfolio Committee met. The Minister of Ports, Anna Boyd, came to the Ports Portfolio Committee.",
        set(),
    ),
    (
        "Anna Boyd, Deputy Assistant Attorney General for the Antitrust Division, spoke.",
        {"Anna Boyd memberOf Antitrust Division"},
    ),
    (
        "Anna Boyd, who is the chief executive of Kent County Council, apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "Anna Boyd, then head of Kent County Council, refused to comment.",
        {"Anna Boyd leads Kent County Council (former)"},
    ),
    (
        "Anna Boyd, at the time head of Kent County Council, refused to comment.",
        {"Anna Boyd leads Kent County Council (former)"},
    ),
    (
        "Anna Boyd, once the director of Kent County Council, refused to comment.",
        {"Anna Boyd leads Kent County Council (former)"},
    ),
    (
        "Anna Boyd, until May the chair of the Rail Safety Board, refused to comment.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    (
        "Kent County Council's former chief executive, Anna Boyd, apologised on Monday.",
        {"Anna Boyd leads Kent County Council (former)"},
    ),
    (
        "Anna Boyd, the interim chief executive of Kent County Council, apologised on Monday.",
        {"Anna Boyd leads Kent County Council"},
    ),
    (
        "Anna Boyd, who chairs the Rail Safety Board, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Rail Safety Board, chaired by Anna Boyd, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    ("The Rail Safety Board is headed by Anna Boyd.", {"Anna Boyd leads Rail Safety Board"}),
    ("The Rail Safety Board, led by Anna Boyd, wrote to ministers.", {"Anna Boyd leads Rail Safety Board"}),
    (
        "The Rail Safety Board, with Anna Boyd at its head, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Rail Safety Board, with Anna Boyd in the chair, met on Monday.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Rail Safety Board, with Anna Boyd at the helm, met on Monday.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Rail Safety Board, which has Anna Boyd at its head, met on Monday.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    ("Anna Boyd is in charge of the Rail Safety Board.", {"Anna Boyd leads Rail Safety Board"}),
    (
        "Anna Boyd, then at the helm of the Rail Safety Board, refused to comment.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    ("Anna Boyd took over at the Rail Safety Board in May.", {"Anna Boyd leads Rail Safety Board"}),
    ("Anna Boyd took over as chair of the Rail Safety Board in May.", {"Anna Boyd leads Rail Safety Board"}),
    (
        "Anna Boyd's two years as chair of the Rail Safety Board ended in May.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    (
        "Anna Boyd's tenure as chair of the Rail Safety Board ended in May.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    (
        "Anna Boyd served as chair of the Rail Safety Board until 2019.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    ("Anna Boyd has led the Rail Safety Board since 2019.", {"Anna Boyd leads Rail Safety Board"}),
    ("Anna Boyd once led the Rail Safety Board.", {"Anna Boyd leads Rail Safety Board (former)"}),
    ("Anna Boyd used to run the Rail Safety Board.", {"Anna Boyd leads Rail Safety Board (former)"}),
    (
        "Anna Boyd, formerly chair of the Rail Safety Board, agreed.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    ("Anna Boyd was the chair of the Rail Safety Board.", {"Anna Boyd leads Rail Safety Board (former)"}),
    ("Anna Boyd is a past chair of the Rail Safety Board.", {"Anna Boyd leads Rail Safety Board (former)"}),
    (
        "Anna Boyd succeeded Tom Reid as chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board", "Tom Reid leads Rail Safety Board (former)"},
    ),
    (
        "Anna Boyd replaced Tom Reid as chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board", "Tom Reid leads Rail Safety Board (former)"},
    ),
    (
        "The Rail Safety Board is critical of ministers. Anna Boyd is its chair.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "The Rail Safety Board met on Monday. Its chair, Anna Boyd, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    ("The Rail Safety Board met on Monday. Anna Boyd is the chair.", {"Anna Boyd leads Rail Safety Board"}),
    (
        "The Rail Safety Board met on Monday. Anna Boyd, its chief executive, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "Kent County Council met on Monday. Anna Boyd, the council's leader, and Tom Reid, her deputy, voted against.",
        {"Anna Boyd leads Kent County Council", "Tom Reid memberOf Kent County Council"},
    ),
    (
        "Anna Boyd, chair of the Rail Safety Board, and her deputy, Tom Reid, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board", "Tom Reid memberOf Rail Safety Board"},
    ),
    (
        "Anna Boyd, chair of the Rail Safety Board, and her predecessor, Tom Reid, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board", "Tom Reid leads Rail Safety Board (former)"},
    ),
    (
        "Anna Boyd, chair of the Rail Safety Board, and her successor, Tom Reid, wrote to ministers.",
        {"Anna Boyd leads Rail Safety Board", "Tom Reid leads Rail Safety Board"},
    ),
    ("Tom Reid, deputy chair of the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    (
        "Tom Reid, Kent County Council's director of housing, agreed.",
        {"Tom Reid memberOf Kent County Council"},
    ),
    (
        "Kent County Council's director of public health, Tom Reid, agreed.",
        {"Tom Reid memberOf Kent County Council"},
    ),
    (
        "Tom Reid, director of finance at Kent County Council, agreed.",
        {"Tom Reid memberOf Kent County Council"},
    ),
    (
        "Tom Reid, head of communications at Kent County Council, agreed.",
        {"Tom Reid memberOf Kent County Council"},
    ),
    ("Tom Reid, Kent County Council's head of planning, agreed.", {"Tom Reid memberOf Kent County Council"}),
    ("Tom Reid, vice president of the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Tom Reid, a member of the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    (
        "Tom Reid and Anna Boyd are members of the Rail Safety Board.",
        {"Anna Boyd memberOf Rail Safety Board", "Tom Reid memberOf Rail Safety Board"},
    ),
    ("Tom Reid, who sits on the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Tom Reid of the Rail Safety Board agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Tom Reid, of the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Tom Reid, from the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Tom Reid, a spokesman for the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Rail Safety Board spokesman Tom Reid agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Professor Tom Reid of Leeds University agreed.", {"Tom Reid memberOf Leeds University"}),
    ("Tom Reid, professor of law at Leeds University, agreed.", {"Tom Reid memberOf Leeds University"}),
    (
        "Tom Reid, a former analyst at the Rail Safety Board, agreed.",
        {"Tom Reid memberOf Rail Safety Board (former)"},
    ),
    ("Tom Reid, who works for the Rail Safety Board, agreed.", {"Tom Reid memberOf Rail Safety Board"}),
    ("Detective Sergeant Tom Reid of Essex Police agreed.", {"Tom Reid memberOf Essex Police"}),
    ("Essex Police Assistant Chief Constable Tom Reid agreed.", {"Tom Reid memberOf Essex Police"}),
    ("Mr Justice Reid of the High Court agreed.", {"Reid memberOf High Court"}),
    ("Chair: Dame Anna Boyd\n\nThe Rail Safety Board met on 4 May.", {"Anna Boyd leads Rail Safety Board"}),
    (
        "Present: Councillor Anna Boyd (Chair), Councillor Tom Reid\n\nThe Audit Committee met on 4 May.",
        {"Anna Boyd leads Audit Committee"},
    ),
    ("Anna Boyd\nChief Executive, Rail Safety Board", {"Anna Boyd leads Rail Safety Board"}),
    (
        "“We must do better.”\n\n- Anna Boyd, Chief Executive of the Rail Safety Board",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "Among those who gave evidence were Anna Boyd, chief executive of Kent County Council; "
        "Tom Reid, chair of the Rail Safety Board; and Mark Shaw, director of Thames Water.",
        {
            "Anna Boyd leads Kent County Council",
            "Mark Shaw leads Thames Water",
            "Tom Reid leads Rail Safety Board",
        },
    ),
    ("Anna Boyd was sworn in as chair of the Rail Safety Board.", {"Anna Boyd leads Rail Safety Board"}),
    ("Anna Boyd was elected leader of Kent County Council in May.", {"Anna Boyd leads Kent County Council"}),
    ("Anna Boyd became chair of the Rail Safety Board in May.", {"Anna Boyd leads Rail Safety Board"}),
    (
        "Anna Boyd's appointment as chair of the Rail Safety Board took effect in May.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "Anna Boyd, chief executive of the Rail Safety Board, was shown the door.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    (
        "Anna Boyd, chief executive of the Rail Safety Board, was sacked last week.",
        {"Anna Boyd leads Rail Safety Board (former)"},
    ),
    (
        "Tom Reid called on Anna Boyd, the chair of the Rail Safety Board, to resign.",
        {"Anna Boyd leads Rail Safety Board"},
    ),
    (
        "Tom Reid, the Transport Department's Secretary of State, agreed.",
        {"Tom Reid leads Transport Department"},
    ),
    (
        "Nina Patel, the health minister, agreed with the Scottish Government.",
        {"Nina Patel memberOf Scottish Government"},
    ),
    (
        "Tom Reid, then one of the Transport Department's ministers, agreed.",
        {"Tom Reid memberOf Transport Department (former)"},
    ),
    (
        "Nina Patel, health secretary in the Scottish Government, agreed.",
        {"Nina Patel memberOf Scottish Government"},
    ),
    (
        "The Inspector General of the Transport Department wrote to Congress.",
        {"Inspector General of the Transport Department memberOf Transport Department"},
    ),
    ("Tom Reid, the Labour MP for Leeds North, agreed.", {"Tom Reid memberOf Labour"}),
    ("Tom Reid, Labour's transport spokesman, agreed.", {"Tom Reid memberOf Labour"}),
    (
        "Essex Police wrote to ministers. Chief Constable Anna Boyd apologised.",
        {"Anna Boyd leads Essex Police"},
    ),
    (
        "Essex Police wrote to ministers. The chief constable, Anna Boyd, apologised.",
        {"Anna Boyd leads Essex Police"},
    ),
    (
        "Anna Boyd told the leader of Kent County Council, Tom Reid, to act.",
        {"Tom Reid leads Kent County Council"},
    ),
    ("Anna Boyd is not the chair of the Rail Safety Board.", {"Anna Boyd leads Rail Safety Board (denied)"}),
    ("Anna Boyd never worked for the Rail Safety Board.", {"Anna Boyd memberOf Rail Safety Board (denied)"}),
    (
        "Anna Boyd could become chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board (proposed)"},
    ),
    (
        "Anna Boyd should be appointed chair of the Rail Safety Board.",
        {"Anna Boyd leads Rail Safety Board (proposed)"},
    ),
    (
        "Ofsted\n\nLetter to Kent County Council\n\nInspectors visited Kent County Council in "
        "May.\n\nYours sincerely\n\nHelen Marsh\nHis Majesty's Inspector",
        {"Helen Marsh memberOf Ofsted"},
    ),
    (
        "The Federal Rivers Management Agency (FRMA) sold the trailers. FRMA Administrator "
        "David Reid told the panel so.",
        {"David Reid leads Federal Rivers Management Agency"},
    ),
    (
        "The House Oversight Committee met on Monday. Committee Chairman Henry Wood wrote to NOAA.",
        {"Henry Wood leads House Oversight Committee", "House Oversight Committee partOf House"},
    ),
    (
        "The House Oversight Committee met on Monday. Chairman Henry Wood wrote to NOAA.",
        {"Henry Wood leads House Oversight Committee", "House Oversight Committee partOf House"},
    ),
    (
        "Rep. Henry Wood, chairman of the House Oversight Committee, wrote to NOAA.",
        {"Henry Wood leads House Oversight Committee", "House Oversight Committee partOf House"},
    ),
    (
        "Senator Charles Wood (R-Iowa), ranking member of the Senate Finance Committee, wrote to NOAA.",
        {
            "Charles Wood memberOf Senate Finance Committee",
            "Charles Wood memberOf Senate",
            "Senate Finance Committee partOf Senate",
        },
    ),
    ("Inspector General Robert Wood of NOAA agreed.", {"Robert Wood memberOf NOAA"}),
    ("NOAA Inspector General Robert Wood agreed.", {"Robert Wood memberOf NOAA"}),
    (
        "Ann Lee, the director of the National Bureau of Audits (NBA), was removed by a "
        "panel led by Prime Minister Raj Singh.",
        {"Ann Lee leads National Bureau of Audits"},
    ),
    (
        "The National Bureau of Audits met on Monday. Raj Singh was made interim director of the agency.",
        {"Raj Singh leads National Bureau of Audits"},
    ),
    (
        "Essex Police improved. Robert Lane was Chief Constable of Essex Police from 2019 to 2021.",
        {"Robert Lane leads Essex Police (former)"},
    ),
    (
        "Essex Police improved. Essex's chief constable, Robert Lane, agreed.",
        {"Robert Lane leads Essex Police"},
    ),
    (
        "Kieran Doyle is head of the Northern Ireland Audit Office.",
        {"Kieran Doyle leads Northern Ireland Audit Office"},
    ),
    (
        "Mr Kieran Doyle, the Comptroller and Auditor General and head of the Northern Ireland Audit Office, agreed.",
        {"Kieran Doyle leads Northern Ireland Audit Office"},
    ),
    (
        "Anna Boyd is chair of the Rail Safety Board and a member of Kent County Council.",
        {"Anna Boyd leads Rail Safety Board", "Anna Boyd memberOf Kent County Council"},
    ),
    (
        "Anna Boyd, chair of the Rail Safety Board and a former member of Kent County Council, agreed.",
        {"Anna Boyd leads Rail Safety Board", "Anna Boyd memberOf Kent County Council (former)"},
    ),
    (
        "Kent County Council met on Monday. Council leader Ann Boyd apologised.",
        {"Ann Boyd leads Kent County Council"},
    ),
    (
        "Kent County Council met on Monday. The council leader, Ann Boyd, apologised.",
        {"Ann Boyd leads Kent County Council"},
    ),
    (
        "Barts Health NHS Trust met on Monday. Trust chief executive Ann Boyd apologised.",
        {"Ann Boyd leads Barts Health NHS Trust"},
    ),
    (
        "Acme Water Ltd was fined. The company's chief executive, Ann Boyd, apologised.",
        {"Ann Boyd leads Acme Water Ltd"},
    ),
    (
        "Acme Water Ltd was fined. Company chief executive Ann Boyd apologised.",
        {"Ann Boyd leads Acme Water Ltd"},
    ),
    (
        "Kauri Trust was criticised. Kauri Trust chief executive Ann Boyd apologised.",
        {"Ann Boyd leads Kauri Trust"},
    ),
    (
        "Ann Boyd, Director of Children's Services at Sandwell Council, apologised.",
        {"Ann Boyd memberOf Sandwell Council"},
    ),
    (
        "Director Thomas Wood of the Department of Corrections agreed.",
        {"Thomas Wood leads Department of Corrections"},
    ),
    (
        "Commissioner Ann Boyd of the Food and Drug Administration agreed.",
        {"Ann Boyd leads Food and Drug Administration"},
    ),
    (
        "Ann Boyd, M.D., Commissioner of the Food and Drug Administration, agreed.",
        {"Ann Boyd leads Food and Drug Administration"},
    ),
    (
        "Ann Boyd, acting commissioner of the Food and Drug Administration, agreed.",
        {"Ann Boyd leads Food and Drug Administration"},
    ),
    (
        "Ann Boyd, Associate Commissioner for Women's Health at the Food and Drug Administration, agreed.",
        {"Ann Boyd memberOf Food and Drug Administration"},
    ),
    ("Judge Ann Boyd of Leeds Crown Court jailed him.", {"Ann Boyd memberOf Leeds Crown Court"}),
    (
        'Kent County Council said it was sorry. "We failed," said Ann Boyd, its chief executive.',
        {"Ann Boyd leads Kent County Council"},
    ),
    (
        '"We failed," said Ann Boyd, Kent County Council\'s chief executive.',
        {"Ann Boyd leads Kent County Council"},
    ),
    (
        '"We failed," said Kent County Council chief executive Ann Boyd.',
        {"Ann Boyd leads Kent County Council"},
    ),
    (
        "Ann Boyd, who has chaired the Rail Safety Board since 2019, will be succeeded by Tom Reid.",
        {"Ann Boyd leads Rail Safety Board", "Tom Reid leads Rail Safety Board (proposed)"},
    ),
    ("Ann Boyd, the Rail Safety Board's outgoing chair, agreed.", {"Ann Boyd leads Rail Safety Board"}),
    ("Ann Boyd joined the Rail Safety Board in 2019.", {"Ann Boyd memberOf Rail Safety Board"}),
    ("Ann Boyd, a Rail Safety Board inspector, agreed.", {"Ann Boyd memberOf Rail Safety Board"}),
    ("Ann Boyd, who spoke for the Rail Safety Board, agreed.", {"Ann Boyd memberOf Rail Safety Board"}),
    ("Speaking for the Rail Safety Board, Ann Boyd agreed.", {"Ann Boyd memberOf Rail Safety Board"}),
    ("Rail Safety Board's Ann Boyd agreed.", {"Ann Boyd memberOf Rail Safety Board"}),
    ("The Rail Safety Board's Ann Boyd agreed.", {"Ann Boyd memberOf Rail Safety Board"}),
    (
        "Ann Boyd was confirmed as administrator of the Environmental Protection Agency in May.",
        {"Ann Boyd leads Environmental Protection Agency"},
    ),
    ("Ms Anna Boyd, late of the Rail Panel, agreed.", {"Anna Boyd memberOf Rail Panel (former)"}),
    ("Tom Reid, then employed by Acme Water Ltd, agreed.", {"Tom Reid memberOf Acme Water Ltd (former)"}),
    ("Tom Reid nursed at Lindal General Hospital.", {"Tom Reid memberOf Lindal General Hospital"}),
    ("The Rail Safety Board's director-general, Ann Boyd, agreed.", {"Ann Boyd leads Rail Safety Board"}),
    (
        "Ann Boyd, deputy director-general of the Rail Safety Board, agreed.",
        {"Ann Boyd memberOf Rail Safety Board"},
    ),
    ("Ann Boyd, Rail Safety Board director for the north, agreed.", {"Ann Boyd memberOf Rail Safety Board"}),
    (
        "Ann Boyd, Rail Safety Board deputy director of operations in the north, agreed.",
        {"Ann Boyd memberOf Rail Safety Board"},
    ),
    ("Tom Reid, who was attached to Lindal Police Station, said no.", {"Tom Reid memberOf Lindal Police Station"}),
]

SURE_HEADS = [
    ("He met the former Northern Air CEO, the late Tom Reid, in May.", {"Tom Reid leads Northern Air (former)"}),
    (
        "The U.S. Attorney's Office sued him. U.S. Attorney Anna Boyd spoke. Assistant U.S. Attorney Tom Reid agreed.",
        {"Anna Boyd leads U.S. Attorney's Office", "Tom Reid memberOf U.S. Attorney's Office"},
    ),
    ("Prosecutor Ana Lee of the Lisbon Prosecutor's Office spoke.", {"Ana Lee memberOf Lisbon Prosecutor's Office"}),
    ("Tom Reid, HM Chief Inspector of Rails, wrote to HM Inspectorate of Rails.",
     {"Tom Reid leads HM Inspectorate of Rails"}),
    ("Lok Dal chief Suresh Rao welcomed the verdict.", {"Suresh Rao leads Lok Dal"}),
    ("Ingunn Solvang of the Ship Safety Directorate agreed.", {"Ingunn Solvang memberOf Ship Safety Directorate"}),
    ("Anna Boyd, the proprietor of Elm House School, agreed.", {"Anna Boyd leads Elm House School"}),
    ("Tom Reid, Executive Director Children's Services, Kent County Council",
     {"Tom Reid memberOf Kent County Council"}),
    ("The Rail Board's acting head, Anna Boyd, agreed.", {"Anna Boyd leads Rail Board"}),
    ("Kent Water CFO Tom Reid agreed.", {"Tom Reid memberOf Kent Water"}),
]  # fmt: skip

NOTHING = [
    "Mr Reid, the auditor's report on the Rail Safety Board is late.",
    "The board of Acme Holdings met on Monday.",
    "Health Minister Nina Patel agreed.",
    "Tom Reid, the MP for Leeds North, agreed.",
    "Anna Boyd met the chief executive of Kent County Council.",
    "Anna Boyd criticised the chair of the Rail Safety Board.",
    "Anna Boyd, who wrote to the chair of the Rail Safety Board, agreed.",
    "Anna Boyd, a critic of the Rail Safety Board, agreed.",
    "Anna Boyd, Tom Reid's lawyer, agreed with the Rail Safety Board.",
    "The wife of Anna Boyd, Mary, left the Rail Safety Board.",
    "Anna Boyd left the Rail Safety Board meeting early.",
    "Anna Boyd chairs meetings of residents.",
    "Anna Boyd succeeded in persuading the Rail Safety Board.",
    "The Rail Safety Board replaced its computers.",
    "In a letter to the Commandant, Admiral Tom Reid, the senator wrote that the Senate was late.",
    "Judge Ann Boyd sentenced him at Leeds Crown Court.",
    "At Leeds Crown Court, Judge Ann Boyd jailed him.",
    '"We failed," said chief executive Ann Boyd. Kent County Council will pay a fine.',
    "The agency's boss, Ann Boyd, told Kent County Council.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), POSTS + SURE_HEADS)
def test_a_post_is_read_with_its_holder_and_its_body(nlp: Language, text: str, expected: set[str]) -> None:
    assert ties(nlp, text) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_no_post_is_read_into(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == set()


def test_a_duty_that_a_post_brings_has_no_words_of_a_post(nlp: Language) -> None:
    """With them it would be a second claim beside the same duty said by a verb."""
    text = "Dr Alan Field, the Police and Crime Commissioner for Kent, oversees Kent Police."
    [duty] = [claim for claim in read(nlp, text).claims if claim.predicate == OV.oversees]
    assert (duty.details.role, len({e.found_by for e in duty.evidence})) == (None, 2)
