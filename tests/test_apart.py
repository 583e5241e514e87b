"""Work in a process of its own, which dies of some of it."""

import os
import signal

import pytest

from graph.apart import apart
from graph.careful import read_apart
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
    given = items.split()
    assert list(apart(given, work)) == list(zip(given, expected, strict=True))


def test_articles_are_read_apart_as_they_are_otherwise() -> None:
    skipped: list[str] = []
    articles = [Article("a", "France condemned Iran.", lang="en"), Article("b", "x", lang="none")]
    read, deadly = read_apart(articles, load_knowledge(), skipped)
    assert [each.article.id for each in read] == ["a"]
    assert [each.relation for each in read[0].statements] == ["criticizes"]
    assert deadly == []
    assert "article b: the extraction broke on it (KeyError)" in skipped[0]
