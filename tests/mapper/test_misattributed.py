"""News that draws someone in without saying it of them: whose word it is, whom it befalls, what is only nearby."""

import pytest
from spacy.language import Language

from kg.vocab import OV, load_ontology
from tests.mapper.reading import claims

ALL = frozenset(load_ontology().relations)

REFUSED = [
    # some of those who sit on a body do not speak for it
    (
        "All five Liberal members of the Mines Oversight Committee are calling on Senator Ada Wynn to resign.",
        "Mines Oversight Committee callsOn",
    ),
    ("Several members of the Harbour Board accused Ada Wynn of lying.", "Harbour Board criticises"),
    # words that judge somebody else, or nobody
    ("The Treasury may pursue a contempt of Congress charge.", "criticises Congress"),
    (
        "The Greens said the plan would fail, while Labour condemned the reckless promises of the Tories.",
        "criticises Labour",
    ),
    (
        "According to the Daily Ledger, analysts now question whether Acme Ltd can keep up its strong record.",
        "praises Acme Ltd",
    ),
    ("Acme Ltd failed to carry out an order, Newswire reported last month.", "Newswire criticises"),
    ("Mary Rees said she had concerns about the Harbour Board's commitment to its promises.", "praises Harbour Board"),
    ("Tom Reid said he was unaware of any shortfalls in Acme's finances.", "criticises Acme"),
    ("The Standards Committee found clear breaches of the Lords' code by Tom Reid.", "criticises Lords"),
    (
        "Ofgem chair Mary Rees said she admired how Tom Reid bore himself during this disgraceful affair.",
        "Mary Rees criticises Tom Reid",
    ),
    # what others did to someone is none of their doing
    ("Mary Rees celebrated Tom Reid's firing in a message.", "Mary Rees praises Tom Reid"),
    ("The Human Rights Forum condemned the arrest of Ada Obi.", "criticises Ada Obi"),
    ("The court defended Fatima Benso's selection of Idris Kante for trial.", "appoints Idris Kante"),
    ("Tom Reid was freed. He had been serving nine months in Lowdale prison.", "memberOf Lowdale prison"),
    # calls that nobody made
    ("Mary Rees did not want Tom Reid to meddle in the work.", "callsOn"),
    ("The Election Board sued Acme Ltd. It did so under the direction of Mary Rees.", "callsOn"),
    # inquiries called something, and attacked
    (
        "Kent Police opened an investigation into Tom Reid. He denied it, calling the investigation a sham.",
        "Tom Reid commissions",
    ),
    (
        "Ofgem opened an inquiry into Acme Ltd. There were attacks on the fairness of the inquiry by Tom Reid.",
        "Tom Reid conducts",
    ),
    # whom a word for a post means
    (
        "The vote was signed by Judiciary Committee Chairman Jerry Nadal and oversight committee Chairman Tom Reid.",
        "Tom Reid leads Judiciary Committee",
    ),
    (
        "While they also sought the departure of the police chief, Prime Minister Peter Pelle said it mattered little.",
        "Peter Pelle leads Police",
    ),
    ("Ministers have been under fire after failures like Carrow, BHX and Thomas Crewe.", "Thomas Crewe memberOf"),
    ("Spokesmen for the office of the attorney, Loretta Lane, declined to comment.", "Loretta Lane memberOf"),
    ("Acme Ltd and its rival, market leader Mary Rees Dairy, dominate the market.", "leads Acme Ltd"),
    ("Audit Committee chairman Sen. Mary Rees, R-N.C., said the panel had met.", "memberOf R-N.C."),
    ("Consob, Italy's stock market regulator, sued Acme Ltd.", "oversees Italy"),
    (
        "Mary Lane of the Kellam County Office of Food Safety spoke. Kellam County District Attorney Tom Reid did too.",
        "Tom Reid memberOf Kellam County Office of Food Safety",
    ),
    # who answers
    (
        'The Daily Ledger reported the attack. "Everything we have seen points one way," Tom Reid said.',
        "respondsTo Daily Ledger",
    ),
    ("The Daily Ledger reports that the conclusion of the Rees report will be public.", "Daily Ledger respondsTo"),
]

SAID = [
    ("Members of the Mines Oversight Committee criticised Ada Wynn.", "Mines Oversight Committee criticises Ada Wynn"),
    ("Mary Rees said she had concerns about the Harbour Board's pay.", "Mary Rees criticises Harbour Board"),
    ("Tom Reid served nine years in Kent Police.", "Tom Reid memberOf Kent Police"),
    # what is there, whatever is refused or wanted of it
    ("Tom Reid refused to testify at a House hearing.", "House conducts House hearing"),
    (
        "Campaigners want access to Ofgem's investigation into Acme Ltd.",
        "Ofgem conducts Ofgem investigation into Acme Ltd",
    ),
    ("It does not appear that this was any part of Tom Reid's report.", "Tom Reid authors"),
]


@pytest.mark.parametrize(("text", "wrong"), REFUSED)
def test_nobody_is_drawn_in(nlp: Language, text: str, wrong: str) -> None:
    assert not [found for found in claims(nlp, text, ALL) if wrong in found]


@pytest.mark.parametrize(("text", "right"), SAID)
def test_its_like_is_said(nlp: Language, text: str, right: str) -> None:
    assert any(found.startswith(right) and "denied" not in found for found in claims(nlp, text, ALL))


@pytest.mark.model
def test_in_a_timeline_an_office_is_not_that_of_one_who_has_left_it(nlp: Language) -> None:
    entries = (
        "15 May 2012. Anna Boyd is elected as the first Ports Commissioner.",
        "3 June 2014. Resignation of Ms Boyd.",
        "27 April 2016. Chief Constable Paul Lee is suspended by the commissioner.",
    )
    assert claims(nlp, "\n\n".join(entries), frozenset({OV.removes})) == set()
    assert claims(nlp, "\n\n".join(entries[::2]), frozenset({OV.removes})) == {"Anna Boyd removes Paul Lee"}
