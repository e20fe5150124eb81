"""Measuring a reading: what counts as right, and whether confidence means precision."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate, read_gold
from kg.evaluate.measure import reliability
from kg.types import Claim, Document, Evidence, Reading, Referent, Status
from kg.vocab import OV

TEXT = "The Marsh Inspectorate (MI) inspected Fenwick Council. It published a report on the council."
ENTITIES = [
    {"id": "mi", "type": "Organisation", "name": "Marsh Inspectorate", "aliases": ["MI"]},
    {"id": "fc", "type": "Organisation", "name": "Fenwick Council", "aliases": []},
    {"id": "rep", "type": "Report", "name": "Marsh Inspectorate report on Fenwick Council", "aliases": []},
]


def relation(subject: str, predicate: str, object_: str, status: str = "asserted") -> dict[str, str]:
    return {"subject": subject, "predicate": predicate, "object": object_, "status": status, "evidence": TEXT[:20]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    relations = [relation("mi", "inspects", "fc"), relation("mi", "publishes", "rep")]
    gold = {"id": "a", "text": TEXT, "date": None, "entities": ENTITIES, "relations": relations}
    (tmp_path / "a.json").write_text(json.dumps(gold))
    return tmp_path


def reading(*claims: tuple[str, str, str, Status, float]) -> Reading:
    referents = (
        Referent("a#0", OV.Organisation, "MI"),
        Referent("a#1", OV.Organisation, "the Fenwick Council"),
        Referent("a#2", OV.Report, "MI report on Fenwick Council", ("Marsh Inspectorate report",)),
    )
    made = tuple(
        Claim(s, OV[p], o, status, (Evidence("a", 0, 10, sure, "https://w3id.org/oversight/lexicon#made-up"),))
        for s, p, o, status, sure in claims
    )
    return Reading(Document("a", TEXT, "a", ""), referents, (), made)


def reads(*readings: Reading):  # type: ignore[no-untyped-def]
    def read(documents: Sequence[Document]) -> Iterable[Reading]:
        assert [d.text for d in documents] == [TEXT]
        return readings

    return read


def test_both_ends_relation_and_status_must_be_right(folder: Path) -> None:
    found = reading(
        ("a#0", "inspects", "a#1", Status.ASSERTED, 0.9),
        ("a#1", "inspects", "a#0", Status.ASSERTED, 0.6),  # the wrong way round
        ("a#0", "publishes", "a#2", Status.DENIED, 0.6),
    )
    measured = evaluate(read_gold(folder), reads(found))
    assert (measured.strict.right, measured.strict.found, measured.strict.wanted) == (1, 3, 2)
    assert (measured.pair.right, measured.pair.found, measured.pair.wanted) == (2, 2, 2)
    assert {row.name: row.right for row in measured.relations} == {"inspects": 1, "publishes": 0}


def test_a_report_is_known_by_the_words_of_its_name(folder: Path) -> None:
    measured = evaluate(read_gold(folder), reads(reading(("a#0", "publishes", "a#2", Status.ASSERTED, 0.9))))
    assert measured.entities.right == 2
    assert measured.strict.right == 1


def test_what_is_alleged_is_said_all_the_same(folder: Path) -> None:
    measured = evaluate(read_gold(folder), reads(reading(("a#0", "inspects", "a#1", Status.ALLEGED, 0.9))))
    assert measured.strict.right == 1


def test_each_error_is_told_with_its_cause(folder: Path) -> None:
    found = reading(("a#0", "inspects", "a#1", Status.DENIED, 0.9), ("a#0", "criticises", "a#1", Status.ASSERTED, 0.9))
    errors = evaluate(read_gold(folder), reads(found)).errors
    assert {(e.wrong, e.relation, e.cause) for e in errors} == {
        (False, "Marsh Inspectorate -inspects-> Fenwick Council", "status"),
        (
            False,
            "Marsh Inspectorate -publishes-> Marsh Inspectorate report on Fenwick Council",
            "no relation between the two",
        ),
        (True, "Marsh Inspectorate -inspects-> Fenwick Council (denied)", "status"),
        (True, "Marsh Inspectorate -criticises-> Fenwick Council", "another relation between the two"),
    }


def test_calibration_compares_confidence_with_precision() -> None:
    bins = list(reliability([(0.95, True), (0.92, False), (0.2, False), (1.0, True)]))
    assert [(b.low, b.claims, round(b.confidence, 3), round(b.precision, 3)) for b in bins] == [
        (0.2, 1, 0.2, 0.0),
        (0.9, 3, 0.957, 0.667),
    ]


def test_a_folder_without_gold_and_a_broken_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no gold files"):
        read_gold(tmp_path)
    (tmp_path / "b.json").write_text('{"text": "x"}')
    with pytest.raises(InputError, match=r"b\.json: is no gold file"):
        read_gold(tmp_path)


@pytest.mark.parametrize("name", ["practice", "fresh"])
def test_the_gold_quotes_its_own_texts(name: str) -> None:
    folder = Path(__file__).parent.parent / "data" / name
    for gold in read_gold(folder):
        assert gold.text == (folder / f"{gold.id}.txt").read_text("utf-8")
        ids = {entity.id for entity in gold.entities}
        for one in gold.relations:
            assert {one.subject, one.object} <= ids
            assert one.evidence in gold.text
