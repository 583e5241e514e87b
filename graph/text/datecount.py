"""Dates told by counting: "il y a trois ans", "the next day", "within two months"."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from graph.text import edtf
from graph.text.datespan import Context, DateSpan

_HOURS = 24
_LONG = 31
#: Units as multiples of those that a calendar moves by.
_PLAIN: Mapping[str, tuple[str, int]] = MappingProxyType(
    {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
)


def shift(span: DateSpan, context: Context) -> str | None:
    """Return what is so many units from publication, or from the last date named."""
    if span.future_only and not context.future:
        return None
    unit, amount = counted(span)
    if span.previous and context.previous:
        return from_previous(span, context.previous, unit, amount)
    if context.day is None or (span.previous and amount > 0):
        return None
    return _shifted(span, context.day, unit, amount)


def counted(span: DateSpan) -> tuple[str, int]:
    """Return days, weeks, months or years, and how many, negative to go back."""
    if span.unit == "hour":
        return "day", span.way * (span.amount // _HOURS)
    unit, times = _PLAIN.get(span.unit or "day", (span.unit or "day", 1))
    return unit, span.way * span.amount * times


def from_previous(span: DateSpan, previous: str, unit: str, amount: int) -> str | None:
    """Count from a date; from one too coarse for that, stay in it if the step is small.

    Args:
        span: The expression: "two days later".
        previous: What it counts from, EDTF.
        unit: ``day``, ``week``, ``month`` or ``year``.
        amount: How many of them, negative for earlier.
    """
    start, _, end = previous.partition("/")
    if end and amount == 0 and unit == "day":
        first, last = edtf.bounds(previous)
        return previous if (last - first).days < _LONG else None
    point = end if end and amount > 0 else start
    (first, last), exact = edtf.bounds(point), edtf.precision(point)
    if edtf.coarser(exact, _precision(unit)) != _precision(unit):
        step = abs(edtf.move(last, unit, amount) - last)
        return point if amount and step * 3 <= last - first else None
    found = _shifted(span, first, unit, amount)
    return found if found is None or "/" in found else found[: len(edtf.write(first, exact))]


def _shifted(span: DateSpan, day: date, unit: str, amount: int) -> str:
    moved = edtf.move(day, unit, amount)
    if span.half:
        moved = edtf.move(moved, "month", 6 * span.way)
    if span.exact:
        return moved.isoformat()
    if span.unit in ("decade", "century") and span.whole and span.amount == 1:
        return edtf.years(moved.year, 10 if span.unit == "decade" else 100)
    alone = abs(amount) == 1 and not span.whole and not span.half
    if unit == "week":
        return moved.isoformat() if alone else edtf.week(moved)
    return edtf.write(moved, "month" if unit == "year" and alone else _precision(unit))


def _precision(unit: str) -> edtf.Precision:
    """The precision that a count of units has."""
    return "year" if unit == "year" else "month" if unit == "month" else "day"


def vague(span: DateSpan, context: Context) -> str | None:
    """Return the month in which something is "days later", near enough."""
    if context.previous:
        return context.previous[:7] if "/" not in context.previous else None
    return edtf.write(context.day, "month") if context.day and span.way < 0 else None


def window(span: DateSpan, context: Context) -> str | None:
    """Return all the time between publication and so many units from it."""
    if context.day is None or (span.future_only and not context.future):
        return None
    unit, amount = counted(span)
    moved = edtf.move(context.day, unit, amount)
    ends = [edtf.write(day, _precision(unit)) for day in sorted((context.day, moved))]
    return edtf.interval(*ends)
