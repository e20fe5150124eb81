"""What can go wrong, as a tree.

KgError
├── InputError       a path, document or store that cannot be read (exit code 2)
│   └── StoreError   a store that is missing, locked or made by a newer version
├── OntologyError    an ontology, lexicon or term that does not hold together
├── QueryError       SPARQL that does not parse, or asks for what is not allowed
├── LimitError       what takes more time, memory or room than is allowed here
└── UnknownName      a name no entity bears; carries the nearest ones
"""

from collections.abc import Sequence


class KgError(Exception):
    """Base of all errors this package raises on purpose: one clear line, with the remedy."""


class InputError(KgError):
    """A path or document that cannot be read."""


class StoreError(InputError):
    """A store that is missing, locked or made by a newer version."""


class OntologyError(KgError):
    """An ontology, lexicon or term that does not hold together."""


class QueryError(KgError):
    """SPARQL that does not parse, or asks for what is not allowed."""


class LimitError(KgError):
    """What takes more time, memory or room than is allowed here."""


class UnknownName(KgError):  # noqa: N818 - it is what users catch, and says what is wrong
    """A name no entity bears."""

    def __init__(self, name: str, nearest: Sequence[str] = ()) -> None:
        hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"no entity is called {name!r}{hint}")
        self.name, self.nearest = name, tuple(nearest)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.name, self.nearest)  # or another process would be told its message as the name
