"""Who says what: quotations, reported clauses, headlines, and the voice a text is written in."""

import pytest
from spacy.language import Language

from kg.coref import Cast, make_coref
from kg.ner import annotate
from kg.types import Document

SPEAKERS = [
    ('"The Home Office has betrayed us," said Anna Boyd.', "betrayed", "Anna Boyd"),
    ('Anna Boyd said: "The Home Office has betrayed us all."', "betrayed", "Anna Boyd"),
    ('"We were lied to," said Anna Boyd. "They have betrayed every one of us."', "betrayed", "Anna Boyd"),
    ('Anna Boyd was blunt. "They have betrayed every one of us."', "betrayed", "Anna Boyd"),
    ('"We were lied to," Anna Boyd said.\n\n"They have betrayed every one of us."', "betrayed", "Anna Boyd"),
    ('"They have betrayed every one of us."\n\n- Anna Boyd, resident', "betrayed", "Anna Boyd"),
    ("Anna Boyd said that the Home Office had betrayed them.", "betrayed", "Anna Boyd"),
    ("The Home Office betrayed them, Anna Boyd told the inquiry.", "betrayed", "Anna Boyd"),
    ("According to Anna Boyd, the Home Office betrayed them.", "betrayed", "Anna Boyd"),
    ("In Anna Boyd's view, the Home Office betrayed them.", "betrayed", "Anna Boyd"),
    ("Anna Boyd's view is that the Home Office betrayed them.", "betrayed", "Anna Boyd"),
    ("Anna Boyd, chair of the panel, said:\n\nWe know that they betrayed every one of us.", "betrayed", "Anna Boyd"),
    (
        "Anna Boyd (Leeds North)\n\nI think they betrayed us.\n\nTom Reid (Hull East)\n\nI do not agree with her.",
        "betrayed",
        "Anna Boyd",
    ),
    ("Home Office: prisons betrayed the public", "betrayed", "Home Office"),
    ("Prisons have betrayed the public - Home Office", "betrayed", "Home Office"),
]

OPEN = [  # pronouns that coreference has left open: who spoke before, or whom the sentence before is about
    ('Maria Santos met Anna Boyd. Anna Boyd was having none of it. "They betrayed us all," she said.', "Anna Boyd"),
    ('"We are done," said Anna Boyd in Leeds. "They betrayed every one of us," she told Maria Santos.', "Anna Boyd"),
    ('John Smith was having none of it. "They betrayed us all," she said.', None),
]

DATED = (
    "LEEDS, Yorks. (May 4) - Anna Boyd, chair of the panel, released the following statement after the vote:\n\n"
    '"They have betrayed every one of us and I will not forget it."'
)

NOBODY = [
    ("The Home Office betrayed Anna Boyd.", "betrayed"),
    ('Anna Boyd met the "betrayed" families.', "betrayed"),
    ("Anna Boyd has no paper to show why they betrayed her.", "betrayed"),
]

VOICES = [
    ("OPINION\n\nAnna Boyd\n\nI have seen enough. I am tired. I want my money back from Thames Water.", "Anna Boyd"),
    ("Dear Minister,\n\nI write as I am worried. I was promised help.\n\nYours sincerely,\n\nAnna Boyd", "Anna Boyd"),
    ("Charity Commission\n\nWe opened a case. We found that our rules were broken.", "Charity Commission"),
    (
        "The bridge nobody mends\n\nAnna Boyd\n\nI have lived under this bridge for ten years, I have fished from it, "
        "and I have written forty letters about it to Thames Water. We who live here know that we are on our own.",
        "Anna Boyd",
    ),
    (
        "Foreword\n\nWe sat for nine weeks. I heard all of them. I thank them and I owe them my sleep.\n\n"
        "Judge Anna Boyd\nChair",
        "Anna Boyd",
    ),
    (
        "Fire on the ferry\n\nWe looked into the fire. Our engineers found no pump that worked.\n\n"
        "Anna Boyd\nChair, Marine Safety Board",
        "Marine Safety Board",
    ),
    (
        "Statement by Anna Boyd\n\nI came here to be plain. I read the file and I have no excuse for Thames Water.",
        "Anna Boyd",
    ),
    (
        "Larch House\n\nLarch House is a care home for 30 people. We carried out this inspection in May. We told "
        "Larch House to mend the lift.\n\nRegistered by: Care Quality Commission",
        "Care Quality Commission",
    ),
    (
        "Ports Committee, Third Report\n\nWe took evidence from the Charity Commission. The Charity Commission told us "
        "that it had no money.",
        "Ports Committee",
    ),
    # what says whose report it is, though nobody says "we" in it
    (
        "Thornton Borough Council\n\nOfsted produces this report under the act of 1996. Services are poor.",
        "Ofsted",
    ),
    ("Select Committee on Ferries: Final Report\n\nChapter 2\n\nThe pier was old.", "Select Committee on Ferries"),
    ("Leeds Ambulance Service: Inspection Report\n\nChapter 2\n\nThe garage was old.", None),
    # a body that speaks once, to call for something
    (
        "Fair Housing Commission\n\nTenants waited. We call upon the Treasury to pay for the roofs.",
        "Fair Housing Commission",
    ),
    ("Larch House\n\nTenants waited. We recommend that Larch House mend the lift.", None),
    # an office of whose holder nothing is told
    (
        "Kent County Council\n\nThe Ombudsman's decision\n\nWe find the Council at fault. We recommend the Council "
        "pay.",
        "Ombudsman",
    ),
    # who audits, where "we recommended"
    (
        "Findings on the Kent Ferry\n\nThe Commission on Audit audited the Kent Ferry Board. Boats were late.\n\n"
        "We recommended that the Kent Ferry Board buy two.",
        "Commission on Audit",
    ),
    (
        "Findings on the Kent Ferry\n\nThe case was sent on to the Commission on Audit. Boats were late.\n\n"
        "We recommended that the Kent Ferry Board buy two.",
        None,
    ),
    # a sentence that speaks of a statement is none
    ("The Charity Commission named Larch House Trust in a media statement on Monday.", None),
    # the headings of items are nobody's signature
    (
        "Audit of the Port Agency\n\nE. Staff\n\nThere are nine.\n\nF. Notices\n\nOne was given. We were told late.",
        None,
    ),
    ("Charity Commission: trust must close\n\nThe case came to us in May. We opened it at once.", "Charity Commission"),
    (
        "As it happened\n\n10:15 The Charity Commission tells us it is ready.\n\n11:02 We are off. The Charity "
        "Commission is late.\n\n12:40 That is our day done.",
        None,
    ),
    # who gives out a release or a statement speaks of itself first, as doing something
    (
        "PRESS RELEASE\n\nLeeds, 4 May 2022\n\nMarsh Watch, the bird charity, is today lodging a complaint about Acme "
        "Ltd. We saw nine drains. Our members counted them.",
        "Marsh Watch",
    ),
    (
        "STATEMENT\n\nMuch has been said of our pumps. The Board of Canals wishes to put on record what it knows. "
        "We checked them.",
        "Board of Canals",
    ),
    (
        "PRESS RELEASE\n\nLeeds, 4 May 2022\n\nAcme Ltd wants to drain the marsh. We say no. Our members walk there.",
        None,
    ),
    ("PRESS RELEASE\n\nAcme Ltd has failed the marsh. We say no. Our members walk there.", None),
    ("PRESS RELEASE\n\nThe Canals Tribunal has fined Acme Ltd. We brought the case. Our staff are glad.", None),
    (
        "PRESS RELEASE\n\nLeeds, 4 May 2022\n\nThe Canals Tribunal has fined Acme Ltd in a case brought by the Water "
        "Office.\n\nWe brought the case in May.\n\nOur staff are glad.\n\nThe fine is high.\n\nIt is due in June."
        "\n\nNotes\n\nThe Water Office enforces the Water Act.",
        "Water Office",
    ),
    # the name, and the post under it, at the head of a speech
    (
        "Opening remarks to the Canals Committee\n\nAnna Boyd, CPA, CA\nAuditor General\n\nMr Chair, I am glad to "
        "be here, and I thank you and those who wrote to me about it. I have seven audits. We found leaks. Our audit "
        "of Thames Water is one.",
        "Anna Boyd",
    ),
    # the auditor signs, but it is the office that says "we"
    (
        "NATIONAL AUDIT OFFICE\n\nSummary\n\nPumps were bought twice. Thames Water told us why. We thank it.\n\n"
        "Anna Boyd\nAUDITOR GENERAL",
        "NATIONAL AUDIT OFFICE",
    ),
    # whom a letter is to
    (
        "4 May 2022\n\nTom Reid, Chief Executive, Leeds City Council\nAnna Boyd, Chair, Leeds Safety Board\n\n"
        "Dear partners\n\nWe looked at care in Leeds. Our findings follow.",
        None,
    ),
    # whoever's name heads a text alone wrote it; of several who speak nobody did
    (
        "The Ferry Report\n\nAnna Boyd (Chair)\n\nIntroduction\n\nI sat for nine weeks. I heard them all. I thank "
        "them and I owe them my sleep.",
        "Anna Boyd",
    ),
    (
        "Questions\n\nAnna Boyd (Leeds North)\n\nI ask why I was not told.\n\nTom Reid (Hull East)\n\nI was ill. I "
        "had no letter.",
        None,
    ),
    # a watchdog by what it is said to have done, where its name alone does not tell
    (
        "Inspection report: Elm House\n\nElm House is a home in Leeds. The Care Standards Board inspected the home in "
        "May.\n\nSince our last inspection it has got worse. We have told the owner so. We will return.",
        "Care Standards Board",
    ),
    ("Anna Boyd left Thames Water in May. It declined to comment.", None),
    ('"We failed. We know that we did," said Anna Boyd of Thames Water.', None),
]


def _cast(nlp: Language, text: str) -> Cast:
    document = Document(id="text", text=text, source="text.txt", sha256="")
    [(_, doc)] = annotate(nlp, [document])
    cast: Cast = make_coref(nlp, "kg_coref")(doc)._.kg_cast
    return cast


def _speaker(nlp: Language, text: str, word: str) -> str | None:
    cast = _cast(nlp, text)
    at = next(token.i for token in cast.doc if token.text == word)
    speech = cast.speech_at(at)
    thing = cast.at.get(speech.speaker) if speech else None
    return thing.name.removeprefix("The ") if thing else None


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_a_word_has_the_speaker_who_answers_for_it(nlp: Language, text: str, word: str, speaker: str) -> None:
    assert _speaker(nlp, text, word) == speaker


@pytest.mark.model
@pytest.mark.parametrize(("text", "word"), NOBODY)
def test_what_the_writer_says_has_no_speaker(nlp: Language, text: str, word: str) -> None:
    assert _speaker(nlp, text, word) is None


@pytest.mark.model
@pytest.mark.parametrize(("text", "voice"), VOICES)
def test_the_voice_of_a_text_is_its_writer_or_the_body_that_says_we(
    nlp: Language, text: str, voice: str | None
) -> None:
    thing = _cast(nlp, text).voice
    assert (thing.name if thing else None) == voice


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Committee on Ferries: Third Report\n\nYour Committee met in May.", "Committee on Ferries"),
        ("Committee on Ferries: Third Report\n\nThe pier is late. Ask your committee why.", None),
    ],
)
def test_a_committee_is_the_house_s_own(nlp: Language, text: str, meant: str | None) -> None:
    cast = _cast(nlp, text)
    thing = cast.at.get(next(t.head.i for t in cast.doc if t.lower_ == "your"))
    assert (thing.name if thing else None) == meant


@pytest.mark.model
@pytest.mark.parametrize(("text", "speaker"), OPEN)
def test_an_open_pronoun_is_who_spoke_before(nlp: Language, text: str, speaker: str | None) -> None:
    [(_, doc)] = annotate(nlp, [Document(id="text", text=text, source="text.txt", sha256="")])
    reader = make_coref(nlp, "kg_coref")
    reader.resolver.run = lambda _: None
    cast = reader.read(doc)
    at = next(token.i for token in doc if token.text == "betrayed")
    said = cast.speech_at(at)
    thing = cast.at.get(said.speaker) if said else None
    assert (thing.name if thing else None) == speaker


@pytest.mark.model
def test_the_place_a_release_is_sent_from_says_nothing(nlp: Language) -> None:
    assert _speaker(nlp, DATED, "betrayed") == "Anna Boyd"
