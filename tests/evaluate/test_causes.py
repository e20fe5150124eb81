"""At which stage a relation of the gold was lost."""

import pytest

from kg.evaluate.causes import Causes, Key
from kg.evaluate.gold import Gold, GoldEntity, GoldRelation
from kg.mapper.study import Study, Trial
from kg.types import Document, Mention, Reading
from kg.vocab import OV

TEXT = "Ofmar inspected Fenwick Council. It rebuked the council.\nA Tarn Report followed, Ann Lee wrote."
GOLD = Gold(
    "a",
    TEXT,
    None,
    (
        GoldEntity("om", "Organisation", ("Ofmar",)),
        GoldEntity("fc", "Organisation", ("Fenwick Council",)),
        GoldEntity("tr", "Report", ("Tarn Report",)),
        GoldEntity("al", "Person", ("Ann Lee",)),
    ),
    (),
)
AT = {"a#0": "om", "a#1": "fc", "a#3": "al"}  # nobody is the Tarn Report
REBUKE = GoldRelation("om", "criticises", "fc", "asserted", "It rebuked the council")
INSPECT = GoldRelation("om", "inspects", "fc", "asserted", "Ofmar inspected Fenwick Council")
WROTE = GoldRelation("al", "authors", "tr", "asserted", "Ann Lee wrote")


def causes(
    *found: Key, spoken: tuple[tuple[str, str], ...] = (), trials: tuple[tuple[str, str, str], ...] = ()
) -> Causes:
    mentions = tuple(Mention("a", TEXT.index(w), TEXT.index(w) + len(w), w, OV.Organisation, who) for w, who in spoken)
    tried = tuple(Trial(TEXT.index(word), OV[relation], reason) for word, relation, reason in trials)
    reading = Reading(Document("a", TEXT, "a", ""), (), (), ())
    return Causes(GOLD, AT, found, Study(reading, (), mentions, tried))


NAMES = (("Ofmar", "a#0"), ("Fenwick", "a#1"))
LINKED = (("It", "a#0"), ("the council", "a#1"))


def test_an_entity_that_was_not_found_comes_first() -> None:
    assert causes().missed(WROTE) == "entity not found: object (Report)"


def test_a_relation_of_an_event_that_was_taken_for_another() -> None:
    assert causes(("al", "authors", "a#7", "asserted")).missed(WROTE) == "duplicate event"


def test_what_the_sentence_speaks_of_but_is_not_linked() -> None:
    assert causes(spoken=NAMES).missed(REBUKE) == "coreference: subject and object"
    assert causes(spoken=(*NAMES, LINKED[0])).missed(REBUKE) == "coreference: object"


def test_a_sentence_with_no_word_for_the_relation() -> None:
    assert causes(spoken=LINKED).missed(REBUKE) == "no trigger"
    elsewhere = causes(spoken=LINKED, trials=(("inspected", "criticises", ""), ("rebuked", "inspects", "")))
    assert elsewhere.missed(REBUKE) == "no trigger"


@pytest.mark.parametrize(
    ("reason", "cause"),
    [
        ("no object that is known", "argument missed: no object that is known"),
        ("the object, Kent, is a place", "type refused: the object, Kent, is a place"),
        ("needs infinitive", "no frame: needs infinitive"),
        ("", "argument missed"),
    ],
)
def test_a_word_that_got_no_further(reason: str, cause: str) -> None:
    assert causes(spoken=LINKED, trials=(("rebuked", "criticises", reason),)).missed(REBUKE) == cause


def test_near_misses() -> None:
    assert causes(("om", "inspects", "fc", "denied")).missed(INSPECT) == "status"
    assert causes(("fc", "criticises", "om", "asserted")).missed(INSPECT) == "another relation between the two"


def test_what_is_wrong_with_a_claim() -> None:
    wanted = {INSPECT.key, WROTE.key}
    why = causes().wrong
    assert why(("om", "inspects", "fc", "proposed"), wanted) == "status"
    assert why(("om", "praises", "fc", "asserted"), wanted) == "another relation between the two"
    assert why(("om", "inspects", "a#9", "asserted"), wanted) == "object not in the gold"
    assert why(("al", "inspects", "fc", "asserted"), wanted) == "one end wrong"
    assert why(("al", "praises", "fc", "asserted"), wanted) == "no relation between the two"
