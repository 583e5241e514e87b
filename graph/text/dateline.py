"""Datelines: "NIAMEY, Sept 25 (Reuters) - " before the prose, and what day they give.

The day an article appeared is read only where it stands in full, with its
year, in a dateline, on a line of its own, or after a word such as "Published".
A date inside the prose says when something happens, not when it was written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.languages import load

_MONTHS = 12
_WORD = re.compile(r"\w+")

#: Lines looked at from the top of an article, and from its end.
TOP, BOTTOM = 8, 4

_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
_PLACE = rf"{_CAPITAL}(?:{_CAPITAL}|['\u2019./ -]){{1,60}}"
_MIXED = rf"{_CAPITAL}[\w'\u2019./ -]{{1,40}}?"
_TOWN = rf"{_CAPITAL}[\w'\u2019.-]+(?: {_CAPITAL}[\w'\u2019.-]+){{0,2}}"
#: A state or region behind a town in capitals: "Italy", "Democratic Republic of Congo", "Md.".
_LAND = rf"{_CAPITAL}[\w'\u2019.-]+(?: (?:[a-z]{{1,3}} ){{0,2}}{_CAPITAL}[\w'\u2019.-]+){{0,4}}"
_NOTE = r"\s?\([^()\n]{1,40}\)"
#: One of these closes every dateline; a hyphen inside a word does not.
_DASHES = re.compile(r"[\u2013\u2014-](?:(?<!-)|(?!\w))")
_DASH = r"\s?(?:[\u2013\u2014-]|--)(?=\s|$)\s*"
#: A dash between blanks with a sentence behind it, and no other dash: "Rabat – The king has".
_SPACED = rf"\s[\u2013\u2014-]\s{_CAPITAL}[^\n\u2013\u2014:]{{40}}"
#: A town in capitals right before a long dash: "SEOUL, South Korea—North Korea has".
_CAPITALS = rf"{_CAPITAL}{{3,}}(?:[ .'\u2019-]{_CAPITAL}{{2,}}){{0,2}}"
_SHOUTED = rf"{_CAPITALS}(?:,\s{_TOWN})?(?:{_NOTE})?(?:\u2014|--)"
#: How a sentence opens.
_OPENS = rf"[\"'\u201c\u2018\u00ab]?{_CAPITAL}"
_ISO = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_NUMERIC = r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})"


@dataclass(frozen=True, slots=True)
class Patterns:
    """How one language writes the day an article appeared."""

    months: dict[str, int]
    """Folded names to numbers from 1."""

    dates: tuple[re.Pattern[str], ...]
    """Dates in full, with the groups day, month, year, or first, second, year."""

    dateline: re.Pattern[str]
    """Place, date and agency, with the dash behind them."""

    date_line: re.Pattern[str]
    """A whole line that is a date, perhaps with a place, the hour, an agency or a dash."""

    published: re.Pattern[str]
    """What stands before the day, at the start of a line."""

    clock: re.Pattern[str]
    """The hour that opens an entry of a running report."""

    day_first: bool
    """Whether 05/10/2023 is surely the fifth of October."""


@cache
def _patterns(lang: str) -> Patterns:
    tables = load(lang).tables
    table, names = tables["text"]["dateline"], tables["dates"]["months"]
    month = _any(name for spellings in names for name in spellings)
    weekday = _any(name for spellings in tables["dates"]["weekdays"] for name in spellings)
    lead, time = rf"(?:(?:{weekday})\.?,?\s)?{_loose(table['before_day'])}", _loose(table["time"])
    day_month = rf"{lead}(?P<day>\d{{1,2}}){_loose(table['ordinal'])}\s(?P<month>{month})\.?"
    month_day = rf"{lead}(?P<month>{month})\.?\s(?P<day>\d{{1,2}}){_loose(table['ordinal'])}"
    year = r",?\s(?P<year>\d{4})\b"
    dates = (day_month + year, month_day + year, _ISO, _NUMERIC)
    agency = rf"\s?\((?:{_any(table['agencies'])})\b[^()\n]{{0,30}}\)"
    any_date = _unnamed("|".join([*dates, day_month, month_day]))
    return Patterns(
        months={name.lower(): number for number, all_ in enumerate(names, 1) for name in all_},
        dates=tuple(re.compile(pattern, re.IGNORECASE) for pattern in dates),
        dateline=re.compile(
            rf"(?:{_PLACE}|{_MIXED}(?=,\s(?i:{any_date})|{agency})|{_TOWN}(?={_SPACED}))(?:{_NOTE})?"
            rf"(?:,\s(?i:{any_date}){time})?(?:{_NOTE}){{0,2}}{_DASH}|(?i:{any_date}){time}\s?\.?{_DASH}"
            rf"|{_SHOUTED}(?=\S)"
            rf"|{_PLACE},\s{_LAND}(?:,\s(?i:{any_date}){time})?(?:{_NOTE}){{0,2}}{_DASH}(?={_OPENS})"
        ),
        date_line=re.compile(
            rf"(?:(?:{_PLACE}|{_TOWN})(?:{_NOTE})?(?:,|\s?[|\u2013\u2014-])\s)?"
            rf"(?i:(?:{any_date}){time})\s?\.?(?:{_NOTE}){{0,2}}(?:{_DASH})?"
        ),
        published=re.compile(rf"(?:{_loose('|'.join(table['published']))})\s*", re.IGNORECASE),
        clock=re.compile(rf"(?:{_loose(table['clock'])})\s*"),
        day_first=table["day_first"],
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _loose(pattern: str) -> str:
    return pattern.replace(" ", r"\s")


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


def prose_start(text: str, start: int, end: int, lang: str) -> int:
    """Return where the prose of a sentence begins, behind a dateline or an hour.

    Args:
        text: The article's text.
        start: Where the sentence begins in it, in code points.
        end: Where it ends.
        lang: ISO 639-1 code.
    """
    patterns = _patterns(lang)
    dashed = _DASHES.search(text, start, end) is not None  # as few sentences are
    for pattern in (patterns.clock, patterns.dateline) if dashed else (patterns.clock,):
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            return match.end()
    return start


def opens_with_hour(line: str, lang: str) -> bool:
    """Whether a line opens with the hour, as the entries of a running report do."""
    return _patterns(lang).clock.match(line) is not None


def is_date_line(line: str, lang: str) -> bool:
    """Whether a whole line is a date, as wire copy has it under the headline."""
    return _patterns(lang).date_line.fullmatch(line) is not None


def published(text: str, lang: str) -> str | None:
    """Return the day that an article says it appeared, ISO 8601, or None.

    Args:
        text: The article.
        lang: Its language; there must be a pack for it.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    top = lines[:TOP]
    for line in [*top, *lines[TOP:][-BOTTOM:]]:
        cue = _patterns(lang).published.match(line)
        if cue and (day := _day(line[cue.end() :], lang)):
            return day
    return next((day for line in top if (day := _dateline_day(line, lang))), None)


def _dateline_day(line: str, lang: str) -> str | None:
    patterns = _patterns(lang)
    match = patterns.dateline.match(line) or patterns.date_line.fullmatch(line)
    if not match:
        return None
    starts = [word.start() for word in _WORD.finditer(match[0])]
    return next((day for at in starts if (day := _day(match[0][at:], lang))), None)


def _day(text: str, lang: str) -> str | None:
    """Read the date that a text begins with."""
    patterns = _patterns(lang)
    for pattern in patterns.dates:
        if match := pattern.match(text):
            return _iso(match.groupdict(), patterns)
    return None


def _iso(parts: dict[str, str], patterns: Patterns) -> str | None:
    if "first" in parts:
        day, month = int(parts["first"]), int(parts["second"])
        # The order is sure where the language has one order, or where only one makes a date.
        if not patterns.day_first and max(day, month) <= _MONTHS and day != month:
            return None
        if month > _MONTHS and not patterns.day_first:
            day, month = month, day
    else:
        day, name = int(parts["day"]), parts["month"].lower()
        month = int(name) if name.isdigit() else patterns.months[name]
    try:
        return date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return None
