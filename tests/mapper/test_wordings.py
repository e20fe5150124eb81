"""Judgements and calls that stand in papers, in claims, in how things stand at a body; and what is none."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

SAID = frozenset({OV.criticises, OV.praises, OV.callsOn, OV.sanctions, OV.appoints, OV.removes, OV.refersTo})

PAPERS = [
    (
        "The Dairy Board released a statement condemning Alba Foods.",
        {"Dairy Board criticises Alba Foods"},
    ),
    ("The Dairy Board issued an order requiring Alba Foods to recall it.", {"Dairy Board callsOn Alba Foods"}),
    ("A resolution passed by the Dairy Board urged Alba Foods to close.", {"Dairy Board callsOn Alba Foods"}),
    ("Anna Boyd wrote an article attacking Peter Marsh.", {"Anna Boyd criticises Peter Marsh"}),
    ("Anna Boyd rejected a motion condemning Peter Marsh.", set()),
]
CLAIMED = [
    (
        "Allegations by Anna Boyd that Peter Marsh lied to voters were read out.",
        {"Anna Boyd criticises Peter Marsh"},
    ),
    ("Anna Boyd joined calls for Peter Marsh to resign.", {"Anna Boyd callsOn Peter Marsh"}),
    (
        "The Dairy Board found evidence that Alba Foods had misled shops.",
        {"Dairy Board criticises Alba Foods"},
    ),
    ("The Dairy Board found no evidence that Alba Foods had misled shops.", set()),
]
SCENES = [
    ("The Dairy Board was scathing about a lack of leadership at Alba Foods.", {"Dairy Board criticises Alba Foods"}),
    ("The Dairy Board condemned poor hygiene at Alba Foods.", {"Dairy Board criticises Alba Foods"}),
    ("The Dairy Board said things had gone badly wrong at Alba Foods.", {"Dairy Board criticises Alba Foods"}),
    ("The Dairy Board said there was room for improvement at Alba Foods.", {"Dairy Board criticises Alba Foods"}),
    ("The Dairy Board condemned the bombing at Alba Foods.", set()),
    ("The Dairy Board criticised Anna Boyd over failings at Alba Foods.", {"Dairy Board criticises Anna Boyd"}),
]
MORE = [
    ("The Dairy Board said Alba Foods could have done more.", {"Dairy Board criticises Alba Foods"}),
    ("The Dairy Board branded Alba Foods a disgrace.", {"Dairy Board criticises Alba Foods"}),
    ("Alba Foods was branded a disgrace by the Dairy Board.", {"Dairy Board criticises Alba Foods"}),
    ("Peter Marsh did not, the Dairy Board found, take any bribes.", set()),
    ("Anna Boyd questioned the motives of Peter Marsh.", {"Anna Boyd criticises Peter Marsh"}),
    ("Anna Boyd questioned the lawyer of Peter Marsh.", set()),
    ("The Dairy Board gave Alba Foods 30 days to reply.", {"Dairy Board callsOn Alba Foods"}),
    ("The Dairy Board gave Alba Foods 30 days of grace.", set()),
    ("Alba Foods notified the Dairy Inspectorate of the leak.", {"Alba Foods refersTo Dairy Inspectorate"}),
    ("The Dairy Board put pressure on Alba Foods to act.", {"Dairy Board callsOn Alba Foods"}),
    ("A fine imposed on Alba Foods by the Dairy Board was upheld.", {"Dairy Board sanctions Alba Foods"}),
]

PARTED = [
    ("The Dairy Board on Tuesday fined Alba Foods 14 million euros.", {"Dairy Board sanctions Alba Foods"}),
    ("The Dairy Board on Tuesday fined Alba Foods 14 million crowns.", {"Dairy Board sanctions Alba Foods"}),
    (
        "Anna Boyd said Peter Marsh had been asleep at the wheel and demanded that he appear before it.",
        {"Anna Boyd criticises Peter Marsh", "Anna Boyd callsOn Peter Marsh"},
    ),
    (
        "The Dairy Board recommends that Alba Foods apologise to farmers and that Orla Farms remove its signs.",
        {"Dairy Board callsOn Alba Foods", "Dairy Board callsOn Orla Farms"},
    ),
    (
        "The Dairy Board said that Peter Marsh had raised concerns but was ignored by Alba Foods.",
        {"Dairy Board criticises Alba Foods"},
    ),
    ("Peter Marsh has taken Alba Foods to court for unfair dismissal.", set()),
]
FELT = [
    ("The Dairy Board is surprised that Alba Foods has no plan.", {"Dairy Board criticises Alba Foods"}),
    ("The Dairy Board is surprised that Alba Foods has moved.", set()),
    ("The Dairy Board took the view that Alba Foods had misled shops.", {"Dairy Board criticises Alba Foods"}),
    ('"Shame on Alba Foods," said Anna Boyd.', {"Anna Boyd criticises Alba Foods"}),
    ("Anna Boyd singled out Peter Marsh for his courage.", {"Anna Boyd praises Peter Marsh"}),
    ("Anna Boyd singled out Peter Marsh for the delays.", {"Anna Boyd criticises Peter Marsh"}),
]
TOLD = [
    (
        "Anna Boyd was concerned that Alba Foods had been told by the Dairy Board "
        "in its last inspection to improve how it works.",
        {"Dairy Board callsOn Alba Foods"},
    ),
]
LETTER = "Dear Mr Marsh,\n\n{}\n\nYours sincerely,\n\nAnna Boyd\nChair, Dairy Standards Board\n"
OPED = "Opinion\n\nBy Anna Boyd\n\nI have read the file. Peter Marsh took his complaint to four offices. I wept."


@pytest.mark.model
@pytest.mark.parametrize(
    "line",
    [
        "We at the Dairy Standards Board have shared our concerns with Alba Foods.",
        "I should like to thank you for the help that you gave the Dairy Standards Board.",
    ],
)
def test_who_is_told_of_a_concern_and_who_writes_are_neither_reproached_nor_called_on(nlp: Language, line: str) -> None:
    assert not {one for one in claims(nlp, LETTER.format(line), SAID) if "praises" not in one}


@pytest.mark.model
def test_who_voices_a_complaint_is_not_reproached_with_it(nlp: Language) -> None:
    assert not {one for one in claims(nlp, OPED, SAID) if "criticises Peter Marsh" in one}


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*PAPERS, *CLAIMED, *SCENES, *MORE, *PARTED, *FELT, *TOLD])
def test_what_is_said_is_laid_to_whoever_says_it(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected
