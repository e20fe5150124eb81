"""Which report, inquiry or punisher an answer goes to, when a sentence or two before told of it."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

ANSWERS = frozenset({OV.respondsTo})
FINED = "The Treasury fined Lloyds Bank. "
LATER = (
    FINED + "For two years it had kept the data. The data were of its clients. Nobody had asked. It has since stopped. "
)
LED = "An inquiry led by Anna Boyd found that Barclays had ignored warnings. "
INQUIRY = "Anna Boyd inquiry into Barclays"
TOLD = "The Treasury published its report on Lloyds Bank. "
REPORT = "Treasury report on Lloyds Bank"

IN_A_REPORT = [
    (LED + "Barclays apologised to the families.", {f"Barclays respondsTo {INQUIRY}"}),
    (LED + "Barclays rejected her claims.", {f"Barclays respondsTo {INQUIRY}"}),
    (LED + "Its chairman, Paul Lee, said the bank had learned lessons.", {f"Paul Lee respondsTo {INQUIRY}"}),
    (
        "A report by the Treasury criticised Barclays. Barclays has since admitted that it kept poor records.",
        {"Barclays respondsTo Treasury report on Barclays"},
    ),
    (FINED + "Lloyds Bank apologised.", {"Lloyds Bank respondsTo Treasury"}),
]

OF_A_PENALTY = [
    (FINED + "Lloyds Bank has lodged an objection.", {"Lloyds Bank respondsTo Treasury"}),
    (LATER + "Lloyds Bank has told us that it will be lodging an appeal.", {"Lloyds Bank respondsTo Treasury"}),
    (FINED + "Lloyds Bank plans to appeal.", {"Lloyds Bank respondsTo Treasury"}),
    (FINED + "Lloyds Bank objects to the decision.", {"Lloyds Bank respondsTo Treasury"}),
    (FINED + "Barclays described the fine as too small.", {"Barclays respondsTo Treasury"}),
    (FINED + "Anna Boyd of Barclays said the fine was too small.", {"Anna Boyd respondsTo Treasury"}),
    (FINED + "Lloyds Bank may appeal.", set()),
    (FINED + "Lloyds Bank launched an appeal for blankets.", set()),
    (FINED + "Lloyds Bank settled without admitting any wrongdoing.", set()),
    (LATER + "Barclays has lodged an objection.", set()),
]

OF_THEIR_OWN_BODY = [
    (
        TOLD + "Anna Boyd, the mayor, says the city will not contest it.",
        {f"Anna Boyd respondsTo {REPORT}"},
    ),
    (
        TOLD + "Anna Boyd has told the bank that her ministry agrees with nine of the recommendations.",
        {f"Anna Boyd respondsTo {REPORT}"},
    ),
    (TOLD + "Anna Boyd said that the sales of the ministry went up.", set()),
]

OF_A_REPORT_TOLD_OF = [
    (TOLD + "It made nine recommendations. Barclays accepted them.", {f"Barclays respondsTo {REPORT}"}),
    (TOLD + "It made nine recommendations. Barclays thanked them.", set()),
    (TOLD + "Barclays conceded that the report made hard reading.", {f"Barclays respondsTo {REPORT}"}),
    (
        "The Treasury inspected Lloyds Bank in May. Lloyds Bank said that it takes the violations seriously.",
        {"Lloyds Bank respondsTo Treasury inspection of Lloyds Bank"},
    ),
]

OF_WORDS = [
    (
        'Senator Helen Cole said that Paul Kerr had lied. "That is simply untrue," said Mr Kerr.',
        {"Paul Kerr respondsTo Helen Cole"},
    ),
    (
        "Senator Helen Cole accused Barclays of fraud. Barclays said her claims were baseless.",
        {"Barclays respondsTo Helen Cole"},
    ),
    (
        "Anna Boyd drew up a report on Lloyds Bank; Barclays would have none of it.",
        {"Barclays respondsTo Anna Boyd report on Lloyds Bank"},
    ),
    (
        "The inquest into the death of Noah Pell criticised Barclays. Barclays respects the coroner's conclusions.",
        {"Barclays respondsTo inquest into the death of Noah Pell"},
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"), [*IN_A_REPORT, *OF_A_PENALTY, *OF_THEIR_OWN_BODY, *OF_A_REPORT_TOLD_OF, *OF_WORDS]
)
def test_an_answer_goes_to_what_was_held_against_them(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ANSWERS) == expected


@pytest.mark.model
def test_the_noun_of_a_phrase_may_be_the_subject_of_a_passive(nlp: Language) -> None:
    text = "The Treasury issued a report on the ferries. Blame was spread between Barclays and Lloyds Bank."
    faulted = {"Treasury criticises Barclays", "Treasury criticises Lloyds Bank"}
    assert claims(nlp, text, frozenset({OV.criticises})) == faulted
