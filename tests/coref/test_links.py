"""Links that the place of a word, what stands before it or how the text goes on decides; and near misses."""

import pytest
from spacy.language import Language

from tests.coref.reading import meant, read

pytestmark = pytest.mark.model

Case = tuple[str, str, str | None]  # a text, its last word of these letters, whom that word means

RELATIVES: list[Case] = [
    ("Olga Brandt of the Greens, who wants an inquiry, praised Ofcom.", "who", "Olga Brandt"),
    ("He thanked Leeds City Council, who want an inquiry.", "who", "Leeds City Council"),
    ("They are members of Leeds City Council, which has apologised.", "which", "Leeds City Council"),
    ("They praised members of Leeds City Council that have apologised.", "that", None),
]

PLACES: list[Case] = [
    ("Nurses wrote to the Nursing Council asking that it strike off Paul Dent.", "it", "Nursing Council"),
    ("The High Court rebuked Barclays for the delay and ordered its chairman to explain.", "its", "Barclays"),
    ("The High Court rebuked Barclays, and praised its own registrar.", "its", "High Court"),
    ("Ofwat is new. It is a regulator of water.", "It", "Ofwat"),
    ("An engineer named Paula Reyes wrote to Mr Tom Birch in May. She was blunt.", "She", "Paula Reyes"),
    ("Chairman Wilma Horn met Mr Peter Doyle. She spoke.", "She", "Wilma Horn"),
]

DESCRIPTIONS: list[Case] = [
    ("The Dairy Agency fined Ofwat. Ofwat appealed. The agency won.", "agency", "Dairy Agency"),
    (
        "The Department of Fisheries replied. The Office of Prisons met. The Office asked the Department why.",
        "Department",
        "Department of Fisheries",
    ),
    ("Kirkby Steel's mine was shut in May. The mine will reopen.", "mine", "Kirkby Steel"),
    ("The quarry is run by Kirkby Stone. The quarry was fined.", "quarry", "Kirkby Stone"),
    ("The quarry is near Kirkby Stone. The quarry was fined.", "quarry", None),
    ("The Mid Coast Health District met. Nurses say the district knew.", "district", "Mid Coast Health District"),
    ("Sheriff Dale Horn spoke. Residents asked the sheriff to resign.", "sheriff", "Dale Horn"),
    ("Sheriff Dale Horn spoke. Residents asked the sheriff's office for help.", "office", "sheriff's office"),
    ("An independent panel blamed the Sports Committee. The panel met in May.", "panel", "independent panel"),
    ("Sweden's cycling federation was fined. The Danish federation was not.", "federation", None),
    ("The Supreme Court struck down the law. The bench was divided.", "bench", "Supreme Court"),
    ('Rita Sousa was angrier. "It is a disgrace," said the man.', "man", None),
    ('Rita Sousa was angrier. "It is a disgrace," said the hotelier.', "hotelier", "Rita Sousa"),
    ('Rita Sousa wrote to Barclays. "It is a disgrace," said the hotelier.', "hotelier", None),
    ('Rita Sousa was angrier. "It is a disgrace," said the prosecutor.', "prosecutor", None),
]

TOPIC = (
    "What is the Harbour Authority?\n\nThe Harbour Authority was set up in May. The Harbour Authority has 40 staff."
    "\n\nSo what does it do?\n\nIt trains pilots. The Harbour Authority also fines owners."
)
TIMELINE = (
    "2 May 2019\n\nThe board suspends Peter Doyle.\n\n6 May 2019\n\nShares fall. Trading stops."
    "\n\n9 May 2019\n\nHis trial opens."
)


@pytest.mark.parametrize(("text", "word", "whom"), [*RELATIVES, *PLACES, *DESCRIPTIONS])
def test_a_word_means(nlp: Language, text: str, word: str, whom: str | None) -> None:
    assert meant(read(nlp, text), word) == whom


def test_questions_of_an_explainer_ask_of_its_subject(nlp: Language) -> None:
    assert meant(read(nlp, TOPIC), "it") == "Harbour Authority"
    assert meant(read(nlp, TOPIC), "It") == "Harbour Authority"


def test_dated_entries_do_not_part_a_person_from_the_pronoun(nlp: Language) -> None:
    assert meant(read(nlp, TIMELINE), "His") == "Peter Doyle"
