"""Dates of the calendar that leave something out: "mardi", "le 12 octobre", "last March"."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from graph.text import edtf
from graph.text.datespan import DateSpan


def calendar(span: DateSpan, near: date | None, *, future: bool) -> str | None:
    """Return the date that a day, month or weekday stands for.

    Args:
        span: Of kind ``calendar``.
        near: The day it is told from, or None where that is unknown.
        future: True where it is on that day or after, False where on it or before.

    Raises:
        ValueError: No calendar has the day.
    """
    if span.year is not None:
        return _named(span.year, span)
    if near is None:
        return None
    if span.unit == "month" and span.day is not None:
        return edtf.move(near.replace(day=1), "month", span.way).replace(day=span.day).isoformat()
    future = span.way > 0 or (future and span.way == 0)
    if span.month is not None:
        return _month(span, near, future=future)
    if span.day is not None:
        days = _days(span.day, near)
        fitting = [day for day in days if span.weekday == day.weekday()]
        found = _nearest(fitting or days, near, future=future) or next(iter(fitting), None)
        return found.isoformat() if found else None
    return _weekday(span, near, future=future).isoformat()


def in_direction(
    periods: Sequence[tuple[date, date]], near: date, *, future: bool, strict: bool
) -> date:
    """Return the start of the last period begun, or of the first one not yet over.

    Args:
        periods: First days and days just past the last, in order, far around ``near``.
        near: A day.
        future: Which of the two.
        strict: Leave out the period that ``near`` is in.
    """
    if future:
        return next(start for start, end in periods if (start if strict else end) > near)
    return next(
        start for start, end in reversed(periods) if (end <= near if strict else start <= near)
    )


def _named(year: int, span: DateSpan) -> str:
    if span.month is None:
        return edtf.write(date(year, 1, 1), "year")
    day = date(year, span.month, span.day or 1)
    return edtf.write(day, "day" if span.day else "month")


def _month(span: DateSpan, near: date, *, future: bool) -> str | None:
    """A month, or a day of one, without its year; a weekday with it settles doubts."""
    if span.day is None:
        starts = [date(near.year + step, span.month or 1, 1) for step in (-2, -1, 0, 1, 2)]
        months = [(start, edtf.move(start, "month", 1)) for start in starts]
        found = in_direction(months, near, future=future, strict=bool(span.way))
        return edtf.write(found, "month")
    days = [
        day for step in range(-8, 9) if (day := _valid(near.year + step, span.month or 1, span.day))
    ]
    fitting = [day for day in days if span.weekday == day.weekday() and abs(day - near).days < 366]  # noqa: PLR2004
    nearest = _nearest(days, near, future=future)
    if fitting and nearest not in fitting:
        nearest = _nearest(fitting, near, future=future) or fitting[0]
    return nearest.isoformat() if nearest else None


def _days(day: int, near: date) -> list[date]:
    months = [edtf.move(near.replace(day=1), "month", step) for step in range(-2, 3)]
    return [found for month in months if (found := _valid(month.year, month.month, day))]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(days: Iterable[date], near: date, *, future: bool) -> date | None:
    return (
        min((day for day in days if day >= near), default=None)
        if future
        else max((day for day in days if day <= near), default=None)
    )


def _weekday(span: DateSpan, near: date, *, future: bool) -> date:
    """The nearest such day; "last" and "next" leave out the day itself."""
    if span.weekday is None:
        raise ValueError(span)
    step = (span.weekday - near.weekday()) % 7 if future else (near.weekday() - span.weekday) % 7
    days = 7 if step == 0 and span.way else step
    return near + timedelta(days=days if future else -days)
