"""Several who judge or ask together: a row of names taken up again, those who signed a letter, "we" in a quotation."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

JUDGED = frozenset({OV.criticises, OV.praises, OV.callsOn, OV.sanctions, OV.removes})
WROTE = "Senators Ann Boyd and Carl Pine wrote to Commissioner Lee Marsh of the Food Safety Bureau on Monday. "

GROUPS = [
    (
        WROTE + "The senators accused Harbour Foods of hiding the deaths.",
        {"Ann Boyd criticises Harbour Foods", "Carl Pine criticises Harbour Foods"},
    ),
    (
        "Ann Roe and Tom Dale were arrested in May. The two were charged by the Harbour Police.",
        {"Harbour Police sanctions Ann Roe", "Harbour Police sanctions Tom Dale"},
    ),
    ("Ann Roe and Tom Dale met in May. The other women were charged by the Harbour Police.", set()),
    ("Ann Roe and Tom Dale met in May. The three women were charged by the Harbour Police.", set()),
    (
        "The Harbour Police sacked two officers: Ann Roe and Tom Dale.",
        {"Harbour Police removes Ann Roe", "Harbour Police removes Tom Dale"},
    ),
    (
        "Those charged by the Harbour Police include Ann Roe and Tom Dale.",
        {"Harbour Police sanctions Ann Roe", "Harbour Police sanctions Tom Dale"},
    ),
    (
        "Ann Roe and Tom Dale said the Harbour Police had failed.",
        {f"{n} criticises Harbour Police" for n in ("Ann Roe", "Tom Dale")},
    ),
]

QUOTED = [
    ('"We urge Kent Water to stop the leaks at once," said Ann Boyd.', {"Ann Boyd callsOn Kent Water"}),
    (
        WROTE + '"We urge you to recall the drug at once," the senators wrote.',
        {"Ann Boyd callsOn Lee Marsh", "Carl Pine callsOn Lee Marsh"},
    ),
    (
        "Mayor Ann Boyd wrote to Kent Water and to the Rail Bureau. "
        '"We urge you to stop the leaks at once," she wrote.',
        set(),
    ),
]

SIGNED = [
    (
        "The letter was also signed by Senator Dana Wolfe (D-Ill.) and Senator Greg Lamb (R-Tex.).",
        {"Dana Wolfe", "Greg Lamb"},
    ),
    ("She was joined in the letter by Hank Moore.", {"Hank Moore"}),
    ("The order was signed by Hank Moore.", set()),
    ("Hank Moore did not sign the letter.", set()),
]


@pytest.mark.parametrize(("text", "expected"), [*GROUPS, *QUOTED])
def test_those_who_act_together(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, JUDGED) == expected


@pytest.mark.parametrize(("more", "others"), SIGNED)
def test_who_signs_a_letter_asks_what_it_asks(nlp: Language, more: str, others: set[str]) -> None:
    text = f"Senator Ann Boyd wrote to the Food Safety Bureau urging it to act. {more}"
    assert claims(nlp, text, JUDGED) == {f"{name} callsOn Food Safety Bureau" for name in {"Ann Boyd", *others}}


CLEARED = [
    ("The select committee on health cleared Ann Boyd.", {"select committee on health criticises Ann Boyd (denied)"}),
    ("Leeds Crown Court cleared Ann Boyd of fraud.", {"Leeds Crown Court sanctions Ann Boyd (denied)"}),
]


@pytest.mark.parametrize(("text", "expected"), CLEARED)
def test_a_court_acquits_and_others_find_no_fault(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, JUDGED) == expected
