"""The SQLite file of a store: its form, its lock, and changes that are made together or not at all.

A file that a killed run leaves is whole again when it is next opened. While it is
open no other run can open it: two builds into one folder would mix their outputs.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.errors import OutputError
from graph.files import is_full

#: Seconds that another run is waited for before a word is said. Two that begin at the very same
#: moment may both be refused; SQLite tries again at growing intervals, and one of them is first.
_PATIENCE = 0.5

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


class StoreFile:
    """A file that one run has open; a context manager."""

    def __init__(
        self,
        path: Path,
        on_wait: Callable[[], object] | None = None,
        *,
        lasting: bool = True,
        beside: bool = False,
    ) -> None:
        """Open the store at a path, making it if need be.

        Args:
            path: The file.
            on_wait: Called once if another run has it open for longer than a moment; then that
                is waited for. Without it, that is an error.
            lasting: Whether it is to outlive the run, even one that ends by a power cut.
            beside: Whether it is only read, while the run that has it open does not write.

        Raises:
            OutputError: The file cannot be made, is no store of a version that is known, or
                another run has it open.
            sqlite3.Error: It cannot be read beside that run.
        """
        self._path = path
        if beside:  # no lock is asked for
            address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._database = sqlite3.connect(address, uri=True, isolation_level=None)
            return
        with self._named():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(
                path.absolute(), timeout=_PATIENCE, isolation_level=None
            )
            if not lasting:
                self._database.execute("PRAGMA synchronous = OFF")
                self._database.execute("PRAGMA journal_mode = MEMORY")
            self._take(on_wait)
            if lasting:  # all in the one file, which another program may have set otherwise
                self._database.execute("PRAGMA journal_mode = DELETE")

    def _take(self, on_wait: Callable[[], object] | None) -> None:
        """Lock the file until it is closed; the system lets go of it if the run dies."""
        while True:
            try:
                self._database.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or on_wait is None:
                    raise
            on_wait()
            on_wait = _silently
        # Not before: two runs that failed to begin would each keep half of a lock, for ever.
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
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
            if isinstance(error, FileExistsError):
                folder, fix = Path(error.filename), "Choose a folder with -o"
                kind = "a file" if folder.exists() else "a link to nothing"
                raise OutputError(folder, f"is {kind}, not a folder", fix) from error
            problem = (getattr(error, "strerror", None) or str(error)).lower()
            raise OutputError(self._path, f"cannot be used: {problem}", _fix(error)) from error

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

    def note(self, key: str, value: str) -> None:
        """Keep a word about the whole, replacing an earlier one."""
        with self._change():
            self._database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    def noted(self, key: str) -> str | None:
        """Return what was kept under a key."""
        row = self._database.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])


def _fix(error: Exception) -> str:
    """Return what to do about an error: room helps only where it lacks."""
    name = getattr(error, "sqlite_errorname", "")
    if is_full(error) or name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return "Make room, or choose another folder with -o; what was stored before is whole"
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        return "Move it away, or choose another folder with -o"
    return "Choose another folder with -o"


def _silently() -> None:
    """Say nothing more."""
