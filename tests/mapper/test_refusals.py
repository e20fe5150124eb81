"""What a careful reader does not take from a sentence, beside its like from which he does."""

import pytest
from spacy.language import Language

from kg.coref import make_coref
from kg.ner import annotate
from kg.types import Document
from kg.vocab import OV
from tests.mapper.reading import claims

pytestmark = pytest.mark.model

ALL = frozenset(
    {
        *(OV.oversees, OV.inspects, OV.investigates, OV.criticises, OV.praises, OV.callsOn, OV.sanctions),
        *(OV.appoints, OV.removes, OV.memberOf, OV.leads, OV.partOf, OV.succeeds, OV.authors, OV.publishes),
        *(OV.conducts, OV.commissions, OV.concerns, OV.produces, OV.respondsTo, OV.refersTo),
    }
)

REFUSED = [
    # in someone's own words "they" are not the body that is hers
    (
        "Anna Boyd, who chairs the House of Commons Treasury Committee, welcomed the decision but asked why it had "
        'taken the regulator six years. "They were asleep at the wheel," she said.',
        "Anna Boyd criticises House of Commons Treasury Committee",
    ),
    # what one does not do, and a post that was over long before
    (
        "Anna Boyd had been Ofsted's deputy head till 2010. Last May she left the bank rather than give up the post.",
        "Anna Boyd resignsFrom",
    ),
    ("Anna Boyd had been Ofsted's deputy head till 2010. She resigned today.", "Anna Boyd resignsFrom Ofsted"),
    # whoever pays, or makes an act harder, has not done it; talk is no referral, a duty to answer no praise
    ("Lloyds Bank had to pay a fine after an investigation of its books.", "Lloyds Bank conducts"),
    ("Ofcom fined Barclays after a public inquiry led by Ann Lee.", "Ofcom conducts"),
    ("Ofcom fined Barclays after an inquest, heard by the coroner Ann Lee, into a death.", "Ofcom conducts"),
    ("The Rail Board faulted the Treasury for relying on Lloyds Bank to audit itself.", "Lloyds Bank inspects"),
    ("A complaint about the length of it, made by Anna Boyd, was upheld by the Rail Board.", "criticises Anna Boyd"),
    ("The Minister of Health, Anna Boyd, spoke. The Leeds Health Board met.", "Anna Boyd memberOf Leeds Health Board"),
    ("Anna Boyd retired in 2007 and now chairs Acme Ltd.", "Anna Boyd resignsFrom"),
    ("Anna Boyd, the founder of Acme Ltd, agreed.", "Anna Boyd leads Acme Ltd"),
    ("The Treasury wrote to Ofsted. Ofsted is assessing the request.", "Ofsted inspects"),
    ("The Rail Board fined Acme Ltd. Anna Boyd, its chair, accused it of waste.", "Anna Boyd criticises Rail Board"),
    ("John Smith was dismissed by the Association for an offence.", "Association for an"),
    ("The review was made difficult by Lloyds Bank failing to answer.", "Lloyds Bank conducts"),
    ("Anna Boyd raised the matter with the chairman of Ofsted, John Smith.", "Anna Boyd refersTo"),
    ("Anna Boyd said it was time for Lloyds Bank to be held accountable.", "Anna Boyd praises Lloyds Bank"),
    ("The Treasury looked at Ofsted's handling of its inquiry into John Smith.", "Treasury investigates John Smith"),
    # whom others join need not belong to them
    ("The Ports Committee met. It was joined by Anna Boyd of Ofsted.", "Anna Boyd memberOf Ports Committee"),
    # acts that follow somebody else's report do not tell whom that is about
    ("Following the Boyd report, Lloyds Bank sacked its director, John Smith.", "Boyd report concerns John Smith"),
    ("Anna Boyd released a statement after lunch with the Treasury.", "Anna Boyd respondsTo"),
    # what an inquiry recommended is carried out, not the inquiry
    (
        "Lloyds Bank promised to carry out every recommendation of the Boyd inquiry.",
        "Lloyds Bank conducts Boyd inquiry",
    ),
    # what was not carried out was an act of one's own, and agreeing to be looked into answers nothing
    ("Lloyds Bank failed to carry out a proper assessment.", "Lloyds Bank respondsTo"),
    ("Lloyds Bank has agreed to an independent audit by Deloitte.", "Lloyds Bank respondsTo"),
    ("Anna Boyd was disappointed that Lloyds Bank was closed down.", "Anna Boyd criticises Lloyds Bank"),
    ("Anna Boyd has a qualified opinion of Lloyds Bank.", "Anna Boyd criticises Lloyds Bank"),
    # whoever is to get something is not called on
    ("Anna Boyd requested that Lloyds Bank receive $2 million.", "Anna Boyd callsOn Lloyds Bank"),
    # who is to lead what was ordered is not called on
    ("The Treasury ordered a review of Lloyds Bank, to be led by Anna Boyd.", "Treasury callsOn Anna Boyd"),
    # whom others join need not belong to them
    ("The Ports Committee met. It was joined by Anna Boyd of Ofsted.", "Anna Boyd memberOf Ports Committee"),
    # a title alone does not say whose
    ("Ofsted praised staff. Head teacher Anna Boyd arrived in May.", "Anna Boyd leads Ofsted"),
    ("MP Anna Boyd spoke. The Estimates Committee met on Monday.", "Anna Boyd memberOf Estimates Committee"),
    # said to be something, not put in a post
    ("Anna Boyd dismissed John Smith as a crank.", "Anna Boyd removes John Smith"),
    ("The Treasury named Anna Boyd as the culprit.", "Treasury appoints Anna Boyd"),
    ("Lloyds Bank turned down a seat on the Press Council.", "Lloyds Bank criticises Press Council"),
    ("The Press Council singled out Anna Boyd, who had kept notes.", "Press Council criticises Anna Boyd"),
    # done to something of theirs, not to them
    ("The High Court dismissed a claim by Anna Boyd.", "High Court removes Anna Boyd"),
    ("John Smith said the treatment of Anna Boyd was appalling.", "John Smith criticises Anna Boyd"),
    ("John Smith condemned the treatment of Anna Boyd.", "John Smith criticises Anna Boyd"),
    ("Anna Boyd said Northern Trains has the right to appeal.", "Anna Boyd praises Northern Trains"),
    ("Ofgem assessed £4m in penalties last year.", "Ofgem conducts"),
    # held against someone, and not found
    ("Kent Police said Anna Boyd faces charges of fraud and neglect.", "Kent Police criticises Anna Boyd"),
    ("The Treasury said Anna Boyd was charged with misconduct.", "Treasury criticises Anna Boyd"),
    ("Kent Police confirmed that Anna Boyd is under investigation for misconduct.", "Kent Police criticises Anna Boyd"),
    # a post in another place, or of others
    (
        "Hackney Council was fined. Croydon Mayor Anna Boyd was not.",
        "Anna Boyd leads Hackney Council",
    ),
    (
        "Former chief constable Reid has died. Tom Reid was Chief Constable of Suffolk. Kent Police said no.",
        "Tom Reid leads Kent Police",
    ),
    (
        "Home Office officials Anna Boyd and Tom Reid and council leader Mary Walsh left.",
        "Mary Walsh memberOf Home Office",
    ),
    # a power or a task, and no act
    (
        "The Rail Safety Board regulates and inspects Northern Trains.",
        "Rail Safety Board conducts Rail Safety Board inspection of Northern Trains",
    ),
    (
        "The Home Office asked Anna Boyd to look into Northern Trains.",
        "Home Office callsOn Anna Boyd",
    ),
    ("Ofgem asked Anna Boyd to chair an inquiry into Acme Ltd.", "Ofgem callsOn Anna Boyd"),
    ("Northern Trains published its risk assessment.", "Northern Trains conducts"),
    (
        "Kent Police is not investigating Northern Trains.",
        "Kent Police conducts Kent Police investigation into Northern Trains (denied)",
    ),
    ("Anna Boyd demanded a probe of Acme Ltd by Ofgem.", "Anna Boyd callsOn Acme Ltd"),
    ("Kent Police may investigate Northern Trains.", "Kent Police conducts"),
    # whose it is
    ("Rowan Hospital failed its inspection by the Care Quality Commission.", "Rowan Hospital conducts"),
    (
        "The Treasury published a report. Acme Ltd will take the report to its lawyers.",
        "Acme Ltd publishes Acme Ltd report (proposed)",
    ),
    (
        "Coroner Anna Boyd is hearing an inquest into the death of John Smith.",
        "Anna Boyd investigates John Smith",
    ),
    (
        "Slovakia's swimming federation was fined. Ofgem met the Austrian federation, which it criticised.",
        "criticises Slovakia",
    ),
    # names that are no bodies, bodies that are no parts
    ("The Director of Aviation Safety, Anna Boyd, said that Acme Ltd agreed.", "Anna Boyd leads"),
    ("The file of Food Safety Officer Anna Boyd is with Acme Ltd.", "Anna Boyd memberOf"),
    # of which of two
    ("Ofgem met Acme Ltd, and its chief executive, Anna Boyd, spoke.", "Anna Boyd leads"),
    ("Coroner Anna Boyd spoke. HM Assistant Coroner John Smith did not.", "memberOf HM"),
    ("Anna Boyd sits on 90 acres in Kent County Council's park.", "Anna Boyd memberOf Kent County Council"),
    ("Dear Anna,\n\nKent Police was asked by the advocacy group River Watch to act.", "Kent Police callsOn"),
    ("Acme Ltd was fined. An audit by the accounting firm Platt & Rowe was late.", "Acme Ltd conducts"),
    # an appeal that asks for nothing
    ("Anna Boyd appealed to the Tenants Tribunal, which threw it out.", "Anna Boyd callsOn Tenants Tribunal"),
    # another's report
    (
        "The Audit Office published a report on Acme Ltd. Its editor may be removed by a judge of the tribunal.",
        "Audit Office conducts",
    ),
    # what bystanders say of an inquiry
    (
        "Ofgem opened an inquiry into Acme Ltd. The inquiry will be thorough, Anna Boyd of Kent Police said.",
        "Anna Boyd respondsTo Ofgem inquiry into Acme Ltd",
    ),
    # what befell someone is none of their doing
    ("Coroner Anna Boyd found that John Smith's death was contributed to by neglect.", "criticises John Smith"),
    ("John Smith's mother wept. Anna Boyd apologised for the failings in his care.", "respondsTo John Smith"),
    ("Ofcom said there were failings in the care of the Rowan Trust and in John Smith's detention.", "John Smith"),
    # at whose word, and from whom
    ("John Smith, the ombudsman, was late. He launched an investigation at Anna Boyd's request.", "concerns Anna Boyd"),
    ("Ofcom was told in a report detailing complaints of misconduct from Dr Anna Boyd.", "concerns Anna Boyd"),
    ("Deaths were not reported to Anna Boyd by the Rowan Trust.", "oversees"),
    # called after whom it is about
    ("The Tom Hill inquiry criticised the Rail Board.", "Tom Hill criticises"),
    # who chooses its chair
    ("John Smith is appointed as head of the commission of inquiry by Cabinet.", "Cabinet conducts"),
    # whoever it may be
    (
        "The Rail Ombudsman seeks a chief after Anna Boyd, who led it, retired. He or she will oversee its staff.",
        "Anna Boyd oversees",
    ),
    ("Ofsted said there was a lack of skill and professionalism at the Rowan Trust.", "praises"),
    # as what, the text says
    ("Acme NHS Trust admits failings. The trust's chief executive Maggie Bolton was fined £500.", "memberOf"),
]

KEPT = [
    # whose post "its" makes one, and whom a text has said it means by a noun
    (
        "Ofsted has begun proceedings against Lloyds Bank, its chairman Anna Boyd and its head John Smith.",
        "Anna Boyd leads Lloyds Bank",
    ),
    ("Ofsted fined Lloyds Bank and its chief executive, Anna Boyd.", "Anna Boyd leads Lloyds Bank"),
    ("Ofsted criticised Lloyds Bank, its chairman, Anna Boyd, and his deputy.", "Anna Boyd leads Lloyds Bank"),
    (
        'Ofsted fined Acme Ltd ("the Company"). Elmore Ltda, a subsidiary of the Company, had paid.',
        "Elmore Ltda partOf Acme Ltd",
    ),
    (
        "Ofsted fined Acme Ltd (formerly Zeta Ltd) (the “Company”). Barclays praised the Company.",
        "Barclays praises Acme Ltd",
    ),
    ("Ofsted commenced investigations in May against Lloyds Bank.", "Ofsted investigates Lloyds Bank"),
    (
        "Anna Boyd ended with a call for Ofsted to undertake a full audit of Lloyds Bank.",
        "Ofsted conducts Ofsted audit of Lloyds Bank (proposed)",
    ),
    (
        "Ofsted met Hill Trust. Hill Trust, whose chief executive, Anna Boyd, agreed, left.",
        "Anna Boyd leads Hill Trust",
    ),
    ("The Audit Committee met. Chairman Anna Boyd spoke.", "Anna Boyd leads Audit Committee"),
    ("Anna Boyd, the acting director of the Prison Service, agreed.", "Anna Boyd leads Prison Service"),
    ("Acme Ltd dismissed Anna Boyd as its chief executive.", "Acme Ltd removes Anna Boyd"),
    ("The Treasury named Anna Boyd as its new chair.", "Treasury appoints Anna Boyd"),
    ("The Press Council singled out Anna Boyd for her failure to act.", "Press Council criticises Anna Boyd"),
    ("The Rail Safety Board regulates and inspects Northern Trains.", "Rail Safety Board inspects Northern Trains"),
    ("The Home Office asked Anna Boyd to publish the files.", "Home Office callsOn Anna Boyd"),
    ("Kent Police is not investigating Northern Trains.", "Kent Police investigates Northern Trains (denied)"),
    (
        "Kent Police is investigating Northern Trains.",
        "Kent Police conducts Kent Police investigation into Northern Trains",
    ),
    ("Anna Boyd would like John Smith to resign.", "Anna Boyd callsOn John Smith"),
    (
        "Anna Boyd of the Scottish Greens, who wants John Smith to resign, spoke.",
        "Anna Boyd callsOn John Smith",
    ),
    ("Acme Ltd was fined. Its chief executive, Anna Boyd, spoke.", "Anna Boyd leads Acme Ltd"),
    ("The Treasury praised the Press Council, led by Anna Boyd, on Monday.", "Anna Boyd leads Press Council"),
    ("Anna Boyd sits on the Press Council.", "Anna Boyd memberOf Press Council"),
    (
        "Ofgem wrote to Acme Ltd ahead of its full report, expected in May.",
        "Ofgem publishes Ofgem report (proposed)",
    ),
    ("Anna Boyd appealed to the Treasury to act.", "Anna Boyd callsOn Treasury"),
    ("The Treasury nominated Anna Boyd.", "Treasury appoints Anna Boyd (proposed)"),
    ("Hill Trust will be folded into Wye Trust.", "Hill Trust partOf Wye Trust"),
    (
        "The inspection of Rowan Hospital by the Care Quality Commission found delays.",
        "Care Quality Commission conducts Care Quality Commission inspection of Rowan Hospital",
    ),
    ("Acme Ltd replaced chief executive Anna Boyd with John Smith.", "Anna Boyd leads Acme Ltd (former)"),
    ("The municipal manager of Knysna Municipality, Anna Boyd, agreed.", "Anna Boyd leads Knysna Municipality"),
    ("The regional director of Ofgem, Anna Boyd, agreed.", "Anna Boyd memberOf Ofgem"),
    ("Ofcom found failings in the care of the Rowan Trust.", "Ofcom criticises Rowan Trust"),
    ("Coroner Anna Boyd said John Smith's treatment of prisoners was wrong.", "Anna Boyd criticises John Smith"),
    ("Ofcom found evidence of neglect by the Rowan Trust.", "Ofcom criticises Rowan Trust"),
    ("The Rowan Trust reports to the Treasury.", "Treasury oversees Rowan Trust"),
    ("The Rowan Trust was fined. The trust's chief executive Anna Boyd left.", "Anna Boyd leads Rowan Trust"),
    ("The Rail Board is obligated to hold Acme Ltd accountable.", "Rail Board oversees Acme Ltd"),
    ("The Rail Board held Acme Ltd accountable for the fire.", "Rail Board criticises Acme Ltd"),
    (
        "The House of Deputies Committee on Rail met. It ignored a vote of the House. The committee criticised Ofcom.",
        "House of Deputies Committee on Rail criticises Ofcom",
    ),
    (
        "The Governor of the Central Bank of Utopia (CBU), Mr. John Smith, left.",
        "John Smith leads Central Bank of Utopia",
    ),
    ("Ms. Boyd's report criticised the Rail Board.", "Boyd criticises Rail Board"),
    ("Ms. Boyd's report criticised the Rail Board.", "Boyd authors Boyd report on Rail Board"),
    ("Ofsted said there was a lack of skill and professionalism at the Rowan Trust.", "Ofsted criticises Rowan Trust"),
    ("John Smith was dismissed after an inquiry by Kent Police.", "Kent Police investigates John Smith"),
    ("Ofcom fined Barclays after a public inquiry.", "Ofcom conducts Ofcom inquiry into Barclays"),
    ("The Minister of Health, Anna Boyd, spoke. The Ministry of Health met.", "Anna Boyd leads Ministry of Health"),
    (
        "The Serious Fraud Office is investigating the tender.",
        "Serious Fraud Office conducts Serious Fraud Office investigation",
    ),
    ("The Rail Board fined Acme Ltd. Anna Boyd, its chair, accused it of waste.", "Anna Boyd criticises Acme Ltd."),
    (
        "The Housing Ombudsman Service met. Anna Boyd, the Housing Ombudsman, spoke.",
        "Anna Boyd leads Housing Ombudsman Service",
    ),
    (
        "The ministry of health and social care fined Acme Ltd.",
        "ministry of health and social care sanctions Acme Ltd.",
    ),
]

WE = "We opened a case. We found that rules were broken. {} Our work goes on."


@pytest.mark.parametrize(("text", "wrong"), REFUSED)
def test_nothing_of_the_kind_is_said(nlp: Language, text: str, wrong: str) -> None:
    assert not [found for found in claims(nlp, text, ALL) if wrong in found]


@pytest.mark.parametrize(("text", "right"), KEPT)
def test_its_like_is_said(nlp: Language, text: str, right: str) -> None:
    assert right in claims(nlp, text, ALL)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Housing Ombudsman has a duty to tenants. " + WE.format(""), "Housing Ombudsman"),
        ("Rowan House\n\nResidential home\n\n" + WE.format(""), None),
        ("Rowan Commission\n\nOur findings\n\n" + WE.format(""), "Rowan Commission"),
        ("Acme Homes owns 40 flats. " + WE.format("The Housing Ombudsman had met tenants."), None),
    ],
)
def test_a_watchdog_named_in_passing_is_not_who_says_we(nlp: Language, text: str, voice: str | None) -> None:
    ((_, doc),) = annotate(nlp, [Document("d", text, "d.txt", "")])
    thing = make_coref(nlp, "kg_coref")(doc)._.kg_cast.voice
    assert (thing.name.removeprefix("The ") if thing else None) == voice
