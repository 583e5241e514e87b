"""How events count: those of a period alike, or less the longer ago, seen from its end."""

from typing import TypedDict

from graph.analysis.columns import Columns
from graph.analysis.index import TieIndex, tie_index, tie_table
from graph.analysis.periods import Period, period
from graph.errors import InputError

#: Months after which an event counts half, where an index at a date is asked for.
HALF_LIFE = 12.0

#: The shortest half-life; below, powers of it are no numbers.
LEAST_HALF_LIFE = 0.01


class Weighing(TypedDict):
    """How events count, as an index is asked for."""

    during: Period | None
    """The period; None for all time."""

    half_life: float | None
    """What an event counts half after; None for all that falls into the period alike."""


def weighing(during: str | None, at: Period | None, half_life: float | None = None) -> Weighing:
    """Return how events count in a period, or else at a date.

    Args:
        during: The period, as EDTF; None for what counts down to the date.
        at: The date; None for all time.
        half_life: Steps after which an event counts half, where one is asked for.

    Raises:
        InputError: The period is none.
    """
    if during:
        return {"during": period(during), "half_life": half_life}
    return {"during": at, "half_life": half_life or (HALF_LIFE if at else None)}


def weighed_index(
    columns: Columns, weighed: Weighing, *, step: str | None, directed: bool, draws: int
) -> TieIndex:
    """Return the index of all pairs, step by step or in one.

    Args:
        columns: From ``columns_of``.
        weighed: How events count.
        step: ``month``, ``quarter`` or ``year``; None for one step.
        directed: Tell A to B from B to A.
        draws: How often articles are drawn anew for the errors; 0 for none.

    Raises:
        UnknownNameError: There is no such step.
        InputError: There would be more cells than memory is likely to hold.
    """
    if step:
        return tie_index(columns, step=step, **weighed, directed=directed, draws=draws)
    return tie_table(columns, **weighed, directed=directed, draws=draws)


def check_half_life(half_life: float | None) -> None:
    """See to it that an index can be made with a half-life.

    Raises:
        InputError: It is too short.
    """
    if half_life is not None and not half_life >= LEAST_HALF_LIFE:
        fix = f"Give a number of steps from {LEAST_HALF_LIFE} on"
        raise InputError(f"half_life={half_life}", "is too short", fix)
