"""How well pronouns and descriptions are resolved, on OntoGUM: ``python bench/coref.py FOLDER``.

FOLDER holds CoNLL-U files of OntoGUM (github.com/amir-zeldes/gum, ``coref/ontogum/conllu``), of which the
news documents ``GUM_news_*`` are read. A link joins a pronoun or a common noun to the names of what it
speaks of; it is judged where both ends are mentions in the gold, and right if the gold has them in one
chain. The pronouns that recall counts are those whose chain has a name, as only such can be linked.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from kg.coref import Cast, Thing  # importing registers the component
from kg.ner import annotate, load
from kg.types import Document

PATTERN = "GUM_news_*.conllu"
CHAIN = re.compile(r"\((?P<open>\d+)(?:\[\d+/\d+\])?(?P<whole>\))?|(?P<close>\d+)(?:\[\d+/\d+\])?\)")


@dataclass(slots=True)
class Gold:
    """One document: its text, and the chains whose mentions have their head at an offset."""

    name: str
    text: str = ""
    chains: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    named: set[str] = field(default_factory=set)  # chains with a proper noun at the head of a mention
    pronouns: dict[int, str] = field(default_factory=dict)  # offset -> chain


@dataclass(slots=True)
class Word:
    """A line of CoNLL-U."""

    start: int
    form: str
    tag: str
    head: int  # index within the sentence, from 1; 0 for the root
    chains: str


@dataclass(slots=True)
class Score:
    """Links of one sort, counted."""

    right: int = 0
    judged: int = 0
    unjudged: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.judged if self.judged else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0


def main() -> None:
    """Print precision and recall by sort of mention."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print each wrong link and each pronoun missed")
    options = parser.parse_args()
    golds = [read_gold(path) for path in sorted(options.folder.glob(PATTERN))]
    if not golds:
        raise SystemExit(f"{options.folder}: no {PATTERN}; give the folder coref/ontogum/conllu of GUM")
    scores: dict[str, Score] = defaultdict(Score)
    nlp = load()
    nlp.add_pipe("kg_coref")
    documents = [Document(id=gold.name, text=gold.text, source=gold.name, sha256="") for gold in golds]
    for gold, (_, doc) in zip(golds, annotate(nlp, documents), strict=True):
        for line in judge(gold, doc, scores):
            if options.show:
                print(line)
    _print(scores)


def read_gold(path: Path) -> Gold:
    """Text, paragraphs apart, and chains of one file."""
    gold = Gold(path.stem)
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), None)
        if text is None:
            continue
        new = any(line.startswith("# newpar") for line in lines)
        gold.text += ("\n\n" if new else " ") * bool(gold.text)
        _read_sentence(gold, list(_words(lines, text, len(gold.text))))
        gold.text += text
    return gold


def _words(lines: Iterable[str], text: str, base: int) -> Iterator[Word]:
    at = 0
    for line in lines:
        cells = line.split("\t")
        if not cells[0].isdigit():
            continue
        at = text.index(cells[1], at)
        notes = dict(note.partition("=")[::2] for note in cells[9].split("|"))
        yield Word(base + at, cells[1], cells[4], int(cells[6]), notes.get("Entity", ""))
        at += len(cells[1])


def _read_sentence(gold: Gold, words: list[Word]) -> None:
    for chain, start, end in _mentions(words):
        head = next((w for w in words[start:end] if not start < w.head <= end), words[start])
        gold.chains[head.start].add(chain)
        if head.tag.startswith("NNP"):
            gold.named.add(chain)
        if head.tag.startswith(("PRP", "WP")) and end - start == 1:
            gold.pronouns[head.start] = chain


def _mentions(words: list[Word]) -> Iterator[tuple[str, int, int]]:
    opened: dict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        for match in CHAIN.finditer(word.chains):
            if match["whole"]:
                yield match["open"], i, i + 1
            elif match["open"]:
                opened[match["open"]].append(i)
            elif opened[match["close"]]:
                yield match["close"], opened[match["close"]].pop(), i + 1


def judge(gold: Gold, doc: Doc, scores: dict[str, Score]) -> Iterator[str]:
    """Count the links of a document; yields a line for each that is wrong or missing."""
    cast: Cast = doc._.kg_cast
    right: set[int] = set()
    at = {token.idx: token for token in doc}
    for thing in cast.things:
        chains = chains_of(gold, doc, thing)
        for start, end in thing.spans if chains else ():
            token = doc[start:end].root
            if end - start > 1 or token.text in thing.forms:
                continue
            sort = token.lower_ if token.pos_ == "PRON" else "nouns"
            theirs = gold.chains.get(token.idx)
            if not theirs:
                scores[sort].unjudged += 1
                continue
            scores[sort].judged += 1
            scores[sort].right += bool(theirs & chains)
            right |= {token.idx} if theirs & chains else set()
            if not theirs & chains:
                yield f"{gold.name}: WRONG {token} {token.i} -> {thing.name} | {token.sent.text.strip()}"
    for offset, chain in sorted(gold.pronouns.items()):
        if chain in gold.named and offset in at:
            token = at[offset]
            scores[token.lower_].wanted += 1
            if offset not in right:
                yield f"{gold.name}: MISSED {token} {token.i} | {token.sent.text.strip()}"


def chains_of(gold: Gold, doc: Doc, thing: Thing) -> set[str]:
    """The gold chain that most of a thing's names are in."""
    count: Counter[str] = Counter()
    for start, end in thing.spans:
        if doc[start:end].text in thing.forms:
            count.update(c for token in doc[start:end] for c in gold.chains.get(token.idx, ()))
    best = max(count.values(), default=0)
    return {chain for chain, n in count.items() if n == best}


def _print(scores: dict[str, Score]) -> None:
    print(f"{'mention':12} precision recall  right judged wanted unjudged")
    rows = sorted(scores.items(), key=lambda item: (-item[1].judged, item[0]))
    rows.append(("all", _sum(scores.values())))
    for sort, s in rows:
        print(f"{sort:12} {s.precision:9.2f} {s.recall:6.2f} {s.right:6} {s.judged:6} {s.wanted:6} {s.unjudged:8}")


def _sum(scores: Iterable[Score]) -> Score:
    total = Score()
    for s in scores:
        total.right += s.right
        total.judged += s.judged
        total.unjudged += s.unjudged
        total.wanted += s.wanted
    return total


if __name__ == "__main__":
    main()
