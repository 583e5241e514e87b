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
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Forked from a server that has loaded nothing: free of whatever threads and files the caller has.
#: The server could load the library once for all, but it would look for it in the folder that the
#: caller stands in first, where anybody may have put another one of its name.
_WAY = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"

#: Items that a process has at a time: the next one is there when it is done with one, however long
#: the caller takes over a result.
_GIVEN = 2

#: Items a process that are handed out or wait for an earlier one to be done.
_AHEAD = 3

#: Further threads only wait for each other where there is a process a core.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


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
        run = _Run(self._size, self._work, enumerate(items))
        try:
            while True:
                while run.hand_out():
                    pass
                if not run.order:
                    return
                if run.order[0][0] in run.done:
                    place, item = run.order.popleft()
                    yield item, run.done.pop(place)
                else:
                    run.collect()
        finally:
            for worker in run.workers:
                worker.stop()


@dataclass(eq=False, slots=True)
class _Worker:
    """A process and the way to it."""

    process: Any
    way: Connection
    places: deque[int] = field(default_factory=deque)
    """The places of the items that it has; it is at the first."""

    def stop(self) -> None:
        self.way.close()
        self.process.kill()
        self.process.join()


@dataclass(eq=False, slots=True)
class _Run(Generic[Item, Result]):
    """What is being done, by whom."""

    size: int
    work: Callable[[Item], Result]
    waiting: Iterator[tuple[int, Item]]
    order: deque[tuple[int, Item]] = field(default_factory=deque)
    """Items that were taken, with their places, whose results have not been handed on."""

    returned: deque[tuple[int, Item]] = field(default_factory=deque)
    """Those that a process had when it died of another."""

    done: dict[int, Result | None] = field(default_factory=dict)
    workers: list[_Worker] = field(default_factory=list)

    def hand_out(self) -> bool:
        """Give an item to the process that has least; return whether there was one of each."""
        if sum(len(worker.places) for worker in self.workers) == _GIVEN * self.size:
            return False
        found = self.returned.popleft() if self.returned else self._next()
        if found is None:
            return False
        worker = min(self.workers, key=lambda each: len(each.places), default=None)
        if worker is None or (worker.places and len(self.workers) < self.size):
            worker = self._started()
        worker.places.append(found[0])
        with suppress(OSError):  # where it has died with nothing to do, that is found later
            worker.way.send((found[1],))
        return True

    def _next(self) -> tuple[int, Item] | None:
        if len(self.order) == _AHEAD * self.size:
            return None
        found = next(self.waiting, None)
        if found is not None:
            self.order.append(found)
        return found

    def _started(self) -> _Worker:
        context: Any = multiprocessing.get_context(_WAY)
        ours, theirs = context.Pipe()
        process = context.Process(target=_worker_main, args=(theirs, self.work), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        return worker

    def collect(self) -> None:
        """Wait for a process to finish or to die, and keep what came of its item."""
        busy: dict[Any, _Worker] = {each.way: each for each in self.workers if each.places}
        for way in wait(list(busy)):
            worker = busy[way]
            place = worker.places.popleft()
            try:
                self.done[place] = worker.way.recv()
            except (EOFError, OSError):
                self.done[place] = None
                self.returned.extend(each for each in self.order if each[0] in worker.places)
                worker.stop()
                self.workers.remove(worker)


def _worker_main(way: Connection, work: Callable[[Item], Result]) -> None:
    """Do what comes, until nothing can come any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends this process
    for name in _ONE_THREAD:
        os.putenv(name, "1")  # for libraries in C, which are loaded by the work
    given = SimpleQueue[tuple[Item] | None]()
    Thread(target=_receive, args=(way, given), daemon=True).start()
    with suppress(EOFError, OSError):
        while (item := given.get()) is not None:
            way.send(work(*item))


def _receive(way: Connection, given: "SimpleQueue[tuple[Item] | None]") -> None:
    """Take what comes while work is done: who sends more than a pipe holds would wait for it."""
    try:
        while True:
            given.put(way.recv())
    except (EOFError, OSError):
        # Nobody waits for what is being done, and what it writes might replace something newer.
        os._exit(0)
    finally:
        given.put(None)
