"""Date expressions to EDTF: what a reader of the article would work out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from graph.text import datecount, dateperiods, edtf
from graph.text.datecalendar import calendar
from graph.text.datespan import Context, DateSpan, Kind


def resolve(
    span: DateSpan, *, published: str | None, previous: str | None = None, future: bool = False
) -> str | None:
    """Return the date that an expression stands for.

    Args:
        span: An expression found by ``find_dates``.
        published: The day the article appeared, ISO 8601, or None where unknown.
        previous: The last date that the text named, EDTF level 0: what "the next day" counts from.
        future: True where the clause is about the future; a bare weekday or month is then the
            next one, elsewhere the last.

    Returns:
        EDTF level 0, no more precise than the expression is; None where the expression, or the
        article, does not say.
    """
    day = _day(published)
    if previous is not None and not _valid(previous):
        previous = None
    return _resolve(span, Context(day, previous, future))


#: Days that "Monday and Tuesday" are.
_PAIR = 2


def _resolve(span: DateSpan, context: Context) -> str | None:
    try:
        return _RULES[span.kind](span, context)
    except (ValueError, OverflowError):  # a day no calendar has: "31 février", "il y a 5 000 ans"
        return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _valid(value: str) -> bool:
    try:
        edtf.bounds(value)
    except ValueError:
        return False
    return True


def _calendar(span: DateSpan, context: Context) -> str | None:
    day = context.day
    if span.previous and context.previous:
        day = edtf.bounds(context.previous)[0]
        if span.unit == "month" and edtf.precision(context.previous) == "year":
            return None
    if span.year_shift is not None:
        if day is None:
            return None
        span = span._replace(year=day.year + span.year_shift)
    if _bare_day(span) and (found := _in_month_named(span, context)):
        return found
    return calendar(span, day, future=context.future)


def _bare_day(span: DateSpan) -> bool:
    named = (span.year, span.month, span.weekday, span.unit)
    return span.day is not None and named == (None, None, None, None)


def _in_month_named(span: DateSpan, context: Context) -> str | None:
    """A day alone after a month or an earlier day of it ("le 3 mars ... le 12")."""
    previous = context.previous or ""
    if "/" in previous or not previous or edtf.precision(previous) == "year":
        return None
    first, last = edtf.bounds(previous)[0], edtf.bounds(previous[:7])[1]
    if (span.day or 1) > last.day:
        return None
    found = first.replace(day=span.day or 1)
    late = context.day is not None and not context.future and found > context.day
    return None if found < first or late else found.isoformat()


def _between(span: DateSpan, context: Context) -> str | None:
    """Both ends; one that lacks its year, month or week is the nearest that fits the other."""
    start, end = span.parts
    if _complete(start) or (context.future and not _complete(end)):
        first = _resolve(start, context)
        last = _resolve(end, _at(end, context, first, future=True))
    else:
        last = _resolve(end, context)
        first = _resolve(start, _at(start, context, last, future=False))
    found = edtf.interval(first, last) if first and last else None
    if found and span.whole and edtf.length(found) > _PAIR:
        return None  # "on Monday and Thursday" is no time between
    return found


def _complete(span: DateSpan) -> bool:
    return span.kind != "calendar" or span.year is not None


def _at(span: DateSpan, context: Context, value: str | None, *, future: bool) -> Context:
    bare = span.way == 0 and span.year_shift is None and not span.previous
    if value is None or _complete(span) or not bare:
        return context
    return replace(context, day=edtf.bounds(value)[0 if future else 1], future=future)


def _since(span: DateSpan, context: Context) -> str | None:
    if context.day is None:
        return None
    if span.parts:
        start = _resolve(span.parts[0], replace(context, future=False))
    else:
        start = context.previous
    if start is None:
        return None
    start = start.split("/")[0]
    return edtf.interval(start, edtf.write(context.day, edtf.precision(start)))


def _until(span: DateSpan, context: Context) -> str | None:
    """From publication to a coming date, from the last date named to a past one."""
    end = _resolve(span.parts[0], context)
    if end is None or context.day is None:
        return None
    if edtf.bounds(end)[1] >= context.day:
        end = end.split("/")[-1]
        return edtf.interval(edtf.write(context.day, edtf.precision(end)), end)
    return edtf.interval(context.previous, end) if context.previous else None


def _by(span: DateSpan, context: Context) -> str | None:
    return _resolve(span.parts[0], replace(context, future=context.future or span.way > 0))


def _offset(span: DateSpan, context: Context) -> str | None:
    named = _resolve(span.parts[0], context)
    return datecount.from_previous(span, named, *datecount.counted(span)) if named else None


def _then(span: DateSpan, context: Context) -> str | None:
    del span
    return None if context.future else context.previous


def _nothing(span: DateSpan, context: Context) -> None:
    del span, context


_RULES: Mapping[Kind, Callable[[DateSpan, Context], str | None]] = MappingProxyType(
    {
        "calendar": _calendar,
        "numeric": dateperiods.numeric,
        "shift": datecount.shift,
        "vague": datecount.vague,
        "window": datecount.window,
        "weekend": dateperiods.weekend,
        "block": dateperiods.block,
        "decade": dateperiods.decade,
        "century": dateperiods.century,
        "between": _between,
        "since": _since,
        "until": _until,
        "by": _by,
        "then": _then,
        "offset": _offset,
        "anniversary": _nothing,
        "unknown": _nothing,
        "no": _nothing,
    }
)
