"""Periods: stretches of days that a person names, and the steps of a calendar they fall into."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from graph.errors import InputError, UnknownNameError
from graph.text import edtf

#: The steps by name: how many months each has.
STEPS: Mapping[str, int] = MappingProxyType({"month": 1, "quarter": 3, "year": 12})

_EPOCH = date(1970, 1, 1).toordinal()
_FIRST_YEAR = 1970


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included."""

    name: str
    """As it was asked for, EDTF level 0."""

    first: int
    """Its first day, since 1970-01-01."""

    last: int
    """Its last day, same count."""


def period(text: str) -> Period:
    """Return the period that a date means: ``2014``, ``2014-03``, ``2013-01/2014-06``.

    Raises:
        InputError: The text is no such date.
    """
    try:
        first, last = edtf.bounds(text)
    except (ValueError, OverflowError) as error:
        fix = "Write a year, a month, a day or an interval: 2014, 2014-03, 2014-03-18, 2013/2014"
        raise InputError(repr(text), "is no date", fix) from error
    return Period(text, number_of(first), number_of(last))


def is_period(text: str) -> bool:
    """Return whether a text means a period."""
    try:
        period(text)
    except InputError:
        return False
    return True


def number_of(day: date) -> int:
    """Return how many days a day is after 1970-01-01."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """Return the day of a number of ``number_of``."""
    return date.fromordinal(number + _EPOCH)


def months_of(step: str) -> int:
    """Return how many months a step has.

    Raises:
        UnknownNameError: There is no such step.
    """
    if step not in STEPS:
        raise UnknownNameError("step", step, STEPS)
    return STEPS[step]


def step_of(day: int, step: str) -> int:
    """Return the number of the step, from 1970, that a day is in, given in days from 1970."""
    found = day_of(day)
    return ((found.year - _FIRST_YEAR) * 12 + found.month - 1) // months_of(step)


def edges(first: int, last: int, step: str) -> NDArray[np.int64]:
    """Return the first day of each step from one to another, and of the one after.

    Args:
        first: Number of the first step, counted from 1970.
        last: Number of the last one.
        step: ``month``, ``quarter`` or ``year``.
    """
    months = np.arange(first, last + 2) * months_of(step)
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def name_of(number: int, step: str) -> str:
    """Return the name of a step: ``2014-03``, ``2014-Q1``, ``2014``."""
    years, month = divmod(number * months_of(step), 12)
    year = f"{_FIRST_YEAR + years:04}"
    if step == "year":
        return year
    return f"{year}-{month + 1:02}" if step == "month" else f"{year}-Q{month // 3 + 1}"
