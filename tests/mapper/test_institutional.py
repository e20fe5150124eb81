"""Texts in which an institution judges in its own name: notices, inspection notes, letters, minutes."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

SAID = frozenset({OV.criticises, OV.praises, OV.callsOn, OV.sanctions, OV.refersTo})

NOTE = """Care Standards Inspectorate
Inspection report

Provider: Oakfield Homes Ltd
Date: 4 May 2023

{heading}
{item}

Next steps
We will return to Oakfield Homes Ltd in June. Our report is on our site.
"""

HEADINGS = [
    ("What works well", "Staff at Oakfield Homes Ltd knew each resident by name.", {"praises"}),
    ("Areas of strength", "Meals were hot and there was a choice.", {"praises"}),
    ("What needs to improve", "Two residents waited an hour for a nurse.", {"criticises"}),
    ("Areas of concern", "Oakfield Homes Ltd stored medicines in a corridor.", {"criticises"}),
    ("About the service", "Oakfield Homes Ltd has two homes in Leeds.", set()),
    ("Areas of concern", "Oakfield Homes Ltd has made great progress.", {"praises"}),
    ("Areas of concern", "Kent Police told us that medicines were stolen.", set()),
]


@pytest.mark.parametrize(("heading", "item", "relations"), HEADINGS)
def test_headings(nlp: Language, heading: str, item: str, relations: set[str]) -> None:
    """A heading judges what stands under it, unless the item says otherwise."""
    expected = {f"Care Standards Inspectorate {relation} Oakfield Homes Ltd" for relation in relations}
    assert claims(nlp, NOTE.format(heading=heading, item=item), SAID) == expected


MINUTES = """LEEDS CITY COUNCIL
Minutes of the meeting of the Audit Committee held on 4 May 2023

Present: Cllr Anna Boyd (Chair), Cllr John Smith

1. Accounts
{line}
"""

MEETING = [
    ("Members asked Acme Ltd to repay the grant.", {"Audit Committee callsOn Acme Ltd"}),
    ("Acme Ltd was asked to repay the grant.", {"Audit Committee callsOn Acme Ltd"}),
    ("RESOLVED that Acme Ltd be asked to publish its accounts.", {"Audit Committee callsOn Acme Ltd"}),
    ("ACTION: Thames Water to write to residents.", {"Audit Committee callsOn Thames Water"}),
    ("Members thanked Thames Water for its candour.", {"Audit Committee praises Thames Water"}),
    ("Cllr Boyd expressed concern at the delays of Thames Water.", {"Anna Boyd criticises Thames Water"}),
    ("RESOLVED:\n(a) to ask Acme Ltd to publish its accounts.", {"Audit Committee callsOn Acme Ltd"}),
    ("RESOLVED:\n(a) that the file be passed to Kent Police.", {"Audit Committee refersTo Kent Police (proposed)"}),
    ("(b) The file be passed to Kent Police.", {"Audit Committee refersTo Kent Police (proposed)"}),
    ("It was noted that Acme Ltd had been fined in 2019.", set()),
    ("It was noted that Acme Ltd is expected to publish in July.", set()),
    ("Acme Ltd was due to publish its accounts in July.", set()),
]


@pytest.mark.parametrize(("line", "expected"), MEETING)
def test_minutes(nlp: Language, line: str, expected: set[str]) -> None:
    """What those who met resolve, ask and thank for is the act of the body that met."""
    assert claims(nlp, MINUTES.format(line=line), SAID) == expected


NOTICE = """Ofwat
Notice

Decision on Thames Water

We have looked at how Thames Water handled its leaks. {line}
"""

NOTICES = [
    ("Thames Water has been fined £2m.", {"Ofwat sanctions Thames Water"}),
    ("Thames Water is hereby required to publish a plan.", {"Ofwat callsOn Thames Water"}),
    ("Thames Water has until 1 June to publish a plan.", {"Ofwat callsOn Thames Water"}),
    ("Thames Water has 28 days to appeal.", set()),
    ("We found that Thames Water had not repaired the pipes.", {"Ofwat criticises Thames Water"}),
    ("Thames Water had been fined by Ofgem in 2012.", {"Ofgem sanctions Thames Water"}),
]


@pytest.mark.parametrize(("line", "expected"), NOTICES)
def test_notices(nlp: Language, line: str, expected: set[str]) -> None:
    """A notice that leaves out who acts means whoever gives it."""
    assert claims(nlp, NOTICE.format(line=line), SAID) == expected


NEGLECT = [
    ("Ofwat found that Thames Water kept no log of the leaks.", {"Ofwat criticises Thames Water"}),
    ("Ofwat found that Thames Water never inspected the pipes.", {"Ofwat criticises Thames Water"}),
    ("Ofwat found that Thames Water had not told its customers.", {"Ofwat criticises Thames Water"}),
    (
        "The report by Maria Santos concluded that Leeds City Council approved the fees without opening a file.",
        {"Maria Santos criticises Leeds City Council"},
    ),
    ("Ofwat found that Thames Water did not delay.", set()),
    ("Ofwat found that Thames Water did not break the law.", set()),
    ("Ofwat found that Thames Water received no complaints.", set()),
    ("Ofwat found that Thames Water was not told of the leak.", set()),
    ("Ofwat found that Thames Water would not close.", set()),
    ("Maria Santos said that Thames Water did not reply.", set()),
    ("Ofwat said that Thames Water had not acted unlawfully.", set()),
]


@pytest.mark.parametrize(("text", "expected"), NEGLECT)
def test_what_a_finding_says_was_left_undone(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected


POLITE = [
    ('"I would urge Thames Water to act," said Anna Boyd.', {"Anna Boyd callsOn Thames Water"}),
    ('"I want to thank Kent Police," said Anna Boyd.', {"Anna Boyd praises Kent Police"}),
    ("Anna Boyd wished to thank Kent Police.", {"Anna Boyd praises Kent Police"}),
    ("Anna Boyd will praise Kent Police tomorrow.", {"Anna Boyd praises Kent Police (proposed)"}),
    ("Anna Boyd would thank Kent Police if they acted.", {"Anna Boyd praises Kent Police (proposed)"}),
]


@pytest.mark.parametrize(("text", "expected"), POLITE)
def test_said_politely_is_said(nlp: Language, text: str, expected: set[str]) -> None:
    """ "I would urge" urges; "will praise" has not praised yet."""
    assert claims(nlp, text, SAID) == expected


SENTENCES = [
    ("Ofgem stripped Acme Ltd of its licence.", {"Ofgem sanctions Acme Ltd"}),
    ("Ofgem has served Acme Ltd with a notice to improve.", {"Ofgem sanctions Acme Ltd"}),
    ("Kent Police sent the file to the State Prosecutor.", {"Kent Police refersTo State Prosecutor"}),
    ("Kent Police referred the case to the Minister for Ports.", {"Kent Police refersTo Minister for Ports"}),
    ("Kent Police has passed the file to Ofgem.", {"Kent Police refersTo Ofgem"}),
    ("Kent Police has given its file to Ofgem.", {"Kent Police refersTo Ofgem"}),
    ("Kent Police gave Ofgem a tour.", set()),
    ("Anna Boyd was not satisfied with Thames Water.", {"Anna Boyd criticises Thames Water"}),
    ("Anna Boyd gave Thames Water until June to act.", {"Anna Boyd callsOn Thames Water"}),
    ("Hackney Council was right to close the home, Anna Boyd said.", {"Anna Boyd praises Hackney Council"}),
    ("Ofsted said that Hackney Council was well run.", {"Ofsted praises Hackney Council"}),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_turns_of_phrase(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected


def test_a_signed_letter_says_we_for_the_body(nlp: Language) -> None:
    text = (
        "Drinking Water Inspectorate\n\nDear Ms Lee\n\nI am writing about your letter. "
        "We were impressed with Thames Water.\n\nYours sincerely\n\nAnna Boyd\n"
        "Chief Inspector, Drinking Water Inspectorate\n"
    )
    assert claims(nlp, text, SAID) == {"Drinking Water Inspectorate praises Thames Water"}


OUTCOME = """Lakeland Police Ombudsman: outcome of an investigation

We looked into the death in custody. We told the family.

{text}
"""

OUTCOMES = [
    ("We found that Inspector Mary Reed had a case to answer for gross misconduct.", {"criticises"}),
    ("In our view Inspector Mary Reed has a case to answer for misconduct.", {"criticises"}),
    ("Inspector Mary Reed had no case to answer.", set()),
    ("We found no case to answer for Inspector Mary Reed.", set()),
]


@pytest.mark.parametrize(("text", "relations"), OUTCOMES)
def test_outcomes_of_complaints(nlp: Language, text: str, relations: set[str]) -> None:
    expected = {f"Lakeland Police Ombudsman {relation} Mary Reed" for relation in relations}
    assert claims(nlp, OUTCOME.format(text=text), SAID) == expected


VISITS = [
    ("Dale Prison, which was inspected in June, had no library.", {"Inspectorate of Custody inspects Dale Prison"}),
    ("Dale Prison was inspected in June.", {"Inspectorate of Custody inspects Dale Prison"}),
    ("Dale Prison was inspected by Ofsted in June.", {"Ofsted inspects Dale Prison"}),
    ("Dale Prison was opened in June.", set()),
    ("A follow-up inspection of Dale Prison took place.", {"Inspectorate of Custody inspects Dale Prison"}),
    ("A second inspection of Dale Prison will follow.", {"Inspectorate of Custody inspects Dale Prison (proposed)"}),
    ("An internal inspection of Dale Prison took place.", set()),
    ("A police investigation of Dale Prison took place.", set()),
]


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_a_watchdog_need_not_say_who_inspected(nlp: Language, text: str, expected: set[str]) -> None:
    report = f"Inspectorate of Custody: annual report\n\nOur team had a busy year. We report on it here.\n\n{text}\n"
    assert claims(nlp, report, frozenset({OV.inspects, OV.investigates})) == expected


def test_what_is_held_before_another_is_not_the_watchdogs(nlp: Language) -> None:
    report = (
        "Inspectorate of Custody: annual report\n\nOur team had a busy year. We report on it here.\n\n"
        "The inquest on Mr Terry Hale will be opened in June before Coroner Ada Firth."
    )
    assert not any("inquest" in claim for claim in claims(nlp, report, frozenset({OV.conducts})))


def test_others_texts_do_not_say_who_inspected(nlp: Language) -> None:
    text = "Dale Prison was inspected in June. Kent Police had been called twice."
    assert claims(nlp, text, frozenset({OV.inspects, OV.investigates})) == set()


PAPER = """MANAGEMENT OF THE NORTH PIER

Report of the Standing Committee on Fisheries

Recommendations
{line}
"""

WANTED = [
    ("1. That the Harbour Commissioner examine the accounts of Acme Ltd.", {"callsOn Harbour Commissioner"}),
    ("1. That Thames Water publish its accounts.", {"callsOn Thames Water"}),
    ("1. That Thames Water be invited to publish its accounts.", {"callsOn Thames Water"}),
    ("1. That Thames Water should pay what it owes.", {"callsOn Thames Water"}),
    ("1. That Thames Water knew of the leak was clear.", set()),
    ("1. That Thames Water paid for the pier is well known.", set()),
]


@pytest.mark.parametrize(("line", "expected"), WANTED)
def test_recommendations_in_lines_of_their_own(nlp: Language, line: str, expected: set[str]) -> None:
    """Whose report a line at its head says it is calls on those it wants to act."""
    committee = "Standing Committee on Fisheries"
    found = claims(nlp, PAPER.format(line=line), frozenset({OV.callsOn}))
    assert found == {f"{committee} {call}" for call in expected}


def test_what_a_line_recommends_has_not_been_done(nlp: Language) -> None:
    line = "1. That the Ports Authority immediately review Thames Water."
    found = claims(nlp, PAPER.format(line=line), frozenset({OV.inspects}))
    assert found == {"Ports Authority inspects Thames Water (proposed)"}


RELEASE = """Harbour Lights Trust
Press release

The Harbour Lights Trust takes note of the ruling. The Trust will appeal. {line}
Our work goes on, and we are glad of it.
"""


def test_the_head_in_a_release_is_the_issuers(nlp: Language) -> None:
    """A watchdog's speaks rather of the heads of others."""
    line = "The court did not blame the chief executive, Anna Boyd."
    heads = frozenset({OV.leads})
    assert claims(nlp, RELEASE.format(line=line), heads) == {"Anna Boyd leads Harbour Lights Trust"}
    watchdog = RELEASE.replace("Lights Trust", "Inspectorate").replace("The Trust", "It")
    assert claims(nlp, watchdog.format(line=line), heads) == set()


def test_a_writer_may_say_we(nlp: Language) -> None:
    text = (
        "FOREWORD\n\nI was asked to look into the fire. I have seen the pier, and I am sorry for what I saw there."
        "\n\nWe recommend that Thames Water close the pier.\n\nYours sincerely,\nAnna Boyd\n"
    )
    assert claims(nlp, text, frozenset({OV.callsOn})) == {"Anna Boyd callsOn Thames Water"}


DECISION = """Thornby Borough Council (22 010 680)
The Ombudsman's final decision:
Summary: Ms B complained that the Council did not help her mother move. {finding}
"""

DECISIONS = [
    ("We find the Council at fault for its delay.", {"Ombudsman criticises Thornby Borough Council"}),
    ("The Council was at fault for its failure to reply.", {"Ombudsman criticises Thornby Borough Council"}),
    ("The Council should apologise to her.", {"Ombudsman callsOn Thornby Borough Council"}),
    ("We found no fault by the Council.", set()),
]


@pytest.mark.parametrize(("finding", "expected"), DECISIONS)
def test_a_decision_is_the_word_of_whoever_decides(nlp: Language, finding: str, expected: set[str]) -> None:
    found = claims(nlp, DECISION.format(finding=finding), frozenset({OV.criticises, OV.praises, OV.callsOn}))
    assert {one for one in found if "denied" not in one} == expected


TITLE = """Thornby Borough Council

{line}
Inspection date: 4 May 2023

Ofsted produces this report under section 5 of the Act.
"""


def test_the_body_above_an_inspection_is_inspected(nlp: Language) -> None:
    text = TITLE.format(line="Inspection of services for children")
    assert "Ofsted inspects Thornby Borough Council" in claims(nlp, text, frozenset({OV.inspects}))


def test_a_body_above_a_report_need_not_be_its_subject(nlp: Language) -> None:
    text = TITLE.format(line="Report of the Director of Finance")
    assert claims(nlp, text, frozenset({OV.inspects, OV.investigates})) == set()
