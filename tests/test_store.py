"""The store knows what was read, and loses nothing half-way."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from threading import Barrier

import pytest

from graph.careful import Read
from graph.duplicates import sketch
from graph.errors import OutputError
from graph.model import Article, Graph, Statement
from graph.passing import Passing
from graph.store import Store, content_hash
from graph.wire import packed, to_record
from tests.samples import MEETS, THREAT

ARTICLE = Article("a-1", "France met Iran in Geneva.", lang="en")


def read(article: Article, *statements: Statement) -> Read:
    return Read(article, list(statements), sketch(article))


def test_what_is_put_in_is_known(tmp_path: Path) -> None:
    """The same article, read with the same knowledge, is not read again."""
    with Store(tmp_path / "s.db") as store:
        assert store.knows(ARTICLE, "1") == "new"
        store.put([read(ARTICLE, MEETS, THREAT)], "1")
    with Store(tmp_path / "s.db") as store:
        assert store.knows(ARTICLE, "1") == "known"
        assert store.knows(ARTICLE, "2") == "outdated"
        assert (store.outdated("1"), store.outdated("2")) == (0, 1)
        assert store.graph() == Graph.of([MEETS, THREAT])


def test_a_changed_article_replaces_the_old_one(tmp_path: Path) -> None:
    """What an article no longer says is no longer in the graph."""
    changed = Article("a-1", "France may impose sanctions on Iran.", lang="en")
    with Store(tmp_path / "s.db") as store:
        store.put([read(ARTICLE, MEETS)], "1")
        assert store.knows(changed, "1") == "changed"
        store.put([read(changed, THREAT)], "1")
        assert store.graph() == Graph.of([THREAT])


def test_a_broken_put_leaves_nothing(tmp_path: Path) -> None:
    """Articles go in together with their statements, or not at all."""

    class CutError(Exception):
        """The power went."""

    def half() -> Iterator[Read]:
        yield read(ARTICLE, MEETS)
        raise CutError

    with Store(tmp_path / "s.db") as store, pytest.raises(CutError):
        store.put(half(), "1")
    with Store(tmp_path / "s.db") as store:
        assert store.graph() == Graph()
        assert store.knows(ARTICLE, "1") == "new"


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    """One line: which file, and what to do."""
    (tmp_path / "s.db").write_bytes(b"not a database, and long enough to be looked at" * 20)
    with pytest.raises(OutputError, match=r"s\.db: cannot be used"):
        Store(tmp_path / "s.db")


def test_two_runs_at_once_are_told(tmp_path: Path) -> None:
    """The second run into one folder ends with a line, not with a traceback."""
    with Store(tmp_path / "s.db"), pytest.raises(OutputError, match="another run is writing to it"):
        Store(tmp_path / "s.db")


def test_runs_that_begin_at_the_same_moment_do_not_both_wait(tmp_path: Path) -> None:
    """However their first steps fall, one has the store at once: there is nobody to wait for."""
    told: list[int] = []

    def opened(barrier: Barrier, number: int) -> None:
        barrier.wait()
        with Store(tmp_path / f"{number}.db", lambda: told.append(number)):
            pass

    with ThreadPoolExecutor(2) as threads:
        for number in range(50):
            barrier = Barrier(2)
            list(threads.map(opened, repeat(barrier, 2), repeat(number)))
    assert told == []


def test_the_second_run_may_wait(tmp_path: Path) -> None:
    """It says so once, and goes on where the first one ended, which here is killed."""
    program = (
        "import sys; from pathlib import Path; from graph.store import Store\n"
        f"store = Store(Path({str(tmp_path / 's.db')!r})); print('open', flush=True)\n"
        "sys.stdin.read()"
    )
    told: list[str] = []
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"

        def kill() -> None:
            told.append("waits")
            first.kill()

        with Store(tmp_path / "s.db", kill) as second:
            assert second.graph() == Graph()
    assert told == ["waits"]


def test_a_run_that_waits_keeps_no_part_of_the_lock(tmp_path: Path) -> None:
    """Of two that begin at once each would wait for what the other keeps."""
    path = tmp_path / "s.db"
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        other.execute("CREATE TABLE reading (x)")
        other.execute("BEGIN")
        other.execute("SELECT * FROM reading").fetchall()

        def begin() -> None:
            other.execute("COMMIT")
            other.execute("BEGIN EXCLUSIVE")
            other.execute("COMMIT")

        with Store(path, begin) as store:
            assert store.graph() == Graph()
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN EXCLUSIVE")


def test_a_store_of_the_first_form_is_taken_up(tmp_path: Path) -> None:
    """What it holds is kept; its articles have no sketch until they are read again."""
    with closing(sqlite3.connect(tmp_path / "s.db")) as old:
        old.executescript("""
            CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
            CREATE TABLE articles
              (id TEXT PRIMARY KEY, content TEXT NOT NULL, version TEXT NOT NULL);
            CREATE TABLE statements (article TEXT NOT NULL, line TEXT NOT NULL);
            INSERT INTO about VALUES ('schema', '1');
        """)
        old.execute("INSERT INTO articles VALUES ('a-1', ?, '1')", (content_hash(ARTICLE),))
        old.execute("INSERT INTO statements VALUES ('a-1', ?)", (json.dumps(to_record(MEETS)),))
        old.commit()
    for _ in range(2):
        with Store(tmp_path / "s.db") as store:
            assert store.knows(ARTICLE, "1") == "known"
            assert store.graph() == Graph.of([MEETS])
    with closing(sqlite3.connect(tmp_path / "s.db")) as new:
        new.execute("UPDATE about SET value = '99' WHERE key = 'schema'")
        new.commit()
    with pytest.raises(OutputError, match=r"form 99, not 2\)\. Remove it"):
        Store(tmp_path / "s.db")


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    """With its statements; the others stay."""
    other = replace(ARTICLE, id="b", url="https://example.org/b")
    with Store(tmp_path / "s.db") as store:
        store.put([read(ARTICLE, MEETS), read(other)], "1")
        assert store.ids() == {"a-1", "b"}
        assert store.named("https://example.org/b") == store.named("b") == ["b"]
        store.remove(["a-1", "nobody"])
        assert store.ids() == {"b"}
        assert store.graph() == Graph()


def test_any_id_is_taken(tmp_path: Path) -> None:
    """A program's own article may have one that SQLite cannot hold."""
    article = replace(ARTICLE, id="\ud800'; DROP TABLE articles;--\x00")
    with Store(tmp_path / "s.db") as store:
        store.put([read(article, MEETS)], "1")
        assert store.knows(article, "1") == "known"
        store.remove(store.ids())
        assert store.knows(article, "1") == "new"


def test_who_a_run_died_of_is_remembered(tmp_path: Path) -> None:
    """What a run was at when it died is suspect until it is settled, also by a later run."""
    other = replace(ARTICLE, id="b")
    with Store(tmp_path / "s.db") as store:
        store.begin([ARTICLE, other])
    with Store(tmp_path / "s.db") as store:
        assert store.suspects() == {"a-1", "b"}
        store.put([read(other)], "1", [other])
        assert store.suspects() == {"a-1"}
        store.begin([])
        store.put([], "1")
        assert store.suspects() == {"a-1"}
        store.put([], "1", [ARTICLE])
        assert store.suspects() == set()


def test_names_that_nobody_is_known_by_are_kept_with_their_article(tmp_path: Path) -> None:
    """What is read anew is counted anew, and what is removed no longer."""
    one, other = read(ARTICLE), read(replace(ARTICLE, id="b"))
    with Store(tmp_path / "s.db") as store:
        words = {"Zorbia": 1, "\ud800": 1}
        store.put([replace(one, unlinked={"Zorbia": 2}), replace(other, unlinked=words)], "1")
        store.put([replace(one, unlinked={"Zorbia": 1})], "2")
        assert store.unlinked() == {"Zorbia": 2, "\ud800": 1}
        store.remove(["b"])
    with Store(tmp_path / "s.db") as store:
        assert store.unlinked() == {"Zorbia": 1}


@pytest.mark.parametrize("many", [50, 2])
def test_what_is_held_is_what_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Whatever is put in twice, at once or later, says nothing any more, or is removed."""
    monkeypatch.setattr("graph.passing.KEPT", many)
    other, third = replace(ARTICLE, id="a-2"), replace(ARTICLE, id="a-3")
    with Passing(str(tmp_path)) as store, Store(tmp_path / "lasting.db") as lasting:

        def put(*found: Read) -> list[list[Statement]]:
            for each in (store, lasting):
                each.put(found, "1")
            return held()

        def held() -> list[list[Statement]]:
            found = list(store.by_article())
            assert found == list(lasting.by_article())
            assert store.count() == lasting.count() == sum(map(len, found))
            assert store.copies() == lasting.copies()
            return found

        assert put(read(ARTICLE, MEETS), read(other, THREAT), read(ARTICLE)) == [[THREAT]]
        told = [[MEETS, THREAT], [THREAT], [MEETS]]
        assert put(read(ARTICLE), read(third, MEETS), read(ARTICLE, MEETS, THREAT)) == told
        for each in (store, lasting):
            each.remove(["a-2"])
        assert held() == [[MEETS, THREAT], [MEETS]]
        assert put(read(third)) == [[MEETS, THREAT]]
        assert put(replace(read(third), statements=packed([MEETS]))) == [[MEETS, THREAT], [MEETS]]
