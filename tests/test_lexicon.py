"""Frames and concepts as the lexicon writes them."""

from collections import Counter

import pytest

from kg.errors import OntologyError
from kg.lexicon import parse_frame
from kg.vocab import data_path

RELATION = "https://example.org/field#owns"


def test_a_frame_has_its_arguments_with_the_classes_that_may_stand_there() -> None:
    frame = parse_frame("subj:Fund > obj:Firm|of ; needs=name ; not=said", RELATION, "own-v")
    assert [(slot.name, set(slot.kinds)) for slot in (*frame.subject, *frame.object)] == [
        ("subj", {"https://example.org/field#Fund"}),
        ("obj", {"https://example.org/field#Firm"}),
        ("of", set()),
    ]
    assert (set(frame.needs), set(frame.excludes)) == ({"name"}, {"said"})


@pytest.mark.parametrize("text", ["subj", "subj:Fund|Firm > obj", "subj > Firm", "subj > obj|Firm"])
def test_a_frame_that_cannot_be_read_is_refused_by_name(text: str) -> None:
    with pytest.raises(OntologyError, match="own-v: cannot read the frame"):
        parse_frame(text, RELATION, "own-v")


def test_a_concept_has_one_definition() -> None:
    """Two would be two meanings under one name, as when two changes come to call theirs alike."""
    lines = data_path("ontology", "lexicon.ttl").read_text("utf-8").splitlines()
    concepts = Counter(line.split()[0] for line in lines if " a ontolex:LexicalConcept " in line)
    assert [concept for concept, times in concepts.items() if times > 1] == []
