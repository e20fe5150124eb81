"""Reports and investigations that no common noun names, and what hangs on them."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims, read

pytestmark = pytest.mark.model

RELATIONS = frozenset(
    {OV.conducts, OV.concerns, OV.inspects, OV.investigates, OV.publishes, OV.authors, OV.commissions, OV.produces}
)

CASES = [
    (  # the inspection is said to be the Commission's; whom it concerns is understood
        "The Care Commission carried out an inspection in May. The watchdog criticised Elm Lodge Ltd in June.",
        {
            "Care Commission conducts Care Commission inspection of Elm Lodge Ltd",
            "Care Commission inspection of Elm Lodge Ltd concerns Elm Lodge Ltd",
            "Care Commission inspects Elm Lodge Ltd",
        },
    ),
    (
        "Inspectors from the Care Commission walked through Elm Lodge Ltd in June.",
        {
            "Care Commission conducts Care Commission inspection of Elm Lodge Ltd",
            "Care Commission inspection of Elm Lodge Ltd concerns Elm Lodge Ltd",
            "Care Commission inspects Elm Lodge Ltd",
        },
    ),
    (
        "The Energy Ombudsman is looking at whether Brightgas Ltd misled its customers.",
        {
            "Energy Ombudsman conducts Energy Ombudsman investigation into Brightgas Ltd",
            "Energy Ombudsman investigation into Brightgas Ltd concerns Brightgas Ltd",
            "Energy Ombudsman investigates Brightgas Ltd",
        },
    ),
    (
        "Ofsted judged Hobb School inadequate after a two-day visit in May.",
        {
            "Ofsted conducts Ofsted visit of Hobb School",
            "Ofsted visit of Hobb School concerns Hobb School",
            "Ofsted inspects Hobb School",
        },
    ),
    (
        "The Rail Safety Board, an independent agency that is probing Acme Rail Ltd, said so.",
        {
            "Rail Safety Board conducts Rail Safety Board investigation into Acme Rail Ltd",
            "Rail Safety Board investigation into Acme Rail Ltd concerns Acme Rail Ltd",
            "Rail Safety Board investigates Acme Rail Ltd",
        },
    ),
    (
        "The Ethics Commission published its findings on the Harbour Board.",
        {
            "Ethics Commission publishes Ethics Commission findings on Harbour Board",
            "Ethics Commission findings on Harbour Board concerns Harbour Board",
        },
    ),
    (
        "Harbour Council won praise from the Audit Office in a 2019 audit.",
        {
            "Audit Office conducts Audit Office 2019 audit of Harbour Council",
            "Audit Office 2019 audit of Harbour Council concerns Harbour Council",
            "Audit Office inspects Harbour Council",
        },
    ),
    (
        "Deloitte, hired by Kent Council, carried out a review of Elm School.",
        {
            "Kent Council commissions Deloitte review of Elm School",
            "Deloitte conducts Deloitte review of Elm School",
            "Deloitte review of Elm School concerns Elm School",
            "Deloitte inspects Elm School",
        },
    ),
    (
        "Kent Council ordered a report by Deloitte. The report criticised Elm School.",
        {
            "Kent Council commissions Deloitte report on Elm School",
            "Deloitte authors Deloitte report on Elm School",
            "Deloitte report on Elm School concerns Elm School",
        },
    ),
    (
        "The Court of Accounts is due to go over the books of Lisbon Council.",
        {
            "Court of Accounts conducts Court of Accounts audit of Lisbon Council (proposed)",
            "Court of Accounts audit of Lisbon Council concerns Lisbon Council (proposed)",
            "Court of Accounts inspects Lisbon Council (proposed)",
        },
    ),
    (
        "At the request of Kent Council, Deloitte began reviewing Elm School.",
        {
            "Kent Council commissions Deloitte review of Elm School",
            "Deloitte conducts Deloitte review of Elm School",
            "Deloitte review of Elm School concerns Elm School",
            "Deloitte inspects Elm School",
        },
    ),
    (
        "The Health Committee will hold a hearing of its own into Oakfield Hospital.",
        {
            "Health Committee conducts Health Committee hearing into Oakfield Hospital (proposed)",
            "Health Committee hearing into Oakfield Hospital concerns Oakfield Hospital (proposed)",
            "Health Committee investigates Oakfield Hospital (proposed)",
        },
    ),
    ("The hearing at Leeds Crown Court ended on Monday.", set()),
    (
        "Ofsted is ready to inspect Wigan Council.",
        {
            "Ofsted inspects Wigan Council (proposed)",
            "Ofsted conducts Ofsted inspection of Wigan Council (proposed)",
            "Ofsted inspection of Wigan Council concerns Wigan Council (proposed)",
        },
    ),
    ("The Tourism Minister, Ana Reis, toured Grand Hotel Ltd.", set()),
    ("The Care Commission has a duty to keep every hospital in Kent under review.", set()),
    (
        "Ann Lee was hired by Acme University in 1990. She wrote a report on Kent.",
        {"Ann Lee authors Ann Lee report on Kent", "Ann Lee report on Kent concerns Kent"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_acts_and_what_hangs_on_them(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, RELATIONS) == expected


def test_of_several_bodies_judged_the_event_concerns_those_of_whom_most_is_said(nlp: Language) -> None:
    text = (
        "Ofwat opened an investigation. It criticised Brightgas over its leaks and fined Brightgas £2m."
        " Ofwat condemned Brightgas. Ofwat also criticised Kent Council."
    )
    assert claims(nlp, text, frozenset({OV.concerns})) == {"Ofwat investigation into Brightgas concerns Brightgas"}


def test_a_visit_in_the_course_of_an_inspection_by_several_is_not_the_inspection(nlp: Language) -> None:
    text = (
        "Ofsted and the Prisons Inspectorate carried out a joint inspection in May."
        " Inspectors from the Prisons Inspectorate walked through Highdown Prison."
    )
    assert claims(nlp, text, frozenset({OV.concerns, OV.inspects})) == set()


def test_who_publishes_findings_is_not_the_maker_of_every_report(nlp: Language) -> None:
    text = "The Health Ministry published its own findings on training. The report was late."
    assert claims(nlp, text, frozenset({OV.publishes})) == {"Health Ministry publishes Health Ministry findings"}


def test_a_report_to_come_has_not_come_of_the_inspection_yet(nlp: Language) -> None:
    text = "Ofsted inspected Elm School in May. Ofsted will publish a report on Elm School in June."
    assert claims(nlp, text, frozenset({OV.produces})) == {
        "Ofsted inspection of Elm School produces Ofsted report on Elm School (proposed)"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee of the Oversight Board described her staff's inquiry into Kent Police.",
            "Ann Lee leads Ann Lee inquiry into Kent Police",
        ),
        (
            "The inquiry into Kent Police was led by Ann Lee.",
            "Ann Lee leads Ann Lee inquiry into Kent Police",
        ),
    ],
)
def test_an_inquiry_is_called_after_who_led_it(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text, frozenset({OV.leads}))


STORY = (
    "Elm Lodge Ltd closed a ward on Monday. Elm Lodge Ltd runs six homes. Elm Lodge Ltd has new owners. "
    "Families wrote to Elm Lodge Ltd in April. Elm Lodge Ltd then let a nurse go. A nurse told Elm Lodge Ltd in March. "
)


def test_an_act_with_no_matter_concerns_the_body_a_text_is_about(nlp: Language) -> None:
    told = "The Care Commission opened an investigation in May. Elm Lodge Ltd will close in June."
    assert claims(nlp, STORY + told, RELATIONS) == {
        "Care Commission conducts Care Commission investigation into Elm Lodge Ltd",
        "Care Commission investigation into Elm Lodge Ltd concerns Elm Lodge Ltd",
    }


def test_a_report_that_a_body_orders_may_be_about_itself(nlp: Language) -> None:
    told = "Ash Council published the report it ordered from Ann Roe. Elm Lodge Ltd will close in June."
    assert not any(" concerns Elm Lodge Ltd" in claim for claim in claims(nlp, STORY + told, RELATIONS))


@pytest.mark.parametrize(
    "told",
    [
        "The Care Commission opened an investigation into lifts in May. Elm Lodge Ltd will close in June.",
        "The Care Commission held a hearing in May. Elm Lodge Ltd will close in June.",
        "Oak House Ltd, which Oak House Ltd bought, and Oak House Ltd and Oak House Ltd merged with Oak House Ltd. "
        "The Care Commission opened an investigation in May.",
    ],
)
def test_but_not_one_that_says_otherwise_or_among_several(nlp: Language, told: str) -> None:
    assert not any(" concerns Elm Lodge Ltd" in claim for claim in claims(nlp, STORY + told, RELATIONS))


def test_an_act_is_known_by_its_month_too(nlp: Language) -> None:
    reading = read(nlp, "The Care Commission visited Elm Lodge Ltd in June 2019.")
    assert any("June 2019 inspection" in r.aliases for r in reading.referents)
