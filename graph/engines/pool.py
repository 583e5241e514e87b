"""Processes that work side by side, any of which may die.

``concurrent.futures`` gives up all work when one process dies, and cannot say of what;
here the process is replaced, and what it was at comes back without a result.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Forked from a server that has loaded nothing: free of whatever threads and files the caller has.
#: The server could load the library once for all, but it would look for it in the folder that the
#: caller stands in first, where anybody may have put another one of its name.
_WAY = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"

#: Items a process that are handed out or wait for an earlier one to be done.
_AHEAD = 2

#: Further threads only wait for each other where there is a process a core.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(eq=False, slots=True)
class _Worker(Generic[Item, Result]):
    """A process and the way to it."""

    process: Any
    way: Connection
    place: int | None = None
    """The place of the item that it is at."""

    def stop(self) -> None:
        self.way.close()
        self.process.kill()
        self.process.join()


class Pool(Generic[Item, Result]):
    """Does some work in processes of its own."""

    def __init__(self, size: int, work: Callable[[Item], Result]) -> None:
        """Make a pool; its processes start when there is something to do.

        Args:
            size: How many processes.
            work: Does the work, and raises nothing. It goes to each process once, so what it
                loads and keeps is loaded once a process.
        """
        self._size = size
        self._work = work

    def map(self, items: Iterable[Item]) -> Iterator[tuple[Item, Result | None]]:
        """Yield each item with its result, in order, or with None where a process died of it.

        Args:
            items: Taken a few at a time, as there is room for them.
        """
        waiting = enumerate(items)
        order: deque[tuple[int, Item]] = deque()
        done: dict[int, Result | None] = {}
        workers: list[_Worker[Item, Result]] = []
        try:
            while True:
                while len(order) < _AHEAD * self._size and self._hand_out(waiting, order, workers):
                    pass
                if not order:
                    return
                if order[0][0] in done:
                    place, item = order.popleft()
                    yield item, done.pop(place)
                else:
                    _collect(workers, done)
        finally:
            for worker in workers:
                worker.stop()

    def _hand_out(
        self,
        waiting: "enumerate[Item]",
        order: deque[tuple[int, Item]],
        workers: list[_Worker[Item, Result]],
    ) -> bool:
        """Give the next item to a process that has none; return whether there was one of each."""
        idle = next((worker for worker in workers if worker.place is None), None)
        if idle is None and len(workers) == self._size:
            return False
        found = next(waiting, None)
        if found is None:
            return False
        order.append(found)
        if idle is None:
            idle = self._started()
            workers.append(idle)
        idle.place = found[0]
        with suppress(OSError):  # where it has died with nothing to do, that is found later
            idle.way.send(found[1])
        return True

    def _started(self) -> _Worker[Item, Result]:
        context: Any = multiprocessing.get_context(_WAY)
        ours, theirs = context.Pipe()
        process = context.Process(target=_run, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _collect(workers: list[_Worker[Item, Result]], done: dict[int, Result | None]) -> None:
    """Wait for a process to finish or to die, and keep what came of its item."""
    busy: dict[Any, tuple[_Worker[Item, Result], int]] = {
        worker.way: (worker, worker.place) for worker in workers if worker.place is not None
    }
    for way in wait(list(busy)):
        worker, place = busy[way]
        try:
            done[place] = worker.way.recv()
            worker.place = None
        except (EOFError, OSError):
            done[place] = None
            worker.stop()
            workers.remove(worker)


def _run(way: Connection, work: Callable[[Item], Result]) -> None:
    """Do what comes, until nothing can come any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends this process
    for name in _ONE_THREAD:
        os.putenv(name, "1")  # for libraries in C, which are loaded by the work
    with suppress(EOFError, OSError):
        while True:
            way.send(work(way.recv()))
