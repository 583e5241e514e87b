"""Date expressions in running text: found here, resolved by ``dateresolve.resolve``.

Expressions are matched in two rounds: those made of words alone, then those
that hold others ("from X to Y", "since X"), to which the first are one token
each. Of matches that overlap the longest stays.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from graph.text.dategrammar import TAG, Known, Tokens
from graph.text.dateread import read
from graph.text.dateresolve import resolve
from graph.text.datespan import DateSpan
from graph.text.datewords import DateWords, Phrase, load_date_words

__all__ = ["DateSpan", "DateWords", "find_dates", "load_date_words", "resolve"]

#: How far a paragraph may be indented.
_INDENT = 9

_Found = tuple[int, int, DateSpan, bool]
"""First token, token past the last, the date, and whether it needs a preposition."""

_Match = tuple[Phrase, "re.Match[str]"]
"""A phrase and where it matches, in tags."""


def find_dates(text: str, words: DateWords) -> list[DateSpan]:
    """Return the date expressions of a text.

    Args:
        text: Any text of one language.
        words: The words of that language.

    Returns:
        Spans from left to right, which do not overlap; expressions that no date can be told
        from are among them, so that their words are not taken for anything else.
    """
    return list(_find(text, words))


# A sentence is asked twice: before it is parsed, and after, when all of a batch have been.
@lru_cache(maxsize=2048)
def _find(text: str, words: DateWords) -> tuple[DateSpan, ...]:
    parts = words.parts(text)
    known = words.known(parts)
    there = frozenset(map(TAG, known))
    phrases = _sought(words, there, nested=False)
    frames = _sought(words, there | words.stand_ins if phrases else there, nested=True)
    if not (phrases or frames):
        return ()  # as of most sentences
    tokens = words.tokens(text, parts, known)
    plain = _matches(phrases, tokens, {})
    frames = [frame for frame in frames if frame.dates <= len(plain)]
    found = _framed(frames, plain, tokens, words) if frames else _led(plain, tokens, apart=True)
    return tuple(_dated(text, _apart(span for span in found if span.kind != "no")))


def _framed(
    frames: Sequence[Phrase], plain: Sequence[_Found], tokens: Tokens, words: DateWords
) -> Iterator[DateSpan]:
    """Yield dates and what holds some of them, from left to right."""
    merged, inner = _merged(tokens, plain, words) if plain else (tokens, {})
    outer = _matches(frames, merged, inner)
    taken = {place for first, last, _, _ in outer for place in range(first, last)}
    kept = [(place, place + 1, *inner[place]) for place in inner if place not in taken]
    return _led(sorted([*outer, *kept], key=itemgetter(0)), merged, apart=False)


def _sought(words: DateWords, there: frozenset[str], *, nested: bool) -> list[Phrase]:
    """Return the phrases of which a text with some tags may have one: of most texts a few."""
    phrases, places = words.frames if nested else words.phrases, _by_tag(words, nested=nested)
    near = {place for tag in places.keys() & there for place in places[tag]}
    near.update(places[_NONE])
    found = []
    for place in near:
        for anchor in phrases[place].others:
            if anchor.isdisjoint(there):
                break
        else:
            found.append(place)
    return [phrases[place] for place in sorted(found)]


#: Stands for the tag of a phrase of which no tag is sure.
_NONE = ""


@lru_cache(maxsize=16)
def _by_tag(words: DateWords, *, nested: bool) -> Mapping[str, Sequence[int]]:
    """Return the places of the phrases by the tags of the rarest set that they have one of."""
    found: dict[str, list[int]] = {_NONE: []}
    for place, phrase in enumerate(words.frames if nested else words.phrases):
        for tag in phrase.anchors[0] if phrase.anchors else (_NONE,):
            found.setdefault(tag, []).append(place)
    return found


def _matches(
    phrases: Sequence[Phrase], tokens: Tokens, inner: Mapping[int, tuple[DateSpan, bool]]
) -> list[_Found]:
    """Return what is read of the longest matches of some phrases, in order."""
    if not phrases:
        return []
    dates, tags = {place: span for place, (span, _) in inner.items()}, tokens.tags
    found = [(phrase, match) for phrase in phrases for match in phrase.form.finditer(tags)]
    return [
        (*match.span(), read(phrase, match, tokens, dates), "weak" in phrase.constants)
        for phrase, match in _longest(found)
    ]


def _longest(found: list[_Match]) -> list[_Match]:
    if len(found) <= 1:
        return found
    taken: set[int] = set()
    kept = []
    for item in sorted(found, key=lambda item: (item[1].start() - item[1].end(), item[1].start())):
        places = range(*item[1].span())
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(item)
    return sorted(kept, key=lambda item: item[1].start())


def _merged(
    tokens: Tokens, found: Iterable[_Found], words: DateWords
) -> tuple[Tokens, dict[int, tuple[DateSpan, bool]]]:
    """Put one token in the place of each date; return the dates by place too."""
    merged = Tokens()
    inner: dict[int, tuple[DateSpan, bool]] = {}
    done = 0
    for first, last, span, weak in found:
        merged.add(tokens, done, first)
        inner[len(merged.known)] = (span, weak)
        name = "no" if span.kind == "no" else "date"
        known = Known({name: 0}, words.tags[frozenset({name})])
        merged.add(Tokens([span.start], [span.end], [known]))
        done = last
    merged.add(tokens, done)
    return merged, inner


def _led(items: Iterable[_Found], tokens: Tokens, *, apart: bool) -> Iterator[DateSpan]:
    """Yield dates with the prepositions before them; not those that need one and have none.

    Args:
        items: From left to right.
        tokens: Of the text.
        apart: Whether no word of one date may lead another, as where each is a token.
    """
    done = 0
    for first, last, span, weak in items:
        taken: set[str] = set()
        start = span.start
        for place in range(first - 1, done - 1, -1):
            classes = tokens.known[place].classes
            if not ("mark" in classes or "lead" in classes) or (
                "opening" in classes and "opening" in taken
            ):
                break
            if "portion" in classes and not _is_portioned(tokens, place + 1):
                break
            if "lead" in classes:
                start = tokens.starts[place]
                taken |= classes.keys()
        done = last if apart else 0
        if not weak or "strong" in taken:
            yield span._replace(start=start) if taken else span


def _is_portioned(tokens: Tokens, at: int) -> bool:
    """Whether a part is told of what stands at a place: "the start of May", not "start on"."""
    return not {"genitive", "mark"}.isdisjoint(tokens.known[at].classes)


def _apart(spans: Iterable[DateSpan]) -> list[DateSpan]:
    kept: list[DateSpan] = []
    for span in spans:
        inside = kept and kept[-1].end > span.start
        kept.append(span._replace(start=kept[-1].end) if inside else span)
    return kept


def _dated(text: str, spans: Iterable[DateSpan]) -> list[DateSpan]:
    """Give the dates of a chronology's paragraph the year that opens it."""
    year, done = None, 0
    kept: list[DateSpan] = []
    for span in spans:
        if "\n" in text[done : span.start]:
            year = None
        before = text[max(0, span.start - _INDENT) : span.start]
        opening = not before.rpartition("\n")[2].strip()
        if span.heading and opening:
            year = span.year
        if not span.heading or opening:
            kept.append(_in_year(span, year))
        done = span.end
    return kept


def _in_year(span: DateSpan, year: int | None) -> DateSpan:
    if year is None:
        return span
    parts = tuple(_in_year(part, year) for part in span.parts)
    plain = span.kind == "calendar" and span.way == 0 and span.year_shift is None
    yearless = plain and span.month is not None and span.year is None
    return span._replace(year=year if yearless else span.year, parts=parts)
