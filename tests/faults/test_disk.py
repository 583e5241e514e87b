"""Disks that are full or read-only: one line, the right exit status, and the next run is whole."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.corpus import write
from tests.faults.runs import Done, build, command, state


def within(limit: int, articles: Path, output: Path) -> Done:
    """Build where no file can grow beyond a number of bytes: as on a disk that fills up."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(  # noqa: S603
        command([articles], output),
        preexec_fn=limited,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent.parent,
    )
    return Done(done.returncode, done.stderr)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("articles") / "a.jsonl", 24)


@pytest.fixture(scope="module")
def expected(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("clean")
    assert build([articles], folder / "out").status == 0
    return state(folder / "out")


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
@pytest.mark.parametrize(("limit", "file"), [(30_000, "statements.db"), (200_000, "graph.html")])
def test_a_file_that_cannot_grow(
    articles: Path, expected: dict[str, bytes], tmp_path: Path, limit: int, file: str
) -> None:
    done = within(limit, articles, tmp_path / "out")
    assert done.status == 2, done.said
    (line,) = done.lines
    assert line.startswith(f"Error: {tmp_path / 'out' / file}: cannot be")
    assert ("Make room" in line) == (file == "statements.db")
    assert build([articles], tmp_path / "out").status == 0
    assert state(tmp_path / "out") == expected


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("file/out", "file/out/statements.db: cannot be used"),
        ("file", "file: is a file, not a folder"),
    ],
)
def test_a_folder_that_cannot_be(articles: Path, tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = build([articles], tmp_path / place)
    assert done.status == 2
    (line,) = done.lines
    assert line.startswith(f"Error: {tmp_path}/{said}")


#: Runs as root of a namespace of its own, where it may mount what nobody else sees.
_INSIDE = """
set -eu
mount -t tmpfs -o size=16m tmpfs "$1"
head -c "$2" /dev/zero > "$1/ballast"
shift 2
"$@"
"""


@pytest.mark.full
@pytest.mark.parametrize("room", [100_000, 300_000, 600_000, 1_000_000, 1_500_000, 2_500_000])
def test_a_disk_that_is_full(
    articles: Path, expected: dict[str, bytes], tmp_path: Path, room: int
) -> None:
    """A disk of 16 MB with less and less room; then room is made, and the next run is whole."""
    disk, out = tmp_path / "disk", tmp_path / "disk" / "out"
    disk.mkdir()
    run = " ".join(f"'{part}'" for part in command([articles], out))
    told = f"{run}; echo status $? >&2"
    copy = f"{told}; rm '{disk}/ballast'; {told}; cp -r '{out}' '{tmp_path}/kept'"
    ballast = str(16 * 1024 * 1024 - room)
    done = subprocess.run(  # noqa: S603
        ["unshare", "-rm", "sh", "-c", _INSIDE, "sh", str(disk), ballast, "sh", "-c", copy],  # noqa: S607
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent.parent,
    )
    first, second, *_ = [line for line in done.stderr.splitlines() if line.startswith("status ")]
    assert second == "status 0", done.stderr
    assert "Traceback" not in done.stderr
    assert first in ("status 0", "status 2")
    if first == "status 2":
        (line,) = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
        assert ": cannot be " in line
    assert state(tmp_path / "kept") == expected
    print(room, first)  # noqa: T201


@pytest.mark.full
def test_a_disk_that_is_read_only(articles: Path, tmp_path: Path) -> None:
    """Even for root."""
    disk = tmp_path / "disk"
    disk.mkdir()
    script = 'mount -t tmpfs -o ro tmpfs "$1"; shift; "$@"'
    done = subprocess.run(  # noqa: S603
        ["unshare", "-rm", "sh", "-c", script, "sh", str(disk), *command([articles], disk / "out")],  # noqa: S607
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "statements.db: cannot be used: read-only file system" in line
