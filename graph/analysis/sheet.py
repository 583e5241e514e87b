"""One block of the index: some pairs, all steps, summed up from events."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.analysis.events import Indexes, Numbers, Tellings
from graph.analysis.resample import Seeds, counts
from graph.analysis.spread import Falls


@dataclass(frozen=True)
class Sheet:
    """Events and where they fall."""

    told: Tellings
    falls: Falls
    pair: Indexes
    """For each event the column of its pair."""

    shape: tuple[int, int]
    """Steps and pairs."""

    decay: float
    """What is left of an event one step later."""

    @cached_property
    def _cell(self) -> Indexes:
        return self.falls.step * self.shape[1] + self.pair[self.falls.event]

    @cached_property
    def _points(self) -> tuple[Indexes, Numbers]:
        """For each fall, its cell among those of both signs, and how much falls there."""
        score = self.told.score[self.falls.event]
        size = self.shape[0] * self.shape[1]
        return self._cell + size * (score < 0), self.falls.share * np.abs(score)

    def sums(self, chance: Numbers) -> Numbers:
        """Return cooperation, conflict and weight by step and pair.

        Args:
            chance: For each event how likely it took place.
        """
        size = self.shape[0] * self.shape[1]
        weight = _sums(self._cell, self.falls.share * chance[self.falls.event], size)
        found = np.concatenate((self._signed(chance), weight.reshape(1, *self.shape)))
        return self._carried(found)

    def _signed(self, chance: Numbers) -> Numbers:
        cell, points = self._points
        size = 2 * self.shape[0] * self.shape[1]
        return _sums(cell, points * chance[self.falls.event], size).reshape(2, *self.shape)

    def _carried(self, found: Numbers) -> Numbers:
        """Let each step keep what is left of those before it."""
        if self.decay:
            for step in range(1, self.shape[0]):
                found[:, step] += self.decay * found[:, step - 1]
        return found

    def drawn(self, seeds: Seeds, draws: int) -> Iterator[Numbers]:
        """Yield for each draw of articles how likely each event took place."""
        doubt = np.log(self.told.doubt)
        for times in counts(seeds[self.told.article], draws) if len(doubt) else ():
            yield -np.expm1(np.add.reduceat(times * doubt, self.told.begin))

    def errors(self, seeds: Seeds, draws: int) -> Numbers:
        """Return the standard deviations of cooperation and conflict over some draws."""
        total, squares = np.zeros((2, *self.shape)), np.zeros((2, *self.shape))
        for chance in self.drawn(seeds, draws):
            found = self._carried(self._signed(chance))
            total += found
            squares += found * found
        if draws > 1:
            squares -= total * total / draws
            squares /= draws - 1
        return np.sqrt(np.maximum(squares, 0.0))

    def seen(self) -> NDArray[np.int32]:
        """Return how many articles, and how many publishers that are known, tell of each cell."""
        tellings = np.diff(self.told.begin, append=len(self.told.doubt))[self.falls.event]
        cell = np.repeat(self._cell, tellings)
        begins = np.repeat(self.told.begin[self.falls.event], tellings)
        since = np.arange(len(cell)) - np.repeat(np.cumsum(tellings) - tellings, tellings)
        telling = begins + since
        publisher = self.told.publisher[telling]
        named = publisher > 0
        articles = self._distinct(cell, self.told.article[telling])
        return np.stack((articles, self._distinct(cell[named], publisher[named])))

    def _distinct(self, cell: Indexes, kind: NDArray[np.int32]) -> NDArray[np.int32]:
        size = self.shape[0] * self.shape[1]
        count = int(kind.max(initial=0)) + 1
        found = np.unique(cell * count + kind) // count
        return np.bincount(found, minlength=size).astype(np.int32).reshape(self.shape)


def _sums(cell: Indexes, amounts: Numbers, size: int) -> Numbers:
    # Of nothing, bincount makes whole numbers.
    return np.bincount(cell, amounts, size).astype(np.float64, copy=False)
