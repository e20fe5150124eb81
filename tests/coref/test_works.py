"""Films, broadcasts and books: which are reports, and by what names they go."""

import pytest
from spacy.language import Language

from tests.coref.reading import read

pytestmark = pytest.mark.model


def reports(nlp: Language, text: str) -> list[str]:
    """The nouns by which a text speaks of reports."""
    return [t.head.lower_ for t in read(nlp, text).things if t.head is not None and t.kind == "Report"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A film about abuse at Elmet Hospital was shown in May.", "film"),
        ("The book accuses the Board of Mines of hiding deaths.", "book"),
        ("In her memoir, Ida Strand accuses Elmet Hospital of neglect.", "memoir"),
        ("An undercover programme was shown in May.", "programme"),
        ("A series of reports on Kestrel Care Ltd won a prize.", "series"),
        ("The novelist made a documentary in 2018.", "documentary"),
        ("Ann Lee and Ali Boyd's film exposed Elmet Hospital.", "film"),
    ],
)
def test_a_work_that_tells_of_someone_is_a_report(nlp: Language, text: str, noun: str) -> None:
    assert reports(nlp, text) == [noun]


@pytest.mark.parametrize(
    "text",
    [
        "The feature film about the Board of Mines is fictional.",
        "A programme on hygiene at Elmet Hospital was run by Dr Vahl.",
        "The programme shows what Elmet Hospital can do.",
        "A series of failures exposed Elmet Hospital to criticism.",
        "The mayor read a book to pupils at Elmet School.",
        "The concert was broadcast by Radio Elmet from Elmet Hospital.",
        "Article 5 of the treaty binds the Board of Mines.",
    ],
)
def test_other_works_are_none(nlp: Language, text: str) -> None:
    assert reports(nlp, text) == []


def test_the_programme_is_the_documentary_spoken_of_and_the_report_another(nlp: Language) -> None:
    text = "A documentary accused Elmet Hospital of neglect. The programme was shown in May. A report followed."
    assert reports(nlp, text) == ["documentary", "report"]


def titled(nlp: Language, text: str) -> list[str]:
    """The titles of the reports of a text that have one."""
    return [t.name for t in read(nlp, text).things if t.head is not None and t.named]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Elmet Hospital sued over the film Silent Wards, which accuses Elmet Hospital.", "Silent Wards"),
        ("Ida Strand, who made the documentary Silent Wards, was sued.", "Silent Wards"),
        ('A documentary by Ida Strand, "The people they forgot", was shown in May.', "The people they forgot"),
        ("Silent Wards is a documentary about Elmet Hospital.", "Silent Wards"),
        ('"Black Snow", a book by Ida Strand about Elmet Hospital, is out.', "Black Snow"),
        ("Her 2015 book on Elmet Hospital, The Long Way Down, was praised.", "The Long Way Down"),
        ('A documentary by Ida Strand entitled "Silent Wards" was shown.', "Silent Wards"),
    ],
)
def test_the_title_of_a_work_stands_beside_it(nlp: Language, text: str, title: str) -> None:
    assert titled(nlp, text) == [title]
