"""Reports and investigations: who makes, orders and answers them, what they concern, and what follows."""

import pytest
from spacy.language import Language

from kg.mapper import load_mapper
from kg.ner import annotate
from kg.types import Document, Reading, Status
from kg.vocab import DCTERMS, OV, PROV

pytestmark = pytest.mark.model


def read(nlp: Language, text: str) -> Reading:
    if "kg_coref" not in nlp.pipe_names:
        import kg.coref  # noqa: F401 - registers the component

        nlp.add_pipe("kg_coref")
    document = Document("d", text, "d.txt", "", published="2024-05-01")
    ((_, doc),) = annotate(nlp, [document])
    return load_mapper().read(document, doc)


def facts(reading: Reading, *relations: str) -> set[tuple[str, str, str]]:
    """(subject, relation, object) by name; a status other than asserted follows the relation."""
    names = {r.id: r.name for r in reading.referents}
    return {
        (names[c.subject], _said(c.predicate, c.status), names[c.object])
        for c in reading.claims
        if not relations or c.predicate in {OV[r] for r in relations}
    }


def _said(predicate: str, status: Status) -> str:
    name = predicate.rsplit("#", 1)[-1]
    return name if status is Status.ASSERTED else f"{name} {status.value}"


CQC_INQUIRY = "Care Quality Commission inquiry into Barnet Council"
CQC_REPORT = "Care Quality Commission report on Barnet Council"
FAA_INVESTIGATION = "Federal Aviation Administration investigation into Boeing"

CASES = [
    (
        "Kent Police opened Operation Elm, its investigation into Boeing.",
        {("Kent Police", "conducts", "Operation Elm"), ("Operation Elm", "concerns", "Boeing")},
    ),
    (
        "A review of Boeing is out. The Federal Aviation Administration carried out the review in May.",
        {("Federal Aviation Administration", "conducts", "Federal Aviation Administration review of Boeing")},
    ),
    (
        "The Federal Aviation Administration fined Boeing $3m after an investigation found that it had hidden faults.",
        {
            ("Federal Aviation Administration", "conducts", FAA_INVESTIGATION),
            ("Federal Aviation Administration", "investigates", "Boeing"),
        },
    ),
    (
        "Boeing, which was criticised in the Hale report, has apologised.",
        {("Hale report on Boeing", "concerns", "Boeing")},
    ),
    (
        "Boeing refused to publish the Hale report.",
        {("Boeing", "publishes Denied", "Hale report")},  # which keeps its name
    ),
    (
        "Boeing faces an investigation by the Federal Aviation Administration.",
        {
            ("Federal Aviation Administration", "conducts", FAA_INVESTIGATION),
            (FAA_INVESTIGATION, "concerns", "Boeing"),
            ("Federal Aviation Administration", "investigates", "Boeing"),
        },
    ),
    (
        "Kent Police is under investigation by Ofsted.",
        {
            ("Ofsted", "conducts", "Ofsted investigation into Kent Police"),
            ("Ofsted investigation into Kent Police", "concerns", "Kent Police"),
            ("Ofsted", "investigates", "Kent Police"),
        },
    ),
    (
        "In 2019 Ofsted led a joint inspection of Wigan Council with the Care Quality Commission.",
        {
            ("Ofsted", "conducts", "Ofsted inspection of Wigan Council"),
            ("Care Quality Commission", "conducts", "Ofsted inspection of Wigan Council"),
            ("Ofsted inspection of Wigan Council", "concerns", "Wigan Council"),
            ("Ofsted", "inspects", "Wigan Council"),
            ("Care Quality Commission", "inspects", "Wigan Council"),
        },
    ),
    (
        "The Care Quality Commission opened an inquiry into Barnet Council and later published a report"
        " that criticised the council.",
        {
            ("Care Quality Commission", "conducts", CQC_INQUIRY),
            (CQC_INQUIRY, "concerns", "Barnet Council"),
            ("Care Quality Commission", "investigates", "Barnet Council"),
            ("Care Quality Commission", "publishes", CQC_REPORT),
            (CQC_REPORT, "concerns", "Barnet Council"),
            (CQC_INQUIRY, "produces", CQC_REPORT),
            ("Care Quality Commission", "criticises", "Barnet Council"),
        },
    ),
    (
        "The Treasury commissioned Deloitte to review Network Rail.",
        {
            ("Treasury", "commissions", "Deloitte review of Network Rail"),
            ("Deloitte", "conducts", "Deloitte review of Network Rail"),
            ("Deloitte review of Network Rail", "concerns", "Network Rail"),
            ("Deloitte", "inspects", "Network Rail"),
        },
    ),
    (
        "An investigation ordered by the Home Office into Kent Police began in June.",
        {
            ("Home Office", "commissions", "investigation into Kent Police"),
            ("investigation into Kent Police", "concerns", "Kent Police"),
        },
    ),
    (
        "Ofsted published a report on Wigan Council. The council said the report was unfair.",
        {
            ("Ofsted", "publishes", "Ofsted report on Wigan Council"),
            ("Ofsted report on Wigan Council", "concerns", "Wigan Council"),
            ("Wigan Council", "respondsTo", "Ofsted report on Wigan Council"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_what_is_said_of_an_event(nlp: Language, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= facts(read(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        "Any inquiry into Barclays would take years.",
        "Reports of delays at Barclays have grown.",
        "The Bureau of Investigation arrested two men.",
        "Barclays could find no report.",
    ],
)
def test_no_event_is_made_of_generic_words_or_names(nlp: Language, text: str) -> None:
    kinds = {r.kind for r in read(nlp, text).referents}
    assert not kinds & {OV.Report, OV.Investigation, OV.Inquiry, OV.Review}


def test_who_orders_a_review_does_not_conduct_it(nlp: Language) -> None:
    text = "An investigation ordered by the Home Office into Kent Police began in June."
    assert facts(read(nlp, text), "conducts", "investigates") == set()


def test_a_person_at_its_head_leads_an_inquiry_and_does_not_conduct_it(nlp: Language) -> None:
    found = facts(read(nlp, "An inquiry chaired by Sir Robert Francis criticised Barnet Council."))
    assert ("Robert Francis", "leads", "Robert Francis inquiry into Barnet Council") in found
    assert not any(relation == "conducts" for _, relation, _ in found)


def test_a_body_does_not_answer_its_own_report(nlp: Language) -> None:
    text = "Ofsted published a report on Wigan Council. Ofsted said the report was fair."
    assert facts(read(nlp, text), "respondsTo") == set()


def test_events_keep_when_they_began_and_ended(nlp: Language) -> None:
    text = "Ofsted opened an inquiry into Dublin Bus in May 2019. The inquiry concluded in June 2020."
    (inquiry,) = [r for r in read(nlp, text).referents if r.kind == OV.Inquiry]
    assert set(inquiry.details) == {
        (PROV.startedAtTime, "2019-05"),
        (PROV.endedAtTime, "2020-06"),
        (OV.stage, "concluded"),
    }


def test_reports_keep_when_they_came_out(nlp: Language) -> None:
    text = "The National Audit Office published a report on the Home Office in March 2021."
    (report,) = [r for r in read(nlp, text).referents if r.kind == OV.Report]
    assert report.details == ((DCTERMS.issued, "2021-03"),)


def test_a_plan_gives_no_dates(nlp: Language) -> None:
    text = "The Health and Safety Authority will open an inquiry into Dublin Bus in May 2025."
    assert all(not r.details for r in read(nlp, text).referents)


LETTER = """Prison Inspectorate

Ms Jo Boyd
Governor, Rowan Prison

Dear Ms Boyd

Unannounced inspection, 3 May

We found that staff were kind and that the cells were clean. We thank you for your help with our work.

Yours sincerely
Ann Lee"""

SAID = [
    (
        "At the Treasury's request, Deloitte audited Network Rail.",
        {
            ("Treasury", "commissions", "Deloitte audit of Network Rail"),
            ("Deloitte", "conducts", "Deloitte audit of Network Rail"),
            ("Deloitte audit of Network Rail", "concerns", "Network Rail"),
            ("Deloitte", "inspects", "Network Rail"),
        },
    ),
    (
        "An inspection of Rowan Hospital was carried out on the instructions of the Health Board.",
        {("Health Board", "commissions", "inspection of Rowan Hospital")},
    ),
    (
        "The Kenya Dam Safety Agency enquired into two staff members of Kenya Power.",
        {
            (
                "Kenya Dam Safety Agency",
                "conducts",
                "Kenya Dam Safety Agency investigation into Kenya Power",
            ),
            ("Kenya Dam Safety Agency", "investigates", "Kenya Power"),
        },
    ),
    (
        "The Auditor General will audit Air Zimbabwe in March.",
        {("Auditor General", "inspects Proposed", "Air Zimbabwe")},
    ),
    (
        "Jones will never work again following an inquiry by the Athletics Commission.",
        {("Athletics Commission", "conducts", "Athletics Commission inquiry")},
    ),
    (
        "Ombudsman Ann Lee tabled Cold Water, her report on Yorkshire Water, on Tuesday.\n\n"
        "Cold Water caps a 14-month investigation into Yorkshire Water.",
        {
            ("Ann Lee", "authors", "Cold Water"),
            ("Cold Water", "concerns", "Yorkshire Water"),
            ("Ann Lee investigation into Yorkshire Water", "produces", "Cold Water"),
            ("Ann Lee", "investigates", "Yorkshire Water"),
        },
    ),
    (
        "The Care Quality Commission published a report on Barnet Council. Barnet Council accepted all nine"
        " recommendations.",
        {("Barnet Council", "respondsTo", CQC_REPORT)},
    ),
    (
        "The Care Quality Commission published a report on Barnet Council. Barnet Council did not accept the findings.",
        {("Barnet Council", "respondsTo", CQC_REPORT)},
    ),
    (
        "The Care Quality Commission published a report on Barnet Council. Barnet Council called the report unfair.",
        {("Barnet Council", "respondsTo", CQC_REPORT)},
    ),
    (
        "The Ontario Ombudsman's report on Hydro One was published in June. Hydro One described the Ombudsman's"
        " conclusions as unfair.",
        {("Hydro One", "respondsTo", "Ontario Ombudsman report on Hydro One")},
    ),
    (
        LETTER,
        {
            ("Prison Inspectorate", "conducts", "Prison Inspectorate inspection of Rowan Prison"),
            ("Prison Inspectorate inspection of Rowan Prison", "concerns", "Rowan Prison"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:40] for text, _ in SAID])
def test_what_verbs_titles_and_answers_say_of_an_event(
    nlp: Language, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert expected <= facts(read(nlp, text))


@pytest.mark.parametrize(
    "text",
    [
        "The Charity Board reviewed its own rules.",
        "Anna Boyd audited the risks at home.",
        "The mayor left at the request of Wigan Council.",
        "The Home Office did not respond to questions.",
        "The Home Office called an election.",
    ],
)
def test_no_event_where_none_is_spoken_of(nlp: Language, text: str) -> None:
    assert facts(read(nlp, text), "conducts", "concerns", "commissions", "respondsTo") == set()


def test_a_theme_only_understood_makes_nobody_inspect(nlp: Language) -> None:
    assert facts(read(nlp, LETTER), "inspects") == set()


def test_a_report_still_to_come_is_proposed(nlp: Language) -> None:
    text = "Ofsted told Wigan Council about its full report, which it intends to publish in May."
    assert [relation for _, relation, _ in facts(read(nlp, text), "publishes")] == ["publishes Proposed"]


def test_two_inspections_of_one_home_bear_their_months(nlp: Language) -> None:
    text = "The Care Commission inspected Elm Lodge Ltd in May 2018. It inspected Elm Lodge Ltd in June 2019."
    made = {event for _, _, event in facts(read(nlp, text), "conducts")}
    inspection = "Care Commission inspection of Elm Lodge Ltd"
    assert made == {f"{inspection} in May 2018", f"{inspection} in June 2019"}


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("The Patients' Union surveyed Oakfield Hospital in May.", "Patients' Union survey"),
        ("The Standards Board is examining Oakfield Hospital.", "Standards Board investigation"),
        ("The Auditor General, Ana Reis, is examining the contract of Nordsea Ltd.", "Auditor General audit"),
    ],
)
def test_what_only_a_verb_tells_of_has_names_a_reader_would_give_it(nlp: Language, text: str, alias: str) -> None:
    assert any(alias in (r.name, *r.aliases) for r in read(nlp, text).referents)


def test_whose_conduct_is_examined_is_not_inspected(nlp: Language) -> None:
    found = facts(read(nlp, "The Fraud Office is examining the Tax Ministry's handling of the loans."))
    assert ("Fraud Office", "investigates", "Tax Ministry") in found
    assert not any(relation == "inspects" for _, relation, _ in found)


def test_an_inspection_to_come_is_one(nlp: Language) -> None:
    text = "The Standards Board will inspect Oakfield Hospital. The Fraud Office may inspect Nordsea Ltd."
    made = facts(read(nlp, text), "conducts", "concerns")
    inspection = "Standards Board inspection of Oakfield Hospital"
    assert made == {
        ("Standards Board", "conducts Proposed", inspection),
        (inspection, "concerns Proposed", "Oakfield Hospital"),
    }


def test_findings_are_a_report_though_a_finding_is_none(nlp: Language) -> None:
    text = "Releasing the findings of his inquiry into Acme Ltd, Ombudsman Tom Reid said that it must improve."
    ((document, doc),) = annotate(nlp, [Document("d", text, "d.txt", "")])
    reading = load_mapper().read(document, doc)
    assert OV.authors in {claim.predicate for claim in reading.claims}
