"""Another ontology, other words, public data: ``python bench/text2kg.py FOLDER``.

FOLDER holds ``ont_*_ground_truth.jsonl`` of Text2KGBench (github.com/cenguix/Text2KGBench,
``data/dbpedia_webnlg/ground_truth``); the ontologies and lexicons beside this file, in ``text2kg/``, were
written for it without sight of its test sentences beyond the benchmark's own examples. A triple is right if
its three terms are those of the gold without case, spaces and underscores, as the benchmark's scorer has it;
precision, recall and F1 are means over the sentences, a sentence for which nothing is found counting as 0.
"""

import argparse
import json
import re
from pathlib import Path

from kg.pipeline import reader
from kg.types import Document, Reading, Status

HERE = Path(__file__).parent / "text2kg"
Triple = tuple[str, str, str]


def main() -> None:
    """Score each set that a field is there for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for field in ("politician", "company"):
        for file in sorted(folder.glob(f"ont_*_{field}_ground_truth.jsonl")):
            score(field, [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()])


def score(field: str, rows: list[dict[str, object]]) -> None:
    """Read the sentences of one set with its own ontology and lexicon, and print how that went."""
    read = reader(None, HERE / f"{field}.ttl", HERE / f"{field}-lexicon.ttl")
    documents = [Document(str(row["id"]), str(row["sent"]), str(row["id"]), "") for row in rows]
    sums, right, found, wanted, made_up = [0.0, 0.0, 0.0], 0, 0, 0, 0
    for row, reading in zip(rows, read(documents), strict=True):
        ours, gold = triples(reading), {key(t["sub"], t["rel"], t["obj"]) for t in row["triples"]}  # type: ignore[attr-defined]
        both = len(ours & gold)
        p, r = both / len(ours) if ours else 0.0, both / len(gold)
        sums = [a + b for a, b in zip(sums, (p, r, 2 * p * r / (p + r) if p + r else 0.0), strict=True)]
        right, found, wanted = right + both, found + len(ours), wanted + len(gold)
        made_up += sum(name not in fold(str(row["sent"])) for s, _, o in ours for name in (s, o))
    p, r, f1 = (total / len(rows) for total in sums)
    print(f"{field:10s} {len(rows)} sentences: P {p:.2f} R {r:.2f} F1 {f1:.2f} (means);", end=" ")
    print(f"{right} right of {found} found, {wanted} in the gold; names not in the sentence: {made_up}")


def triples(reading: Reading) -> set[Triple]:
    """What a sentence asserts, in the benchmark's terms."""
    name = {referent.id: referent.name for referent in reading.referents}
    return {
        key(name[c.subject], c.predicate.rsplit("#", 1)[-1], name[c.object])
        for c in reading.claims
        if c.status is Status.ASSERTED
    }


def key(subject: str, relation: str, object_: str) -> Triple:
    """The benchmark's way to compare."""
    return fold(subject), fold(relation), fold(object_)


def fold(text: str) -> str:
    """Without case, spaces and underscores."""
    return re.sub(r"(_|\s)+", "", text).lower()


if __name__ == "__main__":
    main()
