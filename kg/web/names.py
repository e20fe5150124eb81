"""Names to search: begun, contained or misspelt, accents and case apart."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

NEAR = 78  # least likeness, of 100, at which another spelling is offered


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found, and the name it was found by."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names, those of the entities with most claims first; ``folded`` are the same as they are compared."""

    hits: tuple[Hit, ...]
    folded: tuple[str, ...]
    _bearers: Mapping[str, int]  # how many entities, by folded name
    _names: Mapping[str, tuple[str, ...]]  # by entity

    @classmethod
    def of(cls, labels: Iterable[tuple[str, str, bool]], weight: Mapping[str, int]) -> "NameIndex":
        """Of names, each with its entity and whether it is the preferred one; ``weight`` is claims by entity."""
        ranked = sorted(labels, key=lambda one: (-weight.get(one[1], 0), one[1], not one[2], one[0]))
        hits, folded = tuple(Hit(iri, name) for name, iri, _ in ranked), tuple(fold(name) for name, _, _ in ranked)
        bearers = Counter(name for name, _ in {(name, hit.iri) for name, hit in zip(folded, hits, strict=True)})
        names: dict[str, list[str]] = defaultdict(list)
        for hit in hits:
            names[hit.iri].append(hit.name)
        return cls(hits, folded, bearers, {iri: tuple(known) for iri, known in names.items()})

    def find(self, text: str, most: int) -> tuple[Hit, ...]:
        """Each entity once: names that are the text, begin with it, have a word that does, contain it, are near it."""
        sought = fold(text)
        if not sought:
            return ()
        found = [self.hits[place] for place in self._containing(sought)]
        if not found:
            found = [self.hits[place] for place in self._near(sought, most)]
        first: dict[str, Hit] = {}
        for hit in found:
            first.setdefault(hit.iri, hit)
        return tuple(first.values())[:most]

    def names(self, iri: str) -> tuple[str, ...]:
        """All names of an entity, the preferred one first."""
        return self._names.get(iri, ())

    def is_only(self, name: str) -> bool:
        """Whether one entity alone bears a name."""
        return self._bearers.get(fold(name), 0) == 1

    def _containing(self, sought: str) -> list[int]:
        places = (place for place, name in enumerate(self.folded) if sought in name)
        return sorted(places, key=lambda place: _closeness(sought, self.folded[place]))

    def _near(self, sought: str, most: int) -> Iterator[int]:
        from rapidfuzz import fuzz, process

        found = process.extract(sought, self.folded, scorer=fuzz.WRatio, limit=4 * most, score_cutoff=NEAR)
        return (place for _, _, place in found)


def fold(name: str) -> str:
    """A name as it is compared: without accents, case, and the choice of quotation mark.

    >>> fold("Évry  O’Hara")
    "evry o'hara"
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def _closeness(sought: str, name: str) -> int:
    if name == sought:
        return 0
    if name.startswith(sought):
        return 1
    return 2 if f" {sought}" in name else 3
