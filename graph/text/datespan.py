"""What a date expression says, before anything is known about its article."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

Kind = Literal[
    "calendar",  # a year, month, day or weekday, with the rest left to the reader: "mardi 3 mai"
    "numeric",  # digits only: "12/10/2023"
    "shift",  # so many units from an anchor: "il y a trois ans", "the next day", "last week"
    "vague",  # a few days from an anchor: "days later"
    "window",  # all the time from now to so many units away: "depuis cinq ans", "within a month"
    "weekend",  # a Saturday and Sunday
    "block",  # a season, quarter or half of a year
    "decade",  # "the 1990s"
    "century",  # "the 19th century"
    "between",  # from one date to another
    "since",  # from a date, or the last one named, to publication
    "until",  # up to a date
    "by",  # a date that is a limit
    "then",  # along with the last date named: "aussitôt", "at that meeting"
    "anniversary",  # of so many years, of what has stood since: "60th anniversary"
    "offset",  # so many units from a date named in the expression
    "unknown",  # a date expression that no day can be told from: "in recent days"
    "no",  # looks like one and is none: "Black Friday"; never returned
]
KINDS: tuple[Kind, ...] = get_args(Kind)

#: Units in the order of their numbers in a form's fields.
UNITS = ("hour", "day", "week", "fortnight", "month", "year", "decade", "century")


class DateSpan(NamedTuple):
    """An expression found in a text. Fields that it does not mention are None or 0."""

    start: int
    """First code point, of the preposition where there is one."""

    end: int
    """Just past the last code point."""

    kind: Kind
    """Which rule reads it; decides what the other fields mean."""

    year: int | None = None
    """As named."""

    month: int | None = None
    """1 to 12; of a block its first month."""

    day: int | None = None
    """Day of the month, 1 to 31, not checked against the month."""

    weekday: int | None = None
    """0 for Monday to 6 for Sunday."""

    unit: str | None = None
    """One of ``UNITS``."""

    amount: int = 1
    """How many units; of a block how many months."""

    way: int = 0
    """-1 back, 1 forward, 0 as the tense says."""

    year_shift: int | None = None
    """Years from the anchor's: -1 in "July last year"."""

    previous: bool = False
    """True where it counts from the last date named, False where from publication."""

    whole: bool = False
    """True for a period of the calendar ("last year"), False for a count ("a year ago")."""

    exact: bool = False
    """True where the count is said to be to the day."""

    half: bool = False
    """True where half a unit more is meant."""

    future_only: bool = False
    """True where it is a date in clauses about the future alone ("in two days")."""

    forward: bool = False
    """True where it dates what is named after it ("three days after X"), not its clause."""

    heading: bool = False
    """True for a year that opens a paragraph of a chronology ("1994: …")."""

    parts: tuple["DateSpan", ...] = ()
    """The dates that it is made of, with their own offsets."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader of the article knows."""

    day: date | None
    """The day of publication."""

    previous: str | None
    """The last date that the text named, EDTF level 0."""

    future: bool
    """True in a clause about the future."""
