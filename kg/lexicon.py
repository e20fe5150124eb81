"""The lexicon: how a language says each relation, read from OntoLex-Lemon.

``ontology/lexicon.ttl`` explains the frames at its head. Everything the reading stages know of
words they ask here, by concept (``lexicon.evoking("Reporting")``) or by class.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from kg.compiled import compiled
from kg.errors import OntologyError
from kg.roles import Roles, functions, read_roles
from kg.types import Status
from kg.vocab import RDF, SKOS, Namespace, Ontology, data_path, load_ontology, read_facts

ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
LEXINFO = Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
FRAMES = Namespace("https://w3id.org/oversight/frames#")
RULES = FRAMES.base + "rule-"  # IRIs of what finds claims without a lexical entry


@dataclass(frozen=True, slots=True)
class Slot:
    """A grammatical argument, and the classes its filler may be of (empty: whatever the relation allows)."""

    name: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """Which arguments of a word are the subject and the object of a relation."""

    relation: str
    subject: tuple[Slot, ...]
    object: tuple[Slot, ...]
    entry: str
    needs: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    status: Status | None = None

    @property
    def of_self(self) -> bool:
        """Whether the word itself names one end: "its committee", "a review"."""
        return any(slot.name == "self" for slot in (*self.subject, *self.object))

    @property
    def of_post(self) -> bool:
        """Whether it is of a post: then the holder and the body are found with the posts."""
        return any(slot.name == "body" for slot in self.object)


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexical entry; ``words`` is its form in lower case, head first for verbs."""

    iri: str
    form: str
    words: tuple[str, ...]
    pos: str  # verb, noun, adjective, adverb, preposition, determiner, pronoun
    frames: tuple[Frame, ...] = ()
    denotes: frozenset[str] = frozenset()
    evokes: frozenset[str] = frozenset()
    code: str | None = None  # skos:notation: of a currency, or the factor a word multiplies by

    @property
    def head(self) -> int:
        """Where among its words the one stands that the others hang on: "motion" of "motion of no confidence"."""
        if self.pos != "noun":
            return 0
        last = len(self.words) - 1
        return next((i - 1 for i in range(1, last) if self.words[i] in ("of", "for", "in")), last)


@dataclass(frozen=True)
class Lexicon:
    """All entries, and the ways the stages look them up."""

    entries: tuple[Entry, ...]
    standing: frozenset[str]  # relations that stay asserted when said of the future
    roles: Roles

    def evoking(self, concept: str, pos: str | None = None) -> frozenset[str]:
        """Forms, in lower case, that evoke a concept."""
        return self._evoking.get((concept, pos), frozenset())

    @cached_property
    def _evoking(self) -> Mapping[tuple[str, str | None], frozenset[str]]:
        table: dict[tuple[str, str | None], set[str]] = defaultdict(set)
        for entry in self.entries:
            for concept in entry.evokes:
                table[concept, None].add(" ".join(entry.words))
                table[concept, entry.pos].add(" ".join(entry.words))
        return {key: frozenset(forms) for key, forms in table.items()}

    @cached_property
    def triggers(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """Entries with frames, by the lemma of their head and part of speech; longest forms first."""
        table: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if any(not frame.of_post for frame in entry.frames):
                table[entry.words[entry.head], entry.pos].append(entry)
        return {key: tuple(sorted(v, key=lambda e: (-len(e.words), e.iri))) for key, v in table.items()}

    def verbs_of(self, relation: str) -> frozenset[str]:
        """Lemmas of the verbs that may express a relation."""
        return self._verbs_of.get(relation, frozenset())

    @cached_property
    def _done_by_subject(self) -> Mapping[str, frozenset[str]]:
        table: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            for frame in entry.frames if entry.pos == "verb" else ():
                if any(slot.name == "subj" for slot in frame.subject):
                    table[frame.relation].add(" ".join(entry.words))
        return {relation: frozenset(forms) for relation, forms in table.items()}

    def done_by_subject(self, relation: str) -> frozenset[str]:
        """Forms of the verbs whose grammatical subject is a relation's: "fine", "strike off", not "face"."""
        return self._done_by_subject.get(relation, frozenset())

    @cached_property
    def _verbs_of(self) -> Mapping[str, frozenset[str]]:
        table: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            for frame in entry.frames if entry.pos == "verb" else ():
                table[frame.relation].add(entry.words[0])
        return {relation: frozenset(lemmas) for relation, lemmas in table.items()}

    def denoting(self, concept: str) -> Mapping[str, frozenset[str]]:
        """Forms that evoke a concept, each with the classes or kinds of body it denotes."""
        return self._denoting.get(concept, {})

    @cached_property
    def _denoting(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        table: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
        for entry in self.entries:
            for concept in entry.evokes:
                table[concept][" ".join(entry.words)] = entry.denotes
        return table

    @cached_property
    def posts(self) -> Mapping[tuple[str, ...], Entry]:
        """Names of posts, by their words."""
        return {entry.words: entry for entry in self.entries if "Post" in entry.evokes}

    def nouns_for(self, *kinds: str) -> frozenset[str]:
        """The nouns, of longer ones the last word, for events of kinds with such local names: "Report"."""
        return frozenset(
            e.words[-1] for e in self.entries if e.pos == "noun" and any(k.endswith(kinds) for k in e.denotes)
        )

    @cached_property
    def nouns(self) -> frozenset[str]:
        """All nouns of one word."""
        return frozenset(e.words[0] for e in self.entries if e.pos == "noun" and len(e.words) == 1)

    @cached_property
    def post_nouns(self) -> frozenset[str]:
        """The noun for whoever holds each post: "secretary" of "secretary of state"; none of "at the helm"."""
        return frozenset(
            next((a for a, b in pairwise(words) if b in ("of", "for")), words[-1])
            for words, entry in self.posts.items()
            if "Helm" not in entry.evokes
        )

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Codes of the words and signs that have one: "£" is GBP, "million" 1000000."""
        return {entry.form.casefold(): entry.code for entry in self.entries if entry.code}

    def events(self, ontology: Ontology) -> Mapping[tuple[str, ...], str]:
        """Nouns that denote a class of the ontology (a report, an investigation), by their words."""
        return {
            entry.words: min(entry.denotes & ontology.classes.keys())
            for entry in self.entries
            if entry.pos == "noun" and entry.denotes & ontology.classes.keys()
        }


def lexicon_at(path: str | None, ontology: str | None) -> Lexicon:
    """As :func:`load_lexicon`, for the components of a pipeline, whose settings are text."""
    return load_lexicon(Path(path) if path else None, Path(ontology) if ontology else None)


def load_lexicon(path: Path | None = None, ontology: Path | None = None) -> Lexicon:
    """Read a lexicon and hold it against an ontology, both of this package by default; each pair is read once.

    A lexicon of another field adds to that of this package, whose general words (negation, saying,
    planning, titles, kinds of body) every field needs. Of that one it keeps the frames and the roles
    of relations that the ontology has, and describes anew the entries whose IRIs it gives itself.
    """
    return _load(path, ontology)


@cache
def _load(path: Path | None, ontology: Path | None) -> Lexicon:
    if path is not None or ontology is not None:
        return _parsed(path, ontology)
    data = [data_path("ontology", name) for name in ("lexicon.ttl", "oversight.ttl")]
    code = [Path(__file__).with_name(name) for name in ("lexicon.py", "roles.py", "types.py", "vocab.py")]
    return compiled("lexicon", [*data, *code], lambda: _parsed(None, None))


def _parsed(path: Path | None, ontology: Path | None) -> Lexicon:
    default = data_path("ontology", "lexicon.ttl")
    general, own = read_facts(default), read_facts(path) if path is not None else {}
    facts, terms = general | own, load_ontology(ontology)
    nodes = sorted(node for node, said in facts.items() if not _ENTRIES.isdisjoint(said.get(_TYPE, ())))
    strict = dict.fromkeys(own if ontology else facts, path or default)
    entries = tuple(_entry(node, facts, terms, strict.get(node)) for node in nodes)
    standing = frozenset(node for node, said in facts.items() if said.get(_STANDING))
    played = _played(own)
    taken = {role for _, role in played}
    played += [(r, role) for r, role in functions(load_ontology()) if r in terms.relations and role not in taken]
    return Lexicon(entries, standing, read_roles(played, path or default))


Facts = dict[str, dict[str, list[str]]]  # objects by subject and predicate
_ENTRIES = frozenset({ONTOLEX.Word, ONTOLEX.MultiWordExpression, ONTOLEX.LexicalEntry})
_FORM, _WRITTEN, _POS, _SENSE = ONTOLEX.canonicalForm, ONTOLEX.writtenRep, LEXINFO.partOfSpeech, ONTOLEX.sense
_REFERENCE, _DENOTES, _EVOKES, _CODE = ONTOLEX.reference, ONTOLEX.denotes, ONTOLEX.evokes, SKOS.notation
_OF_FRAME, _STANDING, _ROLE, _TYPE = FRAMES.frame, FRAMES.standing, FRAMES.role, RDF.type


def _played(facts: Facts) -> list[tuple[str, str]]:
    """Relations with the roles they have."""
    return sorted((node, role) for node, said in facts.items() for role in said.get(_ROLE, ()))


def _entry(iri: str, facts: Facts, ontology: Ontology, path: Path | None) -> Entry:
    """An entry; frames of relations that the ontology has not are an error of the file ``path``, if one is named."""
    said = facts[iri]
    forms = [written for form in said.get(_FORM, ()) for written in facts[form].get(_WRITTEN, ())]
    pos = [kind.rpartition("#")[2] for kind in said.get(_POS, ())]
    if len(forms) != 1 or len(pos) != 1:
        raise OntologyError(f"{path or 'lexicon.ttl'}: {iri} needs one canonical form and one part of speech")
    frames = [
        parse_frame(frame, relation, iri)
        for sense in map(facts.__getitem__, said.get(_SENSE, ()))
        for relation in sense.get(_REFERENCE, ())
        for frame in sense.get(_OF_FRAME, ())
    ]
    for frame in frames if path is not None else ():
        if frame.relation not in ontology.relations:
            raise OntologyError(f"{path}: {iri} refers to {frame.relation}, which is no relation of the ontology")
    frames = [frame for frame in frames if frame.relation in ontology.relations]
    return Entry(
        iri=iri,
        form=forms[0],
        words=(forms[0],) if pos[0] == "verb" and PREFIXED.fullmatch(forms[0]) else words_of(forms[0]),
        pos=pos[0],
        frames=tuple(sorted(frames, key=lambda f: (f.relation, str(f.subject), str(f.object)))),
        denotes=frozenset(said.get(_DENOTES, ())),
        evokes=frozenset(concept.removeprefix(FRAMES.base) for concept in said.get(_EVOKES, ())),
        code=next(iter(said.get(_CODE, ())), None),
    )


PREFIXED = re.compile(r"(re|co|de)-[a-z]+")  # "re-elect", which the tokeniser is taught to leave whole


def words_of(form: str) -> tuple[str, ...]:
    """A form cut as the tokeniser cuts text, in lower case: "children's co-chair" is five words."""
    return tuple(re.findall(r"'s|n't|[\w.]+|[^\w\s]", form.casefold().replace("’", "'")))


_NO_ARGUMENT = re.compile(r"(^|[|>])\s*[A-Z]")  # a class alone: "subj:Report|Investigation"
_FRAME = re.compile(r"^\s*(?P<subject>[^>;]+)>(?P<object>[^>;]+)(?P<options>(;[^;]+)*)$")


def parse_frame(text: str, relation: str, entry: str) -> Frame:
    """Read ``"subj:Person > of|into ; status=Proposed"``; raises OntologyError naming the entry."""
    match = _match(text)
    if match is None:
        raise OntologyError(f'{entry}: cannot read the frame {text!r}; write it as "subj > obj"')
    subject, object_, needs, excludes, status = match
    return Frame(relation, _slots(subject, relation), _slots(object_, relation), entry, needs, excludes, status)


_Options = frozenset[str]


@cache  # the same few frames and arguments come up thousands of times
def _match(text: str) -> tuple[str, str, _Options, _Options, Status | None] | None:
    """Subject, object, needs, exclusions and status, if the text is that of a frame."""
    match = _FRAME.match(text)
    if not match or _NO_ARGUMENT.search(text):
        return None
    options = [option.split("=", 1) for option in match["options"].replace(" ", "").split(";") if option]
    needs = frozenset(option for key, option in options if key == "needs")
    excludes = frozenset(option for key, option in options if key == "not")
    status = next((Status(option) for key, option in options if key == "status"), None)
    return match["subject"], match["object"], needs, excludes, status


@cache
def _slots(text: str, relation: str) -> tuple[Slot, ...]:
    """Alternatives in the order they are tried; a class is a name in the relation's own namespace."""
    base = re.sub(r"[^#/]*$", "", relation)
    slots = []
    for part in text.split("|"):
        name, _, kind = part.strip().partition(":")
        slots.append(Slot(name, frozenset({base + kind}) if kind else frozenset()))
    return tuple(slots)
