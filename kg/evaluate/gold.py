"""Reading a gold standard, and finding which of its entities is which of ours."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

_SMALL = frozenset(["the", "a", "an", "of", "into", "on", "by", "in", "at", "for", "to", "s", "its", "their", "and"])
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """``kind`` is the local name of a class."""

    id: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """``predicate`` is the local name of a relation; status is lower case, as in the file."""

    subject: str
    predicate: str
    object: str
    status: str
    evidence: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.subject, self.predicate, self.object, self.status


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated document."""

    id: str
    text: str
    date: str | None
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]


def read_gold(folder: Path) -> list[Gold]:
    """All gold files of a folder, by name; InputError when there is none or one is not as it should be."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"{folder}: holds no gold files (*.json)")
    return [_read(path) for path in paths]


def _read(path: Path) -> Gold:
    try:
        data = json.loads(path.read_text("utf-8"))
        entities = tuple(GoldEntity(e["id"], e["type"], (e["name"], *e.get("aliases", ()))) for e in data["entities"])
        relations = tuple(
            GoldRelation(r["subject"], r["predicate"], r["object"], r["status"], r.get("evidence") or "")
            for r in data["relations"]
        )
        return Gold(path.stem, data["text"], data.get("date"), entities, relations)
    except (json.JSONDecodeError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: is no gold file ({error!r}); see the annotation guide") from error


class Aligner:
    """Finds the gold entity that a set of names means.

    By an equal name, without article, title and possessive; reports and investigations, which have many
    names, also when the words of one name are among those of the other.
    """

    def __init__(self, gold: Gold, events: frozenset[str], titles: frozenset[str]) -> None:
        self.gold = gold
        self.events = events  # kinds that are singled out by description
        self.titles = titles
        self.by_name: dict[str, list[GoldEntity]] = {}
        for entity in gold.entities:
            for name in entity.names:
                self.by_name.setdefault(self.fold(name), []).append(entity)

    def find(self, names: Iterable[str], kinds: frozenset[str]) -> GoldEntity | None:
        names = sorted(set(names))
        found = [entity for name in names for entity in self.by_name.get(self.fold(name), ())]
        if not found:
            found = self._described(names, kinds)
        return max(found, key=lambda e: (found.count(e), -self.gold.entities.index(e)), default=None)

    def _described(self, names: list[str], kinds: frozenset[str]) -> list[GoldEntity]:
        mine = [words for name in names if (words := self.words(name))]
        return [
            entity
            for entity in self.gold.entities
            if entity.kind in self.events & kinds
            and any(
                theirs and (theirs <= words or words <= theirs)
                for theirs in map(self.words, entity.names)
                for words in mine
            )
        ]

    def fold(self, name: str) -> str:
        text = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
        words = re.sub(r"[^\w]+", " ", re.sub(r"'s\b|'(?=\s|$)", "", text)).split()
        while words and (words[0] in self.titles or words[0] in _ARTICLES):
            words = words[1:]
        return " ".join(words)

    def words(self, name: str) -> frozenset[str]:
        return frozenset(self.fold(name).split()) - _SMALL


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and (one <= other or other <= one)


def aligned(aligner: Aligner, referents: Mapping[str, tuple[frozenset[str], frozenset[str]]]) -> dict[str, str]:
    """Ids of gold entities by ids of ours; ``referents`` gives each its names and its kinds."""
    found = {id_: aligner.find(names, kinds) for id_, (names, kinds) in referents.items()}
    return {id_: entity.id for id_, entity in found.items() if entity is not None}
