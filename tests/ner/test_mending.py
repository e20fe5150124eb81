"""What is set right before anything else looks at the words of a text."""

import pytest
from spacy.language import Language
from spacy.tokens import Token

from kg.ner import annotate
from kg.types import Document

pytestmark = pytest.mark.model


def word(nlp: Language, text: str, form: str) -> Token:
    [(_, doc)] = annotate(nlp, [Document("d", text, "d.txt", "")])
    return next(t for t in doc if t.text == form)


def test_what_a_report_finds_hangs_on_the_report(nlp: Language) -> None:
    text = "Boyd released a report by the Department of Housing Inspector General finding that Acme Ltd erred."
    finding = word(nlp, text, "finding")
    assert (finding.dep_, finding.head.text) == ("acl", "report")


def test_what_someone_finds_in_publishing_a_report_stays_theirs(nlp: Language) -> None:
    finding = word(nlp, "The watchdog published a report on Monday, finding that Acme Ltd wasted it.", "finding")
    assert finding.head.text == "published"


@pytest.mark.parametrize("text", ["Report on a visit to Ashby School", "Report into complaints about Acme Ltd"])
def test_a_heading_bids_nobody_report(nlp: Language, text: str) -> None:
    assert word(nlp, text, "Report").pos_ == "NOUN"


def test_who_is_bidden_to_report_is(nlp: Language) -> None:
    assert word(nlp, "Report on it to the board by June.", "Report").pos_ == "VERB"


def test_what_is_not_at_present_done_is_not_done(nlp: Language) -> None:
    no = word(nlp, "The Regulator of Social Housing does not at present inspect the companies.", "not")
    assert (no.head.text, no.dep_) == ("inspect", "neg")


def test_what_a_body_is_ordered_to_do_is_no_power_of_its_own(nlp: Language) -> None:
    close = word(nlp, "Acme Rail is late. The Rail Inspectorate ordered the authority to close the line.", "close")
    assert (close.head.text, close.dep_) == ("ordered", "xcomp")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "The secretary tabled a letter from the Inspector of Policing, directing the Board to adopt a policy.",
            "letter",
        ),
        ("The secretary sent a letter to the Inspector of Policing, directing the Board to adopt a policy.", "sent"),
    ],
)
def test_what_a_letter_from_someone_asks_is_the_letters(nlp: Language, text: str, head: str) -> None:
    assert word(nlp, text, "directing").head.text == head


@pytest.mark.parametrize("opening", ["According to the minister", "On the orders of the Justice Minister"])
def test_a_body_after_the_name_that_ends_an_opening_phrase_is_the_subject(nlp: Language, opening: str) -> None:
    body = word(nlp, f"{opening}, Lotte Brink, the Rail Inspectorate is investigating Acme Ltd.", "Inspectorate")
    assert (body.dep_, body.head.text) == ("nsubj", "investigating")
