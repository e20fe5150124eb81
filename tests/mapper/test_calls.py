"""Who calls on whom, and what is no call: ordinary wordings, told of a body that a noun takes up."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

ACTS = frozenset({OV.callsOn, OV.criticises, OV.praises, OV.resignsFrom})
BEFORE = "The Quarrel Rail Authority runs the trains. Its director is Emil Hartog.\n\n"

CALLS = [
    # the parser takes what the authority is to do for a power of its own
    ("The minister, Jana Brel, called on the authority to publish its records.", {"Jana Brel callsOn"}),
    ("The Bridge Inspectorate instructed the authority to mend the line.", {"Bridge Inspectorate callsOn"}),
    ("The union Svelt wants the authority to hire drivers.", {"Svelt callsOn"}),
    ("The mayor of Lindau, Alena Voss, pressed the authority to open the station.", {"Alena Voss callsOn"}),
    ("The Bridge Inspectorate recommends the authority publishes its records.", {"Bridge Inspectorate callsOn"}),
    # no calls
    ("Jana Brel said the authority should be able to publish its records.", set()),
    ("Jana Brel said the authority should know better times.", set()),
]

LEAVING = [
    ("Jana Brel repeated her call for Mr Hartog to resign.", {"Jana Brel callsOn Emil Hartog"}),
    ("Jana Brel rejected calls for Mr Hartog to resign.", set()),
    ("Calls are growing for Mr Hartog to resign.", set()),
    ("Pressure is mounting on Mr Hartog to resign.", set()),
    ("Jana Brel said she would not call for Mr Hartog to go.", {"Jana Brel callsOn Emil Hartog (denied)"}),
    ("Jana Brel said Mr Hartog should not resign.", set()),
]

JUDGEMENTS = [
    ("The Bridge Inspectorate accused the authority of negligence.", {"Bridge Inspectorate criticises"}),
    ("The Bridge Inspectorate blamed the delays on the authority.", {"Bridge Inspectorate criticises"}),
    ("The Bridge Inspectorate described the authority as dysfunctional.", {"Bridge Inspectorate criticises"}),
    ("Jana Brel is concerned that the authority has not trained its drivers.", {"Jana Brel criticises"}),
    ("Jana Brel said the authority had done a terrific job.", {"Jana Brel praises"}),
]


@pytest.mark.parametrize(("text", "said"), CALLS + JUDGEMENTS)
def test_whom_a_noun_takes_up_is_called_on_and_judged(nlp: Language, text: str, said: set[str]) -> None:
    assert claims(nlp, BEFORE + text, ACTS) == {f"{one} Quarrel Rail Authority" for one in said}


@pytest.mark.parametrize(("text", "said"), LEAVING)
def test_whoever_is_called_on_to_go_has_not_gone(nlp: Language, text: str, said: set[str]) -> None:
    assert claims(nlp, BEFORE + text, ACTS) == said


def test_whoever_is_told_of_anothers_duty_is_not_called_on(nlp: Language) -> None:
    text = "Jana Brel told the Bridge Inspectorate that Quarrel Rail must publish its records."
    assert "Jana Brel callsOn Bridge Inspectorate" not in claims(nlp, text, ACTS)


def test_nobody_praises_the_body_they_speak_for(nlp: Language) -> None:
    text = 'Emil Hartog is the director of Quarrel Rail. "We are proud of our drivers," said Mr Hartog.'
    assert claims(nlp, text, ACTS) == set()


def test_a_report_in_which_someone_is_accused_is_there(nlp: Language) -> None:
    text = "In a report published on Friday, the Bridge Inspectorate accuses Quarrel Rail of secrecy."
    [published] = claims(nlp, text, frozenset({OV.publishes}))
    assert "alleged" not in published


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Bridge Inspectorate said Quarrel Rail needed to change.", {"Bridge Inspectorate callsOn Quarrel Rail"}),
        ("Quarrel Rail needed to change.", set()),
        (
            "The Ports Committee met. The Chair of the Committee, Senator Ann Dray, said Quarrel Rail must change.",
            {"Ann Dray callsOn Quarrel Rail"},
        ),
    ],
)
def test_whoever_says_what_is_needed_calls(nlp: Language, text: str, said: set[str]) -> None:
    assert claims(nlp, text, ACTS) == said


def test_who_is_asked_to_report_to_me_reviews_nothing(nlp: Language) -> None:
    text = "Jana Brel asked the Bridge Inspectorate to report to her by May on what it had done."
    assert claims(nlp, text, frozenset({OV.commissions, OV.conducts})) == set()
