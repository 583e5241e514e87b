"""Dates as EDTF level 0 strings, which carry their precision.

A value is a year (``2023``), a month (``2023-10``), a day (``2023-10-12``) or
an interval of two of these (``1948/2023``). Functions raise ``ValueError`` for
anything else, and ``OverflowError`` or ``ValueError`` past the years 1 to 9999.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["year", "month", "day"]

_POINT = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_LENGTHS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
_DECADE = 10
_RANKS: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}


def write(day: date, precision: Precision) -> str:
    """Return the year, month or day that a day is in."""
    return day.isoformat()[: _RANKS[precision]]


# The day of publication is asked for at each date.
@lru_cache(maxsize=1024)
def bounds(value: str) -> tuple[date, date]:
    """Return the first and the last day of a value.

    Raises:
        ValueError: The value is not EDTF level 0, or ends before it starts.
    """
    start, _, end = value.partition("/")
    first, last = _point(start)[0], _point(end if "/" in value else start)[1]
    if first > last:
        raise ValueError(f"not EDTF level 0: {value!r}")
    return first, last


def precision(value: str) -> Precision:
    """Return the precision of a value; of an interval, that of its coarser end.

    Raises:
        ValueError: The value is not EDTF level 0.
    """
    bounds(value)
    return _LENGTHS[min(len(point) for point in value.split("/"))]


def coarser(one: Precision, other: Precision) -> Precision:
    """Return the less exact of two precisions."""
    return min(one, other, key=_RANKS.__getitem__)


def length(value: str) -> int:
    """Return how many days a value spans, its first and last included."""
    first, last = bounds(value)
    return (last - first).days + 1


def within(value: str, other: str) -> bool:
    """Return whether all of a value lies in another, that other itself included."""
    (first, last), (start, end) = bounds(value), bounds(other)
    return start <= first and last <= end


def interval(start: str, end: str) -> str | None:
    """Return the interval from one value to another.

    Args:
        start: A value; of an interval its start is taken.
        end: A value; of an interval its end is taken.

    Returns:
        The interval, one point where both are the same, None where it ends before it starts.
    """
    first, last = start.partition("/")[0], end.rpartition("/")[2]
    if bounds(first)[0] > bounds(last)[1]:
        return None
    return first if first == last else f"{first}/{last}"


def move(day: date, unit: str, amount: int) -> date:
    """Return the day some units later, or earlier where ``amount`` is negative.

    A day that the month reached does not have becomes its last one.

    Args:
        day: Where to count from.
        unit: ``day``, ``week``, ``month`` or ``year``.
        amount: How many of them.
    """
    if unit in ("day", "week"):
        return day + timedelta(days=amount * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week(day: date) -> str:
    """Return the ISO week of a day, Monday to Sunday, as an interval."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def years(year: int, length: int) -> str:
    """Return the decade (``length`` 10) or century (100) that a year is in, as an interval.

    A century ends with its hundredth year: the nineteenth is ``1801/1900``.
    """
    first = year - year % length + (1 if length > _DECADE else 0)
    return f"{date(first, 1, 1).year:04}/{date(first + length - 1, 1, 1).year:04}"


def _point(value: str) -> tuple[date, date]:
    if not _POINT.fullmatch(value):
        raise ValueError(f"not EDTF level 0: {value!r}")
    year, month, day = (*(int(part) for part in value.split("-")), 0, 0)[:3]
    first = date(year, month if len(value) > _RANKS["year"] else 1, day or 1)
    if len(value) == _RANKS["day"]:
        return date(year, month, day), date(year, month, day)
    last = month or 12
    return first, date(year, last, monthrange(year, last)[1])
