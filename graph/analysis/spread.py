"""Where events fall: which steps their possible days lie in, and how much of them in each."""

from dataclasses import dataclass

import numpy as np

from graph.analysis.columns import NEVER
from graph.analysis.events import Indexes, Numbers, Tellings
from graph.analysis.periods import Period, edges, step_of


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Steps that follow one another."""

    edges: Indexes
    """The first day of each step, and of the one after the last; empty for "at any time"."""

    decay: float = 0.0
    """What is left of an event one step later, from 0 to 1."""

    @property
    def length(self) -> int:
        """How many steps there are."""
        return max(1, len(self.edges) - 1)

    @classmethod
    def always(cls) -> "Grid":
        """Return the grid of one step that holds everything, dated or not."""
        return cls(np.zeros(0, np.int64))

    @classmethod
    def one(cls, during: Period) -> "Grid":
        """Return the grid of one step, a period."""
        return cls(np.array([during.first, during.last + 1]))

    @classmethod
    def of(cls, first: int, last: int, step: str, half_life: float | None) -> "Grid":
        """Return the grid of the steps from that of one day to that of another.

        Args:
            first: A day, in days from 1 January 1970.
            last: The same of the last one.
            step: ``month``, ``quarter`` or ``year``.
            half_life: Steps after which an event counts half; None if it does not fade.
        """
        bounds = edges(step_of(first, step), step_of(last, step), step)
        return cls(bounds, 2 ** (-1 / half_life) if half_life else 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Falls:
    """Pairs of an event and a step that it falls into."""

    event: Indexes
    """Index of an event, ascending."""

    step: Indexes
    """Index of a step."""

    share: Numbers
    """The part of the event's possible days that lies in the step."""


def falls(told: Tellings, grid: Grid) -> Falls:
    """Return where events fall; those outside of the grid fall nowhere."""
    if not len(grid.edges):
        everything = np.arange(len(told.pair))
        return Falls(everything, np.zeros_like(everything), np.ones(len(everything)))
    begin, end = told.first.astype(np.int64), told.last.astype(np.int64) + 1
    inside = np.flatnonzero((begin < grid.edges[-1]) & (end > grid.edges[0]) & (begin != NEVER))
    first = np.searchsorted(grid.edges, np.maximum(begin[inside], grid.edges[0]), "right") - 1
    last = np.searchsorted(grid.edges, np.minimum(end[inside], grid.edges[-1]), "left") - 1
    times = last - first + 1
    event = np.repeat(inside, times)
    since = np.arange(len(event)) - np.repeat(np.cumsum(times) - times, times)
    step = np.repeat(first, times) + since
    days = np.minimum(end[event], grid.edges[step + 1]) - np.maximum(begin[event], grid.edges[step])
    return Falls(event, step, days / (end - begin)[event])


def at_the_end(found: Falls, grid: Grid) -> Falls:
    """Return what is left of events in the last step, as if all had fallen there."""
    if grid.length == 1:
        return found
    left = found.share * grid.decay ** (grid.length - 1 - found.step)
    return Falls(found.event, np.zeros_like(found.step), left)
