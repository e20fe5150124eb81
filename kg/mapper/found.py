"""What the mapper's parts hand to each other: facts between things of one document, not yet claims."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from kg.coref.cast import Cast, Speech, Thing
from kg.coref.letter import LetterForm
from kg.coref.watchdogs import Watchdogs
from kg.lexicon import Lexicon
from kg.mapper.replies import AnsweredReader
from kg.roles import Roles
from kg.types import Details, Status
from kg.vocab import NAMED, OV, Ontology


@dataclass(frozen=True, slots=True)
class Found:
    """One fact, and the token that says it."""

    subject: Thing
    relation: str
    object: Thing
    status: Status
    token: Token
    entry: str
    confidence: float
    details: Details = field(default_factory=Details)
    said_by: Thing | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A frame that was tried and gave nothing, and why: told, or found out when somebody asks."""

    token: Token
    entry: str
    relation: str
    why: str | Callable[[], str]

    @property
    def reason(self) -> str:
        return self.why if isinstance(self.why, str) else self.why()


@dataclass
class Context:
    """Everything one document's mapping looks at."""

    cast: Cast
    lexicon: Lexicon
    ontology: Ontology
    refusals: list[Refusal] = field(default_factory=list)
    _kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def refuse(self, token: Token, entry: str, relation: str, why: str | Callable[[], str]) -> None:
        self.refusals.append(Refusal(token, entry, relation, why))

    @property
    def roles(self) -> Roles:
        """The relations by what they mean to the reading stages."""
        return self.lexicon.roles

    def speaker(self, speech: Speech | None) -> Thing | None:
        """Whose words they are; None of the text's own."""
        return self.cast.at.get(speech.speaker) if speech is not None else None

    def kind_iri(self, thing: Thing) -> str:
        """The class a thing is of, as far as it tells of itself."""
        return OV[thing.kind]

    def kinds_of(self, thing: Thing) -> tuple[str, ...]:
        """Classes of the ontology a thing may be of; of another field's, any below that of the thing, and it last."""
        if thing.kind not in self._kinds:
            self._kinds[thing.kind] = self._below(thing)
        return self._kinds[thing.kind]

    def _below(self, thing: Thing) -> tuple[str, ...]:
        kind = self.kind_iri(thing)
        if kind not in self.ontology.classes:
            return ()
        below = sorted(c for c in self.ontology.classes if c != kind and self.ontology.is_a(c, kind))
        return (*below, kind) if kind in NAMED else (kind,)

    def is_event(self, thing: Thing) -> bool:
        return self.kind_iri(thing) in self.events

    @cached_property
    def watchdogs(self) -> Watchdogs:
        """Tells who looks into others by calling."""
        return Watchdogs(self.lexicon)

    @cached_property
    def answered(self) -> AnsweredReader:
        """Tells what a reply takes up of those whom it answers."""
        return AnsweredReader(self.cast, self.lexicon)

    @cached_property
    def bystanders(self) -> frozenset[str]:
        """IRIs of kinds of body that tell, judge or legislate in a text about another."""
        return frozenset().union(*self.lexicon.denoting("Bystander").values())

    @cached_property
    def greeting(self) -> int | None:
        """The number of the line that greets, of a letter."""
        return LetterForm(self.lexicon).greeting(self.cast)

    @cached_property
    def closing(self) -> int | None:
        """The number of the line that closes, of a letter: "Yours faithfully"."""
        return LetterForm(self.lexicon).closing(self.cast)

    @cached_property
    def events(self) -> frozenset[str]:
        """IRIs of the classes of events."""
        return frozenset(iri for iri, term in self.ontology.classes.items() if term.event)

    @cached_property
    def name_at(self) -> dict[int, tuple[int, int]]:
        """The span of the name that each token is part of."""
        return {
            i: (start, end)
            for thing in self.cast.things
            for start, end in thing.spans
            if start in self.cast.naming
            for i in range(start, end)
        }
