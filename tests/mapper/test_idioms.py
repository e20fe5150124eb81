"""Turns of phrase that say a relation without its usual verb; and their likes that say none."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

SAID = frozenset(
    {OV.criticises, OV.praises, OV.sanctions, OV.oversees, OV.commissions, OV.succeeds, OV.appoints, OV.removes}
)

VERDICTS = [
    ("The Home Office drew praise from Helen Cole.", {"Helen Cole praises Home Office"}),
    ("The Home Office came in for sharp words from Helen Cole.", {"Helen Cole criticises Home Office"}),
    ("The Home Office is under fire from Helen Cole.", {"Helen Cole criticises Home Office"}),
    ("Helen Cole is disappointed that the Home Office raised no concern.", {"Helen Cole criticises Home Office"}),
    ("The Home Office earned a rebuke from the Treasury.", {"Treasury criticises Home Office"}),
    ("Hackney Council passed a motion of no confidence in Peter Marsh.", {"Hackney Council criticises Peter Marsh"}),
    ("The Press Council upheld a complaint against the Daily Mail.", {"Press Council criticises Daily Mail"}),
    ("A complaint against the Daily Mail was upheld by the Press Council.", {"Press Council criticises Daily Mail"}),
    (
        "The Press Council upheld Mrs Boyd's complaint about the Daily Mail.",
        {"Press Council criticises Daily Mail", "Boyd criticises Daily Mail"},
    ),
]

FINES = [
    ("Lloyds Bank paid a fine imposed by the Treasury.", {"Treasury sanctions Lloyds Bank"}),
    ("Lloyds Bank was slapped with a €3m fine by the Treasury.", {"Treasury sanctions Lloyds Bank"}),
    ("Lloyds Bank got a fine from the Treasury.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury put Lloyds Bank in special measures.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury punished Lloyds Bank.", {"Treasury sanctions Lloyds Bank"}),
]

POWERS = [
    ("Oversight of Lloyds Bank rests with the Treasury.", {"Treasury oversees Lloyds Bank"}),
    ("Oversight of Lloyds Bank falls to the Treasury.", {"Treasury oversees Lloyds Bank"}),
    ("Supervision of Lloyds Bank is a matter for the Treasury.", {"Treasury oversees Lloyds Bank"}),
    (
        "The Treasury regulates firms such as Lloyds Bank and Thames Water.",
        {"Treasury oversees Lloyds Bank", "Treasury oversees Thames Water"},
    ),
    ("The Treasury oversees bodies like the Royal Mint.", {"Treasury oversees Royal Mint"}),
    ("The Treasury, which licenses Lloyds Bank, kept quiet.", {"Treasury oversees Lloyds Bank"}),
    ("The Royal Mint takes its orders from the Treasury.", {"Treasury oversees Royal Mint"}),
    ("The Treasury exercises oversight over the Royal Mint.", {"Treasury oversees Royal Mint"}),
]

POSTS = [
    ("The Treasury put Anna Boyd in charge of the Royal Mint.", {"Treasury appoints Anna Boyd"}),
    ("Anna Boyd was put in charge of the Royal Mint by the Treasury.", {"Treasury appoints Anna Boyd"}),
    (
        "The Royal Mint replaced Anna Boyd with John Smith.",
        {"Royal Mint removes Anna Boyd", "Royal Mint appoints John Smith"},
    ),
    (
        "Severn Bank was formed by the merger of Avon Bank and Wye Bank.",
        {"Severn Bank succeeds Avon Bank", "Severn Bank succeeds Wye Bank"},
    ),
    (
        "Severn Bank is the product of a merger between Avon Bank and Wye Bank.",
        {"Severn Bank succeeds Avon Bank", "Severn Bank succeeds Wye Bank"},
    ),
    (
        "A review of Lloyds Bank paid for by the Treasury began.",
        {"Treasury commissions review of Lloyds Bank"},
    ),
]

NOTHING = [
    "The Home Office drew a map from Helen Cole.",
    "The Home Office took comfort from Helen Cole.",
    "The Press Council dismissed a complaint against the Daily Mail.",
    "The Press Council upheld its rules against the Daily Mail.",
    "Lloyds Bank received a credit from the Treasury.",
    "The Treasury put Anna Boyd over the moon.",
    "Lloyds Bank paid a bill from the Treasury.",
    "Lloyds Bank got a letter from the Treasury.",
    "The hotel near Lloyds Bank rests with the Treasury.",
    "The Treasury put Lloyds Bank in a list.",
    "Anna Boyd replaced John Smith with relief.",
    "Severn Bank was hurt by the merger of Avon Bank and Wye Bank.",
    "Maria Santos questioned John Smith about the Home Office.",
    "Anna Boyd was found in charge of the goat by John Smith.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*VERDICTS, *FINES, *POWERS, *POSTS])
def test_a_turn_of_phrase_says_a_relation(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_its_likes_say_none(nlp: Language, text: str) -> None:
    assert claims(nlp, text, SAID) == set()
