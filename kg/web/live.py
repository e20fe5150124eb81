"""The store that is served: opened anew when it was built anew, for a build leaves the old one to those who read it."""

from pathlib import Path

from kg import ids
from kg.errors import StoreError
from kg.graph import GraphStore, open_store
from kg.graph.publish import MANIFEST


class Live:
    """An open store, and what to compare to see whether it is still the one at its path."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._look()
        self.store: GraphStore = open_store(path)

    @property
    def stamp(self) -> str:
        """A short name of this build, as no other build of any store has."""
        return ids.digest(str(self._path), self._seen)

    def refresh(self) -> bool:
        """Open the store if another build has taken its place; whether it has. One that is gone is kept."""
        if (now := self._look()) in ("", self._seen):
            return False
        try:
            self.store = open_store(self._path)
        except StoreError:
            return False
        self._seen = now
        return True

    def _look(self) -> str:
        try:
            found = (self._path / MANIFEST).stat()
        except OSError:
            return ""
        return f"{found.st_ino} {found.st_mtime_ns} {found.st_size}"
