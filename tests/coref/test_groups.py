"""Whom plural descriptions and pronouns mean together, and what they must not."""

import pytest
from spacy.language import Language

from tests.coref.reading import read

pytestmark = pytest.mark.model

TOGETHER = [
    ("Anna Boyd and Clara Finch ran the ward. Both women were struck off.", "women", ["Anna Boyd", "Clara Finch"]),
    (
        "Leeds City Council and Kent Police were fined. The two bodies appealed.",
        "bodies",
        ["Leeds City Council", "Kent Police"],
    ),
    (
        "Leeds City Council and Kent Police were fined. Both have appealed.",
        "Both",
        ["Leeds City Council", "Kent Police"],
    ),
    ("Barclays and Ofgem met councils. They were fined.", "They", ["Barclays", "Ofgem"]),
    ("Barclays and Ofgem lost. Both appealed. They deny fault.", "They", ["Barclays", "Ofgem"]),
    (
        "The Rail Agency spoke to the Port Agency. Two agencies met. We fined the two agencies.",
        "agencies",
        ["Rail Agency", "Port Agency"],
    ),
    (
        "Senators Anna Boyd and Mark Finch wrote. The senators asked for an audit.",
        "senators",
        ["Anna Boyd", "Mark Finch"],
    ),
    (
        "Senator Anna Boyd and Representative Mark Finch wrote to the Rail Agency. The lawmakers want an audit.",
        "lawmakers",
        ["Anna Boyd", "Mark Finch"],
    ),
    (
        "Congressman Mark Finch and Congresswoman Clara Hale wrote to Ofgem. The Members asked for an audit.",
        "Members",
        ["Mark Finch", "Clara Hale"],
    ),
    (
        "Sens. Anna Boyd and Mark Finch wrote to the Rail Agency. "
        '"We are alarmed that the Rail Agency kept no log," the senators wrote. '
        '"The agency must answer, and the agency\'s records must be opened," they added. They want an audit.',
        "They",
        ["Anna Boyd", "Mark Finch"],
    ),
    (
        "Chairperson Anna Boyd and Chairperson Mark Finch met Ofgem. Both Chairpersons want an audit.",
        "Chairpersons",
        ["Anna Boyd", "Mark Finch"],
    ),
    ("The Rail Agency is not below the Port Agency. Both answer to Ofgem.", "Both", ["Rail Agency", "Port Agency"]),
    ("Anna Boyd blamed Clara Finch. Mary Walsh must charge both women.", "women", ["Anna Boyd", "Clara Finch"]),
    ("Peter Doyle met Mary Walsh. Both officers were suspended.", "officers", ["Peter Doyle", "Mary Walsh"]),
]

APART = [
    ("Leeds City Council was fined for both delays and noise.", "both"),
    ("Anna Boyd and Mark Finch wrote to save the men.", "men"),
    ("Leeds City Council and Kent Council lost. The two firms complained.", "firms"),
    ("Leeds City Council and Kent Police were fined. The two bodies that appealed were not.", "bodies"),
    ("Leeds City Council, Kent Police and Ofgem met. The two bodies complained.", "bodies"),
    ("Ofgem and Kent Police met. The firms complained.", "firms"),
    ("Anna Boyd of Ofgem blamed Clara Finch. Both protest.", "Both"),
    ("The nurse blamed Kent Police and asked Ofgem for help. Both protest.", "Both"),
    ("The nurses Anna Boyd and Mark Finch wrote to Ofgem. The lawmakers want an audit.", "lawmakers"),
]


def together(nlp: Language, text: str, word: str) -> list[str]:
    cast = read(nlp, text)
    token = [t for t in cast.doc if t.text == word][-1]
    return [thing.name for thing in cast.together.get(token.i, ())]


@pytest.mark.parametrize(("text", "word", "names"), TOGETHER)
def test_several_named_before_are_taken_up_together(nlp: Language, text: str, word: str, names: list[str]) -> None:
    assert together(nlp, text, word) == names


@pytest.mark.parametrize(("text", "word"), APART)
def test_a_plural_that_rather_means_others_is_left_open(nlp: Language, text: str, word: str) -> None:
    assert not together(nlp, text, word)
