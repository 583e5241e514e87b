"""The store knows what was read, and loses nothing half-way."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import OutputError
from graph.model import Article, Graph, Statement
from graph.store import Store
from tests.samples import MEETS, THREAT

ARTICLE = Article("a-1", "France met Iran in Geneva.", lang="en")


def test_what_is_put_in_is_known(tmp_path: Path) -> None:
    """The same article, read with the same knowledge, is not read again."""
    with Store(tmp_path / "s.db") as store:
        assert not store.knows(ARTICLE, "1")
        store.put([(ARTICLE, [MEETS, THREAT])], "1")
    with Store(tmp_path / "s.db") as store:
        assert store.knows(ARTICLE, "1")
        assert not store.knows(ARTICLE, "2")
        assert (store.outdated("1"), store.outdated("2")) == (0, 1)
        assert store.graph() == Graph.of([MEETS, THREAT])


def test_a_changed_article_replaces_the_old_one(tmp_path: Path) -> None:
    """What an article no longer says is no longer in the graph."""
    changed = Article("a-1", "France may impose sanctions on Iran.", lang="en")
    with Store(tmp_path / "s.db") as store:
        store.put([(ARTICLE, [MEETS])], "1")
        assert not store.knows(changed, "1")
        store.put([(changed, [THREAT])], "1")
        assert store.graph() == Graph.of([THREAT])


def test_a_broken_put_leaves_nothing(tmp_path: Path) -> None:
    """Articles go in together with their statements, or not at all."""

    class CutError(Exception):
        """The power went."""

    def half() -> Iterator[Statement]:
        yield MEETS
        raise CutError

    with Store(tmp_path / "s.db") as store, pytest.raises(CutError):
        store.put([(ARTICLE, half())], "1")
    with Store(tmp_path / "s.db") as store:
        assert store.graph() == Graph()
        assert not store.knows(ARTICLE, "1")


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    """One line: which file, and what to do."""
    (tmp_path / "s.db").write_bytes(b"not a database, and long enough to be looked at" * 20)
    with pytest.raises(OutputError, match=r"s\.db: cannot be used"):
        Store(tmp_path / "s.db")


def test_two_runs_at_once_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run into one folder ends with a line, not with a traceback."""
    monkeypatch.setattr("graph.store.PATIENCE", 0.01)
    with Store(tmp_path / "s.db") as store, sqlite3.connect(tmp_path / "s.db") as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match=r"locked.*no other run is using it"):
            store.put([(ARTICLE, [MEETS])], "1")
        other.rollback()
    other.close()
