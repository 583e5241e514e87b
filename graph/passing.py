"""A store of one run, which need not read again what it was just given while that is little."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from graph.careful import Read
from graph.export.jsonl import KEPT
from graph.model import Article, Statement
from graph.store import FILE, Store, stored_name


class Passing(Store):
    """Holds statements beside storing them, until they are many."""

    def __init__(self, folder: str) -> None:
        """Open a store that need not outlive the run.

        Args:
            folder: Where its file may lie; it has none yet.

        Raises:
            OutputError: The file cannot be made.
        """
        super().__init__(Path(folder, FILE), lasting=False)
        self._held: dict[str, list[Statement]] = {}
        self._given = 0

    @property
    def _holds(self) -> bool:
        return self._given <= KEPT

    def put(
        self,
        read: Iterable[Read],
        version: str,
        settled: Iterable[Article] = (),
        deadly: Iterable[Article] = (),
    ) -> None:
        """Store articles with their statements, as ``Store`` does."""
        read = list(read)
        super().put(read, version, settled, deadly)
        self._given += sum(len(each.statements) for each in read)
        for each in read:  # of which two may have one id: the last counts, though it says nothing
            name = stored_name(each.article.id)
            self._held.pop(name, None)
            if each.statements:
                self._held[name] = each.statements
        if not self._holds:
            self._held.clear()

    def remove(self, ids: Collection[str]) -> None:
        """Forget articles and their statements, as ``Store`` does."""
        super().remove(ids)
        for name in ids:
            self._held.pop(name, None)

    def by_article(self) -> Iterator[list[Statement]]:
        """Yield the statements of each article, in the order of their ids."""
        if not self._holds:
            return super().by_article()
        return iter([found for _, found in sorted(self._held.items())])
