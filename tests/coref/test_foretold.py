"""Bodies that a story says what they are before it names them."""

import pytest
from spacy.language import Language

from tests.coref.reading import meant, read

pytestmark = pytest.mark.model

STORY = "Chile's {} on Thursday fined Acme Ltd over a spill.\n\n{} sent two engineers to the yard in May."


@pytest.mark.parametrize(
    ("described", "named", "body"),
    [
        ("tailings watchdog", "The National Tailings Service (NTS)", "National Tailings Service"),
        ("dairy regulator", "The Milk Marketing Board (MMB)", "Milk Marketing Board"),
        ("dairy regulator", "The Kent Hauliers' Union (KHU)", "Chile's dairy regulator"),
        ("dairy regulator", "The Milk Marketing Board", "Chile's dairy regulator"),
    ],
)
def test_a_description_is_of_the_body_named_next(nlp: Language, described: str, named: str, body: str) -> None:
    assert meant(read(nlp, STORY.format(described, named)), described.split()[-1]) == body


def test_a_country_is_short_for_no_body(nlp: Language) -> None:
    cast = read(nlp, "Ghana has 16 regions. The Ghana Water Company was late. Ghana's minister met its board.")
    assert meant(cast, "Company") == "Ghana Water Company"
    assert all("Ghana" not in thing.forms for thing in cast.things if len(thing.forms) > 1)
