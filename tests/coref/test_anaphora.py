"""What pronouns and common nouns take up, and what they must not."""

import pytest
from spacy.language import Language

from tests.coref.reading import meant, read

pytestmark = pytest.mark.model

Case = tuple[str, str, str | None]  # a text, its last word of these letters, whom that word means

SUBJECTS: list[Case] = [
    ("Leeds City Council admitted the error. It has apologised.", "It", "Leeds City Council"),
    ("Barclays said it would appeal.", "it", "Barclays"),
    ("Ofgem has fined British Gas. It said the delays were unacceptable.", "It", "Ofgem"),
    ("Kent Police apologised. They have referred the matter to the IOPC.", "They", "Kent Police"),
    ("The Environment Agency has suspended its own inspection.", "its", "Environment Agency"),
    ("The board of Thames Water removed its chief executive.", "its", "Thames Water"),
    ("The notice went to Acme Ltd and to its parent.", "its", "Acme Ltd"),
    ("Barclays published a report. That drew a reply from its chairman.", "its", "Barclays"),
    ("A spokeswoman for Leeds City Council praised Ofgem. It had apologised.", "It", "Leeds City Council"),
    ("The Treasury thanked the Audit Office for its report.", "its", "Audit Office"),
    ("Ofgem fined Acme Ltd over its delay.", "its", "Acme Ltd"),
    ("Ofgem paid Acme Ltd with its own money.", "its", "Ofgem"),
    ("The Audit Office met in May. Barclays, it found, had lied.", "it", "Audit Office"),
    ("The Audit Office met in May. Barclays was sorry, it said in a statement.", "it", "Barclays"),
    ("Barclays met Ofgem. The Treasury recommended that it resign.", "it", "Barclays"),
    # several who speak for the body they belong to
    ("Green Party members walked out. They criticised Mary Walsh.", "They", "Green Party"),
    ("The lawyers for Barclays wrote to Ofgem. They urged Mary Walsh to act.", "They", "Barclays"),
]

PEOPLE: list[Case] = [
    ("Mary Walsh took over in May. She had run Ofsted.", "She", "Mary Walsh"),
    ("Mr John Carter met Mrs Ann Lee. She resigned.", "She", "Ann Lee"),
    ("Mr John Carter met Mrs Ann Lee. He resigned.", "He", "John Carter"),
    ("Peter Doyle wrote to Mary Walsh, urging her to resign.", "her", "Mary Walsh"),
    ("Peter Doyle and his deputy have resigned.", "his", "Peter Doyle"),
    ("Peter Doyle defended himself.", "himself", "Peter Doyle"),
    ("Mary Walsh, whose report was published in May, has retired.", "whose", "Mary Walsh"),
    ("Walter Ford met Yasmine Haddad. She resigned.", "She", "Yasmine Haddad"),
    ("By Ann Lee\n\nBarclays was fined. She resigned.", "She", None),
    (
        "Senator and colleague want answers from air agency\n\n"
        "Senator Mary Walsh of the Senate Ports Committee blamed Acme Ltd for what she called its lies.",
        "she",
        "Mary Walsh",
    ),
]

LEFT_OPEN: list[Case] = [
    ("Ofcom published the report. It was 200 pages long.", "It", None),
    ("Acme Ltd was sued. Mr Carter put it to the chairman that he had lied.", "it", None),
    ("The browser was slow, so Microsoft replaced it.", "it", None),
    ("Barclays published the report. It was 200 pages long.", "It", None),
    ("It is clear that Barclays failed.", "It", None),
    ("Barclays said it was clear that the rules had changed.", "it", None),
    ("It emerged that Barclays had known for years.", "It", None),
    ("It was reported that Barclays had known for years.", "It", None),
    ("Residents wrote to Kent Police. They had complained for years.", "They", None),
    ("The council and the trust met. They agreed a plan.", "They", None),
    ("Peter Doyle criticised him.", "him", None),
    ("Kent Police officers accused Peter Doyle. They were arrested in May.", "They", None),
    ("The inspectors visited Barclays because their manager had asked them to.", "their", None),
]

NOUNS: list[Case] = [
    ("Kent Police was inspected in May. The force was rated inadequate.", "force", "Kent Police"),
    ("Leeds City Council was fined. The council will appeal.", "council", "Leeds City Council"),
    ("Ofwat fined Thames Water, a utility. The utility will appeal.", "utility", "Thames Water"),
    ("Ofcom, the communications regulator, opened an inquiry. The regulator gave no date.", "regulator", "Ofcom"),
    ("The Charity Commission opened an inquiry. The Commission gave no date.", "Commission", "Charity Commission"),
    ("Anglian Homes apologised. The landlord will pay.", "landlord", "Anglian Homes"),
    ("Essex Police met. The constabulary apologised.", "constabulary", "Essex Police"),
    ("The constabulary apologised.", "constabulary", "constabulary"),
    ("The Harbour Inspectorate and Acme Ltd met. Inspectors found rust.", "Inspectors", "Harbour Inspectorate"),
    ("The National Audit Office and the Ports Regulator met. Auditors said so.", "Auditors", "National Audit Office"),
    ("Acme Ltd was fined by the Ports Regulator. Auditors said so.", "Auditors", None),
    ("Ysgol Bro Wen is full. The school will grow.", "school", "Ysgol Bro Wen"),
    (
        "The Audit Committee met. Audit Malta was late. Acme Ltd accused the auditors of lying.",
        "auditors",
        "Audit Malta",
    ),
    ("The Harbour Inspectorate met Acme Ltd, which sent in inspectors.", "inspectors", None),
    ("The Harbour Inspectorate met Acme Ltd. Inspectors general said so.", "Inspectors", None),
    ("The army dismissed General Ivan Petrov.", "army", "army"),
    # what follows belongs to the verb, and tells nothing apart
    ("Ofgem fined Barclays. It accused the bank of misleading everyone.", "bank", "Barclays"),
    (
        "The Crown Prosecution Service was late. The judge, however, criticised the prosecution for the delay.",
        "prosecution",
        "Crown Prosecution Service",
    ),
    ("Inspectors went to Larch Hill Nursing Home. The home was dirty.", "home", "Larch Hill Nursing Home"),
    ("Ofgem went to Larch House. It runs two nursing homes. The home was dirty.", "home", "Larch House"),
    # someone whose age is told by the way
    ("Peter Doyle was tried for fraud. The 54-year-old denied it.", "old", "Peter Doyle"),
    ("Judge Mary Walsh jailed Peter Doyle. The 54-year-old wept.", "old", "Peter Doyle"),
    ("Judge Mary Walsh heard the case. The judge gave no reasons.", "judge", "Mary Walsh"),
    ("John Carter, 54, was jailed. The 54-year-old had denied fraud.", "old", "John Carter"),
    ("Justice Mary Walsh heard the case. The judge gave no reasons.", "judge", "Mary Walsh"),
    ("Leeds City Council was fined. The local authority will appeal.", "authority", "Leeds City Council"),
    ("Ofwat fined Thames Water. The supplier, Severn Pumps Ltd, was cleared.", "supplier", "Severn Pumps Ltd"),
    ("Ofwat fined Thames Water. The company Severn Pumps was cleared.", "company", "Severn Pumps"),
    ("Acme Ltd met the Care Tribunal. It was the tribunal that closed the home.", "tribunal", "Care Tribunal"),
    ('Kent Police was blamed. The force "ignored us", residents said.', "force", "Kent Police"),
    ("Mary Walsh is director of Fenland Rowing. Her association was fined.", "association", "Fenland Rowing"),
    ("Acme Ltd was fined. The board apologised.", "board", "Acme Ltd"),
    ("The Parole Board met Acme Ltd. The board apologised.", "board", "Parole Board"),
    ("Safe Sport Fiji warned Suva Sailing. The agency told the association to act.", "association", None),
    ("Suva Sailing was fined. The association apologised.", "association", "Suva Sailing"),
    ("Safe Sport Fiji told the association to act. Suva Sailing was late.", "association", None),
    (
        "The Crown Prosecution Service was late. Prosecutors dropped the case.",
        "Prosecutors",
        "Crown Prosecution Service",
    ),
]

OTHER_NOUNS: list[Case] = [
    ("Kent Police was inspected. A force in another county was not.", "force", None),
    ("Kent Police was inspected. The other force was not.", "force", None),
    ("Kent Police was inspected. The force of the law was felt.", "force", None),
    ("Leeds City Council was fined. These councils will appeal.", "councils", None),
    ("Acme Ltd was fined. The firm that built the bridge was not.", "firm", None),
    ("The Department of Health was praised. The government was not.", "government", "government"),
    ("John Carter, 54, was jailed. The 31-year-old was freed.", "old", None),
    ("Judge Mary Walsh jailed the 31-year-old.", "old", None),
    # someone named further on, or not soon enough
    ("The permanent secretary was told. Permanent Secretary Tom Reid agreed.", "secretary", "Tom Reid"),
    ("The minister was told. Health Minister Tom Reid met Roads Minister Ann Lee.", "minister", None),
    ("Kent Police met Larch House. It searched the home.", "home", None),
    ("Kent Police met Acme Ltd, which runs nursing homes. It searched the home.", "home", None),
    ("Acme Ltd was fined. The firm of builders was not.", "firm", None),
    ("Thames Water was fined. The minister told this newspaper that she was sorry.", "newspaper", None),
    ("Acme Ltd was fined. Ofcom praised the council, Ofsted and Ofwat.", "council", "council"),
    ("Mary Walsh is director of Acme Ltd. Her department was praised.", "department", None),
    ("The Medical Practitioners Council fined Acme Ltd. The county was glad.", "county", None),
    # another, told apart by its place
    ("Ofwat fined Severn Water, a utility. Tom Reid left to run the utility in Oslo.", "utility", None),
    (
        "Ofcom, the British regulator, met Acme Ltd. The Irish regulator, the Line Board (LB), agreed.",
        "regulator",
        "Line Board",
    ),
    # of several so called, the one whose text it is
    (
        "Canals Committee\n\nWe met in May. The Privileges Committee wrote to us. The Treasury was slow.\n\n"
        "The bridge is old. The Committee thanks Ann Lee.",
        "Committee",
        "Canals Committee",
    ),
    (
        "Canals Committee\n\nWe met in May. We heard the Privileges Committee. The Committee thanked Ann Lee.",
        "Committee",
        None,
    ),
    # who says "we" is hardly "it" besides
    (
        "Canals Committee\n\nWe met in May. The Committee met the Ports Bureau. We thank its staff.",
        "its",
        "Ports Bureau",
    ),
    # where someone works
    ("Larch Hospital was fined. Ann Boyd, a surgeon there, wept.", "there", "Larch Hospital"),
    ("Larch Hospital met Elm Hospital. Ann Boyd, a surgeon there, wept.", "there", None),
    ("Larch Hospital is in Leeds. Ann Boyd, a surgeon there, wept.", "there", None),
]

SPEAKERS: list[Case] = [
    ('"We accept the findings," Kent Police said.', "We", "Kent Police"),
    ('"I accept the findings," Mary Walsh said.', "I", "Mary Walsh"),
    ('"I accept the findings," somebody said. Mary Walsh was there.', "I", None),
    ('"He has failed," Mr Carter said of Peter Doyle.', "He", None),
    ("HOUSE OF COMMONS\n\nMr John Carter (Roads Minister): The bridge fell in May.\n\nI am sorry.", "I", "John Carter"),
    ("Ann Lee: The bridge fell.\n\nI apologise.", "I", None),
    # someone nameless, whom a sentence is made to present
    ("Mr Tom Reid met Ofgem. The subject of the case is a smuggler. He was jailed.", "He", None),
    ("Mr Tom Reid is a smuggler. He was jailed.", "He", "Tom Reid"),
    # lines that end within a sentence
    (
        "Ports\n\nMr Tom Reid met Ofgem in the town hall. The other guest that night was a smuggler\n\n"
        "from Hull. He was jailed.",
        "He",
        None,
    ),
    # someone whose name is kept back
    ("The Ombudsman wrote. Mrs X complained that her son was left out.", "her", None),
    # those whom someone was told of, not who was told
    ("The Treasury told Barclays of clerks who were left at risk.", "who", None),
    # the noun of a post before its adjective
    ("Auditor General Ann Lee reported. The Treasury thanked the auditor.", "auditor", "Ann Lee"),
    # who only wants another not to choose
    ("Anna Boyd wants to keep Ofgem from choosing the inspector. The inspector left.", "inspector", None),
    # lawmakers, of whom a text names one, are no committee
    ("Senator Anna Boyd wrote to the Senate Finance Committee. The senators want an audit.", "senators", None),
    (
        "The Treasury met the Senate Finance Committee. The senators want an audit.",
        "senators",
        "Senate Finance Committee",
    ),
    ("Auditor-General Tom Reid reported. The Attorney-General wept.", "General", "Attorney-General"),
    # those who run the body that an audit is of
    (
        "Kent Ferries plc runs nine boats. Kent Ferries plc sold one to Barclays. Management agreed to mend it.",
        "Management",
        "Kent Ferries plc",
    ),
    ("Kent Ferries plc met Barclays. Management agreed to mend it.", "Management", None),
    ("Kent Ferries plc runs nine boats. Poor management sank one.", "management", None),
    ("Kent Ferries plc runs nine boats. Management of boats is hard.", "Management", None),
    ("Dear Ms Lee,\n\nAcme Ltd wrote to you in May.\n\nYours sincerely,\n\nJohn Carter", "you", "Lee"),
    (
        "Ann Lee\nMinister for Ports and Canals\n\nDear Minister,\n\nI wrote to you in May.\n\n"
        "Yours sincerely,\n\nJohn Carter",
        "you",
        "Ann Lee",
    ),
    (
        "To: Ann Lee, Chair, Canals Committee\n\nDear Ann,\n\nYou recommended a sale.\n\n"
        "Yours sincerely,\n\nJohn Carter",
        "You",
        "Canals Committee",
    ),
    (
        "To: Ann Lee, Chair, Canals Committee\n\nDear Ann,\n\nYou were kind to my staff.\n\n"
        "Yours sincerely,\n\nJohn Carter",
        "You",
        "Ann Lee",
    ),
    ("Ann Lee\nDirector, Acme Ltd\n\nDear Ms Lee,\n\nWe met your staff.\n\nYours sincerely", "your", "Acme Ltd"),
    ("Ann Lee wrote to Acme Ltd. Tell us what you think.", "you", None),
]


@pytest.mark.parametrize(("text", "word", "name"), [*SUBJECTS, *PEOPLE, *LEFT_OPEN, *NOUNS, *OTHER_NOUNS, *SPEAKERS])
def test_a_word_means_whom_a_reader_takes_it_to_mean(nlp: Language, text: str, word: str, name: str | None) -> None:
    assert meant(read(nlp, text), word) == name


def test_a_text_four_times_as_long_is_resolved_alike(nlp: Language) -> None:
    text = "\n\n".join(f"{text} {other}" for text, _, _ in SUBJECTS for other, _, _ in NOUNS)
    short, long = read(nlp, text), read(nlp, "\n\n".join([text] * 4))
    resolved = [sum(e - s == 1 for t in cast.things for s, e in t.spans) for cast in (short, long)]
    assert resolved[1] >= 3 * resolved[0]
    assert all(t.spans == sorted(t.spans) for t in long.things)
