"""Where names end, and what company tells of their kind."""

import pytest
from spacy.language import Language

from tests.ner.test_names import BODY, PERSON, PLACE, names

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He cheated the Willow Hospice Society of S$210,500 in May.", "Willow Hospice Society", BODY),
        ("The Privacy Authority has fined Lumeno €20 million.", "Lumeno", BODY),
        ("The regulator told Arden to pay Norsel 300,000 euros.", "Norsel", BODY),
        ("The bureau opened a case. Telvar said it would cooperate with the bureau.", "Telvar", BODY),
        ("The bureau praised the firm. Alice Telvar runs it. Telvar said it rejected the praise.", "Telvar", PERSON),
        ("Deposits of P4.6 million went to the Cebu Ferry Board.", "Cebu Ferry Board", BODY),
        ("The Moyle/Antrim Division was slow.", "Moyle/Antrim Division", BODY),
        ("Weavers of the Moss Lane Canal Company dug it.", "Moss Lane Canal Company", BODY),
        ("Police in Narvik district are looking into it.", "Police in Narvik district", BODY),
        ("The Chief Justice wrote to the Ministry of Law.", "Ministry of Law", BODY),
        ("Parishes formed, in its stead, the Stony Vale Irrigation District.",
         "Stony Vale Irrigation District", BODY),
        ("They have no quarrel with Harrow Dairy Ltd., a buyer of the milk, which closed.",
         "Harrow Dairy Ltd.", BODY),
        ("The Halden group was raided. Halden denied it.", "Halden", BODY),
        ("Transparency International PNG praised him.", "Transparency International PNG", BODY),
        ("The Comité de Transparencia fined him.", "Comité de Transparencia", BODY),
        ("They met at Brae Weir in May.", "Brae Weir", PLACE),
        ("In a ruling penned by Commissioner Aimee Torre, the poll body said so.", "Aimee Torre", PERSON),
        ("He sits on the Aid Advisory Board for the Department of Trade.", "Aid Advisory Board", BODY),
        ("New Audit Ordered by Senator Lund Reveals Hidden Costs in Ports", "Lund", PERSON),
        ("The SAS has nothing to hide.", "SAS", BODY),
        ("They came from Free State and KwaZulu-Natal (KZN), two provinces.", "KwaZulu-Natal", PLACE),
        ("ST. PAUL, Minn. – Clerks met on Monday.", "ST. PAUL", PLACE),
        ("Labor's Con Hurley wants the minutes.", "Con Hurley", PERSON),
        ("On it will sit: Ola Brandt, Ines Korley, Tarn Ogilby, Pell Vasari, Rena Oke and Bo Lind.",
         "Rena Oke", PERSON),
        ("The review was done by:\n\n  • Una Frayne OBE, formerly Principal, Ayr University", "Una Frayne", PERSON),
        ("Mdm Oh Siew Lian, its president, stood down.", "Oh Siew Lian", PERSON),
        ("DSP Grace Okwu denied it.", "Grace Okwu", PERSON),
        ("R. K. Sharma IAS was moved.", "R. K. Sharma", PERSON),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_should_and_is_of_its_kind(nlp: Language, text: str, name: str, kind: str) -> None:
    assert names(nlp, text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour Auditor Slams Ferry Purchase\n\nThe ferry is late.", "Slams Ferry Purchase"),
        ("The Commissioner and Department officials failed.", "Commissioner and Department"),
        ("Acting Committee Chairperson Mr Tom Reid said so.", "Acting Committee"),
        ("They asked the Board's Environmental Engineer, Shri K. P. Varan.", "Board's Environmental Engineer"),
        ("They were sworn in as Royal Commissioners.", "Royal Commissioners"),
        ("AS IT HAPPENED | Rail boss heard", "AS IT HAPPENED | Rail"),
        ("Young tells MPs Cabinet accepts it.", "MPs Cabinet"),
        ("The crew flew to Cedar Falls SC on Monday.", "Cedar Falls"),
    ],
)
def test_neighbours_make_no_name(nlp: Language, text: str, name: str) -> None:
    assert names(nlp, text).get(name) in (None, PLACE)
