"""Dates and numbers as XML Schema literals."""

from decimal import Decimal
from functools import lru_cache

from graph.rdf.names import dg, term
from graph.rdf.terms import Literal, Part, clean
from graph.text.edtf import bounds

_DATE, BEGIN, END = dg("date"), dg("begin"), dg("end")
_EARLIEST, _LATEST = dg("earliest"), dg("latest")
_EDTF = term("edtf:EDTF")
_DAY = term("xsd:date")
_DECIMAL = term("xsd:decimal")
_COUNT = term("xsd:nonNegativeInteger")

#: The type of a date by the number of its hyphens.
_TYPES = (term("xsd:gYear"), term("xsd:gYearMonth"), _DAY)


@lru_cache(maxsize=1 << 14)
def moment(date: str) -> Literal:
    """Return one EDTF date as a year, a month or a day, by its precision."""
    return Literal(date, _TYPES[date.count("-")]) if _is_moment(date) else Literal(clean(date))


def _is_moment(date: str) -> bool:
    try:
        bounds(date)
    except (ValueError, OverflowError):
        return False
    return "/" not in date


@lru_cache(maxsize=1 << 14)
def dates(value: str) -> Part:
    """Return a date as text, as its two ends with their precision, and as its first and last day.

    Stores compare years, months and days with their own kind only; the two
    days are there so that any two dates can be sorted and compared.

    Args:
        value: EDTF level 0; what is not is kept as plain text.
    """
    try:
        first, last = bounds(value)
    except (ValueError, OverflowError):
        return Part(((_DATE, Literal(clean(value))),))
    start, _, stop = value.partition("/")
    ends = (BEGIN, moment(start)), (END, moment(stop or start))
    days = (_EARLIEST, Literal(first.isoformat(), _DAY)), (_LATEST, Literal(last.isoformat(), _DAY))
    return Part(((_DATE, Literal(value, _EDTF)), *ends, *days))


@lru_cache(maxsize=1 << 10)
def decimal(value: float) -> Literal:
    """Return a number as a decimal, with the digits it was made with."""
    return Literal(format(Decimal(repr(float(value))), "f"), _DECIMAL)


def count(value: int | str) -> Literal:
    """Return a whole number from 0."""
    return Literal(str(value), _COUNT)
