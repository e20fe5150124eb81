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
    "Maria Santos called for John Smith to be sacked.",
    "Maria Santos insisted that Hackney Council had published its accounts.",
    "Maria Santos asked the Home Office for comment.",
    "Maria Santos told the Home Office that she would leave.",
    "Hackney Council must publish its accounts by law.",
    "John Smith said the good people of Leeds had left.",
    "Maria Santos needs no improvement notice.",
    "Maria Santos referred to the Home Office.",
    "Hackney Council could find no paper to show why the trains were late.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), [*CRITICISM, *PRAISE, *CALLS, *SANCTIONS, *POWERS])
def test_what_is_said_of_an_agent_is_read(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, SAID) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_read_into(nlp: Language, text: str) -> None:
    assert claims(nlp, text, SAID) == set()
