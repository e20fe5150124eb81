"""Whose act, finding or word it is: where the parse or a heading would give it to someone else."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

ALL = frozenset(
    {
        *(OV.oversees, OV.inspects, OV.investigates, OV.criticises, OV.praises, OV.callsOn, OV.leads),
        *(OV.conducts, OV.commissions, OV.concerns, OV.produces, OV.appoints, OV.authors, OV.sanctions),
        *(OV.publishes, OV.partOf, OV.memberOf, OV.respondsTo),
    }
)

REFUSED = [
    ("We commend Ofgem for its work, said Mary Walsh, head of the Law Society.", "Law Society praises"),
    ("Mary Walsh said we commended Ofgem.", "praises"),
    ("Ofgem inquired into the payments at the request of Acme Ltd.", "Ofgem investigates Acme"),
    # a finding that worries people is no fault of whoever made it
    ("Mary Walsh expressed alarm about the findings of an Ofgem report.", "criticises Ofgem"),
    ('"The findings of the Auditor General are deeply disappointing," said Mary Walsh.', "criticises Auditor General"),
    ("The Transport Committee will hold a hearing on the Ofgem report.", "investigates Ofgem"),
    # a report on another's investigation
    (
        "Mary Walsh wrote a report on Kent Police's investigation of Acme Ltd.",
        "Kent Police investigation into Acme Ltd produces",
    ),
    # whoever is called on would do it
    ("The Law Society called on Mary Walsh to hold a review of Acme Ltd.", "Law Society inspects"),
    ("The Law Society called on Mary Walsh to hold a review of Acme Ltd.", "Law Society conducts"),
    # an affair called after someone
    ("The Home Office opened an inquiry into the Mary Walsh case.", "investigates Mary Walsh"),
    # a review that another orders, told of in a watchdog's text; an order that is a judge's
    (
        "Thornton Borough Council\n\nOfsted produces this report. The government commissioned a review of care.",
        "Ofsted conducts",
    ),
    (
        "Fair Housing Commission\n\nA judge ordered that the Treasury should pay. We call upon Acme Ltd to act.",
        "Fair Housing Commission callsOn Treasury",
    ),
    # others' complaints, and letters left without a reply, in a watchdog's own text
    (
        "Care Quality Commission\n\nWe met Acme Ltd. A complaint against Mary Walsh was filed by Acme Ltd. We left.",
        "Care Quality Commission criticises Mary Walsh",
    ),
    (
        "Care Quality Commission\n\nWe met Kent Police. Acme Ltd did not reply to our letter. We left.",
        "Care Quality Commission criticises Acme Ltd",
    ),
    # what is only recommended is no answer yet, and a finding about an inquiry is none
    (
        "Kent County Council\n\nThe Ombudsman's decision\n\nWe find the Council at fault. We recommend the Council "
        "provide an apology.",
        "respondsTo Ombudsman",
    ),
    ("The Ombudsman found that Kent County Council's inquiry fell short.", "Ombudsman respondsTo"),
    # "under investigation" is under nobody's supervision
    ("Acme Ltd is under investigation by Ofgem.", "Ofgem oversees"),
    # the reader's own worries
    (
        "Dear Minister,\n\nI write of your concerns about Acme Ltd. I will act.\n\nYours sincerely,\n\nMary Walsh",
        "Mary Walsh criticises Acme Ltd",
    ),
    # a post that ends like that of another
    (
        "Attorney General Mary Walsh spoke. The board of Ofgem should choose the Inspector General.",
        "appoints Mary Walsh",
    ),
    # who gives a report out did not write it; who charges someone is not the court
    ("Senator Mary Walsh released a report by the National Audit Office on Acme Ltd.", "Mary Walsh authors"),
    ("Ofgem arraigned Mary Walsh before the High Court of Kenya.", "High Court of Kenya sanctions"),
    # a thing that someone calls something
    ("The Home Office opened an inquiry into what Mary Walsh described as serious matters.", "concerns Mary Walsh"),
    # a body of another sort
    ("Ofsted and the Care Quality Commission visited Leeds. Ofsted praised the partnership.", "praises"),
    ("The Government Audit Office wrote to the government.", "Government Audit Office partOf"),
    # not who was written to, nor who held the post before
    (
        "Peter Reid, the Chief Inspector of Prisons, went to HMP Rowan. In his letter to Mr Lee, "
        "the Chief Inspector criticised HMP Rowan.",
        "Lee criticises",
    ),
    ("Tom Reid, who was then Justice Secretary, left. Ofgem urged the Justice Secretary to act.", "callsOn Tom Reid"),
    ('"I was moved by the latest report from the Charity Commission," said Mary Walsh.', "criticises"),
    # a committee's minutes that name a council only as one to write to
    (
        "SAFETY COMMITTEE\n\nMinutes of the meeting held on Monday\n\nPresent: Mary Walsh (Chair)\n\n1. Roads\n\n"
        "2. Lights\n\n3. Parks\n\n4. Schools\n\n5. Bins\n\nCouncillor Reid spoke.\n\n"
        "RESOLVED that Kent County Council be asked to act.",
        "memberOf Kent County Council",
    ),
    # capitals
    ("WALSH SEEKS REVIEW OF OFGEM DECISION ON MINES\n\nMary Walsh has asked Ofgem for papers.", "Walsh conducts"),
    # words shared by two nouns
    ("Labour called for a judicial inquiry into the management and operation of prisons.", "concerns Labour"),
    # what a court or a panel is told is not its word
    ("The High Court of Kenya heard that Acme Ltd had failed to pay its staff.", "criticises"),
    (
        "Ofgem\n\nInvestigation report: Acme Ltd\n\nWe were told that Acme Ltd had been negligent.",
        "criticises Acme Ltd",
    ),
    (
        "“It was troubling that Ofgem heard that managers had relied on a promise,” Mary Walsh said.",
        "criticises Ofgem",
    ),
    # those who voice it together
    (
        "Senator Mary Walsh and Senator Tom Lee expressed their serious concerns about Ofgem's approach.",
        "Mary Walsh criticises Tom Lee",
    ),
    (
        "Senator Mary Walsh today wrote to Interior Secretary Tom Lee expressing her serious concerns about Ofgem.",
        "Tom Lee criticises",
    ),
    # a client is not the lawyer, nor is whoever commends praised
    ("Mary Walsh said her client had twice been commended by Kent Police.", "raises"),
    # what is missing is not at fault
    ("Mary Walsh highlighted the absence of a Rail Ombudsman.", "criticises Rail Ombudsman"),
    (
        "Housing Ombudsman\n\nInvestigation report: Kent County Council\n\n1. Mr B said that Kent County Council had "
        "lost his file.\n\n2. We found no evidence that staff had been discourteous.",
        "criticises Kent County Council",
    ),
    # what one wants to do oneself, and how one can help
    (
        "Mary Walsh, chair of the Ports Committee, said: “We want to ensure that our committee members have it.”",
        "callsOn",
    ),
    ("The Ports Committee held a hearing examining how Kent Police can better help and reward staff.", "investigates"),
    # who is written to does not ask
    ("Mary Walsh wrote to the Home Office to request an inquiry into Acme Ltd.", "Home Office commissions"),
    # a release that copies a letter: "we" are those who wrote it, and its reader's address is none of the release's
    (
        "Walsh Demands Answers, Accountability from Newly Confirmed Inspector General\n\nWASHINGTON: Senator Mary "
        "Walsh, who chairs the Fisheries Oversight Subcommittee, sent a letter to Tom Lee, the Secretary of Labor, "
        "on Monday, in which she set out why the ports need to be made safe.\n\nDear Mr. Secretary:\n\nWe have "
        "heard worrying reports. We sent Acme Ltd a letter. We opened an inquiry into Acme Ltd.",
        "Fisheries Oversight Subcommittee c",
    ),
    # what would have been good, had it been there; a principal inspector is no principal
    (
        "Mary Walsh said: “The boy could have been spared pain if Acme Ltd had installed widely available, effective "
        "and inexpensive guards.”",
        "praises",
    ),
    ("Ofgem principal inspector Mary Walsh of Ofgem said it was late.", "Mary Walsh leads"),
    # where a company was tried
    ("The Environment Agency prosecuted Oakfield Foods Limited at Naas District Court.", "partOf"),
    # what is only asked for is nobody's yet, and a year's report comes of no one inquiry
    (
        "Fire Inspectorate\n\nVisit to Acme Ltd\n\nWe visited in May. The board must commission the review "
        "that Mary Walsh has been asking for.",
        "Fire Inspectorate conducts Fire Inspectorate review",
    ),
    (
        "Mary Walsh, the Chief Inspector of Prisons, inspected HMP Rowan in May. In her annual report she was blunt.",
        "produces",
    ),
]

FOUND = [
    # a quotation that has lost its marks; what a person commends with "we" is her own word
    (
        "We commend Ofgem and Kent Police for their work, said Mary Walsh, head of the Law Society.",
        "Mary Walsh praises Kent Police",
    ),
    ("Mary Walsh criticised the findings of an Ofgem report.", "Mary Walsh criticises Ofgem"),
    ("Acme Ltd rejected the finding and accused Ofgem of haste.", "Acme Ltd criticises Ofgem"),
    ("Acme Ltd denied that it had criticised Ofgem.", "Acme Ltd criticises Ofgem (denied)"),
    ("A report requested by the Treasury found waste at Acme Ltd in May.", "Treasury commissions report"),
    (
        "The Law Society called on Mary Walsh to investigate Kent Police.",
        "Mary Walsh investigates Kent Police (prop",
    ),
    ("The Home Office opened an inquiry into Mary Walsh.", "Home Office investigates Mary Walsh"),
    ("Acme Ltd is under the supervision of Ofgem.", "Ofgem oversees Acme Ltd"),
    ("Chief Inspector Mary Walsh of Kent Police spoke.", "Mary Walsh memberOf Kent Police"),
    ("Mary Walsh, chief inspector of the Care Inspectorate, spoke.", "Mary Walsh leads Care Inspectorate"),
    ("The duties of the Board are: (1) to have Ofgem investigate Kent Police.", "Ofgem investigates Kent Police (prop"),
    (
        "Peter Reid, the Chief Inspector of Prisons, went to HMP Rowan. In his letter to Mr Lee, "
        "the Chief Inspector criticised HMP Rowan.",
        "Peter Reid criticises HMP Rowan",
    ),
    (
        "The Ports Committee published its inquiry into building. The Fire Inquiry, led by Mary Walsh, ended.",
        "Ports Committee conducts Ports Committee inquiry",
    ),
    ("Mary Walsh was convicted in the High Court of Kenya.", "High Court of Kenya sanctions Mary Walsh"),
    ("Mary Walsh urged full use of the recommendations of an audit of Kent Police by Ofgem.", "Ofgem inspects Kent"),
    ("The mine must close due to a ruling by the High Court of Kenya.", "High Court of Kenya publishes"),
    ("The panel heard from Mary Walsh that Acme Ltd had been negligent.", "Mary Walsh criticises Acme Ltd"),
    ("Mary Walsh wrote to the Home Office to request an inquiry into Acme Ltd.", "Mary Walsh commissions inquiry"),
    ("Letter Requests Review of Rail Agency", "Letter Requests Review of Rail Agency concerns Rail Agency (prop"),
    (
        "Ofgem took Oakfield Foods Limited to court. The Company pleaded guilty. Mary Walsh convicted the Company.",
        "Mary Walsh sanctions Oakfield Foods Limited",
    ),
    (
        "Ofgem took Oakfield Foods Limited to court. The Firm pleaded guilty. Mary Walsh convicted the Firm.",
        "Mary Walsh sanctions Oakfield Foods Limited",
    ),
    (
        "The Reserve Bank of India (RBI) has, by an order dated September 22, 2023, imposed a monetary penalty of ₹13 "
        "lakh (Rupees Thirteen lakh only) on Oakfield Sahakari Bank Ltd., Kochi (the bank) for its delay.",
        "Reserve Bank of India sanctions Oakfield",
    ),
    ("It is wrong that Acme Ltd kept no records, Mary Walsh said.", "Mary Walsh criticises Acme Ltd"),
    (
        "Senator Mary Walsh today wrote to Interior Secretary Tom Lee expressing her serious concerns about Ofgem.",
        "Mary Walsh criticises Ofgem",
    ),
    (
        "Fire Inspectorate\n\nReport on Acme Ltd\n\nThe Treasury asked us to look into how Acme Ltd lost the files.",
        "Treasury commissions Fire Inspectorate",
    ),
    ("The Ports Committee is examining how Kent Police lost the files.", "Ports Committee investigates Kent Police"),
]

LIST = (
    "The Transport Committee recommends that:\n\n1. Kent Police investigates Acme Ltd with a view to a trial.\n\n"
    "2. The Treasury should not release more funds.\n\nThe Transport Committee met on Monday."
)


def test_what_a_list_recommends_is_wanted_and_not_done(nlp: Language) -> None:
    assert claims(nlp, LIST, frozenset({OV.callsOn, OV.investigates})) == {
        "Transport Committee callsOn Kent Police",
        "Transport Committee callsOn Treasury",
        "Kent Police investigates Acme Ltd (proposed)",
    }


def test_what_a_letter_asks_for_in_a_list_is_not_done(nlp: Language) -> None:
    text = "We ask that you:\n\n1. cause the Auditor-General to carry out an audit of Kent Police;\n\n2. reply."
    assert claims(nlp, text, frozenset({OV.inspects})) == {"Auditor-General inspects Kent Police (proposed)"}


@pytest.mark.parametrize(("text", "claim"), REFUSED)
def test_what_another_did_or_said_is_not_taken(nlp: Language, text: str, claim: str) -> None:
    found = claims(nlp, text, ALL)
    assert not [one for one in found if claim in one], found


@pytest.mark.parametrize(("text", "claim"), FOUND)
def test_what_they_did_or_said_is_taken(nlp: Language, text: str, claim: str) -> None:
    found = claims(nlp, text, ALL)
    assert [one for one in found if one.startswith(claim)], found


def test_a_paragraph_after_who_said_it_is_hers_though_no_marks_stand_around_it(nlp: Language) -> None:
    text = (
        "The review looked at the visit in May.\n\nAnna Boyd, Chair of Water Watch, said:\n\n"
        "We urge Acme Ltd to act, and we welcome the review of our inspection of Kent Police.\n\nWe closed at noon."
    )
    found = claims(nlp, text, frozenset({OV.callsOn, OV.inspects}))
    assert {"Anna Boyd callsOn Acme Ltd", "Water Watch inspects Kent Police"} <= found


@pytest.mark.parametrize("said", ["alleged before us", "put to us", "argued", "suggested in evidence", "said"])
def test_what_nobody_says_is_not_the_committees_word(nlp: Language, said: str) -> None:
    text = (
        "Report of the Ports Committee on ferry safety\n\nWe held four hearings. We thank all who wrote to us.\n\n"
        f"It was {said} that Acme Ltd had lied about its crews. We find that Kent Police failed to act."
    )
    found = {claim for claim in claims(nlp, text, frozenset({OV.criticises})) if "Ports Committee" in claim}
    assert found == {"Ports Committee criticises Kent Police"}


def test_a_body_that_we_deal_with_is_not_we(nlp: Language) -> None:
    text = "We have an accord with Water Watch before we publish. We send the minister our report on Acme Ltd."
    assert not any(claim.startswith("Water Watch publishes") for claim in claims(nlp, text, ALL))


def test_whoever_has_found_what_is_troubling_is_not_at_fault(nlp: Language) -> None:
    text = "It is troubling that Water Watch has identified serious concerns about Acme Ltd, said Anna Boyd."
    assert "Anna Boyd criticises Water Watch" not in claims(nlp, text, ALL)


def test_what_a_body_is_to_be_is_no_praise_of_it(nlp: Language) -> None:
    text = "Anna Boyd said it is vital that Acme Ltd be strong."
    assert not any("praises" in claim for claim in claims(nlp, text, ALL))
