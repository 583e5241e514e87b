"""EDTF dates as XML Schema literals, so that a query can sort and compare them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Literal

#: The type of a date by the number of its parts.
_TYPES = ("gYear", "gYearMonth", "date")


def moment(date: str) -> "Literal":
    """Return one EDTF date as ``xsd:gYear``, ``xsd:gYearMonth`` or ``xsd:date``, by its precision."""
    from rdflib import Literal
    from rdflib.namespace import XSD

    # Kept as written: rdflib would otherwise turn a year into a day.
    return Literal(date, datatype=XSD[_TYPES[date.count("-")]], normalize=False)
