"""What a page shows of a graph that is too large for one: the ties that are told most."""

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.merge import Key, key_of
from graph.model import Graph, Statement

#: Statements that a browser opens without effort, and a person may wish to look through.
MOST = 50_000


def top(statements: Iterable[Statement], most: int = MOST) -> Graph:
    """Return all statements where they are few, else those of the ties that are told most.

    Args:
        statements: Can be gone through twice, and are not held.
        most: How many statements may be shown.
    """
    counts = Counter(map(key_of, statements))
    if counts.total() <= most:
        return Graph.of(statements)
    shown = most_told(counts, most)
    return Graph.of(each for each in statements if key_of(each) in shown)


def most_told(counts: Mapping[Key, int], most: int) -> set[Key]:
    """Return the ties that are told most, as many as have no more statements than may be shown."""
    shown, room = set[Key](), most
    for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        room -= count
        if room < 0:
            break
        shown.add(key)
    return shown
