r"""The tie index: how much cooperation and conflict there is between two, period by period.

For a pair and a period, over the events ``e`` of the pair that fall into it:

    cooperation = sum of  share(e) · chance(e) · max(score(e), 0)
    conflict    = sum of  share(e) · chance(e) · max(-score(e), 0)
    tone        = (cooperation - conflict) / sum of share(e) · chance(e)

``score`` is the PLOVER score of the relation, from -10 to 10, as in
``relations.csv``; it goes back to the scale of Goldstein (1992), whose sums by
month are the usual measure of event data. The two signs are kept apart, since
a sum of both hides that much of either happened (King and Lowe 2003).
``chance`` is how likely the event took place (``events``), ``share`` the part
of its possible days that lies in the period: an event dated to a year is a
twelfth in each month. With a half-life of ``h`` steps an event counts on,
halved every ``h`` steps: ``index(t) = flow(t) + index(t-1) · 2^(-1/h)``.

Errors are standard deviations over a bootstrap of the articles (``resample``).

- J. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of
  Conflict Resolution 36 (1992), 369-385.
- G. King, W. Lowe, "An Automated Information Extraction Tool for International
  Conflict Data", International Organization 57 (2003), 617-642.
- Open Event Data Alliance, PLOVER codebook.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.columns import NEVER, Columns
from graph.analysis.events import Indexes, Numbers, Tellings, tellings
from graph.analysis.periods import Period, name_of, step_of
from graph.analysis.resample import seeds_of
from graph.analysis.sheet import Sheet
from graph.analysis.spread import Grid, at_the_end, falls
from graph.errors import InputError

#: Draws of the bootstrap; 50 give standard errors well enough (Efron and Tibshirani 1993, 6.4).
DRAWS = 50

#: Cells worked on together, which bounds the memory.
_BLOCK = 1_000_000

#: The most cells an index may have; each takes 40 bytes.
_MOST = 20_000_000


@dataclass(frozen=True, slots=True, eq=False)
class TieIndex:
    """The index of every pair and step; arrays have a row a step and a column a pair."""

    columns: Columns
    """What it was made from."""

    directed: bool
    """Whether A to B is told from B to A."""

    grid: Grid
    """The steps it was summed over, of which the last ones are given."""

    steps: tuple[str, ...]
    """The names of the steps."""

    one: Indexes
    """For each pair the index of a node; directed, of the one that acts."""

    other: Indexes
    """For each pair the index of the other node."""

    cooperation: Numbers
    """From 0 up, in points of the PLOVER scale."""

    conflict: Numbers
    """From 0 up, same unit."""

    weight: Numbers
    """How many events are to be expected, decayed as the index is."""

    cooperation_error: NDArray[np.float32]
    """Standard deviation over the draws."""

    conflict_error: NDArray[np.float32]
    """Standard deviation over the draws."""

    articles: NDArray[np.int32]
    """Independent articles that tell of events of the step."""

    sources: NDArray[np.int32]
    """Publishers of these that are known."""

    @property
    def net(self) -> Numbers:
        """Cooperation less conflict."""
        return self.cooperation - self.conflict

    @property
    def tone(self) -> Numbers:
        """The mean score of the events, from -10 to 10; 0 where there are none."""
        return tone_of(self.cooperation, self.conflict, self.weight)


def tone_of(cooperation: Numbers, conflict: Numbers, weight: Numbers) -> Numbers:
    """Return the mean score of events; 0 where there are none.

    Args:
        cooperation: Sums of positive scores.
        conflict: Sums of negative scores, without their sign.
        weight: Sums of the shares and chances of the events, see docs/ties.md.
    """
    net = cooperation - conflict
    return np.divide(net, weight, out=np.zeros_like(net), where=weight > 0)


def tie_index(
    columns: Columns,
    *,
    step: str = "month",
    during: Period | None = None,
    directed: bool = False,
    half_life: float | None = None,
    draws: int = DRAWS,
) -> TieIndex:
    """Return the index of all pairs, step by step, from the first event to the last.

    Args:
        columns: From ``columns_of``.
        step: ``month``, ``quarter`` or ``year``.
        during: Give the steps of this period only. What was before still counts
            where it decays; what is outside is left out where it does not.
        directed: Tell A to B from B to A.
        half_life: Steps after which an event counts half; None for the events of a step alone.
        draws: How often articles are drawn anew for the errors; 0 for none.

    Raises:
        UnknownNameError: There is no such step.
        InputError: There would be more cells than memory is likely to hold.
    """
    told = tellings(columns, directed=directed)
    first, last = _range(told, during)
    if during and not half_life:
        first = during.first
    grid = Grid.of(first, last, step, half_life)
    hidden = max(0, step_of(during.first, step) - step_of(first, step)) if during else 0
    names = [name_of(step_of(first, step) + number, step) for number in range(grid.length)]
    return _index(columns, told, grid, names=names[hidden:], directed=directed, draws=draws)


def tie_table(
    columns: Columns,
    *,
    during: Period | None = None,
    directed: bool = False,
    half_life: float | None = None,
    draws: int = DRAWS,
) -> TieIndex:
    """Return the index of all pairs over one period, a single step.

    Args:
        columns: From ``columns_of``.
        during: The period; None for all time, undated events included.
        directed: Tell A to B from B to A.
        half_life: Months after which an event counts half: the index at the end of
            the period, of all that was before; None for what fell into the period alike.
        draws: How often articles are drawn anew for the errors; 0 for none.
    """
    told = tellings(columns, directed=directed)
    name = during.name if during else ""
    if half_life is None:
        grid = Grid.one(during) if during else Grid.always()
        return _index(columns, told, grid, names=[name], directed=directed, draws=draws)
    grid = Grid.of(*_range(told, during), "month", half_life)
    return _index(columns, told, grid, names=[name], directed=directed, draws=draws)


def _range(told: Tellings, during: Period | None) -> tuple[int, int]:
    """Return the first and the last day of events, up to the end of a period."""
    known = told.first != NEVER
    last = during.last if during else int(told.last[known].max(initial=NEVER))
    first = int(told.first[known & (told.first <= last)].min(initial=last))
    return (first, last) if last != NEVER else (0, 0)


def _index(
    columns: Columns, told: Tellings, grid: Grid, *, names: list[str], directed: bool, draws: int
) -> TieIndex:
    """Work out the index block by block, so that memory is bounded.

    What is given are the steps that have names, the last ones. Of one alone, all that
    is before can go into it at once.
    """
    rows, at_end = len(names), len(names) == 1
    pairs, starts = np.unique(told.pair, return_index=True)
    if rows * len(pairs) > _MOST:
        where, fix = f"{len(pairs)} pairs in {rows} steps", "Name a shorter period or longer steps"
        raise InputError(where, "are too many for one index", fix)
    seeds, ends = seeds_of(columns.articles), np.append(starts, len(told.pair))
    shape = (rows, len(pairs))
    sums, errors = np.zeros((3, *shape)), np.zeros((2, *shape), np.float32)
    seen = np.zeros((2, *shape), np.int32)
    size = max(1, _BLOCK // (1 if at_end else grid.length))
    for start in range(0, len(pairs), size):
        end = min(start + size, len(pairs))
        part = told.part(ends[start], ends[end])
        column = np.searchsorted(pairs[start:end], part.pair)
        sheet = _sheet(part, column, end - start, grid, at_end=at_end)
        sums[:, :, start:end] = sheet.sums(part.chance())[:, -rows:]
        seen[:, :, start:end] = sheet.seen()[:, -rows:]
        errors[:, :, start:end] = sheet.errors(seeds, draws)[:, -rows:]
    ids = np.divmod(pairs, max(1, len(columns.nodes)))
    return TieIndex(columns, directed, grid, tuple(names), *ids, *sums, *errors, *seen)


def _sheet(part: Tellings, column: Indexes, count: int, grid: Grid, *, at_end: bool) -> Sheet:
    fall = falls(part, grid)
    if at_end:
        return Sheet(part, at_the_end(fall, grid), column, (1, count), 0.0)
    return Sheet(part, fall, column, (grid.length, count), grid.decay)
