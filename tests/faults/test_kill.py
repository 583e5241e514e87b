"""Builds that are killed at any moment, and two at once: the next run is whole."""

import random
import signal
import time
from pathlib import Path

import pytest

from tests.faults.corpus import write
from tests.faults.runs import build, finish, start, state


@pytest.fixture(scope="module")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """How many articles, and how many kills."""
    option = request.config.getoption
    return (300, option("--kills")) if option("--full") else (40, 2)


@pytest.fixture(scope="module")
def clean(
    size: tuple[int, int], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, bytes], float]:
    """Articles, what an undisturbed build makes of them, and the seconds it takes."""
    folder = tmp_path_factory.mktemp("clean")
    articles = write(folder / "articles.jsonl", size[0])
    started = time.monotonic()
    done = build([articles], folder / "out")
    assert (done.status, "left out" in done.said) == (0, False), done.said
    return articles, state(folder / "out"), time.monotonic() - started


def test_a_build_that_is_killed_is_taken_up(
    size: tuple[int, int], clean: tuple[Path, dict[str, bytes], float], tmp_path: Path
) -> None:
    """At random moments over the whole of a build; the final state is that of a clean run."""
    articles, expected, seconds = clean
    chance = random.Random(size[1])  # noqa: S311
    begun = 0
    for number in range(size[1]):
        output = tmp_path / str(number)
        process = start([articles], output)
        time.sleep(chance.uniform(0.1, 1) * seconds)
        process.send_signal(signal.SIGKILL)
        finish(process)
        begun += output.exists()
        done = build([articles], output)
        assert done.status == 0, done.said
        assert "Traceback" not in done.said
        assert state(output) == expected
        for path in output.iterdir():
            path.unlink()
    assert begun, "no kill hit a build that had begun to write"


def test_a_build_that_is_killed_again_and_again_comes_to_its_end(
    size: tuple[int, int], clean: tuple[Path, dict[str, bytes], float], tmp_path: Path
) -> None:
    """Killed in one folder, each time further on; what was stored is not read again."""
    articles, expected, seconds = clean
    output = tmp_path / "out"
    for number in range(size[1] // 5 or 1):
        process = start([articles], output)
        time.sleep(seconds * (0.5 + number / size[1]))
        process.send_signal(signal.SIGKILL)
        finish(process)
    assert build([articles], output).status == 0
    assert state(output) == expected


def test_of_two_builds_at_once_the_second_waits(
    size: tuple[int, int], clean: tuple[Path, dict[str, bytes], float], tmp_path: Path
) -> None:
    """Both end well, one says that it waits, and the files are those of one run."""
    articles, expected, _ = clean
    processes = [start([articles], tmp_path / "out") for _ in range(2)]
    ends = [finish(process) for process in processes]
    assert [done.status for done in ends] == [0, 0]
    assert sum("waiting until it is done" in done.said for done in ends) == 1
    assert sum(f"{size[0]} of them known already" in done.said for done in ends) == 1
    assert state(tmp_path / "out") == expected
