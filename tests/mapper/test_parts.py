"""Bodies that are parts of bodies, and bodies that came after others."""

import pytest
from spacy.language import Language

from tests.mapper.reading import ties

BODIES = [
    (
        "The European Parliament's Working Group on Aid expressed dismay.",
        {"Working Group on Aid partOf European Parliament"},
    ),
    (
        "The Financial Conduct Authority's Enforcement Division wrote to banks.",
        {"Enforcement Division partOf Financial Conduct Authority"},
    ),
    (
        "The Rail Inspection Agency is part of the Transport Department.",
        {"Rail Inspection Agency partOf Transport Department"},
    ),
    (
        "The Rail Inspection Agency, a division of the Transport Department, wrote to ministers.",
        {"Rail Inspection Agency partOf Transport Department"},
    ),
    (
        "The Rail Inspection Agency, an arm of the Transport Department, wrote to ministers.",
        {"Rail Inspection Agency partOf Transport Department"},
    ),
    ("Acme Holdings subsidiary Brightdale Water was fined.", {"Brightdale Water partOf Acme Holdings"}),
    ("Brightdale Water, a unit of Acme Holdings, was fined.", {"Brightdale Water partOf Acme Holdings"}),
    ("Acme Water Ltd, whose parent company is Acme Holdings, was fined.", {"Acme Water Ltd partOf Acme Holdings"}),
    ("Acme Water Ltd and its parent company, Acme Holdings, were fined.", {"Acme Water Ltd partOf Acme Holdings"}),
    ("Acme Holdings bought Acme Water Ltd in 2020.", {"Acme Water Ltd partOf Acme Holdings"}),
    ("Acme Holdings bought Acme Water Ltd's debt in 2020.", set()),
    ("Acme Water Ltd, a subsidiary of Acme Holdings, was fined.", {"Acme Water Ltd partOf Acme Holdings"}),
    (
        "Acme Water Ltd, a wholly owned subsidiary of Acme Holdings, was fined.",
        {"Acme Water Ltd partOf Acme Holdings"},
    ),
    (
        "Acme Holdings, the parent company of Acme Water Ltd, was fined.",
        {"Acme Water Ltd partOf Acme Holdings"},
    ),
    ("Acme Water Ltd, which is owned by Acme Holdings, was fined.", {"Acme Water Ltd partOf Acme Holdings"}),
    (
        "The Rail Inspection Agency is not part of the Transport Department.",
        {"Rail Inspection Agency partOf Transport Department (denied)"},
    ),
    (
        "The Health Partnership is made up of Kent County Council and Essex Police.",
        {"Essex Police partOf Health Partnership", "Kent County Council partOf Health Partnership"},
    ),
    ("Kent County Council's Audit Committee met on Monday.", {"Audit Committee partOf Kent County Council"}),
    (
        "The Care Quality Commission replaced the Healthcare Commission in 2009.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Healthcare Commission was replaced by the Care Quality Commission in 2009.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Care Quality Commission took over from the Healthcare Commission in 2009.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Care Quality Commission, formerly the Healthcare Commission, wrote to trusts.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Care Quality Commission, formerly known as the Healthcare Commission, wrote to trusts.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Care Quality Commission was known as the Healthcare Commission until 2009.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Healthcare Commission became the Care Quality Commission in 2009.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Healthcare Commission was renamed the Care Quality Commission in 2009.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Care Quality Commission, the successor to the Healthcare Commission, wrote to trusts.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "The Rail Safety Board was formed in 2017 from the merger of the Rail Inspection Agency "
        "and the Transport Safety Agency.",
        {
            "Rail Safety Board succeeds Rail Inspection Agency",
            "Rail Safety Board succeeds Transport Safety Agency",
        },
    ),
    (
        "The Rail Safety Board was formed in 2017 out of the Rail Inspection Agency.",
        {"Rail Safety Board succeeds Rail Inspection Agency"},
    ),
    (
        "The Rail Inspection Agency and the Transport Safety Agency merged to form the Rail Safety Board.",
        {
            "Rail Safety Board succeeds Rail Inspection Agency",
            "Rail Safety Board succeeds Transport Safety Agency",
        },
    ),
    (
        "The Rail Inspection Agency merged with the Transport Safety Agency in 2017 to become the Rail Safety Board.",
        {
            "Rail Safety Board succeeds Rail Inspection Agency",
            "Rail Safety Board succeeds Transport Safety Agency",
        },
    ),
    (
        "The Care Quality Commission was set up to replace the Healthcare Commission.",
        {"Care Quality Commission succeeds Healthcare Commission"},
    ),
    (
        "Ann Boyd, the commissioner, leads the Food and Drug Administration's Office of Women's Health.",
        {
            "Ann Boyd leads Office of Women's Health",
            "Office of Women's Health partOf Food and Drug Administration",
        },
    ),
    (
        "The Office of Women's Health, part of the Food and Drug Administration, agreed.",
        {"Office of Women's Health partOf Food and Drug Administration"},
    ),
    (
        "The Office of Women's Health at the Food and Drug Administration agreed.",
        {"Office of Women's Health partOf Food and Drug Administration"},
    ),
    (
        "The Food and Drug Administration (FDA), an agency within the Department of Health and Human Services, agreed.",
        {"Food and Drug Administration partOf Department of Health and Human Services"},
    ),
    (
        "The Department of Homeland Security's Federal Rivers Management Agency agreed.",
        {"Federal Rivers Management Agency partOf Department of Homeland Security"},
    ),
    ("Acme Water's parent company, Beta Holdings, agreed.", {"Acme Water partOf Beta Holdings"}),
    ("Acme Water, owned by Beta Holdings, agreed.", {"Acme Water partOf Beta Holdings"}),
    ("Acme Water is a unit of Beta Holdings.", {"Acme Water partOf Beta Holdings"}),
    (
        "The Prison Service falls under the Ministry of Justice.",
        {"Prison Service partOf Ministry of Justice"},
    ),
    ("The Ministry of Justice and its Prison Service agreed.", {"Prison Service partOf Ministry of Justice"}),
    ("The Prison Agency (now the Prison Service) agreed.", {"Prison Service succeeds Prison Agency"}),
    (
        "The Prison Service, which replaced the Prison Agency, agreed.",
        {"Prison Service succeeds Prison Agency"},
    ),
    (
        "The Prison Agency has since been replaced by the Prison Service.",
        {"Prison Service succeeds Prison Agency"},
    ),
    (
        "The Prison Agency has since been renamed as the Prison Service.",
        {"Prison Service succeeds Prison Agency"},
    ),
    (
        "The Standards Division of the Rail Inspection Agency wrote to ministers.",
        {"Standards Division partOf Rail Inspection Agency"},
    ),
    (
        "Acme Police, whose Marine Crimes Unit took a year over it, filed charges.",
        {"Marine Crimes Unit partOf Acme Police"},
    ),
    ("The Senate Fisheries Committee met on Monday.", {"Senate Fisheries Committee partOf Senate"}),
    (
        "PARLIAMENT OF MALTA\nPORTS COMMITTEE\nMinutes of the meeting of 3 May 2022",
        {"PORTS COMMITTEE partOf PARLIAMENT OF MALTA"},
    ),
    ("Acme Holdings, the owner of Acme Water Ltd, was fined.", {"Acme Water Ltd partOf Acme Holdings"}),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_contain_and_follow_each_other(nlp: Language, text: str, expected: set[str]) -> None:
    assert ties(nlp, text) == expected
