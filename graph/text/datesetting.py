"""The day that a heading, or an hour under one, sets for the sentences below it.

A running report opens its entries with the hour, under a line that names the day; a chronology
opens its paragraphs with a date and a colon. What such a sentence tells happened then, unless it
names a date of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Sentence
from graph.text import edtf
from graph.text.dateline import opens_with_hour
from graph.text.dates import DateWords, find_dates, resolve

_COLON = re.compile(r"\s*:\s")
_EDGES = " \t.:,-–—*#\u2022\u00a0"


@dataclass(frozen=True, slots=True)
class Setting:
    """A date that a sentence need not name."""

    date: str
    """EDTF level 0."""

    end: int
    """Just past the expression that sets it, if the sentence begins with it; else its start."""

    @property
    def anchor(self) -> str:
        """The day from which a reader of the sentence counts, ISO 8601."""
        return edtf.bounds(self.date)[1].isoformat()


def settings(
    text: str, sentences: Sequence[Sentence], words: DateWords, published: str | None
) -> Mapping[int, Setting]:
    """Return the settings of an article's sentences, by where a sentence starts.

    Args:
        text: The article's text.
        sentences: Of all kinds, in order: a day that heads entries is a headline.
        words: The words of its language.
        published: The day it appeared, ISO 8601, or None where unknown.
    """
    found: dict[int, Setting] = {}
    day, setting, done = published, None, 0
    for sentence in sentences:
        body = text[sentence.start : sentence.end]
        if done == 0 or "\n" in text[done : sentence.start]:
            named = _opening(body, words, day or published, published)
            if named and not body[named[1] :].strip(_EDGES):
                # "MONDAY. A met B." goes on behind it; where a line ends there, entries follow
                day, setting = named[0], Setting(named[0], sentence.end)
            elif named and _COLON.match(body, named[1]):
                setting = Setting(named[0], sentence.start + named[1])
            elif day and opens_with_hour(body, words.lang):
                setting = Setting(day, sentence.start)
            else:
                setting = None
        if setting is not None:
            found[sentence.start] = setting
        done = sentence.end
    return found


def _opening(
    body: str, words: DateWords, day: str | None, published: str | None
) -> tuple[str, int] | None:
    """Return the date that a paragraph opens with, if it may set it, and where its expression ends.

    A weekday is of the week before publication; what lacks its year is near the last heading.
    """
    indent = len(body) - len(body.lstrip(_EDGES))
    if not words.may_open(body, indent):
        return None
    if ":" not in body and not words.may_close(body.rstrip(_EDGES)):
        return None  # it goes on behind the date, if it has one, and sets nothing
    span = next(iter(find_dates(body, words)), None)
    if span is None or span.start > indent:
        return None
    end = span.end
    if span.heading:  # "1994:" has its colon in the expression
        end = span.start + len(body[span.start : span.end].rstrip(": \u00a0"))
    week = span.weekday is not None and span.day is None
    date = resolve(span, published=published if week else day)
    return (date, end) if date else None
