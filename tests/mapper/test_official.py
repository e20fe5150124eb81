"""What press offices, auditors and committees write, and what must not be read into it."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import TIES, claims

READ = TIES | {OV.criticises, OV.praises, OV.callsOn, OV.inspects, OV.commissions, OV.publishes}

NOBODY_JUDGED = [
    "The senator Hanna Ruiz said: “The Harbour Commission's analysis was a stark reminder of the badly flawed plan.”",
    "Mr Orr said Mr Daniel Sadler withdrew from the inquiry because of other professional commitments.",
    "Senators Ted Brand and Dan Ito met the Rivers Commission and expressed their shared commitment to clean water.",
    "“It is imperative that the Harbour Board acts quickly to improve its record,” said Dana Frost.",
    "It is vital that Corrin Council responds swiftly, the ombudsman Lena Moss said.",
    "The Schools Union said that Edwatch had downgraded schools from ‘good’ or ‘outstanding’ to ‘poor’.",
]
ABSENT = [
    (
        "The Defence Audit Committee today calls for a new committee to consider what lies outside the remit of the "
        "Intelligence Oversight Committee.\n\nDame Meg Holt MP, Chair of the Committee, said that this mattered.",
        "Meg Holt leads Intelligence Oversight Committee",
        "Meg Holt leads Defence Audit Committee",
    ),
    (
        "The chair of the Accounts Committee, Nora Dalby, has defended her decision to call Dame Hilda Gosse, "
        "permanent secretary of the Home Office, to answer for her actions at the Home Office.",
        "Nora Dalby leads Home Office",
        "Hilda Gosse leads Home Office",
    ),
    (
        "Jan Burden, Professor of Fine Arts at the University of Marlow, joined the board.",
        "Jan Burden memberOf Fine Arts",
        "Jan Burden memberOf University of Marlow",
    ),
    (
        "Special Counsel Henry Kern wrote to President Tasker of the Forest Department’s review of the Fish Service.",
        "Tasker memberOf Forest Department",
        "Forest Department inspects Fish Service",
    ),
    (
        "The Steering Committee aims to finalise and submit its recommendations to the Government by early 2031.",
        "Steering Committee callsOn Government",
        "Steering Committee callsOn Government (proposed)",
    ),
    (
        "They want the institutions of the State to act. The company has now accused the Dockers Union of lying.",
        "State criticises Dockers Union",
        "",
    ),
    (
        "The Police Complaints Board found that Police had unlawfully searched a home in Marlow. The Police Complaints "
        "Board found that Dunmore Police were justified.",
        "Police Complaints Board criticises Dunmore Police",
        "",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize("text", NOBODY_JUDGED)
def test_nobody_is_judged(nlp: Language, text: str) -> None:
    assert not {one for one in claims(nlp, text, READ) if "criticises" in one or "praises" in one}


@pytest.mark.model
@pytest.mark.parametrize(("text", "wrong", "right"), ABSENT)
def test_whose_it_is_not(nlp: Language, text: str, wrong: str, right: str) -> None:
    found = claims(nlp, text, READ)
    assert wrong not in found
    assert not right or right in found


@pytest.mark.model
def test_ministers_of_other_countries_are_in_no_ministry_named_for_one(nlp: Language) -> None:
    text = (
        "He met Angola's Minister of Justice Franco Monte, Jamaica Minister of Justice Delroy Chase and Vanuatu "
        "Minister of Justice and Community Services Don Stevens."
    )
    assert not {one for one in claims(nlp, text, READ) if one.endswith("memberOf Justice and Community Services")}


@pytest.mark.model
def test_the_minister_is_not_the_prime_minister(nlp: Language) -> None:
    text = (
        "The Minister for Ports, Carla Voss, spoke today. The Prime Minister had announced the limit. “The Harbour "
        "Board has done excellent work,” the Minister said."
    )
    found = {one for one in claims(nlp, text, READ) if "praises" in one}
    assert found == {"Carla Voss praises Harbour Board"}


@pytest.mark.model
def test_a_prosecutor_is_none_of_the_sheriffs(nlp: Language) -> None:
    text = (
        "Larch County District Attorney (LCDA) Tomas Berrigan released the findings on the Larch County Sheriff’s "
        "Department’s custodial death of Ivy Stone."
    )
    assert not {one for one in claims(nlp, text, READ) if "memberOf Larch County Sheriff" in one}


@pytest.mark.model
def test_what_is_called_into_question_is_commissioned_by_nobody(nlp: Language) -> None:
    text = "The Audit Office found gaps, and calls into question the safety review of several aircraft of Marwick Ltd."
    assert not {one for one in claims(nlp, text, READ) if "commissions" in one}


@pytest.mark.model
def test_a_day_is_no_part_of_a_name(nlp: Language) -> None:
    text = "Today's Harbour Board report admits the delay, said Senator Ann Dodson."
    assert "Harbour Board publishes Harbour Board report" in claims(nlp, text, READ)


@pytest.mark.model
def test_a_party_and_a_state_are_no_body_and_nobody(nlp: Language) -> None:
    text = (
        "Sen. Ann Dodson, R-Texas, a member of the Budget Committee, and Sen. Joel Crane (D-North Dakota) met. Sens. "
        "Ida Voss, R-Ohio, and Lee Marsh, R-Ga., agreed."
    )
    assert not {one for one in claims(nlp, text, READ) if "R-" in one or "D-" in one}
