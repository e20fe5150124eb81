"""Bodies that a text calls by their noun alone."""

import pytest
from spacy.language import Language

from tests.coref.reading import meant, read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The pilot said that the Authority had ignored his letter.", "Authority"),
        ("Twelve mines closed last year. The Inspectorate fined none of them.", "Inspectorate"),
        ("It was agreed that the Department would pay for the new quay.", "Department"),
        ("Two elders wrote to the Foundation, and the foundation replied in June.", "foundation"),
    ],
)
def test_a_body_named_by_its_noun_alone(nlp: Language, text: str, word: str) -> None:
    assert meant(read(nlp, text), word) == word.capitalize()


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("The Tamar Harbour Authority met. The Authority raised its fees.", "Authority", "Tamar Harbour Authority"),
        ("Life at the College", "College", None),
        ("She joined the Department of Roads in May.", "Department", "Department of Roads"),
        ("The committee that she set up has met twice.", "committee", None),
    ],
)
def test_no_body_of_its_own(nlp: Language, text: str, word: str, name: str | None) -> None:
    assert meant(read(nlp, text), word) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Staff told the Authority of the spill. We inspected the plant.\n\nAda Lund\nChair, Lakes Water Authority",
         "Lakes Water Authority"),
        ("The Ministry was slow. In June, papers reached the Ministry of Fisheries.", "Ministry of Fisheries"),
    ],
)  # fmt: skip
def test_a_body_whose_name_comes_later(nlp: Language, text: str, name: str) -> None:
    cast = read(nlp, text)
    assert cast.at[next(t.i for t in cast.doc if t.text in ("Authority", "Ministry"))].name == name


def test_another_body_of_that_noun_comes_in_later(nlp: Language) -> None:
    text = (
        "The tribunal chided the Authority for its delay. "
        "In May the Baltic Ports Authority (BPA) looked at our files. We gave it what it asked for."
    )
    cast = read(nlp, text)
    assert cast.at[next(t.i for t in cast.doc if t.text == "Authority")].name == "Authority"
    assert cast.voice is not None
    assert cast.voice.name == "Authority"


def test_who_reports_without_a_name(nlp: Language) -> None:
    text = (
        "The Committee finds that the canal is unsafe. The committee recommends that the Waterways Board dredge it. "
        "The Committee notes that the Waterways Board has no money.\n\nMaria Lund\nChair"
    )
    cast = read(nlp, text)
    assert cast.host is not None
    assert cast.host.name == "Committee"
