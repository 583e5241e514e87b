"""What was read so far, kept in one SQLite file beside the output.

SQLite and not DuckDB: the store writes a few articles at a time and looks them
up one by one, which rows serve and columns do not; and it comes with Python.

The store decides what a later build must read again: an article is known by
the hash of its content together with the version of what it was read with.
Articles and their statements go in together or not at all.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Literal

from graph.careful import Read
from graph.duplicates import marked, originals
from graph.model import Article, Graph, Statement, digest
from graph.storefile import StoreFile
from graph.wire import Told, from_line, packed

FILE = "statements.db"

#: The key under which is noted what files were written of all that is stored; it goes with the
#: first change of that.
DONE = "done"

#: The key under which the articles are noted that a run may die of.
_SUSPECTS = "suspects"

#: What is known of an article: nothing, as it was before, as an older version read it, all.
Knows = Literal["new", "changed", "outdated", "known"]


def content_hash(article: Article) -> str:
    """Return a hash of everything in an article that its statements depend on."""
    return digest(
        article.text, article.title, article.published, article.lang, article.url, article.source
    )


class Store(StoreFile):
    """The articles read and their statements; a context manager."""

    def knows(self, article: Article, version: str) -> Knows:
        """Return what is known of an article as it is, with what is known now."""
        query = "SELECT content, version FROM articles WHERE id = ?"
        row = self._database.execute(query, (stored_name(article.id),)).fetchone()
        if row is None or row[0] != content_hash(article):
            return "changed" if row else "new"
        return "known" if row[1] == version else "outdated"

    def outdated(self, version: str) -> int:
        """Count the articles that were read with another version of what is known."""
        query = "SELECT count(*) FROM articles WHERE version <> ?"
        (count,) = self._database.execute(query, (version,)).fetchone()
        return int(count)

    def begin(self, articles: Sequence[Article]) -> set[str]:
        """Note the articles that are about to be read: if the run dies, it may be of one of them.

        Returns:
            The ids of those of which an earlier run may have died.

        Raises:
            OutputError: The file cannot be written.
        """
        suspects, ids = (
            self.suspects(),
            {stored_name(article.id): article.id for article in articles},
        )
        self.note(_SUSPECTS, json.dumps(sorted(suspects.union(ids))))
        return {ids[name] for name in suspects & ids.keys()}

    def suspects(self) -> set[str]:
        """Return the ids of articles that a run was at when it died, or died of."""
        return set(json.loads(self.noted(_SUSPECTS) or "[]"))

    def put(
        self,
        read: Iterable[Read],
        version: str,
        settled: Iterable[Article] = (),
        deadly: Iterable[Article] = (),
    ) -> None:
        """Store articles with their statements, replacing what was known of them.

        Args:
            read: What was read.
            version: Of the rules that it was read with.
            settled: Articles that no run died of, whether they could be read or not.
            deadly: Articles that a process died of: the next run reads them apart.

        Raises:
            OutputError: The file cannot be written: no room is left.
        """
        with self._change():
            self._database.execute("DELETE FROM about WHERE key = ?", (DONE,))
            left = self.suspects() - {stored_name(article.id) for article in settled}
            left |= {stored_name(article.id) for article in deadly}
            self._database.execute("DELETE FROM about WHERE key = ?", (_SUSPECTS,))
            if left:
                kept = (_SUSPECTS, json.dumps(sorted(left)))
                self._database.execute("INSERT INTO about VALUES (?, ?)", kept)
            self._keep(read, version)

    def _keep(self, read: Iterable[Read], version: str) -> None:
        last = {stored_name(each.article.id): each for each in read}  # of several with one id
        names = [(name,) for name in last]
        self._database.executemany("DELETE FROM statements WHERE article = ?", names)
        self._database.executemany("DELETE FROM unlinked WHERE article = ?", names)
        self._database.executemany(
            "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)",
            [_row(name, each, version) for name, each in last.items()],
        )
        self._database.executemany(
            "INSERT INTO unlinked VALUES (?, ?, ?)",
            [
                (name, json.dumps(word), times)
                for name, each in last.items()
                for word, times in each.unlinked.items()
            ],
        )
        self._tell({name: each.statements for name, each in last.items()})

    def _tell(self, told: Mapping[str, Told]) -> None:
        """Store the statements of articles, by the ids of these; of each there are none yet."""
        self._database.executemany(
            "INSERT INTO statements VALUES (?, ?)",
            [(name, line) for name, found in told.items() for line in packed(found).lines],
        )

    def named(self, name: str) -> list[str]:
        """Return the ids of the articles that have a name as their id or as their address."""
        query = "SELECT id FROM articles WHERE id = ? OR url = ? ORDER BY id"
        return [
            row[0] for row in self._database.execute(query, (stored_name(name), stored_name(name)))
        ]

    def ids(self) -> set[str]:
        """Return the ids of all articles."""
        return {row[0] for row in self._database.execute("SELECT id FROM articles")}

    def remove(self, ids: Collection[str]) -> None:
        """Forget articles and their statements.

        Raises:
            OutputError: The file cannot be written.
        """
        with self._change():
            self._database.execute("DELETE FROM about WHERE key = ?", (DONE,))
            keys = (("statements", "article"), ("unlinked", "article"), ("articles", "id"))
            for table, key in keys:
                command = f"DELETE FROM {table} WHERE {key} = ?"  # noqa: S608  # names of our own
                self._database.executemany(command, [(name,) for name in sorted(ids)])

    def copies(self) -> dict[str, str]:
        """Return for each article that is a copy the one that it counts as."""
        # Only an article that says something can be the one that others count as.
        query = """
            SELECT id, published, sketch FROM articles
            WHERE sketch IS NOT NULL AND id IN (SELECT article FROM statements)
        """
        return originals(self._database.execute(query))

    def count(self) -> int:
        """Return how many statements there are."""
        (count,) = self._database.execute("SELECT count(*) FROM statements").fetchone()
        return int(count)

    def by_article(self) -> Iterator[list[Statement]]:
        """Yield the statements of each article, in the order of their ids."""
        query = "SELECT article, line FROM statements ORDER BY article"
        for _, rows in groupby(self._database.execute(query), key=itemgetter(0)):
            yield [from_line(line, str(self._path)) for _, line in rows]

    def graph(self) -> Graph:
        """Return the graph of all statements stored, copies marked as such."""
        return Graph.of(marked(chain.from_iterable(self.by_article()), self.copies()))

    def unlinked(self) -> Counter[str]:
        """Return how often the articles have names that nobody is known by."""
        query = "SELECT name, sum(times) FROM unlinked GROUP BY name"
        return Counter({json.loads(name): times for name, times in self._database.execute(query)})


def _row(name: str, read: Read, version: str) -> tuple[object, ...]:
    """Return what is kept of an article beside its statements."""
    article = read.article
    url = stored_name(article.url or "") or None
    return name, content_hash(article), version, article.published, url, read.sketch


def stored_name(text: str) -> str:
    """Return a string that SQLite takes: it has no lone surrogates, a program's article may."""
    return text.encode("utf-8", "backslashreplace").decode()
