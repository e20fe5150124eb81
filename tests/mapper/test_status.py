"""Hedged, denied and planned words are never read as facts; and no mood leaks from one clause to another."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims, ties

ACTS = frozenset({OV.sanctions, OV.inspects, OV.criticises, OV.oversees, OV.leads, OV.authors})

STATUS = [
    # as good as, instead of, against doing it: not done
    ("The Treasury advised against prosecuting Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury came close to fining Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury decided against prosecuting Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("Instead of fining Lloyds Bank, the Treasury wrote to it.", {"Treasury sanctions Lloyds Bank (denied)"}),
    # of the mind to, afraid of, trying: not yet
    ("The Treasury is minded to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("Lloyds Bank fears being fined by the Treasury.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury attempted to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury discussed prosecuting Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("Anna Boyd applied to be chair of Lloyds Bank.", {"Anna Boyd leads Lloyds Bank (proposed)"}),
    ("The Treasury fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury has not fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury never fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury decided not to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury refused to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury failed to inspect Lloyds Bank.", {"Treasury inspects Lloyds Bank (denied)"}),
    ("Lloyds Bank denied that the Treasury had fined it.", {"Treasury sanctions Lloyds Bank (denied)"}),
    (
        "The Home Office urged the Treasury to publish it and to fine Lloyds Bank.",
        {"Treasury sanctions Lloyds Bank (proposed)"},
    ),
    ("The Treasury inspects Lloyds Bank next month.", {"Treasury inspects Lloyds Bank (proposed)"}),
    ("The Treasury is inspecting Lloyds Bank in the new year.", {"Treasury inspects Lloyds Bank (proposed)"}),
    ("The Treasury has decided to inspect Lloyds Bank.", {"Treasury inspects Lloyds Bank (proposed)"}),
    ("The Treasury has decided to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury is inspecting Lloyds Bank tomorrow.", {"Treasury inspects Lloyds Bank (proposed)"}),
    ("The Treasury fined Lloyds Bank the next day.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury will fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury may fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury plans to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury is to inspect Lloyds Bank.", {"Treasury inspects Lloyds Bank (proposed)"}),
    ("The Treasury is expected to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury threatened to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("A report by Anna Boyd could find no reason.", {"Anna Boyd authors Anna Boyd report"}),
    ("A report by Anna Boyd could be ready in May.", {"Anna Boyd authors Anna Boyd report (proposed)"}),
    ("The Treasury allegedly fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank (alleged)"}),
    ("The Treasury is said to have fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank (alleged)"}),
    ("John Smith claims that the Treasury fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank (alleged)"}),
    ("If it fails again, the Treasury could fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury not only fined Lloyds Bank but wrote to it.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury will regulate Lloyds Bank.", {"Treasury oversees Lloyds Bank"}),
    ("Lloyds Bank would come under the supervision of the Treasury.", {"Treasury oversees Lloyds Bank (proposed)"}),
    ("Lloyds Bank may be included in a separate Treasury inspection.", set()),
    (
        "The Treasury is considering whether to fine Lloyds Bank.",
        {"Treasury sanctions Lloyds Bank (proposed)"},
    ),
    ("The Treasury will vote on whether to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury has yet to decide whether to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The first demand is that Lloyds Bank be fined by the Treasury.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    # what goes on has begun; what is not known is so; what is called for is not done
    ("The Treasury will continue to inspect Lloyds Bank.", {"Treasury inspects Lloyds Bank"}),
    ("Anna Boyd does not seem to realise that the Treasury fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank"}),
    ("Lloyds Bank was not aware that the Treasury had fined it.", {"Treasury sanctions Lloyds Bank"}),
    ("The Treasury ought to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (proposed)"}),
    ("The Treasury was sent in to inspect Lloyds Bank.", {"Treasury inspects Lloyds Bank"}),
    ("The Treasury will be sent in to inspect Lloyds Bank.", {"Treasury inspects Lloyds Bank (proposed)"}),
    ("The Treasury has no plans to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury does not intend to fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury ruled out fining Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury stopped short of prosecuting Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury will not fine Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury said that it wouldn't be fining Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("The Treasury should regulate Lloyds Bank.", {"Treasury oversees Lloyds Bank (proposed)"}),
]

HEARSAY = [
    ("The hearing on the report by Anna Boyd will be held in May.", {"Anna Boyd authors Anna Boyd report"}),
    ("There is speculation that the Treasury fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank (alleged)"}),
    ("Reports that the Treasury had fined Lloyds Bank spread.", {"Treasury sanctions Lloyds Bank (alleged)"}),
    ("The claim that the Treasury fined Lloyds Bank is untrue.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("Maria Santos said the story that it fined Lloyds Bank was false.", set()),
    (
        "The Treasury told readers to disregard news making the rounds that it had fined Lloyds Bank.",
        {"Treasury sanctions Lloyds Bank (denied)"},
    ),
    (
        "Reports that the Treasury had fined Lloyds Bank were described as fake.",
        {"Treasury sanctions Lloyds Bank (denied)"},
    ),
    ("It is fake news that the Treasury fined Lloyds Bank.", {"Treasury sanctions Lloyds Bank (denied)"}),
    ("News that the Treasury had fined Lloyds Bank spread.", {"Treasury sanctions Lloyds Bank"}),
    (
        "The claim that Lloyds Bank, which the Treasury fined, had closed is false.",
        {"Treasury sanctions Lloyds Bank"},
    ),
]

UNSTATED = [
    "Did the Treasury fine Lloyds Bank?",
    "If the Treasury fines Lloyds Bank, it will close.",
    "The Treasury asked whether the court had fined Lloyds Bank.",
    "The Treasury may not fine Lloyds Bank.",
    "The Treasury would not have fined Lloyds Bank.",
    "Had the Treasury fined Lloyds Bank, it would have closed.",
    "The Treasury confirmed its power to fine Lloyds Bank.",
    "The Treasury published guidance on how to inspect Lloyds Bank.",
    "The letter sets out the Treasury's mandate to inspect Lloyds Bank.",
    "Did the Treasury fine Lloyds Bank? Yes / No",
    "The Treasury's ability to fine Lloyds Bank is in doubt.",
    "Parliament gave the Treasury the power to inspect Lloyds Bank.",
    "Nothing limits the Treasury's freedom to inspect Lloyds Bank.",
    "The Banking Act empowers the Treasury to inspect Lloyds Bank.",
    "The law obliges the Treasury to inspect Lloyds Bank once a year.",
    "The Treasury is entitled to inspect Lloyds Bank.",
]

CLAUSES = [
    (
        "The Treasury fined Lloyds Bank; the court will have none of it.",
        {"Treasury sanctions Lloyds Bank"},
    ),
    (
        "The Treasury fined Lloyds Bank and the court may hear an appeal.",
        {"Treasury sanctions Lloyds Bank"},
    ),
    (
        "The Treasury plans to review Hackney Council and has fined Lloyds Bank.",
        {"Treasury inspects Hackney Council (proposed)", "Treasury sanctions Lloyds Bank"},
    ),
    (
        "With John Key now running Lloyds Bank, Maria Santos asks the court to act.",
        {"John Key leads Lloyds Bank"},
    ),
    (
        "Maria Santos urged ministers to help Lloyds Bank, which the Treasury had fined.",
        {"Treasury sanctions Lloyds Bank"},
    ),
    (
        "Maria Santos will discuss the case with Lloyds Bank, fined by the Treasury in May.",
        {"Treasury sanctions Lloyds Bank"},
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*STATUS, *CLAUSES, *HEARSAY])
def test_a_claim_has_the_status_its_own_clause_gives_it(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ACTS) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", UNSTATED)
def test_questions_and_conditions_state_nothing(nlp: Language, text: str) -> None:
    assert claims(nlp, text, ACTS) == set()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claim", "status"),
    [
        (
            "They request that Mr Smith replace any unit, and that he dismiss the officer, Anna Boyd.",
            "Smith removes Anna Boyd",
            "proposed",
        ),
        (
            "The Mayor moved that the Town seek a proposal to have Kent Police wound up and replaced by Leeds Police.",
            "Leeds Police succeeds Kent Police",
            "proposed",
        ),
        (
            "The Fraud Office reports to Parliament. Nor is it part of the Central Bank.",
            "Fraud Office partOf Central Bank",
            "denied",
        ),
    ],
)
def test_what_is_only_wanted_or_not_so_is_no_tie(nlp: Language, text: str, claim: str, status: str) -> None:
    assert {found for found in ties(nlp, text) if found.startswith(claim)} == {f"{claim} ({status})"}
