"""Parts of the calendar with names of their own: weekends, seasons, decades, dates in digits."""

from datetime import date, timedelta

from graph.text import edtf
from graph.text.datecalendar import in_direction
from graph.text.datespan import Context, DateSpan

_SATURDAY = 5


def weekend(span: DateSpan, context: Context) -> str | None:
    """Return a Saturday and Sunday."""
    if context.day is None:
        return None
    past = context.day - timedelta(days=(context.day.weekday() - _SATURDAY) % 7)
    coming = past if context.day.weekday() >= _SATURDAY else past + timedelta(days=7)
    saturday = coming if context.future or span.way > 0 else past
    if span.way and saturday == past == coming:
        saturday += timedelta(days=7 * span.way)
    return edtf.interval(saturday.isoformat(), (saturday + timedelta(days=1)).isoformat())


def block(span: DateSpan, context: Context) -> str | None:
    """Return the months of a season, quarter or half of a year."""
    year = span.year
    if year is None and context.day and span.year_shift is not None:
        year = context.day.year + span.year_shift
    if year is not None:
        return _months(date(year, span.month or 1, 1), span.amount)
    if context.day is None:
        return None
    starts = [date(context.day.year + step, span.month or 1, 1) for step in (-2, -1, 0, 1, 2)]
    blocks = [(day, edtf.move(day, "month", span.amount)) for day in starts]
    future = span.way > 0 or (context.future and span.way == 0)
    start = in_direction(blocks, context.day, future=future, strict=bool(span.way))
    return _months(start, span.amount)


def _months(start: date, length: int) -> str | None:
    last = edtf.move(start, "month", length - 1)
    return edtf.interval(edtf.write(start, "month"), edtf.write(last, "month"))


def decade(span: DateSpan, context: Context) -> str:
    """Return the ten years of a decade; two digits are of the century that is near."""
    del context
    year = span.year or 0
    return edtf.years(year if year > 99 else year + (1900 if year > 20 else 2000), 10)  # noqa: PLR2004


def century(span: DateSpan, context: Context) -> str:
    """Return the hundred years of a century."""
    del context
    return edtf.years((span.amount - 1) * 100, 100)


def numeric(span: DateSpan, context: Context) -> str | None:
    """Return a date in digits, if there is one way alone to read it; ``way`` 1 is day first."""
    del context
    year, day, month = span.year or 0, span.day or 0, span.month or 0
    orders = [(month, day)] if span.way else [(month, day), (day, month)]
    found = {date(year, *order).isoformat() for order in orders if order[0] <= 12}  # noqa: PLR2004
    return found.pop() if len(found) == 1 else None
