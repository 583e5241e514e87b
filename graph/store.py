"""What was read so far, kept in one SQLite file beside the output.

SQLite and not DuckDB: the store writes a few articles at a time and looks them
up one by one, which rows serve and columns do not; it comes with Python; and a
file that a killed run leaves is whole again when it is next opened.

The store decides what a later build must read again: an article is known by
the hash of its content together with the version of what it was read with.
Articles and their statements go in together or not at all. While it is open no
other run can open it: two builds into one folder would mix their outputs.
"""

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from graph.careful import Read
from graph.duplicates import marked, originals
from graph.errors import OutputError
from graph.model import Article, Graph, Statement, digest
from graph.wire import from_line, to_record

FILE = "statements.db"

#: Seconds between two looks whether another run is done.
_WAIT = 0.1

#: The key under which is noted what files were written of all that is stored; it goes with the
#: first change of that.
DONE = "done"

#: The key under which the articles are noted that a run may die of.
_SUSPECTS = "suspects"

_SCHEMA = "2"
_TABLES = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS articles
  (id TEXT PRIMARY KEY, content TEXT NOT NULL, version TEXT NOT NULL,
   published TEXT, url TEXT, sketch BLOB);
CREATE TABLE IF NOT EXISTS statements (article TEXT NOT NULL, line TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS unlinked (article TEXT NOT NULL, name TEXT NOT NULL, times INTEGER);
CREATE INDEX IF NOT EXISTS unlinked_by_article ON unlinked (article);
CREATE INDEX IF NOT EXISTS by_article ON statements (article);
"""
#: From the form of a store to the next one.
_UPGRADES = {
    "1": """
ALTER TABLE articles ADD COLUMN published TEXT;
ALTER TABLE articles ADD COLUMN url TEXT;
ALTER TABLE articles ADD COLUMN sketch BLOB;
UPDATE about SET value = '2' WHERE key = 'schema';
"""
}

#: What is known of an article: nothing, as it was before, as an older version read it, all.
Knows = Literal["new", "changed", "outdated", "known"]


def content_hash(article: Article) -> str:
    """Return a hash of everything in an article that its statements depend on."""
    return digest(
        article.text, article.title, article.published, article.lang, article.url, article.source
    )


class Store:
    """The articles read and their statements; a context manager."""

    def __init__(
        self,
        path: Path,
        on_wait: Callable[[], object] | None = None,
        *,
        lasting: bool = True,
    ) -> None:
        """Open the store at a path, making it if need be.

        Args:
            path: The file.
            on_wait: Called once if another run has it open; then that is waited for. Without
                it, that is an error.
            lasting: Whether it is to outlive the run, even one that ends by a power cut.

        Raises:
            OutputError: The file cannot be made, is no store of a version that is known, or
                another run has it open.
        """
        self._path = path
        with self._named():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=0, isolation_level=None)
            if not lasting:
                self._database.execute("PRAGMA synchronous = OFF")
            self._take(on_wait)

    def _take(self, on_wait: Callable[[], object] | None) -> None:
        """Lock the file until it is closed; the system lets go of it if the run dies."""
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
        while True:
            try:
                self._database.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or on_wait is None:
                    raise
            on_wait()
            on_wait = _silently
            time.sleep(_WAIT)
        for command in _TABLES.split(";"):
            self._database.execute(command)
        self._check()
        self._database.execute("COMMIT")

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Say of an error which file it is about, and what to do."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            if getattr(error, "sqlite_errorname", "") == "SQLITE_BUSY":
                fix = "Wait until it is done"
                raise OutputError(self._path, "another run is writing to it", fix) from error
            problem = (getattr(error, "strerror", None) or str(error)).lower()
            fix = "Make room, or choose another folder with -o; what was stored before is whole"
            raise OutputError(self._path, f"cannot be used: {problem}", fix) from error

    def _check(self) -> None:
        """Bring the store to the form of this version."""
        row = self._database.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
        if row is None:
            self._database.execute("INSERT INTO about VALUES ('schema', ?)", (_SCHEMA,))
        elif row[0] in _UPGRADES:
            for command in _UPGRADES[row[0]].split(";"):
                self._database.execute(command)
        elif row[0] != _SCHEMA:
            self._database.close()
            problem = f"was made by another version of diplograph (form {row[0]}, not {_SCHEMA})"
            raise OutputError(self._path, problem, "Remove it; it will be made anew")

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file; what was put in stays."""
        self._database.close()

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Make some changes together, or none."""
        with self._named():
            self._database.execute("BEGIN")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

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
            for each in read:
                article, statements = each.article, each.statements
                name, url = stored_name(article.id), stored_name(article.url or "") or None
                self._database.execute("DELETE FROM statements WHERE article = ?", (name,))
                self._database.execute("DELETE FROM unlinked WHERE article = ?", (name,))
                row = (name, content_hash(article), version, article.published, url)
                self._database.execute(
                    "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)",
                    (*row, each.sketch),
                )
                self._database.executemany(
                    "INSERT INTO statements VALUES (?, ?)",
                    [(name, _stored(statement)) for statement in statements],
                )
                self._database.executemany(
                    "INSERT INTO unlinked VALUES (?, ?, ?)",
                    [(name, json.dumps(word), times) for word, times in each.unlinked.items()],
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

    def note(self, key: str, value: str) -> None:
        """Keep a word about the whole, replacing an earlier one."""
        with self._change():
            self._database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    def noted(self, key: str) -> str | None:
        """Return what was kept under a key."""
        row = self._database.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

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


def _silently() -> None:
    """Say nothing more."""


def stored_name(text: str) -> str:
    """Return a string that SQLite takes: it has no lone surrogates, a program's article may."""
    return text.encode("utf-8", "backslashreplace").decode()


def _stored(statement: Statement) -> str:
    # ASCII, for the same reason.
    return json.dumps(to_record(statement))
