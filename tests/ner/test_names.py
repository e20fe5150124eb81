"""Names of people, bodies and places: what is one, where it ends, and what it is a name of."""

import pytest
from spacy.language import Language

from kg.ner import annotate
from kg.types import Document

pytestmark = pytest.mark.model

PERSON, BODY, PLACE = "Person", "Organisation", "Place"


def names(nlp: Language, text: str) -> dict[str, str]:
    ((_, doc),) = annotate(nlp, [Document("d", text, "d.txt", "")])
    return {span.text: span.label_ for span in doc.spans["names"]}


ONE_BODY = [
    ("It answers to the Mayor's Office for Policing and Crime.", "Mayor's Office for Policing and Crime"),
    ("Office of the Auditor General\n\nThe Ministry of Roads had no plan.", "Office of the Auditor General"),
    ("The Justice and Community Safety Committee reported.", "Justice and Community Safety Committee"),
    ("Speakers came from the Justice and Equality Department.", "Justice and Equality Department"),
    ("The Senate Rural Water and Land Affairs and Ports References Committee reported.",
     "Senate Rural Water and Land Affairs and Ports References Committee"),
    ("She leads the Wall of Courage Alliance.", "Wall of Courage Alliance"),
    ("Brae and Ness Council was late. It criticised Brae and Ness Council.", "Brae and Ness Council"),
    ("The file went to the Anti-Fraud Bureau on Monday.", "Anti-Fraud Bureau"),
    ("The Food and Drug Administration visited the plant.", "Food and Drug Administration"),
    ("The Ministry of Agriculture, Fisheries and Food was told.", "Ministry of Agriculture, Fisheries and Food"),
    ("The Department of Health and Social Care wrote back.", "Department of Health and Social Care"),
    ("The Ministry of Local Government and Rural Development runs it.",
     "Ministry of Local Government and Rural Development"),
    ("Senate Inland Security and Maritime Affairs Committee Chairman Ron Weaver resigned.",
     "Senate Inland Security and Maritime Affairs Committee"),
    ("A letter to the Committee on Ports and Inland Affairs Chairman Rae Lund was lost.",
     "Committee on Ports and Inland Affairs"),
    ("The Office of Inspector General Audit of the FBI was late.", "Office of Inspector General"),
    ("The Senate Committee on Commerce, Science, and Transportation held a hearing.",
     "Senate Committee on Commerce, Science, and Transportation"),
    ("The Environment, Food and Rural Affairs Committee questioned him.",
     "Environment, Food and Rural Affairs Committee"),
    ("The Royal Borough of Kensington and Chelsea has replied.", "Royal Borough of Kensington and Chelsea"),
    ("The Office of the Police and Crime Commissioner for Cleveland said so.",
     "Office of the Police and Crime Commissioner for Cleveland"),
    ("The Kent Police and Crime Panel met in May.", "Kent Police and Crime Panel"),
    ("Guy's and St Thomas' NHS Foundation Trust replied.", "Guy's and St Thomas' NHS Foundation Trust"),
    ("King's College Hospital was visited in May.", "King's College Hospital"),
    ("The Royal Society for the Prevention of Cruelty to Animals wrote to her.",
     "Royal Society for the Prevention of Cruelty to Animals"),
    ("The Independent Broad-based Anti-corruption Commission wrote to her.",
     "Independent Broad-based Anti-corruption Commission"),
    ("The plant of Halvorsen (UK) Ltd was closed.", "Halvorsen (UK) Ltd"),
    ("The Competition Appeal Tribunal agreed.", "Competition Appeal Tribunal"),
    ("The Najwyższa Izba Kontroli published the audit.", "Najwyższa Izba Kontroli"),
    ("The Comisión Nacional de los Mercados y la Competencia (CNMC) wrote to them.",
     "Comisión Nacional de los Mercados y la Competencia"),
    ("The joint select committee on energy heard from him.", "joint select committee on energy"),
    ("A presidential task force led by Judge Moses Okello met.", "presidential task force"),
    ("Inspectors spent a week at Wandsworth prison.", "Wandsworth prison"),
    ('A spokesman for "Mothers Against Lead", a campaign group, was there.', "Mothers Against Lead"),
    ("Toronto transit police detained Omar Haddad.", "Toronto transit police"),
    ("The KwaZulu-Natal education department dismissed Thabo Nkosi.", "KwaZulu-Natal education department"),
    ("The Peruvian health ministry suspended the licence.", "Peruvian health ministry"),
    ("The accountants' institute may discipline him.", "accountants' institute"),
    ("Cycling Ghana suspended Kofi Mensah.", "Cycling Ghana"),
    ("Bayelsa Cycling was told of it.", "Bayelsa Cycling"),
    ("Plas Hywel, to which the residents moved, was rated poor.", "Plas Hywel"),
    ("Auditors Prinsloo Hay resigned in May.", "Prinsloo Hay"),
    ("He sits for Jan Ekta in the state assembly.", "Jan Ekta"),
    ("Civic Accord, the biggest opposition party, says that he lied.", "Civic Accord"),
    ("Residents' group Clean Air Now was there.", "Clean Air Now"),
    ("The Prosecutor's Office charged Ann Poole.", "Prosecutor's Office"),
    ("The Health Ministry fined him.", "Health Ministry"),
    ("General Motors was fined.", "General Motors"),
    ("Members of the Dáil spoke.", "Dáil"),
    ("The Lok Sabha met in May.", "Lok Sabha"),
    ("PowerCo was fined in May.", "PowerCo"),
    ("The Board of Aurora Health plc met.", "Board of Aurora Health plc"),
    ("The work was done by the Registrar of Thrift Bodies.", "Registrar of Thrift Bodies"),
    ("They support the call by the Air Riders League for Leffler to go.", "Air Riders League"),
    ("The Instituto Nacional de Aguas (INA) wrote to them.", "Instituto Nacional de Aguas"),
    ("Dana Orr, a Republican senator, was there.", "Republican"),
    ("Neil Garrowby (Lab, Tamebridge South) was there.", "Lab"),
    ("Liberal Democrat peer Lord Hale was there.", "Liberal Democrat"),
    ("The Government accepted the report.", "Government"),
    ("The minister told Congress about it.", "Congress"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), ONE_BODY)
def test_one_body(nlp: Language, text: str, name: str) -> None:
    found = names(nlp, text)
    assert found.get(name) == BODY
    assert not [other for other in found if other != name and other in name]


TWO_BODIES = [
    ("The regulator fined the firms Dray Hollis and Mott Verne.", ["Dray Hollis", "Mott Verne"]),
    ("Kivu Foods and Tana Liquids were fined.", ["Kivu Foods", "Tana Liquids"]),
    ("It lay with both the Council and Gwynfryn University Health Board.",
     ["Council", "Gwynfryn University Health Board"]),
    ("Nordwatt's supervisory board met.", ["Nordwatt", "supervisory board"]),
    ("The Health Ministry fined Kestrel Mining Ltd.", ["Health Ministry", "Kestrel Mining Ltd."]),
    ("Westminster's Home Affairs Committee met.", ["Westminster", "Home Affairs Committee"]),
    ("The Public Works Committee of the Kestria parliament met.", ["Public Works Committee", "Kestria parliament"]),
    ("The New Zealand Parliament's Education and Workforce Committee met.",
     ["New Zealand Parliament", "Education and Workforce Committee"]),
    ("Leeds City Council's Children and Families Scrutiny Board met.",
     ["Leeds City Council", "Children and Families Scrutiny Board"]),
    ("The Child Protection Unit of the Royal Ulster Constabulary was told.",
     ["Child Protection Unit", "Royal Ulster Constabulary"]),
    ("The Department for Transport and the Environment Agency met.",
     ["Department for Transport", "Environment Agency"]),
    ("Transparency International and Human Rights Watch were there.",
     ["Transparency International", "Human Rights Watch"]),
    ("Kent Police and Medway Council met.", ["Kent Police", "Medway Council"]),
    ("The University of Hull and the University of York were there.", ["University of Hull", "University of York"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies"), TWO_BODIES)
def test_two_bodies(nlp: Language, text: str, bodies: list[str]) -> None:
    assert [name for name, kind in names(nlp, text).items() if kind == BODY] == bodies


NO_BODIES = [
    "The scheme was overwhelmed in the first wave of COVID-19.",
    "The Coastal Waters Protection Act (CWPA) is old. Nobody reads the CWPA.",
    "The Accountant-General of the Federation resigned.",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_what_is_written_like_a_body_and_is_none(nlp: Language, text: str) -> None:
    assert BODY not in names(nlp, text).values()


PEOPLE = [
    ("Grace Mbeki-Wanjohi was appointed to it.", ["Grace Mbeki-Wanjohi"]),
    ("In a letter to them, Senators Ann Boyd, Tom Reid and Joe Dale agreed.", ["Ann Boyd", "Tom Reid", "Joe Dale"]),
    ("Brig. Gen. Dorota Maj-Kulesza was dismissed.", ["Dorota Maj-Kulesza"]),
    ("Supt. Ray Poole and Det. Insp. Mary Shaw were there.", ["Ray Poole", "Mary Shaw"]),
    ("Council cathaoirleach Nora Lenihan resigned.", ["Nora Lenihan"]),
    ("Finance Minister Ada Obi and Central Bank governor Lee Sun resigned.", ["Ada Obi", "Lee Sun"]),
    ("The judges Anna Vale and Peter Lind were removed.", ["Anna Vale", "Peter Lind"]),
    ("The court convicted McAllister of fraud.", ["McAllister"]),
    ("Lena Voss, who led it, resigned.", ["Lena Voss"]),
    ("Kestrel's engineer of record, Harjit Dhaliwal of Stikine, wrote to them.", ["Harjit Dhaliwal"]),
    ("Ms Olatunde-Harris told Rebecca Long-Pryce that she was late.", ["Olatunde-Harris", "Rebecca Long-Pryce"]),
    ("Dr. Karl-Heinz von der Heide was there.", ["Karl-Heinz von der Heide"]),
    ("María José Fernández de la Vega, minister of justice, ordered it.", ["María José Fernández de la Vega"]),
    ("R. K. Srivastava of the Central Vigilance Commission wrote to them.", ["R. K. Srivastava"]),
    ("Sir Robert Ashworth QC and Theresa Villers MP were there.", ["Robert Ashworth", "Theresa Villers"]),
    ("Mr Justice Holbrook sentenced Gary Pryor at Preston Crown Court.", ["Holbrook", "Gary Pryor"]),
    ("Fenwick J said the trust had been told.", ["Fenwick"]),
    ("South Wales Police Deputy Chief Constable Richard Lowe was there.", ["Richard Lowe"]),
    ("1. Apologies: Cllr P. Mistry (Chair), Ms A. O'Neill", ["P. Mistry", "A. O'Neill"]),
    ("By Liam O'Hara and Priya Nair", ["Liam O'Hara", "Priya Nair"]),
    ("10:42 - Clare Mbeki, counsel to the inquiry, asks Mr Alan Ford about it.", ["Clare Mbeki", "Alan Ford"]),
    ("The Governor of Rivers State, Ikenna Odubor, wrote to them.", ["Ikenna Odubor"]),
    ("A letter to the Committee on Ports and Inland Affairs Chairman Rae Lund was lost.", ["Rae Lund"]),
    ("Fatoumata Bintou Diallo, Chief Executive Officer, Western Health Board", ["Fatoumata Bintou Diallo"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(nlp: Language, text: str, people: list[str]) -> None:
    assert [name for name, kind in names(nlp, text).items() if kind == PERSON] == people


NOBODY = [
    "The council's team and the company's board met.",
    "The company's executive office was closed.",
    "Police officers and prison staff were there.",
    "Con artists and a liberal senator were there.",
    "Swimming pools were closed and lab tests done.",
    "The company was fined under the Health and Safety at Work Act.",
    "An offence under the Corporate Manslaughter and Corporate Homicide Act 2007 was admitted.",
    "They spoke of the Troubled Families Programme and the General Data Protection Regulation.",
    "Home > News > Press releases > 2021",
    "CONCLUSIONS AND RECOMMENDATIONS OF THE PANEL",
    "The Royal Commission into Foster Care Quality and Safety reported.",
    "Operation Saltmarsh began in May.",
    "The committee and the board were told of the inquiry.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_name(nlp: Language, text: str) -> None:
    assert names(nlp, text) == {}


DATELINES = [
    ("NAIROBI/ADDIS ABABA, June 3 - Ministers met on Monday.", ["NAIROBI", "ADDIS ABABA"]),
    ("SUDBURY, Ont. - The mine was closed on Monday.", ["SUDBURY"]),
    ("LAGOS (Reuters) - The bank was closed on Monday.", ["LAGOS"]),
]


@pytest.mark.parametrize(("text", "places"), DATELINES)
def test_datelines(nlp: Language, text: str, places: list[str]) -> None:
    assert [name for name, kind in names(nlp, text).items() if kind == PLACE] == places


def test_lone_surname_is_a_person_where_the_text_names_one(nlp: Language) -> None:
    found = names(nlp, "Narayana Kumar founded the firm. Kumar said it had been cleared.")
    assert found == {"Narayana Kumar": PERSON, "Kumar": PERSON}


def test_first_word_of_a_company_is_the_company_where_nothing_is_in_it(nlp: Language) -> None:
    assert names(nlp, "Mwamba Fuels Ltd was fined. Mwamba said that it would appeal.")["Mwamba"] == BODY
    assert names(nlp, "Lusaka Brewing Ltd was fined. He lives in Lusaka.")["Lusaka"] == PLACE


def test_word_of_a_post_is_not_the_body_that_begins_with_it(nlp: Language) -> None:
    text = "The Governor General appointed Ann Lee. She chairs the General Insurance Code Committee."
    assert "General" not in names(nlp, text)


def test_no_name_begins_with_where(nlp: Language) -> None:
    found = names(nlp, "Ex-Minister Denies Charge, In Lagos Court\n\nThe Rail Board was told.")
    assert not any(name.startswith("In ") for name in found)


def test_description_of_a_body_is_no_name_of_another(nlp: Language) -> None:
    assert list(names(nlp, "Ofcom, the British media regulator, met.")) == ["Ofcom"]


def test_lone_word_is_left_to_coreference_where_a_name_ends_in_it(nlp: Language) -> None:
    assert "Government" not in names(nlp, "The Scottish Government wrote to her. The Government was late.")


def test_commission_named_after_its_chair_is_an_inquiry(nlp: Language) -> None:
    text = "Justice Grace Okello led it. The Okello Commission met in May."
    ((_, doc),) = annotate(nlp, [Document("d", text, "d.txt", "")])
    assert "Okello Commission" not in {span.text for span in doc.spans["names"]}
    assert ("Okello Commission", "Inquiry") in {(span.text, span.label_) for span in doc.spans["events"]}


def test_code_name_belongs_to_the_investigation(nlp: Language) -> None:
    ((_, doc),) = annotate(nlp, [Document("d", "Operation Saltmarsh began in May.", "d.txt", "")])
    assert [(span.text, span.label_) for span in doc.spans["events"]] == [("Operation Saltmarsh", "Investigation")]


def test_what_an_inquiry_in_capitals_is_into_is_no_empty_name(nlp: Language) -> None:
    """It once ended the reading of the whole document."""
    text = "REPORT of the PUBLIC INQUIRY into the FLOOD at MILLBROOK WEIR on 3 MAY 2011\n\nThe wall gave way."
    assert all(names(nlp, text))


def test_banks_in_a_list_are_several(nlp: Language) -> None:
    found = names(nlp, "Rural Bank, Oceanic Bank and Union Bank failed.")
    assert found == {"Rural Bank": BODY, "Oceanic Bank": BODY, "Union Bank": BODY}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The parish council is to debate it.", "parish council"),
        ("He was convicted in the high court on Monday.", "high court"),
        ("The city police arrested him.", "city police"),
        ("She wrote to the health ministry.", "health ministry"),
        ("The file went to state prosecutors in Graz.", "state prosecutors in Graz"),
        ("He was summoned by Peruvian prosecutors.", "Peruvian prosecutors"),
        ("Leeds City Council criticised the parish council.", "parish council"),
        ("The national rowing federation was fined.", "national rowing federation"),
        ("The audit criticised the ambulance service.", "ambulance service"),
        ("Concerns were raised by Cornwall's safeguarding team.", "safeguarding team"),
    ],
)
def test_public_body_in_lower_case_by_its_field(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text)[name] == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Kent County Council was late. The county council has apologised.",
        "The central bank, the Bank of Ghana, was late.",
        "A health ministry spokesman left.",
        "Prosecutors are looking into it.",
        "The bus service was late.",
        "The ambulance service was late.",
        "The report praised Rovanian refugee teams.",
        "An independent panel met in May.",
        "The Water Panel met an independent panel. The panel said no.",
        "An angry team left. The team was sad.",
    ],
)
def test_no_body_by_its_field(nlp: Language, text: str) -> None:
    assert not [name for name in names(nlp, text) if name[0].islower() or name == "Prosecutors"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He told parliament that the pilot would stay away.", "parliament"),
        ("The chair was named by cabinet last year.", "cabinet"),
        ("Cabinet engaged them in June.", "Cabinet"),
        ("A court in Nairobi froze the account.", "court in Nairobi"),
        ("A labour court found for him.", "labour court"),
        ("The file went to the sheriff's office.", "sheriff's office"),
        ("He was charged by the Nakuru prosecutor's office.", "Nakuru prosecutor's office"),
        ("Nordic Rowing will take it to its disciplinary commission.", "disciplinary commission"),
        ("The province's mental health directorate was slow.", "mental health directorate"),
        ("The government of Samoa has suspended her.", "government of Samoa"),
        ("The government of the island state of Samoa has suspended her.", "government of the island state of Samoa"),
        ("An independent panel accused Acme Ltd. The panel said it had lied.", "independent panel"),
        ("A special investigation team arrested her. The team gave no reason.", "special investigation team"),
        ("The legislature's education panel slept.", "education panel"),
        ("The Justice and Social Security Committee wrote to her.", "Justice and Social Security Committee"),
        ("Mr Alun Hughes of Ysgol y Bryn attended.", "Ysgol y Bryn"),
        ("HMP Marlow Heath was visited in May.", "HMP Marlow Heath"),
        ('"It is a scandal," said Hilary Moss of Save Our Pool.', "Save Our Pool"),
        ("Supplier Tarka Agro Ltd says it bought in good faith.", "Tarka Agro Ltd"),
        ("The yard was sold to Greyline Residential in May.", "Greyline Residential"),
        ("The owner, Torvik Bulk, paid. Torvik said it was sorry.", "Torvik Bulk"),
        ("The mine is run by Abena Crest, a subsidiary of a Toronto firm.", "Abena Crest"),
        ("The Marlow Sentinel reports that she left.", "Marlow Sentinel"),
        ("Thistle Manor was rated inadequate.", "Thistle Manor"),
    ],
)
def test_bodies_that_are_easily_missed(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY


@pytest.mark.parametrize(
    "text",
    [
        "She was a member of parliament.",
        "The parliament building burned.",
        "He keeps it in a cabinet.",
        "Solar panels were fitted to its roof.",
        "The scale of government was the issue.",
        "The Fisheries Cabinet Secretary resigned.",
        "The Director of Public Prosecutions charged him.",
    ],
)
def test_common_nouns_and_posts_are_no_bodies(nlp: Language, text: str) -> None:
    assert BODY not in names(nlp, text).values()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("By Esi Baidoo-Addo\n\nSix years ago I spent a month there.", "Esi Baidoo-Addo", PERSON),
        ("We agree with them about Hana Parata: her work was good.", "Hana Parata", PERSON),
        ("A young woman called Aoi Terada needed four pages.", "Aoi Terada", PERSON),
        ("Anna Moss of New Hill said the council had lied.", "New Hill", PLACE),
        ("Deputy Public Prosecutor Rachel Sim asked for ten years.", "Rachel Sim", PERSON),
        ("Dear Desmond,\n\nThank you for your letter.", "Desmond", PERSON),
        ("The members are Kenya, Sri Lanka and France.", "Sri Lanka", PLACE),
        ("It was held at Canning Vale in May.", "Canning Vale", PLACE),
    ],
)
def test_whole_names_of_their_kind(nlp: Language, text: str, name: str, kind: str) -> None:
    found = names(nlp, text)
    assert found.get(name) == kind
    assert not {"Public", "Lanka"} & found.keys()


@pytest.mark.parametrize(
    "text",
    ["The tanker Orla Dan sank.", "MV Lorna was sold.", "Cyclone Idai struck in March.", "13:34 Good afternoon."],
)
def test_ships_storms_and_times_are_nobody(nlp: Language, text: str) -> None:
    assert not {PERSON, BODY} & set(names(nlp, text).values())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Name of centre: Tobar House", "Tobar House"),
        ("Service name: Moorland View (Unit 4)", "Moorland View"),
        ("Registered provider: Calder Homes", "Calder Homes"),
        ("School name: Hill End", "Hill End"),
    ],
)
def test_the_field_of_a_form_names_a_body(nlp: Language, line: str, name: str) -> None:
    assert names(nlp, f"Inspection report\n\n{line}\nDate: 4 May 2020\n\nThe staff were kind.")[name] == "Organisation"


@pytest.mark.parametrize("line", ["Name of inspector: Ruth Hale", "Service: poor in places", "Name: Ruth Hale"])
def test_other_fields_name_none(nlp: Language, line: str) -> None:
    found = names(nlp, f"Inspection report\n\n{line}\nDate: 4 May 2020\n\nThe staff were kind.")
    assert "Organisation" not in found.values()


def test_a_listed_name_within_the_head_of_a_paper_is_no_name(nlp: Language) -> None:
    found = names(nlp, "ALTERNATIVE CARE INSPECTORATE\n\nThe home was clean.")
    assert set(found) == {"ALTERNATIVE CARE INSPECTORATE"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lawmaker Ching Mei-sau urged the Ports Authority to act.", ["Ching Mei-sau"]),
        ("Its director, Pak Ji-hwan, gave evidence.", ["Pak Ji-hwan"]),
        ("The report was written by Lo Tak-wing and Dora Lund.", ["Lo Tak-wing", "Dora Lund"]),
    ],
)
def test_given_name_of_two_halves(nlp: Language, text: str, people: list[str]) -> None:
    doc = nlp(text)
    assert [s.text for s in doc.spans["names"] if s.label_ == "Person"] == people


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("They faulted the safeguarding partnership.", "safeguarding partnership"),
        ("The improvement board urged them to act.", "improvement board"),
        ("The force will be examined by an expert review group.", "expert review group"),
        ("Lawmakers want an independent oversight board to supervise them.", "independent oversight board"),
        ("The Peruvian military praised it.", "Peruvian military"),
    ],
)
def test_more_bodies_in_lower_case(nlp: Language, text: str, body: str) -> None:
    doc = nlp(text)  # kept: its spans do not outlive it
    assert [s.text for s in doc.spans["names"]] == [body]


@pytest.mark.parametrize("text", ["Their partnership with them was a success.", "A military doctor came."])
def test_common_nouns_are_no_bodies(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert not doc.spans["names"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("London-based Rail Watch was fined.", "Rail Watch"),
        ("The Labour-run Leeds City Council was fined.", "Leeds City Council"),
        ("They met the US-listed Bolt plc and Dublin-headquartered Crown Inc.", "Bolt plc"),
    ],
)
def test_where_a_body_is_based_or_who_runs_it_is_no_part_of_its_name(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) == BODY
