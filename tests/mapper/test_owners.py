"""Who runs, heads, pays and passes on: frames that ask what kind of thing stands at the other end."""

import pytest
from spacy.language import Language

from kg.vocab import OV
from tests.mapper.reading import claims

ALL = frozenset({OV.leads, OV.memberOf, OV.appoints, OV.partOf, OV.sanctions, OV.refersTo})

CASES = [
    # a place of its own is part of whoever runs or owns it
    ("Perth Hospital is run by Sunrise Care.", {"Perth Hospital partOf Sunrise Care"}),
    ("HMP Lowdale is managed by Corvane Custodial.", {"HMP Lowdale partOf Corvane Custodial"}),
    ("Northern Utilities, which owns Kestrel Water, denied it.", {"Kestrel Water partOf Northern Utilities"}),
    ("The Standards Unit is housed in the Ministry of Works.", {"Standards Unit partOf Ministry of Works"}),
    # whoever is paid a fine has laid it on the payer
    ("Kestrel Water paid a $3 million fine to the Shipping Board.", {"Shipping Board sanctions Kestrel Water"}),
    ("Kestrel Water paid the Shipping Board a $3 million fine.", {"Shipping Board sanctions Kestrel Water"}),
    ("The Shipping Board issued a $3 million fine to Kestrel Water.", {"Shipping Board sanctions Kestrel Water"}),
    (
        "The committee recommended that Delta Lines be blacklisted by the Ministry of Transport.",
        {"Ministry of Transport sanctions Delta Lines (proposed)"},
    ),
    # a file goes to an office, or to the head of another body
    (
        "The Shipping Board handed the file to the Director of Public Prosecutions.",
        {"Shipping Board refersTo Director of Public Prosecutions"},
    ),
    ("The Shipping Board sent the file to the Attorney General, Anna Holt.", {"Shipping Board refersTo Anna Holt"}),
    ("The Shipping Board sent the file to Anna Holt.", set()),
    (
        "The Shipping Board handed a copy of the report to its chairman, Tom Reid.",
        {"Tom Reid leads Shipping Board"},
    ),
    ("The Shipping Board transmitted the records to the Fraud Bureau.", {"Shipping Board refersTo Fraud Bureau"}),
    ("The Fraud Bureau received a referral from the Shipping Board.", {"Shipping Board refersTo Fraud Bureau"}),
    # a secretary heads a department, and is one of several elsewhere
    (
        "Dr Leila Haddad, Secretary of the Department of Fisheries, denied it.",
        {"Leila Haddad leads Department of Fisheries"},
    ),
    (
        "Dr Leila Haddad, a secretary at the Department of Fisheries, denied it.",
        {"Leila Haddad memberOf Department of Fisheries"},
    ),
    ("Ministry of Works Permanent Secretary Jana Mala objected.", {"Jana Mala leads Ministry of Works"}),
    ("The college, which is managed by a board of governors, is in Perth.", set()),
    # closed, stopped, limited: by those whose work it is
    ("The Care Inspectorate closed Elm House.", {"Care Inspectorate sanctions Elm House"}),
    ("The Care Inspectorate stopped Elm House from taking children.", {"Care Inspectorate sanctions Elm House"}),
    ("The Care Inspectorate placed restrictions on Elm House.", {"Care Inspectorate sanctions Elm House"}),
    ("The Care Inspectorate ordered the closure of Elm House.", {"Care Inspectorate sanctions Elm House"}),
    ("The Teaching Council prohibited Anna Holt from teaching.", {"Teaching Council sanctions Anna Holt"}),
    ("The House voted to impeach President Tom Reid.", {"House sanctions Tom Reid"}),
    # whom a watchdog suspends is not one of its own
    ("The Medical Council suspended Dr Tom Reid from practice.", {"Medical Council sanctions Tom Reid"}),
    # an adviser of a ministry is not its head
    (
        "We heard from Dr Nigel Thorne, Chief Medical Officer, Ministry of Health.",
        {"Nigel Thorne memberOf Ministry of Health"},
    ),
    ("The Western Directorate, to which Elm College reports, denied it.", set()),
    # whom a disciplinary board dismisses is not one of its own
    ("The Police Disciplinary Board sacked Paul Nea.", set()),
    (
        "Marama Teo, a former High Court judge, leads the Integrity Office. Her deputy is Luc Wamytan.",
        {"Marama Teo leads Integrity Office", "Marama Teo memberOf High Court (former)"},
    ),
    (
        "The Harbour Board decided to expel Tyrol Helicopters and to suspend its director, Karl Wolf.",
        {"Harbour Board sanctions Tyrol Helicopters"},
    ),
    # the chief of a field is not the head
    (
        "Kent County Council's finance chief, Tom Reid, knew it.",
        {"Tom Reid memberOf Kent County Council"},
    ),
    # chosen to a body, and on several boards
    (
        "Carla Reyes was named to the Parole Board by Tom Hale.",
        {"Carla Reyes memberOf Parole Board", "Tom Hale appoints Carla Reyes"},
    ),
    (
        "Tom Hale installed Carla Reyes as head of the Rail Inspectorate.",
        {"Carla Reyes leads Rail Inspectorate", "Tom Hale appoints Carla Reyes"},
    ),
    (
        "Anna Holt sits on the boards of Kestrel Water and the Arts Trust.",
        {"Anna Holt memberOf Kestrel Water", "Anna Holt memberOf Arts Trust"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_stands_at_the_other_end(nlp: Language, text: str, expected: set[str]) -> None:
    assert claims(nlp, text, ALL) == expected
