"""Read articles in a process of their own, which may die of one of them.

What runs out of memory, or breaks a library written in C, can end a process
without a word. Reading every article apart would cost each run the time to load
the parser twice; so only those are that a run was at when it died.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: A child that is a copy of its parent needs nothing loaded again.
_WAY = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"


def apart(
    items: Sequence[Item], work: Callable[[Item], Result]
) -> Iterator[tuple[Item, Result | None]]:
    """Yield items with the results of some work, done in another process.

    Args:
        items: In the order in which they are worked on.
        work: Does the work; it should raise nothing.

    Yields:
        Each item with its result, or with None where the process died of it.
    """
    waiting = list(items)
    context: Any = multiprocessing.get_context(_WAY)
    while waiting:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(theirs, waiting, work), daemon=True)
        process.start()
        theirs.close()
        try:
            while waiting:
                result: Result = ours.recv()
                yield waiting.pop(0), result
        except (EOFError, OSError):
            yield waiting.pop(0), None
        finally:
            ours.close()
            process.join()


def _run(results: Connection, items: Sequence[Item], work: Callable[[Item], Result]) -> None:
    for item in items:
        results.send(work(item))
