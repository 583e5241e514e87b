"""What was read so far, kept in one SQLite file beside the output.

The store decides what a later build must read again: an article is known by
the hash of its content together with the version of what it was read with.
Articles and their statements go in together or not at all, so a build that is
killed leaves nothing half done.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.errors import OutputError
from graph.model import Article, Graph, Statement, digest
from graph.wire import from_line, to_record

FILE = "statements.db"
#: Seconds to wait for another run that writes to the same file.
PATIENCE = 5.0

_SCHEMA = "1"
_TABLES = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS articles
  (id TEXT PRIMARY KEY, content TEXT NOT NULL, version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS statements (article TEXT NOT NULL, line TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS by_article ON statements (article);
"""


def content_hash(article: Article) -> str:
    """Return a hash of everything in an article that its statements depend on."""
    return digest(
        article.text, article.title, article.published, article.lang, article.url, article.source
    )


class Store:
    """The articles read and their statements; a context manager."""

    def __init__(self, path: Path) -> None:
        """Open the store at a path, making it if need be.

        Raises:
            OutputError: The file cannot be made, or is no store of this version.
        """
        self._path = path
        with self._named():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=PATIENCE)
            self._database.executescript(_TABLES)
            self._check()

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Say of an error which file it is about, and what to do."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            problem = (getattr(error, "strerror", None) or str(error)).lower()
            fix = "Choose another folder with -o, or remove the file if no other run is using it"
            raise OutputError(self._path, f"cannot be used: {problem}", fix) from error

    def _check(self) -> None:
        row = self._database.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
        if row is None:
            self._database.execute("INSERT INTO about VALUES ('schema', ?)", (_SCHEMA,))
            self._database.commit()
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

    def knows(self, article: Article, version: str) -> bool:
        """Return whether an article was read before, as it is and with what is known now."""
        query = "SELECT content, version FROM articles WHERE id = ?"
        row = self._database.execute(query, (article.id,)).fetchone()
        return bool(row == (content_hash(article), version))

    def outdated(self, version: str) -> int:
        """Count the articles that were read with another version of what is known."""
        query = "SELECT count(*) FROM articles WHERE version <> ?"
        (count,) = self._database.execute(query, (version,)).fetchone()
        return int(count)

    def put(self, read: Sequence[tuple[Article, Iterable[Statement]]], version: str) -> None:
        """Store articles with their statements, replacing what was known of them.

        Raises:
            OutputError: The file cannot be written: no room is left, or another run holds it.
        """
        with self._named(), self._database:
            for article, statements in read:
                self._database.execute("DELETE FROM statements WHERE article = ?", (article.id,))
                self._database.execute(
                    "INSERT OR REPLACE INTO articles VALUES (?, ?, ?)",
                    (article.id, content_hash(article), version),
                )
                self._database.executemany(
                    "INSERT INTO statements VALUES (?, ?)",
                    [(article.id, _stored(statement)) for statement in statements],
                )

    def graph(self) -> Graph:
        """Return the graph of all statements stored."""
        return Graph.of(self._statements())

    def _statements(self) -> Iterator[Statement]:
        for (line,) in self._database.execute("SELECT line FROM statements"):
            yield from_line(line, str(self._path))


def _stored(statement: Statement) -> str:
    # ASCII: SQLite takes no lone surrogates, and a program's own article may hold some.
    return json.dumps(to_record(statement))
