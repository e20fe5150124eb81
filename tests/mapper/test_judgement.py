"""Who finds fault with, praises, calls on, sanctions, oversees whom; and what must not be read so."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

SAID = frozenset({OV.criticises, OV.praises, OV.callsOn, OV.sanctions, OV.oversees, OV.refersTo})

CRITICISM = [
    ("Ofsted found that Hackney Council had failed to protect children.", {"Ofsted criticises Hackney Council"}),
    ("Inspectors from Ofwat said Thames Water was too slow to fix leaks.", {"Ofwat criticises Thames Water"}),
    (
        "Thames Water fell short of the standard, Maria Santos said.",
        {"Maria Santos criticises Thames Water"},
    ),
    (
        "In the view of Amnesty International, the Home Office has failed.",
        {"Amnesty International criticises Home Office"},
    ),
    ("According to Maria Santos, Hackney Council ignored its staff.", {"Maria Santos criticises Hackney Council"}),
    (
        "The Care Quality Commission rated Barts Health NHS Trust inadequate in March.",
        {"Care Quality Commission criticises Barts Health NHS Trust"},
    ),
    (
        "Barts Health NHS Trust was rated inadequate by the Care Quality Commission.",
        {"Care Quality Commission criticises Barts Health NHS Trust"},
    ),
    (
        "Maria Santos documented serious weaknesses in Thames Water's controls.",
        {"Maria Santos criticises Thames Water"},
    ),
    (
        "The ombudsman, Maria Santos, found failings at Leeds City Council.",
        {"Maria Santos criticises Leeds City Council"},
    ),
    ("The Home Office should have acted sooner, John Smith said.", {"John Smith criticises Home Office"}),
    ("It was wrong of the Home Office to ignore them, said John Smith.", {"John Smith criticises Home Office"}),
    (
        "The deaths could have been averted had the Coast Guard acted on the warning, "
        "the Transportation Safety Board concluded.",
        {"Transportation Safety Board criticises Coast Guard"},
    ),
    ("John Smith said that Hackney Council had not done enough.", {"John Smith criticises Hackney Council"}),
    ('"Hackney Council is a disgrace," said John Smith.', {"John Smith criticises Hackney Council"}),
    ("John Smith took the Home Office to task.", {"John Smith criticises Home Office"}),
    ("John Smith, whose verdict is scathing about the Home Office, left.", {"John Smith criticises Home Office"}),
    (
        "John Smith complained in a letter that the Home Office had jumped to conclusions.",
        {"John Smith criticises Home Office"},
    ),
    ("Judge Ruth Lane ruled that the Home Office had acted unlawfully.", {"Ruth Lane criticises Home Office"}),
]

UNNAMED = [  # whose finding it is, the sentence before says
    (
        "Ofsted published a report on Hackney Council in May. Leeds City Council was taken to task for its silence.",
        "Ofsted criticises Leeds City Council",
    ),
    (
        "Ofsted's report on Hackney Council is out. The blame was laid on Leeds City Council.",
        "Ofsted criticises Leeds City Council",
    ),
    (
        "Ofsted published a report on Hackney Council in May. Leeds City Council is commended for its candour.",
        "Ofsted praises Leeds City Council",
    ),
    (
        "The tribunal heard Ofsted. Judge Ruth Lane did not spare Hackney Council.",
        "Ruth Lane criticises Hackney Council",
    ),
]

NOBODY = [
    "Leeds City Council was taken to task for its silence.",
    "Ofsted published a report on Hackney Council.\n\nLeeds City Council was taken to task for its silence.",
    "Ofsted published a report on Hackney Council. Leeds City Council has often been criticised.",
    "Ofsted published a report on Hackney Council. John Smith said that Leeds City Council was blamed for it.",
    "Judge Ruth Lane spared Hackney Council a fine.",
    "John Smith pleaded guilty in Leeds, Maria Santos said.",
    "Maria Santos singled out Thames Water in a speech.",
    "Maria Santos said there were flaws in the Hackney Council bill.",
    "John Smith said that concerns raised about Thames Water were with the police.",
]

PRAISE = [
    ("Maria Santos said Hackney Council had made good progress.", {"Maria Santos praises Hackney Council"}),
    ("Maria Santos paid tribute to the Coast Guard.", {"Maria Santos praises Coast Guard"}),
]

CALLS = [
    ("Hackney Council must publish its accounts, Maria Santos said.", {"Maria Santos callsOn Hackney Council"}),
    (
        '"It is time for Hackney Council to publish its accounts," Maria Santos said.',
        {"Maria Santos callsOn Hackney Council"},
    ),
    ("Maria Santos said the Home Office owes the family an apology.", {"Maria Santos callsOn Home Office"}),
    ("Maria Santos asked Hackney Council for an explanation.", {"Maria Santos callsOn Hackney Council"}),
    ("Maria Santos called for the Home Office to apologise.", {"Maria Santos callsOn Home Office"}),
    ("Maria Santos recommended that Hackney Council review its rules.", {"Maria Santos callsOn Hackney Council"}),
]

SANCTIONS = [
    ("The Environment Agency fined Southern Water £90m.", {"Environment Agency sanctions Southern Water"}),
    ("Southern Water was fined £90m by the Environment Agency.", {"Environment Agency sanctions Southern Water"}),
    (
        "The Environment Agency imposed a fine of £2m on Southern Water.",
        {"Environment Agency sanctions Southern Water"},
    ),
    ("The Environment Agency handed Southern Water a fine.", {"Environment Agency sanctions Southern Water"}),
    ("Southern Water was ordered to pay £2m by the High Court.", {"High Court sanctions Southern Water"}),
    (
        "At Lewes Crown Court, Mr Justice Johnson fined Southern Water £90m in a case "
        "brought by the Environment Agency.",
        {
            "Johnson sanctions Southern Water",
            "Lewes Crown Court sanctions Southern Water",
            "Environment Agency sanctions Southern Water",
        },
    ),
]

POWERS = [
    ("The Border Force reports to the Home Office.", {"Home Office oversees Border Force"}),
    ("The Home Office has responsibility for the Border Force.", {"Home Office oversees Border Force"}),
    ("The Border Force came under the supervision of the Home Office.", {"Home Office oversees Border Force"}),
    ("The Border Force reported the theft to the Metropolitan Police.", {"Border Force refersTo Metropolitan Police"}),
    ("The Red Cross referred itself to the Charity Commission.", {"Red Cross refersTo Charity Commission"}),
]

NOTHING = [
    "Hackney Council failed to protect children.",  # the writer's own, in news
    "John Smith said the Home Office may have misled Parliament.",
    "John Smith did not say that the Home Office had failed.",
    "John Smith denied that the Home Office had failed.",
    "John Smith asked whether the Home Office had failed.",
    "John Smith asked whether Maria Santos would resign.",
    "Did the Home Office fail, asked John Smith?",
    "Jane Roe, chief executive of Thames Water, admitted that Thames Water had failed.",
    "Thames Water said it had failed.",
    "Maria Santos insisted that Hackney Council had published its accounts.",
    "Maria Santos asked the Home Office for comment.",
    "Maria Santos told the Home Office that she would leave.",
    "Hackney Council must publish its accounts by law.",
    "John Smith said the good people of Leeds had left.",
    "Maria Santos needs no improvement notice.",
    "Maria Santos referred to the Home Office.",
    "Maria Santos spoke about the latest audit by the Home Office, John Smith said.",
    "Maria Santos said that the decision threatened the integrity of the Home Office.",
    "Maria Santos said that the cuts had undermined the independence and skill of the Home Office.",
    "Hackney Council could find no paper to show why the trains were late.",
]


@pytest.mark.model
def test_a_duty_cut_short_is_no_call(nlp: Language) -> None:
    text = "Maria Santos was shocked. Mr Smith said she should not be."
    assert claims(nlp, text, frozenset({OV.callsOn})) == set()


@pytest.mark.parametrize(("text", "expected"), [*CRITICISM, *PRAISE, *CALLS, *SANCTIONS, *POWERS])
def test_what_is_said_of_an_agent_is_read(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read_into(nlp: Language, text: str) -> None:
    assert claims(nlp, text, SAID) == set()


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), UNNAMED)
def test_a_finding_is_of_the_report_just_spoken_of(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text, SAID)


@pytest.mark.model
@pytest.mark.parametrize("text", NOBODY)
def test_nobody_answers_for_it(nlp: Language, text: str) -> None:
    judged = claims(nlp, text, SAID)
    assert not {one for one in judged if "Leeds" in one or "criticises" in one}


LETTING = [
    ('"Let the Home Office pay for it," said John Smith.', {"John Smith callsOn Home Office"}),
    ("Thames Water has yet to pay for it, John Smith said.", set()),
    ("Thames Water would have to think again, John Smith said.", set()),
    ("John Smith asked whether Thames Water should pay for it.", set()),
    ("John Smith wrote to Ofwat seeking an assurance that it would act.", {"John Smith callsOn Ofwat"}),
    ("Maria Santos has written to the Home Office asking for papers.", {"Maria Santos callsOn Home Office"}),
    ("Maria Santos wrote to Ofwat praising the clerk.", set()),
    ("Maria Santos may write to Ofwat asking for papers.", {"Maria Santos callsOn Ofwat (proposed)"}),
    ("John Smith asked Dr Maria Santos to find out why the pipes burst.", set()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), LETTING)
def test_what_calls_and_what_does_not(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, frozenset({OV.callsOn})) == expected


LETTER = """Inspectorate of Prisons
4 May 2023

To: Mr John Smith, Governor of HMP Larch

Dear Mr Smith,

I visited the prison in May. {text}

Yours sincerely,

Anna Boyd
Chief Inspector, Inspectorate of Prisons
"""

SPOKEN_TO = [
    ("Your kitchens have been poor.", {"Anna Boyd criticises HMP Larch"}),  # what is yours is your body's
    ("You must mend the roof by June.", {"Anna Boyd callsOn John Smith"}),
    ("I am grateful to you and your colleagues for lunch.", set()),
    ("You asked whether the roof should be mended.", set()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), SPOKEN_TO)
def test_you_in_a_letter_is_whom_it_is_to(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, LETTER.format(text=text), SAID) == expected


TURNED = [
    ("John Smith said the council had acted well. He cannot say the same of Ofwat.", {"John Smith criticises Ofwat"}),
    ("Thames Water's reply did not satisfy Ofwat.", {"Ofwat criticises Thames Water"}),
    ("Thames Water's reply satisfied Ofwat.", set()),
    ("Nobody would have died but for Thames Water, said John Smith.", {"John Smith criticises Thames Water"}),
    ("Thames Water was not to blame, said John Smith.", set()),
    ('"I do not thank Thames Water," said John Smith.', {"John Smith criticises Thames Water"}),
    ("John Smith did not thank Thames Water.", set()),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TURNED)
def test_what_a_denial_makes_a_reproach(nlp: Language, text: str, expected: set[str]) -> None:
    assert {one for one in claims(nlp, text, SAID) if "criticises" in one and "denied" not in one} == expected


@pytest.mark.model
def test_who_receives_a_complaint_is_not_blamed(nlp: Language) -> None:
    text = "The Treasury said it had filed a complaint with Kent Police against Acme Ltd."
    assert not any("Kent Police" in c for c in claims(nlp, text, frozenset({OV.criticises})))


IDLE = [
    "Helen Cole said Karl Lind had been a steady hand in a rotten year.",
    "Helen Cole said Lloyds Bank had inherited a mess and cleared up most of it.",
    "Helen Cole said Lloyds Bank was meant to fill the gap.",
    "Helen Cole said Lloyds Bank lacked the powers to act.",
    "The Treasury concedes that its controls at Lloyds Bank were too light.",
]
FAULTS = [
    "Helen Cole said Lloyds Bank lacks competent staff.",
    "Helen Cole said Lloyds Bank had left a gap in its accounts.",
]
THANKS = [
    ("The Treasury thanked Helen Cole for her courage.", {"Treasury praises Helen Cole"}),
    ("The Treasury thanked Helen Cole for her letter.", set()),
    ("Karl Lind thanked Helen Cole for doing what others would not.", {"Karl Lind praises Helen Cole"}),
]


@pytest.mark.model
@pytest.mark.parametrize("text", IDLE)
def test_a_hard_year_powers_that_lack_and_what_is_mended_blame_nobody(nlp: Language, text: str) -> None:
    assert not any("criticises" in one for one in claims(nlp, text, SAID))


@pytest.mark.model
@pytest.mark.parametrize("text", FAULTS)
def test_staff_that_lack_and_a_gap_that_is_left_are_faults(nlp: Language, text: str) -> None:
    assert "Helen Cole criticises Lloyds Bank" in claims(nlp, text, SAID)


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), THANKS)
def test_thanks_for_words_answer_them(nlp: Language, text: str, expected: set[str]) -> None:
    assert {one for one in claims(nlp, text, SAID) if "praises" in one} == expected
