"""Which names are names of one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kg.coref.likeness import fold, initials
from tests.coref.reading import meant, read


def together(nlp: Language, text: str, first: str, second: str) -> bool:
    """Whether two names of a text are taken for names of one thing."""
    things = read(nlp, text).things
    holding = [[t.number for t in things if name in t.forms] for name in (first, second)]
    assert all(holding), f"not both names were found in {[t.forms for t in things]}"
    return holding[0] == holding[1]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The Medicines Control Agency (MCA) fined Acme Ltd. The MCA gave no reason.",
            "Medicines Control Agency",
            "MCA",
        ),
        (
            "West Mercia Police was inspected in May. WMP has apologised.",
            "West Mercia Police",
            "WMP",
        ),
        (
            "The Committee on Port Enterprises met. COPE chairman Ann Poole resigned.",
            "Committee on Port Enterprises",
            "COPE",
        ),
        ("Netball South Africa met. Netball SA president Ann Poole left.", "Netball South Africa", "Netball SA"),
        ("The Farmers' Movement (BBW) voted. He left the BBW in May.", "Farmers' Movement", "BBW"),
        ("The Serious Fraud Cell met. The Cell charged Ann Poole.", "Serious Fraud Cell", "Cell"),
        ("HMP Wrayby was inspected. Inspectors praised Wrayby.", "HMP Wrayby", "Wrayby"),
        ("The Peace Corps met. The Corps dismissed Tom Lee.", "Peace Corps", "Corps"),
        ("Halden Mining Ltd was fined. Halden Mining Ltd. will appeal.", "Halden Mining Ltd", "Halden Mining Ltd."),
        ("Nordwatt's supervisory board met.", "Nordwatt's supervisory board", "supervisory board"),
        ("Mary Walsh resigned in May. Ms Walsh gave no reason.", "Mary Walsh", "Walsh"),
        ("Mary T Walsh resigned. M. Walsh gave no reason.", "Mary T Walsh", "M. Walsh"),
        (
            "Northgate Rail Services was fined in May. Northgate Rail will appeal.",
            "Northgate Rail Services",
            "Northgate Rail",
        ),
        ("Pell Quay is to close. Nurses at Pell Quay Hospital were told.", "Pell Quay", "Pell Quay Hospital"),
        ("TG Metals Corporation was fined. TG Metals will appeal.", "TG Metals Corporation", "TG Metals"),
        (
            "Arden Credit Union Limited failed. Arden Credit Union was late.",
            "Arden Credit Union",
            "Arden Credit Union Limited",
        ),
    ],
)
def test_one_thing(nlp: Language, text: str, first: str, second: str) -> None:
    assert together(nlp, text, first, second)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Mary Walsh praised Peter Walsh, who had resigned.", "Mary Walsh", "Peter Walsh"),
        ("RTÉ's audit committee met. RTÉ was late.", "RTÉ's audit committee", "RTÉ"),
        ("The National Crime Squad met the Metro Drugs Squad in May.", "National Crime Squad", "Metro Drugs Squad"),
        ("Kent Police met Kent County Council in May.", "Kent Police", "Kent County Council"),
        ("Leeds City Council met Leeds United in May.", "Leeds City Council", "Leeds United"),
        ("Essex Police Federation met Essex Police in May.", "Essex Police Federation", "Essex Police"),
        (
            "Tern Marine was praised. It was sold by Tern Marine Engines Ltd (TMEL) in May.",
            "Tern Marine",
            "Tern Marine Engines Ltd",
        ),
        ("Mr John Walsh resigned in May. Mrs Walsh did not.", "John Walsh", "Walsh"),
    ],
)
def test_two_things(nlp: Language, text: str, first: str, second: str) -> None:
    assert not together(nlp, text, first, second)


@pytest.mark.model
def test_a_short_form_that_fits_two_names_is_neither(nlp: Language) -> None:
    text = "Solent Care Trust met Solent Housing Association. Solent declined to comment."
    things = read(nlp, text).things
    assert not any("Solent" in t.forms and len(t.forms) > 1 for t in things)


@pytest.mark.model
def test_of_two_people_of_one_surname_the_title_tells_who_is_meant(nlp: Language) -> None:
    cast = read(nlp, "Mr John Walsh met Mrs Ann Walsh. Mr Walsh left. Mrs Walsh stayed.")
    told = [cast.at[t.i].name for t in cast.doc if t.text == "Walsh"]
    assert told == ["John Walsh", "Ann Walsh", "John Walsh", "Ann Walsh"]


@given(st.text())
def test_folding_a_name_twice_changes_nothing_more(name: str) -> None:
    once = fold(f"Kent {name.split()[0] if name.split() else ''}")
    assert fold(once) == once


def test_a_comma_before_and_makes_no_other_name() -> None:
    assert fold("Committee on Ports, Rail, and Roads") == fold("Committee on Ports, Rail and Roads")


def test_initials_leave_small_words_out() -> None:
    assert initials("Department for Education and Skills") == "DES"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("The Department of Justice sued. The Justice Department won.", "Department of Justice", "Justice Department"),
        (
            "The Food Safety Service was late. The U.S. Food Safety Service agreed.",
            "Food Safety Service",
            "U.S. Food Safety Service",
        ),
        ("The Committee on Ports met. The Ports Committee agreed.", "Committee on Ports", "Ports Committee"),
        ("The Treasury Department was late. The Treasury agreed.", "Treasury Department", "Treasury"),
        ("DOJ sued. The Department of Justice won.", "DOJ", "Department of Justice"),
        (
            "Mill Lane Primary was rated good. The Mill Lane Parents' Forum met. Mill Lane's fair is in May.",
            "Mill Lane Primary",
            "Mill Lane",
        ),
    ],
)
def test_turned_and_shortened_names(nlp: Language, text: str, first: str, second: str) -> None:
    assert together(nlp, text, first, second)


@pytest.mark.model
def test_a_department_is_called_by_its_field(nlp: Language) -> None:
    text = "The Department of Corrections replied. The chief executive of Corrections has left."
    assert together(nlp, text, "Department of Corrections", "Corrections")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kent County Council was late. I accept that the Department was slow.", "Department"),
        ("The Inspector accepted that the Police had erred.", "Police"),
        ("In its letter the Authority asked the governors to act.", "Authority"),
    ],
)
def test_a_body_that_has_no_other_name_is_called_so(nlp: Language, text: str, name: str) -> None:
    assert [t.forms for t in read(nlp, text).things if name in t.forms] == [[name]]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Department for Transport was slow. The Department apologised.",
        "The department was slow.",
        "Department heads left.",
    ],
)
def test_a_body_that_has_another_name_is_not(nlp: Language, text: str) -> None:
    assert not [t for t in read(nlp, text).things if "Department" in t.forms]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peter and Anna Walczak founded Northlight Ltd.", "Peter Walczak"),
        ("The court convicted Ajay and Vikram Mehta.", "Ajay Mehta"),
    ],
)
def test_two_who_share_a_surname(nlp: Language, text: str, name: str) -> None:
    assert any(name in t.forms for t in read(nlp, text).things)


@pytest.mark.model
def test_noun_of_two_words_is_the_body_whose_name_has_them(nlp: Language) -> None:
    cast = read(nlp, "The Central Bank of Kessia raised concerns. In May the central bank fined the lender.")
    assert meant(cast, "bank") == "Central Bank of Kessia"


@pytest.mark.model
def test_steering_group_is_no_group_named_before(nlp: Language) -> None:
    cast = read(nlp, "The Centre for River Studies will do it. Its chief will sit on the steering group.")
    assert meant(cast, "group") != "Centre for River Studies"
