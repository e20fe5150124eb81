"""Which of several a noun means, by what stands beside it and by what the text says of each."""

import pytest
from spacy.language import Language

from tests.coref.reading import meant, read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "The Civil Aviation Authority grounded Zenaria Airways. The aviation regulator said it was unsafe.",
            "regulator",
            "Civil Aviation Authority",
        ),
        (
            "The Zimbra Electoral Board cleared Tendai Moyo. The election board said he was eligible.",
            "board",
            "Zimbra Electoral Board",
        ),
        (
            "Union Credit Bank was fined by the Central Bank of Tarvia. The central bank said the bank had lied.",
            "bank",
            "Union Credit Bank",
        ),
        (
            "Union Credit Bank was fined by the Central Bank of Tarvia. The lender will appeal.",
            "lender",
            "Union Credit Bank",
        ),
        (
            "The Independent Police Monitor criticised Kent Vale Police. The police watchdog was angry.",
            "watchdog",
            "Independent Police Monitor",
        ),
        ("Norvex Pharma was fined. The drugmaker will pay.", "drugmaker", "Norvex Pharma"),
        (
            "The Housing Ombudsman wrote to Ormsby Council. The ombudsman was angry.",
            "ombudsman",
            "Housing Ombudsman",
        ),
        (
            "Detective Sergeant Liam Oakes was dismissed by Kent Vale Police. The detective had stolen cash.",
            "detective",
            "Liam Oakes",
        ),
        (
            "Detective Sergeant Liam Oakes was dismissed by Kent Vale Police. The officer had stolen cash.",
            "officer",
            "Liam Oakes",
        ),
        (
            "Former mayor Carlos Benavides was arrested. The former mayor denies the charges.",
            "mayor",
            "Carlos Benavides",
        ),
        ("Ann Moyo, the former treasurer, was charged. The former treasurer left.", "treasurer", "Ann Moyo"),
    ],
)
def test_the_one_that_is_meant(nlp: Language, text: str, word: str, name: str) -> None:
    assert meant(read(nlp, text), word) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Northline Rail and Southern Star Trains were fined. The company has not replied.", "company"),
        ("The Ministry of Education and the Ministry of Finance quarrel. The ministry is silent.", "ministry"),
        ("Marlow Council sued Denby Council. The council said the bridge was unsafe.", "council"),
        ("Ada Obi and Rose Oke resigned on Monday. She said the chair had lied.", "She"),
        ("Ada Obi and Rose Oke, two former mayors, were charged. The former mayor left.", "mayor"),
    ],
)
def test_either_may_be_meant(nlp: Language, text: str, word: str) -> None:
    assert meant(read(nlp, text), word) is None
