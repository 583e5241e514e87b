"""Work in processes that die of some of it."""

import os
import signal
from collections.abc import Iterator

import pytest

from graph.careful import Broken, Read
from graph.engines.local import read
from graph.engines.pool import Pool
from graph.knowledge import load_knowledge
from graph.model import Article


def work(item: str) -> str:
    """Die of what says so."""
    if item.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if item.startswith("exit"):
        os._exit(3)
    return item.upper()


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("", []),
        ("a b", ["A", "B"]),
        ("kill", [None]),
        ("a kill b", ["A", None, "B"]),
        ("kill exit a kill", [None, None, "A", None]),
    ],
)
def test_one_that_dies_costs_no_other(items: str, expected: list[str | None]) -> None:
    """Whatever the number of processes, results come in the order of what they are of."""
    given = items.split()
    for size in (1, 3):
        assert list(Pool(size, work).map(given)) == list(zip(given, expected, strict=True))


def where(_: int) -> int:
    """Return the process that works."""
    return os.getpid()


def test_processes_stay_and_go_with_the_pool() -> None:
    pool = Pool(2, where)
    found = {process for _, process in pool.map(range(50)) if process is not None}
    assert len(found) <= 2
    assert os.getpid() not in found
    for process in found:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_one_that_is_killed_from_outside_is_replaced() -> None:
    """The item that it was at comes back without a result; all others with theirs.

    There are more items than it can have done, or been given, by the time it dies.
    """
    found = []
    for item, process in Pool(1, where).map(iter(range(9))):
        found.append(process)
        if item == 0 and process is not None:
            os.kill(process, signal.SIGKILL)
    assert [process is None for process in found].count(True) <= 1
    assert len({process for process in found if process}) == 2


def test_items_are_taken_as_there_is_room() -> None:
    """What waits to be done is not held."""
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    for number, _ in Pool(2, where).map(items()):
        assert len(taken) <= number + 7


def test_suspects_are_read_apart_as_they_are_otherwise() -> None:
    articles = [Article("a", "France condemned Iran.", lang="en"), Article("b", "x", lang="none")]
    (found,) = read([articles], load_knowledge(), 1, lambda _: {"a", "b"})
    one, other = found
    assert isinstance(one, Read)
    assert [each.relation for each in one.statements] == ["criticizes"]
    assert isinstance(other, Broken)
    assert "article b: the extraction broke on it (KeyError)" in str(other)
