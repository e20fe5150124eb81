"""Who makes, shows and prints films and books, and whom they are about."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

MADE = frozenset({OV.authors, OV.publishes, OV.concerns, OV.criticises})

CASES = [
    (
        "A documentary by Ida Strand and Lars Moberg exposed abuse at Elmet Hospital.",
        {
            "Ida Strand authors Ida Strand documentary on Elmet Hospital",
            "Lars Moberg authors Ida Strand documentary on Elmet Hospital",
            "Ida Strand documentary on Elmet Hospital concerns Elmet Hospital",
            "Ida Strand criticises Elmet Hospital",
            "Lars Moberg criticises Elmet Hospital",
        },
    ),
    (
        "Don't ever look back is a film by Ida Strand about neglect at Elmet Hospital.",
        {
            "Ida Strand authors Don't ever look back",
            "Don't ever look back concerns Elmet Hospital",
        },
    ),
    (
        "A film shown on NRT in May was about Elmet Hospital.",
        {"NRT publishes NRT film on Elmet Hospital", "NRT film on Elmet Hospital concerns Elmet Hospital"},
    ),
    (
        "The hospital sued Ida Strand, the director of the documentary Silent Wards.",
        {"Ida Strand authors Silent Wards"},
    ),
    (
        "Ida Strand and Lars Moberg's report on Elmet Hospital is out.",
        {
            "Ida Strand authors Ida Strand report on Elmet Hospital",
            "Lars Moberg authors Ida Strand report on Elmet Hospital",
            "Ida Strand report on Elmet Hospital concerns Elmet Hospital",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whose_a_work_is_and_whom_it_is_about(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, MADE) == expected


OFFICIAL = [
    (
        "In its verdict, the Care Inspectorate rated Elm House inadequate.",
        "Care Inspectorate publishes Care Inspectorate verdict on Elm House",
    ),
    (
        "In a damning verdict, the Care Inspectorate said Elm House had put lives at risk.",
        "Care Inspectorate publishes Care Inspectorate verdict on Elm House",
    ),
    (
        "The Rail Inspectorate's letter said that Polrail Ltd had ignored its warnings.",
        "Rail Inspectorate publishes Rail Inspectorate letter on Polrail Ltd",
    ),
    (
        "The Seafarers' Union's submission accuses Kestrel Lines Ltd of putting lives at risk.",
        "Seafarers' Union publishes Seafarers' Union submission on Kestrel Lines Ltd",
    ),
]


@pytest.mark.parametrize(("text", "right"), OFFICIAL)
def test_a_watchdogs_verdict_or_letter_is_a_report(nlp: Language, text: str, right: str) -> None:
    assert right in claims(nlp, text, MADE)


@pytest.mark.parametrize(
    "text",
    [
        "The Care Inspectorate's letter invited Elm House to a meeting.",
        "The Care Inspectorate sent Elm House a letter of thanks.",
        "The court's verdict on Iain Corran will be given in May.",
        "A letter from Elm House said that Polrail Ltd was late.",
        "The Care Inspectorate held a briefing on Elm House for reporters.",
        "Open letter on deaths at Elm House",
    ],
)
def test_other_letters_and_verdicts_are_none(nlp: Language, text: str) -> None:
    assert claims(nlp, text, frozenset({OV.authors, OV.publishes, OV.concerns})) == set()


def test_a_paper_by_people_is_about_whom_it_examines_and_no_inspection(nlp: Language) -> None:
    text = "A working paper by economists Lars Holm and Ida Beck examines the Danish Tax Agency."
    found = claims(nlp, text, frozenset({OV.inspects, OV.authors, OV.concerns}))
    assert not any(" inspects " in claim for claim in found)
    assert any(claim.endswith("concerns Danish Tax Agency") for claim in found)


def test_the_channel_of_a_film_stands_with_the_second_of_two_verbs(nlp: Language) -> None:
    text = "The documentary was made by Ida Strand and shown on Channel Nine on Tuesday."
    assert "Channel Nine publishes Ida Strand documentary" in claims(nlp, text, MADE)
