"""When something happened that is only told to be of a week, a season or a part of a year.

An interval of EDTF level 0 says that something lasted from one day to another, and the level has
no value for "some day of that week". So an event of a week is of its month, and one of a season,
a quarter or half of a year is of its year: less than the text says, and nothing that it does not.
A weekend is short enough to be told as it is.
"""

from datetime import date

from graph.text import edtf
from graph.text.datespan import DateSpan

_WEEKS = ("week", "fortnight")


def some_time(span: DateSpan, value: str, published: str | None) -> str:
    """Return the date of an event that an expression dates.

    Args:
        span: The expression.
        value: What it stands for, EDTF level 0.
        published: The day the article appeared, ISO 8601: a week that it is in is of its month.
    """
    if span.kind == "since" and span.parts and span.parts[0].kind == "block" and "/" in value:
        start, end = value.split("/")
        return edtf.interval(_middle(span.parts[0], start)[:4], end[:4]) or value
    if "/" not in value:
        return value
    if span.kind == "block":
        return _middle(span, value.split("/", maxsplit=1)[0])[:4]
    if span.kind == "shift" and span.unit in _WEEKS:
        first, last = edtf.bounds(value)
        today = _day(published)
        inside = today is not None and first <= today <= last
        return (today if inside and today else first + (last - first) / 2).isoformat()[:7]
    return value


def _middle(block: DateSpan, start: str) -> str:
    """Return a day in the middle of a block of months."""
    return edtf.move(edtf.bounds(start)[0], "month", block.amount // 2).isoformat()


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
