"""Items one after the other, as many together as make up a size."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def grouped(
    items: Iterable[Item], size: Callable[[Item], int], enough: int, most: int | None = None
) -> Iterator[list[Item]]:
    """Yield items in groups that end with the one that makes them large enough.

    Args:
        items: Taken as they are needed.
        size: Of an item.
        enough: The size of a group to which no more are added.
        most: Items of a group at the most.
    """
    group, total = list[Item](), 0
    for item in items:
        group.append(item)
        total += size(item)
        if total >= enough or len(group) == most:
            yield group
            group, total = [], 0
    if group:
        yield group
