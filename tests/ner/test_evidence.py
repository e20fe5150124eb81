"""What the words around a name tell of its kind."""

import pytest
from spacy.language import Language

from tests.coref.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mary Walsh runs a home in Leeds, which was praised in May.", "Place"),
        ("Nordkyn Power, under its chief executive, lost money.", "Organisation"),
        ("Mary Walsh wrote to Barclays, which was praised in May.", "Organisation"),
    ],
)
def test_a_clause_may_be_about_more_than_a_place(nlp: Language, text: str, kind: str) -> None:
    """What stands in a place may be meant by "which", and not the place."""
    assert [thing.kind for thing in read(nlp, text).things][-1] == kind
