"""Builds as users run them: in a process of their own, which may be killed."""

import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FORMATS = ("jsonl", "ttl", "csv", "graphml", "html")
_OPTIONS = [part for name in FORMATS for part in ("--format", name)]


@dataclass(frozen=True)
class Done:
    """What a run came to."""

    status: int
    said: str

    @property
    def lines(self) -> list[str]:
        """What it said on standard error, without empty lines."""
        return [line for line in self.said.splitlines() if line.strip()]


def command(articles: Sequence[Path], output: Path) -> list[str]:
    """Return the command line of a build."""
    program = [sys.executable, str(ROOT / "cli.py"), "build"]
    return [*program, *map(str, articles), "-o", str(output), *_OPTIONS]


def start(articles: Sequence[Path], output: Path) -> "subprocess.Popen[str]":
    """Start a build."""
    return subprocess.Popen(  # noqa: S603
        command(articles, output), cwd=ROOT, stderr=subprocess.PIPE, text=True
    )


def finish(process: "subprocess.Popen[str]") -> Done:
    """Wait for a build."""
    _, said = process.communicate()
    return Done(process.returncode, said)


def build(articles: Sequence[Path], output: Path) -> Done:
    """Run a build to its end."""
    return finish(start(articles, output))


def state(output: Path) -> dict[str, bytes]:
    """Return all that a build leaves: its files, and what its store holds in an order."""
    files = {path.name: path.read_bytes() for path in output.iterdir()}
    files.pop("statements.db")
    with closing(sqlite3.connect(output / "statements.db")) as store:
        for table in ("about", "articles", "statements"):
            rows = store.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            files[table] = repr(sorted(rows, key=repr)).encode()
    return files
