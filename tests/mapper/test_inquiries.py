"""Who looks into whom, at whose behest, and what does not follow from it."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

RELATIONS = frozenset({OV.investigates, OV.commissions, OV.criticises, OV.respondsTo, OV.leads, OV.inspects})

CASES = [
    (  # an office for looking into others has inquiries of its own, and the place named before has none
        "Voters in Orvia are angry. The Information Commissioner dropped its investigation of Norvex Bank.",
        {"Information Commissioner investigates Norvex Bank"},
    ),
    (  # who gave the orders is not who looks into it
        "On the orders of the Justice Minister, Anna Boyd, the Rail Inspectorate is investigating Norvex Bank.",
        {
            "Rail Inspectorate investigates Norvex Bank",
            "Anna Boyd commissions Rail Inspectorate investigation into Norvex Bank",
        },
    ),
    (  # what was set up to look into it does so, not those who set it up
        "The Senate set up an ad hoc committee to investigate Norvex Bank.",
        set(),
    ),
    (  # a ministry has others hold an independent review, a watchdog holds its own
        "The Home Ministry has launched an independent investigation into Norvex Bank.",
        {"Home Ministry commissions independent investigation into Norvex Bank"},
    ),
    (
        "The Rail Inspectorate has launched an independent investigation into Norvex Bank.",
        {"Rail Inspectorate investigates Norvex Bank"},
    ),
    (  # those who enforce the law announce inquiries of their own
        "The Justice Department announced a civil rights investigation of Norvex Bank.",
        {"Justice Department investigates Norvex Bank"},
    ),
    (
        "The Anti-Corruption Commission has instituted a probe into the activities of Norvex Bank.",
        {"Anti-Corruption Commission investigates Norvex Bank"},
    ),
    (  # a complaint that comes before an inquiry is not by who opens it
        "The Rail Inspectorate opened an inquiry after a complaint about Norvex Bank.",
        {"Rail Inspectorate investigates Norvex Bank"},
    ),
    (  # what is not ended is under way
        "The Rail Inspectorate has yet to complete its investigation into Norvex Bank.",
        {"Rail Inspectorate investigates Norvex Bank"},
    ),
    (  # to maintain a thing is to answer nobody
        "The Audit Office found that the Coast Guard had failed to maintain its ships.",
        {"Audit Office criticises Coast Guard"},
    ),
    (  # of a headline's participle the subject is whom it is done to
        "Judge Anna Boyd appointed to lead public inquiry into Norvex Bank",
        {"Anna Boyd leads Anna Boyd inquiry into Norvex Bank", "Anna Boyd investigates Norvex Bank"},
    ),
    (  # homes are searched, and people questioned, by those who look into them
        "Officers of the Anti-Corruption Directorate raided the home of Tomas Brel.",
        {"Anti-Corruption Directorate investigates Tomas Brel"},
    ),
    (
        "Tomas Brel was questioned for six hours by investigators from the Special Prosecutor's Office.",
        {"Special Prosecutor's Office investigates Tomas Brel"},
    ),
    ("The Daily Courant questioned Tomas Brel for six hours.", set()),
    (  # police in a town are not the town's government
        "A jury in Marlow County is investigating Norvex Bank.",
        set(),
    ),
    (
        "Norvex Bank is at the centre of an investigation by the Rail Inspectorate.",
        {"Rail Inspectorate investigates Norvex Bank"},
    ),
    (  # a name after the phrase that opens a sentence is no holder of the post that ends it
        "Following a two-year investigation by the Information Commissioner, Tomas Brel was dismissed.",
        {"Information Commissioner investigates Tomas Brel"},
    ),
    (
        "The Home Minister, Piet Haan, has asked Anna Boyd to lead a review of Norvex Bank.",
        {
            "Piet Haan commissions Anna Boyd review of Norvex Bank",
            "Anna Boyd leads Anna Boyd review of Norvex Bank (proposed)",
            "Anna Boyd inspects Norvex Bank (proposed)",
        },
    ),
    (  # whom an inquiry is about only as its head finds fault with them, its head is not said to look into
        "Judge Anna Boyd led an inquiry into the fire. She found that the Housing Agency had ignored warnings.",
        {
            "Anna Boyd leads Anna Boyd inquiry into Housing Agency",
            "Anna Boyd criticises Housing Agency",
        },
    ),
    (  # an inquiry is into all whom it finds at fault
        "The Ports Committee opened an inquiry in May. It blamed Norvex Bank and the manager, Tomas Brel.",
        {
            "Ports Committee criticises Norvex Bank",
            "Ports Committee criticises Tomas Brel",
            "Ports Committee investigates Norvex Bank",
            "Ports Committee investigates Tomas Brel",
            "Tomas Brel leads Norvex Bank",
        },
    ),
    (  # what the head of an inquiry into something else says in passing, it has not looked into
        "Senator Anna Boyd, who chairs the inquiry into banking, attacked the Prime Minister, Ana Reis, over taxes.",
        {"Anna Boyd leads Anna Boyd inquiry", "Anna Boyd criticises Ana Reis"},
    ),
    (  # nor is it what an inquiry to come will be into
        "Judge Anna Boyd is to lead a public inquiry in May. She has criticised Norvex Bank.",
        {"Anna Boyd leads Anna Boyd inquiry into Norvex Bank (proposed)", "Anna Boyd criticises Norvex Bank"},
    ),
    (  # those who sit on a commission of inquiry hold it
        "Parliament set up a commission of inquiry, chaired by Judge Anna Boyd. The commission concluded that the "
        "Ports Agency had lied.",
        {
            "Parliament commissions Anna Boyd inquiry into Ports Agency",
            "Anna Boyd leads Anna Boyd inquiry into Ports Agency",
            "Anna Boyd criticises Ports Agency",
            "Anna Boyd investigates Ports Agency",
        },
    ),
    (
        "A commission of inquiry headed by Justice Anna Boyd sat for a year. Its report blames the Ports Agency.",
        {
            "Anna Boyd leads Anna Boyd inquiry into Ports Agency",
            "Anna Boyd criticises Ports Agency",
            "Anna Boyd investigates Ports Agency",
        },
    ),
    (  # what a body concludes of someone at the end of its inquiry, it has looked into
        "The Ports Authority's special investigation ran for nine months. The Ports Authority concluded that the "
        "Lands Registry had issued 300 titles.",
        {"Ports Authority investigates Lands Registry"},
    ),
    (  # who is put under investigation, and by whom
        "The Privacy Commissioner placed Norvex Bank under investigation in May.",
        {"Privacy Commissioner investigates Norvex Bank"},
    ),
    ("Norvex Bank is under scrutiny by the Fraud Office.", {"Fraud Office investigates Norvex Bank"}),
    ("The Fraud Office suspects Norvex Bank of paying bribes.", {"Fraud Office investigates Norvex Bank"}),
    ("The Fraud Squad carried out a search of the offices of Norvex Bank.", {"Fraud Squad investigates Norvex Bank"}),
]

OUTCOMES = [
    (
        "The Ombudsman upheld a complaint against Stowe Council.",
        {"Ombudsman criticises Stowe Council", "Ombudsman investigates Stowe Council"},
    ),
    (
        "The Press Council did not uphold a complaint against the Stowe Post.",
        {"Press Council criticises Stowe Post (denied)", "Press Council investigates Stowe Post"},
    ),
    (
        "The Standards Commissioner cleared Councillor Anna Boyd of bullying.",
        {"Standards Commissioner criticises Anna Boyd (denied)", "Standards Commissioner investigates Anna Boyd"},
    ),
    ("The court cleared Anna Boyd of fraud.", set()),
    ("The Competition Authority cleared Norvex Bank's purchase of Radio Stowe.", set()),
    (
        "The Court of Appeal upheld a complaint against Norvex Bank.",
        {"Court of Appeal criticises Norvex Bank"},
    ),
    (
        "The Broadcasting Authority dismissed a complaint against Radio Stowe.",
        {"Broadcasting Authority investigates Radio Stowe"},
    ),
    ("Norvex Bank dismissed a complaint against Radio Stowe.", set()),
    (
        "The Truth Commission found Norvex Mining responsible for 300 deaths.",
        {"Truth Commission criticises Norvex Mining"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_looks_into_whom(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, RELATIONS) == expected


@pytest.mark.parametrize(("text", "expected"), OUTCOMES)
def test_how_an_inquiry_ends_tells_that_there_was_one(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, RELATIONS) == expected


def test_a_report_that_was_never_published_is_on_whom_it_is_on(nlp: Language) -> None:
    found = claims(
        nlp, "The Rail Inspectorate's 2021 report on Norvex Bank was never published.", frozenset({OV.concerns})
    )
    assert len(found) == 1
    assert not any("denied" in claim for claim in found)


@pytest.mark.parametrize(
    "said", ["The report's author, Anna Boyd, resigned.", "Anna Boyd, the author of the report, left."]
)
def test_the_author_of_a_report_wrote_it(nlp: Language, said: str) -> None:
    assert claims(nlp, said, frozenset({OV.authors})) == {"Anna Boyd authors Anna Boyd report"}


def test_who_hands_their_own_report_to_a_president_refers_nothing(nlp: Language) -> None:
    text = "Justice Anna Boyd submitted her report on Norvex Bank to President Ilir Dosti."
    assert claims(nlp, text, frozenset({OV.refersTo})) == set()
