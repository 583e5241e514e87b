"""Dates that a text named last, from which "the next day" and "that month" are counted."""

from collections.abc import Sequence
from typing import NamedTuple

from graph.text import edtf
from graph.text.dates import DateSpan, resolve

#: Sentences through which a date still dates what follows "at once".
_RECENT = 1

#: Years from which on a tale is of long ago, and months through which it goes on.
_LONG_AGO, _FORWARD = 2, 11

_DAY, _MONTH, _YEAR = len("2023-10-12"), len("2023-10"), len("2023")


class LastDates(NamedTuple):
    """What a text named last, which "the next day" and "that month" count from."""

    day: str | None = None
    """A day, ISO 8601."""

    point: str | None = None
    """A day or a month, EDTF."""

    age: int = 0
    """How many sentences ago."""

    first: str | None = None
    """The first day or month that a main clause named: what the text is about."""

    headed: bool = False
    """Whether it was named under a heading with a date, which nothing else counts from."""

    main: bool = False
    """Whether a main clause named it."""

    year: str | None = None
    """A year named since, which "the year before" counts from."""

    def then(self, value: str | None, *, main: bool = True) -> "LastDates":
        """Return what was named last once a date is named too, in a main clause or not."""
        if value and len(value) == _YEAR:
            return self._replace(year=value)
        if not value or len(value) not in (_DAY, _MONTH):
            return self
        day = value if len(value) == _DAY else self.day
        return LastDates(day, value, first=self.first or (value if main else None), main=main)

    @property
    def older(self) -> "LastDates":
        """The same, one sentence later."""
        # Written out, as each sentence asks for it: a third of the time of ``_replace``.
        age = self.age + 1
        return LastDates(self.day, self.point, age, self.first, self.headed, self.main, self.year)

    def before(self, span: DateSpan) -> str | None:
        """Return what an expression counts from."""
        if span.kind == "then" and self.age > _RECENT:
            return None
        if span.unit == "year" and self.year:
            return self.year
        if span.whole and span.unit == "day":  # "in the evening": of the day that it all tells of
            first = self.first if len(self.first or "") == _DAY else None
            lately = self.age == 0 or (self.main and self.age <= _RECENT)
            return self.day if lately else first
        lately = span.kind == "then" and self.age == 0
        by_day = span.unit in ("hour", "day") and span.kind != "vague" and not lately
        return self.day if by_day else self.point

    def era(self, span: DateSpan, published: str | None) -> str | None:
        """Return the day from which a reader counts a month without its year.

        In a tale of long ago that is not the day of publication: "On 9 January 1991 … In February".
        """
        settled = (span.year, span.weekday, span.year_shift)
        bare = span.kind == "calendar" and span.month and settled == (None, None, None)
        if not (bare and span.way == 0 and published and self.point and self.age <= _RECENT):
            return published
        dates = (self.point, self.first or published)
        if any(int(published[:4]) - int(date[:4]) < _LONG_AGO for date in dates):
            return published
        return edtf.move(edtf.bounds(self.point)[1], "month", _FORWARD).isoformat()


def glanced(
    named: LastDates, spans: Sequence[DateSpan], published: str | None, *, main: bool = False
) -> LastDates:
    """Return what was named last once a text is passed over that is not parsed.

    Args:
        named: What was named before it.
        spans: Its expressions.
        published: The day the article appeared, ISO 8601, or None.
        main: Whether what it names is the day that the text is about, as in a dateline.
    """
    for span in spans:
        if not span.forward:
            value = resolve(span, published=published, previous=named.before(span))
            named = named.then(value, main=main)
    return named
