"""Two verbs, two infinitives or two names under one head: who does which, however the parser joins them."""

import pytest
from spacy.language import Language

from kg.vocab import load_ontology
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

ALL = frozenset(load_ontology().relations)

SAID = [
    (
        "The Audit Office said the Ports Board had lost its records and criticised the Transport Ministry.",
        "Audit Office criticises Transport Ministry",
        "Ports Board criticises Transport Ministry",
    ),
    (
        "The Prime Minister said that the Dam Authority had failed to act and urged the Rivers Commission to step in.",
        "Prime Minister callsOn Rivers Commission",
        "Dam Authority callsOn Rivers Commission",
    ),
    (
        "The Home Office is grateful to the Care Inspectorate for its inspection of Holm House.",
        "Care Inspectorate inspects Holm House",
        "Home Office inspects Holm House",
    ),
    (
        "Ana Leal has called on the minister, Al Teague, to resign and on the Quality Authority to inspect the prison.",
        "Ana Leal callsOn Quality Authority",
        "Ana Leal inspects",
    ),
    (
        "A public inquiry into the death of Luca Spiteri, conducted by Joseph Camilleri, found nothing.",
        "Joseph Camilleri conducts Joseph Camilleri inquiry into Luca Spiteri",
        "Joseph Camilleri criticises",
    ),
    (
        "An inquiry into the collapse of Holm Bank, chaired by Joe Boyd, found that Ann Leal had misled depositors.",
        "Joe Boyd criticises Ann Leal",
        "Joe Boyd criticises Holm Bank",
    ),
    (
        "The union's secretary, Ann Boyle of Unite, said the Ministry of Justice should be ashamed of itself.",
        "Ann Boyle criticises Ministry of Justice",
        "Ann Boyle callsOn Ministry of Justice",
    ),
    (
        "Helen Strand, the director of the Maritime Bureau, said her inspectors visited the Saint Brannoc Hotel.",
        "Maritime Bureau inspects Saint Brannoc Hotel",
        "Helen Strand inspects",
    ),
]

TOLD = [
    (
        "MPs on the Transport Committee have accused Northern Rail of it.",
        "Transport Committee criticises Northern Rail",
    ),
    ("Grant & Lyle's audits of Holm Bank were late.", "Grant & Lyle inspects Holm Bank"),
    (
        "Inspectors from the Health Agency visited Holm Hospital. They issued Holm Trust with a warning notice.",
        "Health Agency sanctions Holm Trust",
    ),
    (
        "The U.S. Department of Labor fines Delmar Contracting $410,000.",
        "U.S. Department of Labor sanctions Delmar Contracting",
    ),
    (
        "The Health Agency's chief inspector of hospitals, Nadia Holloway, said it was sad.",
        "Nadia Holloway leads Health Agency",
    ),
    (
        "It followed a report by the Ports Committee, chaired by Hassan Ali, which said the company had paid for it.",
        "Hassan Ali leads Ports Committee",
    ),
    (
        "Holm Council told Acme Ltd to close its site after a report by the Fire Service.",
        "Fire Service publishes Fire Service report",
    ),
    (
        "Thornbury and District NHS Trust said it was sorry. Its chief executive, Paul Denholm, spoke.",
        "Paul Denholm leads Thornbury and District NHS Trust",
    ),
    (
        "The Ports Committee's inquiry into ferries\n\nWe commend Holm Council. We recommend that the Auditor-General "
        "look again. The Ombudsman's 2018 investigation found that complaints were lost. We share that view.",
        "Ports Committee praises Holm Council",
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_tells(nlp: Language, text: str, told: str) -> None:
    assert told in claims(nlp, text, ALL)


@pytest.mark.parametrize(("text", "told", "untold"), SAID)
def test_says_who_does_it_and_not_another(nlp: Language, text: str, told: str, untold: str) -> None:
    found = claims(nlp, text, ALL)
    assert told in found
    assert not any(line.startswith(untold) for line in found), found


def test_the_second_whom_one_urges_has_not_acted(nlp: Language) -> None:
    text = "The union urged the Transport Ministry to act and the Rail Regulator to publish its report."
    assert "Rail Regulator publishes Rail Regulator report (proposed)" in claims(nlp, text, ALL)


def test_both_of_a_pair_of_members_ask(nlp: Language) -> None:
    text = "Senators Patricia Halloran and Owen Bixby demanded answers from Meridian Rail after a derailment."
    assert {"Patricia Halloran callsOn Meridian Rail", "Owen Bixby callsOn Meridian Rail"} <= claims(nlp, text, ALL)


def test_wanting_to_thank_someone_is_no_call_on_them(nlp: Language) -> None:
    text = "Ana Leal wants to pay tribute to the nurse who first spoke, Deirdre Quigg, and to the Visitors' Panel."
    assert not any("callsOn" in line for line in claims(nlp, text, ALL))


def test_what_has_been_prepared_is_no_plan(nlp: Language) -> None:
    done = claims(nlp, "The audit of the Coal Board was prepared by Lowther Consulting.", ALL)
    coming = claims(nlp, "Lowther Consulting is preparing an audit of the Coal Board.", ALL)
    assert "Lowther Consulting inspects Coal Board" in done
    assert "Lowther Consulting inspects Coal Board (proposed)" in coming


UNFOUND = [
    "The Medical Council confirmed that it has an open complaint about a doctor at Holm Hospital.",
    "The Ombudsman said it had logged 40 complaints about Holm Council.",
    "Ann Boyd of the Police Board spoke of allegations of attempts by Kent Police to cover up the truth.",
]


@pytest.mark.parametrize("text", UNFOUND)
def test_what_others_allege_is_no_finding(nlp: Language, text: str) -> None:
    assert not any("criticises" in line for line in claims(nlp, text, ALL))


def test_the_first_commissioner_for_a_force_is_not_its_head(nlp: Language) -> None:
    text = "Ann Leal is the first Police and Crime Commissioner for Holmshire. Holmshire Police was late."
    assert claims(nlp, text, ALL) == {"Ann Leal oversees Holmshire Police"}


def test_whose_evidence_it_is_is_criticised_and_not_their_employer(nlp: Language) -> None:
    text = "Meredith Hale was chief constable of Kent Police. Ofsted was critical of his evidence."
    assert "Ofsted criticises Kent Police" not in claims(nlp, text, ALL)


def test_whose_post_it_is_is_not_guessed_where_it_was_said(nlp: Language) -> None:
    text = "A charity, which is regulated by the Charity Board, dismissed its treasurer, Rob Lyle."
    assert not any(line.startswith("Rob Lyle") for line in claims(nlp, text, ALL))


def test_a_call_that_is_rejected_has_been_made(nlp: Language) -> None:
    assert "Law Society callsOn Holm Council" in claims(
        nlp, "Holm Council rejected calls from the Law Society to resign.", ALL
    )
    denied = claims(nlp, "Holm Council denied that the Fire Inspectorate had criticised it.", ALL)
    assert "Fire Inspectorate criticises Holm Council (denied)" in denied


def test_the_report_in_which_advice_was_given_is_the_givers(nlp: Language) -> None:
    text = "The Fire Authority has rejected recommendations made by the Fire Inspectorate in its 2019 report."
    found = claims(nlp, text, ALL)
    assert "Fire Inspectorate publishes Fire Inspectorate 2019 report" in found
    assert not any(line.startswith("Fire Authority publishes") for line in found)


def test_what_a_resolution_demands_is_not_done(nlp: Language) -> None:
    text = (
        "We demand:\n\nONE. That Governor Ann Leal set up a judicial panel of inquiry into the deaths at Holm Prison."
    )
    found = claims(nlp, text, ALL)
    assert not any(line.endswith("inquiry into Holm Prison") and "commissions" in line for line in found)
