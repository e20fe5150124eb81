"""One thing for each report and investigation, however often it is spoken of."""

import pytest
from spacy.language import Language

from kg.coref import CastReader
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.ner import annotate
from kg.types import Document
from kg.vocab import load_ontology

pytestmark = pytest.mark.model


def events(nlp: Language, text: str) -> list[list[str]]:
    """The mentions of each event of a text."""
    ((_, doc),) = annotate(nlp, [Document("d", text, "d.txt", "")])
    cast = CastReader(load_lexicon(), load_ontology(), load_gazetteer()).read(doc)
    return [[doc[s:e].text for s, e in t.spans] for t in cast.things if t.head is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ofsted carried out a review of Wigan Council. The review found delays.",
            [["review", "review"]],
        ),
        (
            "Ofsted opened an inquiry into Wigan Council. An inquiry by the Treasury into Barclays goes on.",
            [["inquiry"], ["inquiry"]],
        ),
        (
            "A first review by Ofsted, in May 2021, was poor. A second review, in June 2022, was good. "
            "Wigan Council welcomed the findings of May 2021.",
            [["first review", "findings"], ["second review"]],
        ),
        (
            "The first review of Wigan Council was poor. The second review was good.",
            [["first review"], ["second review"]],
        ),
        (
            "Ofsted is investigating Wigan Council. The investigation began in May.",
            [["investigating", "investigation"]],
        ),
        (
            "The inquiry into Barclays took a year. Its report was published in May.",
            [["inquiry", "Its"], ["report"]],
        ),
        (
            "A report on Wigan Council came out in May. The mayor has read it.",
            [["report", "it"]],
        ),
        (
            "A report by the Audit Office blamed Barclays. In court the ruling went against Barclays.",
            [["report"], ["ruling"]],
        ),
        (
            "Ofsted wants a report on what came of the Audit Office's report.",
            [["report"], ["Audit Office's report"]],
        ),
        (
            "The Ethics Panel handed in its findings on Monday. Barclays welcomed the findings.",
            [["findings", "findings"]],
        ),
        (
            "The Health Committee opens hearings on Oakfield Hospital.",
            [["hearings"]],
        ),
        (
            "The Audit Office praised the navy in a 2019 audit. It began an audit of the army.",
            [["audit"], ["audit"]],
        ),
        (
            "The Audit Office issued a report on Barclays. It made three recommendations. Barclays accepted all three.",
            [["report", "three"]],
        ),
        ("The Audit Office issued a report on Barclays. Barclays accepted all three.", [["report"]]),
        ("During a visit by the Prisons Inspectorate, Highdown Prison was dirty.", [["visit"]]),
        ("A visit by the King of Spain to Acme Ltd was a success.", []),
        ("The findings of science matter.", []),
        (
            "Barclays was late. The Ethics Panel is investigating Barclays. It accepted the findings.",
            [["investigating"]],
        ),
        ("There will be no third review. The review found delays.", [["third review"], ["review"]]),
    ],
)
def test_mentions_of_one_event_are_one_thing(nlp: Language, text: str, expected: list[list[str]]) -> None:
    assert sorted(events(nlp, text)) == sorted(expected)


def test_inquiry_after_someone_bears_their_name(nlp: Language) -> None:
    text = "The Harbour Board published an audit. She set up a fund, as the Wallis inquiry had advised."
    assert "Wallis inquiry" in [name for names in events(nlp, text) for name in names]
