"""What was so at a date, as exactly as the dates of the statements allow.

A statement of a day, a month or a year is sure to have come about on the last day
that its date leaves open: what is dated "2014" may have happened in December. An
interval begins with its first point, and goes on: its end is as often the day of
the article as an end. A statement without a date had come about when its article
appeared.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from functools import lru_cache

from graph.analysis.periods import Period, day_of
from graph.model import Statement
from graph.text import edtf


class Known(Enum):
    """Whether something had come about by a date."""

    SURE = "sure"
    MAYBE = "maybe"
    NO = "no"


def known(statement: Statement, at: Period) -> Known:
    """Return whether a statement had come about by the last day of a period."""
    found = _begin(statement)
    if found is None:
        return Known.NO
    first, surely = found
    end = day_of(at.last)
    if surely <= end:
        return Known.SURE
    return Known.MAYBE if first <= end else Known.NO


def as_of(
    statements: Iterable[Statement], at: Period, *, maybe: bool = False
) -> Iterator[Statement]:
    """Yield the statements that had come about by the last day of a period.

    Args:
        statements: In any order.
        at: The date, as a period; ``2014-03`` asks for the end of March.
        maybe: Those too whose date leaves it open.
    """
    wanted = {Known.SURE, Known.MAYBE} if maybe else {Known.SURE}
    return (each for each in statements if known(each, at) in wanted)


def during(statements: Iterable[Statement], period: Period) -> Iterator[Statement]:
    """Yield the statements whose days lie, in part at least, in a period."""
    start, end = day_of(period.first), day_of(period.last)
    for statement in statements:
        days = days_of(statement)
        if days and days[0] <= end and days[1] >= start:
            yield statement


def days_of(statement: Statement) -> tuple[date, date] | None:
    """Return the first and last day of a statement; of one without a date, its article's."""
    return _bounds(statement.date or statement.evidence.source.published)


def _begin(statement: Statement) -> tuple[date, date] | None:
    """Return the first day on which it may have begun, and that on which it surely had."""
    value = statement.date or statement.evidence.source.published
    return _bounds(value.partition("/")[0]) if value else None


@lru_cache(maxsize=1 << 16)
def _bounds(value: str | None) -> tuple[date, date] | None:
    try:
        return edtf.bounds(value) if value else None
    except (ValueError, OverflowError):  # the day of an article may be anything
        return None
