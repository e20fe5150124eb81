"""Minutes: who sat where, and whose the posts are that are named without a body."""

import pytest
from spacy.language import Language

from tests.mapper.reading import ties

MINUTES = """NORTHMOOR WATER BOARD

Minutes of the meeting held in the Guildhall on 4 March 2021

Present: Ms Edith Vane (Chair), Mr Tom Reid, Cllr Anna Boyd (Fenwick Council)
In attendance: Raj Singh, Finance Director
Apologies: Liam Marsh

1. Leaks
The Chair thanked the Finance Director.
"""


@pytest.mark.model
def test_those_present_belong_to_the_body_that_meets(nlp: Language) -> None:
    found = ties(nlp, MINUTES)
    assert {
        "Edith Vane leads NORTHMOOR WATER BOARD",
        "Tom Reid memberOf NORTHMOOR WATER BOARD",
        "Raj Singh memberOf NORTHMOOR WATER BOARD",
        "Liam Marsh memberOf NORTHMOOR WATER BOARD",
    } <= found


@pytest.mark.model
def test_a_news_story_has_no_such_list(nlp: Language) -> None:
    text = "Fenwick Council met on Monday.\n\nPresent: the mood was grim. Tom Reid spoke for an hour."
    assert "Tom Reid memberOf Fenwick Council" not in ties(nlp, text)


@pytest.mark.model
def test_the_chair_is_not_the_vice_chair(nlp: Language) -> None:
    text = (
        "Minutes of the meeting of Fenwick Parish Council held on 2 June\n\n"
        "Present: Ms Edith Vane (Chair), Mr Tom Reid (Vice-Chair)\n\n1. The Chair thanked Northmoor Water Board for its help.\n"
    )
    found = ties(nlp, text)
    assert "Edith Vane praises Northmoor Water Board" in found
    assert "Tom Reid praises Northmoor Water Board" not in found
