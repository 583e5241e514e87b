"""A store of one run, which need not write and read what it was just given while that is little."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from graph.duplicates import originals
from graph.export.jsonl import KEPT
from graph.model import Statement
from graph.store import FILE, Store
from graph.wire import Told


class Passing(Store):
    """Holds statements, and stores them once they are many."""

    def __init__(self, folder: str) -> None:
        """Open a store that need not outlive the run.

        Args:
            folder: Where its file may lie; it has none yet.

        Raises:
            OutputError: The file cannot be made.
        """
        super().__init__(Path(folder, FILE), lasting=False)
        self._held: dict[str, Told] = {}
        self._number = 0  # of those held
        self._holds = True

    def _tell(self, told: Mapping[str, Told]) -> None:
        """Hold the statements of articles, or store them where they are many with those held."""
        if not self._holds:
            super()._tell(told)
            return
        self._forget(told)
        self._held.update({name: found for name, found in told.items() if found})
        self._number += sum(map(len, told.values()))
        if self._number > KEPT:
            self._holds = False
            super()._tell(self._held)
            self._held = {}

    def remove(self, ids: Collection[str]) -> None:
        """Forget articles and their statements, as ``Store`` does."""
        super().remove(ids)
        self._forget(ids)

    def _forget(self, ids: Iterable[str]) -> None:
        self._number -= sum([len(self._held.pop(name, ())) for name in ids])

    def copies(self) -> dict[str, str]:
        """Return for each article that is a copy the one that it counts as."""
        if not self._holds:
            return super().copies()
        query = "SELECT id, published, sketch FROM articles WHERE sketch IS NOT NULL"
        rows = self._database.execute(query)
        return originals(row for row in rows if row[0] in self._held)

    def count(self) -> int:
        """Return how many statements there are."""
        return self._number if self._holds else super().count()

    def by_article(self) -> Iterator[list[Statement]]:
        """Yield the statements of each article, in the order of their ids."""
        if not self._holds:
            return super().by_article()
        return iter([[*found] for _, found in sorted(self._held.items())])
