"""Precision, recall and calibration of a reading, per relation and per lexicon entry."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field

from kg.evaluate.causes import Causes, Key
from kg.evaluate.gold import Aligner, Gold, aligned
from kg.lexicon import Lexicon, load_lexicon
from kg.mapper.study import Study
from kg.types import Claim, Document, Reading, Status
from kg.vocab import Ontology, load_ontology, local_name

Read = Callable[[Sequence[Document]], Iterable[Reading | Study]]
BINS = 10


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of one thing measured; ``found`` and ``right`` are ours, ``wanted`` the gold's."""

    name: str
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        total = self.found + self.wanted
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of one band of confidence: how sure they were, and how many of them are right."""

    low: float
    claims: int
    confidence: float
    precision: float


@dataclass(frozen=True, slots=True)
class Miss:
    """A relation of the gold that was not found, or one of ours that the gold has not."""

    document: str
    wrong: bool
    relation: str  # "Body A -inspects-> Body B (denied)"
    sentence: str
    cause: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """``strict``: both ends, relation and status right; ``pair``: some relation between the right two."""

    strict: Row
    pair: Row
    entities: Row
    relations: tuple[Row, ...]
    entries: tuple[Row, ...]  # per relation and lexicon entry; what is wanted is not known
    bins: tuple[Bin, ...]
    errors: tuple[Miss, ...]

    @property
    def calibration_error(self) -> float:
        """Expected calibration error."""
        return calibration_error(self.bins)


@dataclass(slots=True)
class _Tally:
    strict: Counter[str] = field(default_factory=Counter)
    pair: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    relations: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    entries: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    judged: list[tuple[float, bool]] = field(default_factory=list)
    errors: list[Miss] = field(default_factory=list)


def evaluate(
    golds: Sequence[Gold], read: Read, *, ontology: Ontology | None = None, lexicon: Lexicon | None = None
) -> Evaluation:
    """Read the texts of a gold standard and hold what is found against it.

    Of a reading alone little can be said of why a relation was missed; a Study tells at which stage.
    """
    ontology, lexicon = ontology or load_ontology(), lexicon or load_lexicon()
    documents = [Document(g.id, g.text, g.id, "", published=g.date, identifier=g.id) for g in golds]
    tally = _Tally()
    for gold, answer in zip(golds, read(documents), strict=True):
        study = answer if isinstance(answer, Study) else None
        reading = study.reading if study is not None else answer
        assert isinstance(reading, Reading)
        _count(tally, gold, reading, study, _aligner(gold, ontology, lexicon), ontology)
    return Evaluation(
        strict=_row("relations strict", tally.strict),
        pair=_row("relations pair", tally.pair),
        entities=_row("entities", tally.entities),
        relations=tuple(sorted((_row(n, c) for n, c in tally.relations.items()), key=lambda r: (-r.wanted, r.name))),
        entries=tuple(
            sorted((_row(n, c) for n, c in tally.entries.items()), key=lambda r: (r.right - r.found, r.name))
        ),
        bins=tuple(reliability(tally.judged)),
        errors=tuple(tally.errors),
    )


def gold_keys(gold: Gold, reading: Reading, ontology: Ontology, lexicon: Lexicon) -> dict[Claim, Key]:
    """Each claim in the gold's terms: ends that the gold has not keep the ids of their referents."""
    aligner, kinds = _aligner(gold, ontology, lexicon), {r.id: _kinds(r.kind, ontology) for r in reading.referents}
    at = aligned(aligner, {r.id: (frozenset({r.name, *r.aliases}), kinds[r.id]) for r in reading.referents})
    return {claim: _key(claim, at) for claim in reading.claims}


def verdicts(
    gold: Gold, reading: Reading, ontology: Ontology, lexicon: Lexicon
) -> dict[tuple[str, str, str, Status], bool]:
    """Whether the gold has each claim, by its subject, predicate, object and status."""
    wanted, keys = {relation.key for relation in gold.relations}, gold_keys(gold, reading, ontology, lexicon)
    return {(c.subject, c.predicate, c.object, c.status): key in wanted for c, key in keys.items()}


def _aligner(gold: Gold, ontology: Ontology, lexicon: Lexicon) -> Aligner:
    events = frozenset(local_name(iri) for iri, term in ontology.classes.items() if term.event)
    return Aligner(gold, events, frozenset(t.casefold().rstrip(".") for t in lexicon.evoking("Title")))


def _count(
    tally: _Tally, gold: Gold, reading: Reading, study: Study | None, aligner: Aligner, ontology: Ontology
) -> None:
    known = study.known if study is not None else reading.referents
    kinds = {r.id: _kinds(r.kind, ontology) for r in (*known, *reading.referents)}
    at = aligned(aligner, {r.id: (frozenset({r.name, *r.aliases}), kinds[r.id]) for r in known})
    keys = {claim: _key(claim, at) for claim in reading.claims}
    found, wanted = set(keys.values()), {r.key for r in gold.relations}
    _add(tally.strict, found, wanted)
    _add(tally.pair, {frozenset((s, o)) for s, _, o, _ in found}, {frozenset((s, o)) for s, _, o, _ in wanted})
    gold_kinds = {e.id: e.kind for e in gold.entities}
    ends = {x for c in reading.claims for x in (c.subject, c.object)}
    typed = {at[x] if gold_kinds.get(at.get(x, "")) in kinds[x] else x for x in ends}
    _add(tally.entities, typed, {x for s, _, o, _ in wanted for x in (s, o)})
    for name in {p for _, p, _, _ in found | wanted}:
        _add(tally.relations[name], {k for k in found if k[1] == name}, {k for k in wanted if k[1] == name})
    for claim, key in keys.items():
        tally.judged.append((max(e.confidence for e in claim.evidence), key in wanted))
        for entry in {e.found_by for e in claim.evidence}:
            tally.entries[f"{key[1]} {local_name(entry)}"].update(found=1, right=int(key in wanted))
    tally.errors.extend(_errors(gold, reading, keys, Causes(gold, at, found, study)))


def _errors(gold: Gold, reading: Reading, keys: dict[Claim, Key], causes: Causes) -> Iterable[Miss]:
    wanted, found = {r.key for r in gold.relations}, set(keys.values())
    names = {r.id: r.name for r in reading.referents} | {e.id: e.names[0] for e in gold.entities}
    for relation in gold.relations:
        if relation.key not in found:
            yield Miss(gold.id, False, _say(relation.key, names), relation.evidence, causes.missed(relation))
    for claim, key in keys.items():
        if key not in wanted:
            evidence = claim.evidence[0]
            sentence = reading.document.text[evidence.start : evidence.end]
            yield Miss(gold.id, True, _say(key, names), sentence, causes.wrong(key, wanted))


def reliability(judged: Iterable[tuple[float, bool]]) -> Iterable[Bin]:
    """The reliability table: claims in ten bands of confidence, the empty ones left out."""
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        bands[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    for band, members in sorted(bands.items()):
        n = len(members)
        yield Bin(band / BINS, n, sum(c for c, _ in members) / n, sum(r for _, r in members) / n)


def calibration_error(bins: Iterable[Bin]) -> float:
    """The mean distance of confidence from precision over the bands, by claims (Guo et al., 2017)."""
    bands = list(bins)
    total = sum(b.claims for b in bands)
    return sum(b.claims * abs(b.confidence - b.precision) for b in bands) / total if total else 0.0


def _key(claim: Claim, at: dict[str, str]) -> Key:
    """A claim in the gold's terms; the gold has no "alleged", which is said all the same."""
    status = Status.ASSERTED if claim.status is Status.ALLEGED else claim.status
    return (
        at.get(claim.subject, claim.subject),
        local_name(claim.predicate),
        at.get(claim.object, claim.object),
        status.value.lower(),
    )


def _say(key: Key, names: dict[str, str]) -> str:
    subject, predicate, object_, status = key
    mark = "" if status == Status.ASSERTED.value.lower() else f" ({status})"
    return f"{names.get(subject, subject)} -{predicate}-> {names.get(object_, object_)}{mark}"


def _add(counter: Counter[str], found: Set[object], wanted: Set[object]) -> None:
    counter.update(right=len(found & wanted), found=len(found), wanted=len(wanted))


def _rows(counters: dict[str, Counter[str]]) -> Iterable[Row]:
    return (_row(name, counter) for name, counter in counters.items())


def _row(name: str, counter: Counter[str]) -> Row:
    return Row(name, counter["right"], counter["found"], counter["wanted"])


def _kinds(kind: str, ontology: Ontology) -> frozenset[str]:
    """A class and those above it, by their local names."""
    return frozenset(local_name(iri) for iri in ontology.classes if ontology.is_a(kind, iri)) | {local_name(kind)}
