"""A matched form, read into a ``DateSpan``."""

import re
from collections.abc import Mapping, Sequence

from graph.text import dategrammar
from graph.text.dategrammar import Known, Tokens
from graph.text.datespan import UNITS, DateSpan
from graph.text.datewords import Phrase

_CENTURY = 100
#: Classes that a named slot reads its value from.
_KEYS = {
    "month": ("month", "month_short"),
    "weekday": ("weekday", "weekday_short"),
}


def read(
    phrase: Phrase, match: re.Match[str], tokens: Tokens, dates: Mapping[int, DateSpan]
) -> DateSpan:
    """Return what a match says.

    Args:
        phrase: The phrase whose form matched.
        match: The match, over one tag a token.
        tokens: The tokens that the tags stand for.
        dates: The dates that single tokens stand for, by the place of the token.
    """
    fields = dict(phrase.constants)
    for name in phrase.slots:
        if match[name]:
            found = tokens.known[match.start(name) : match.end(name)]
            fields[name] = _value(name.rstrip("2"), found)
    span = _span(phrase, fields, tokens.starts[match.start()], tokens.ends[match.end() - 1])
    if phrase.kind == "numeric":
        return span._replace(month=fields["day2"])
    parts = tuple([dates[match.start(name)] for name in phrase.held if match[name]])
    if phrase.kind == "between" and not parts:
        parts = _pair(span, fields)
    return span._replace(parts=parts) if parts else span


def _value(name: str, tokens: Sequence[Known]) -> int:
    if name == "num":
        return dategrammar.amount(
            token.classes["num"] for token in tokens if "num" in token.classes
        )
    classes = tokens[0].classes
    return next(classes[key] for key in _KEYS.get(name, (name,)) if key in classes)


def _span(phrase: Phrase, fields: Mapping[str, int], start: int, end: int) -> DateSpan:
    span = DateSpan(
        start,
        end,
        phrase.kind,
        _first(fields, "year", "year_alone", "decade", "yy"),
        _month(phrase, fields),
        fields.get("day"),
        _first(fields, "weekday", "weekday_alone"),
        UNITS[fields["unit"]] if "unit" in fields else None,
        _amount(phrase, fields),
        **phrase.settled,
    )
    return span._replace(whole=True) if "about" in fields else span


def _amount(phrase: Phrase, fields: Mapping[str, int]) -> int:
    if phrase.kind == "anniversary":  # "the seventy-fifth"
        return fields.get("num", 0) + fields.get("ordinal", 0)
    return fields.get("num", fields.get("ordinal", 1))


def _month(phrase: Phrase, fields: Mapping[str, int]) -> int | None:
    if "ordinal" in fields and phrase.kind == "block":
        return (fields["ordinal"] - 1) * fields["num"] + 1
    return _first(fields, "month", "month_alone", "mm", "season")


def _first(fields: Mapping[str, int], *names: str) -> int | None:
    for name in names:
        if name in fields:
            return fields[name]
    return None


def _pair(span: DateSpan, fields: Mapping[str, int]) -> tuple[DateSpan, DateSpan]:
    """Return both ends of an interval; what the first does not have is on the second.

    "24–27 January 2023" has no year in its first date: it is the last 24 January before the end.
    """
    whole = span._replace(kind="calendar")
    year = fields.get("year2")
    if year is None and "yy2" in fields and span.year is not None:
        year = span.year - span.year % _CENTURY + fields["yy2"]
    start = whole._replace(year=None if year is None else span.year)
    end = whole._replace(
        year=span.year if year is None else year,
        month=fields.get("month2", span.month),
        day=fields.get("day2"),
        weekday=fields.get("weekday2", span.weekday),
    )
    return start, end
