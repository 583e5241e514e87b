"""EDTF dates as XML Schema literals, so that a query can sort and compare them."""

from rdflib import Literal
from rdflib.namespace import XSD

#: The type of a date by the number of its parts.
_TYPES = ("gYear", "gYearMonth", "date")


def moment(date: str) -> Literal:
    """Return one EDTF date as a year, a month or a day, by its precision."""
    # Kept as written: rdflib would otherwise turn a year into a day.
    return Literal(date, datatype=XSD[_TYPES[date.count("-")]], normalize=False)
