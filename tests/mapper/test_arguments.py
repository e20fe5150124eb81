"""Whose act a verb or a noun is, and whom it falls on, where English or the parser puts them elsewhere."""

import pytest
from spacy.language import Language

from kg.vocab import OV, load_ontology
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

ALL = frozenset(load_ontology().relations)

SAID = [
    # the parser hangs the name on the body
    ("The Dairy Board charged the former head of Hill Trust, Tom Reid, with fraud.", "Dairy Board sanctions Tom Reid"),
    # the clause above, or the noun above, has the subject
    ("The Dairy Board was quick to criticise Hill Trust over it.", "Dairy Board criticises Hill Trust"),
    ("It falls to the Dairy Board to regulate Hill Trust now.", "Dairy Board oversees Hill Trust"),
    ("The job of regulating Hill Trust belongs to the Dairy Board.", "Dairy Board oversees Hill Trust"),
    ("The Dairy Board has a duty to monitor Hill Trust closely.", "Dairy Board oversees Hill Trust"),
    ("The Dairy Board lacks the power to regulate Hill Trust today.", "Dairy Board oversees Hill Trust (denied)"),
    ("Tom Reid was the first chairman to be sacked by Hill Trust.", "Hill Trust removes Tom Reid"),
    ("Hill Trust answers to the Dairy Board, whose head, Tom Reid, has been quick to attack Ana Ruiz.",
     "Tom Reid criticises Ana Ruiz"),
    # who is said to be the one that does it
    ("The Dairy Board, the body that oversees Hill Trust, declined to comment.", "Dairy Board oversees Hill Trust"),
    ("Hill Trust was one of three charities fined by the Dairy Board.", "Dairy Board sanctions Hill Trust"),
    ("Hill Trust is among the charities criticised by the Dairy Board.", "Dairy Board criticises Hill Trust"),
    ("Among those fined by the Dairy Board was Hill Trust itself.", "Dairy Board sanctions Hill Trust"),
    # fronted
    ("Overseeing Hill Trust is the Dairy Board.", "Dairy Board oversees Hill Trust"),
    ("Also criticised by the Dairy Board was Hill Trust itself.", "Dairy Board criticises Hill Trust"),
    # joined verbs, joined names
    ("The Dairy Board inspected and fined Hill Trust last year.", "Dairy Board inspects Hill Trust"),
    ("Hill Trust was inspected and later prosecuted by the Dairy Board.", "Dairy Board inspects Hill Trust"),
    ("Hill Trust is overseen by the Dairy Board and, in part, by the Rail Agency.", "Rail Agency oversees Hill Trust"),
    ("The Dairy Board, together with the Rail Agency, inspected Hill Trust.", "Rail Agency inspects Hill Trust"),
    ("Ana Ruiz joined Tom Reid in urging the Rail Agency to inspect Hill Trust.", "Tom Reid callsOn Rail Agency"),
    # prepositions hung elsewhere
    ("Hill Trust is being looked at by the Rail Agency.", "Rail Agency investigates Hill Trust"),
    ("A penalty of £2m was imposed on Hill Trust by the Dairy Board.", "Dairy Board sanctions Hill Trust"),
    ("Hill Trust fined £2m by Dairy Board", "Dairy Board sanctions Hill Trust"),
    ("The Dairy Board inspected the kitchens at Hill Trust.", "Dairy Board inspects Hill Trust"),
    ("The sacking of Tom Reid was ordered by Ana Ruiz.", "Ana Ruiz removes Tom Reid"),
    # the doings and sites of a body
    ("The Dairy Board criticised the way Hill Trust handled the leak.", "Dairy Board criticises Hill Trust"),
    ("The Dairy Board inspected three wards run by Hill Trust last year.", "Dairy Board inspects Hill Trust"),
    ("The Dairy Board is examining Hill Trust's handling of the leak.", "Dairy Board investigates Hill Trust"),
    ("The Dairy Board is examining claims that Hill Trust hid the leak.", "Dairy Board investigates Hill Trust"),
    ("The Dairy Board is trying to find out how Hill Trust lost the money.", "Dairy Board investigates Hill Trust"),
    ("The Dairy Board examined Hill Trust in May.", "Dairy Board inspects Hill Trust"),
    ("The Dairy Board licenses Hill Trust and three others.", "Dairy Board oversees Hill Trust"),
    ("Hill Trust's auditors, Devon Mills LLP, had seen nothing.", "Devon Mills LLP inspects Hill Trust"),
    ("The Dairy Board sent inspectors to examine Hill Trust.", "Dairy Board inspects Hill Trust"),
    ("The Fraud Office raided the premises of Hill Trust in March.", "Fraud Office investigates Hill Trust"),
    # who is said to be moved by whom
    ("Inspectors from the Dairy Board were impressed by Hill Trust.", "Dairy Board praises Hill Trust"),
    ("Ana Ruiz was appalled by Hill Trust.", "Ana Ruiz criticises Hill Trust"),
    ("The Dairy Board acknowledged the contribution of Ana Ruiz.", "Dairy Board praises Ana Ruiz"),
    # who is to go, and who went
    ("Ana Ruiz called for the resignation of Tom Reid.", "Ana Ruiz callsOn Tom Reid"),
    ("Ana Ruiz called for Tom Reid's dismissal.", "Ana Ruiz callsOn Tom Reid"),
    ("Tom Reid was placed on compulsory leave by Hill Trust.", "Hill Trust removes Tom Reid"),
    ("Leeds Council gave Ana Ruiz the chair of its audit committee.", "Leeds Council appoints Ana Ruiz"),
    # fronted prepositions, verbs taken for nouns
    ("The Dairy Union, to which Hill Trust belongs, is angry.", "Hill Trust partOf Dairy Union"),
    ("The Dairy Board takes its orders from the Ministry of Food.", "Ministry of Food oversees Dairy Board"),
    ("The Fraud Division of the Attorney General's Office spoke.", "Fraud Division partOf Attorney General's Office"),
    ("The Dairy Board has to inspect Hill Trust by May.", "Dairy Board inspects Hill Trust (proposed)"),
    ("The Dairy Board had to fine Hill Trust twice.", "Dairy Board sanctions Hill Trust"),
    # to whom one wrote
    ("Ana Ruiz wrote to Hill Trust demanding an explanation.", "Ana Ruiz callsOn Hill Trust"),
    ("In a letter to Hill Trust, Ana Ruiz demanded an explanation.", "Ana Ruiz callsOn Hill Trust"),
]  # fmt: skip

UNSAID = [
    ("Ana Ruiz accepted the resignation of Tom Reid.", "callsOn"),
    ("The Fraud Office searched for a new home in March.", "investigates"),
    ("The Dairy Board acknowledged receipt of the letter from Ana Ruiz.", "praises"),
    ("Ana Ruiz was shocked by the report of the Dairy Board.", "Ana Ruiz criticises Dairy Board"),
    ("Tom Reid was sacked after an investigation by Hill Trust.", "removes"),
    ("Leeds Council gave Ana Ruiz a chair.", "appoints"),
    ("Hill Trust pulled its advertising in June.", "sanctions"),
    ("The Dairy Board ought to fine Hill Trust.", "sanctions Hill Trust'"),
    ("The Dairy Board is not the body that fined Hill Trust.", "sanctions"),
    ("Tom Reid stepped down and criticised Hill Trust yesterday.", "resignsFrom"),
    ("Tom Reid was appointed in 2010 and dismissed by Ana Ruiz in 2014.", "appoints"),
    ("The Dairy Board was reluctant to criticise Hill Trust.", "criticises Hill Trust'"),
    ("The Dairy Board fined the owner of a plant run by Hill Trust.", "sanctions"),
    ("Ana Ruiz criticised claims that Hill Trust hid the leak.", "criticises"),
    ("The Dairy Board dismissed claims that Hill Trust hid the leak.", "criticises"),
    ("Ana Ruiz welcomed the decision to fine Hill Trust yesterday.", "sanctions"),
    ("It is for the Dairy Board to decide whether Hill Trust is fined.", "sanctions"),
    ("Ana Ruiz wrote to the Dairy Board about a job.", "callsOn"),
    ("Ana Ruiz registered Hill Trust as a charity in 2010.", "oversees"),
    ("The council voted by a majority to leave Hill Trust.", "Hill Trust"),
    ("The Dairy Board has no power to fine Hill Trust.", "sanctions Hill Trust'"),
    ("The firm's auditors, Devon Mills LLP, resigned. Hill Trust was pleased.", "Hill Trust inspects"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_an_argument_is_found_where_it_stands(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text, ALL)


@pytest.mark.parametrize(("text", "never"), UNSAID)
def test_no_argument_is_taken_from_elsewhere(nlp: Language, text: str, never: str) -> None:
    assert not any(never in repr(claim) for claim in claims(nlp, text, ALL))


def test_whoever_has_a_hearing_does_not_hold_it(nlp: Language) -> None:
    """ "His hearing" is about him; a clerk's hearing before a court is the court's."""
    held = frozenset({OV.conducts, OV.memberOf})
    text = "Tom Reid left before his disciplinary hearing could start."
    assert claims(nlp, text, held) == set()
    found = claims(nlp, "Anna Boyd said that her hearing before the Teaching Council took two days.", held)
    assert found == {"Teaching Council conducts Teaching Council hearing into Anna Boyd"}


def test_whoever_serves_a_sentence_at_a_prison_holds_no_post_there(nlp: Language) -> None:
    posts = frozenset({OV.memberOf})
    assert claims(nlp, "Tom Reid served a sentence at Holloway Prison.", posts) == set()
    assert claims(nlp, "Tom Reid served two years at Holloway Prison.", posts) != set()
