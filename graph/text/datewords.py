"""The words of dates in one language, read from ``languages/<lang>/dates.toml``."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from graph.errors import DataFileError, UnknownNameError
from graph.text import dategrammar
from graph.text.dategrammar import PLAIN, SHAPES, TOKEN, Classes, Known, Tokens
from graph.text.datespan import KINDS, UNITS, Kind

FOLDER = Path(__file__).parent.parent / "languages"

#: A word with a capital that a hyphen ties to what follows, and signs that may be a hyphen.
_PREFIX, _HYPHENS = re.compile(r"\b([A-Z]\w{0,9})[-\u2011]\Z"), ("-", "\u2011")
_LONGEST_PREFIX = 11

#: What splits a text into what stands between tokens, and tokens, in turns.
_PARTS = re.compile(f"({TOKEN.pattern})")

_WORD = frozenset({"word"})

#: Slots for other dates.
_DATES = frozenset({"date", "date2"})

#: Fields of a date that no slot gives: numbers, and what is true or not.
_NUMBERS = frozenset({"way", "year_shift"})
_FLAGS = frozenset({"previous", "whole", "exact", "half", "future_only", "forward", "heading"})

#: What a ``[[phrases]]`` table may fix for all its forms, beside kind and forms.
CONSTANTS = _NUMBERS | _FLAGS | {"month", "day", "num", "unit", "weak", "late"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to name a date."""

    kind: Kind
    """How it is to be read."""

    constants: Mapping[str, int]
    """Fields that the words themselves settle; a unit by its place in ``UNITS``."""

    form: re.Pattern[str]
    """A regular expression over tags."""

    anchors: tuple[frozenset[str], ...]
    """Sets of tags, the rarest first: every match has one of each set."""

    dates: int
    """How many other dates each match holds at least."""

    others: tuple[frozenset[str], ...] = field(init=False)
    """The same without the rarest."""

    slots: tuple[str, ...] = field(init=False)
    """Slots of the form that give a field its value, sorted."""

    held: tuple[str, ...] = field(init=False)
    """Its slots for other dates, sorted."""

    settled: Mapping[str, Any] = field(init=False)
    """Fields of the date that are the same for every match, but for those that have a slot."""

    def __post_init__(self) -> None:
        """Work out what is asked of each match."""
        slots = sorted(self.form.groupindex)
        constants = self.constants.items()
        # Two tables: of a choice between a number and a truth mypyc makes a number.
        numbers: dict[str, Any] = {key: value for key, value in constants if key in _NUMBERS}
        flags: dict[str, Any] = {key: bool(value) for key, value in constants if key in _FLAGS}
        object.__setattr__(self, "others", self.anchors[1:])
        object.__setattr__(self, "slots", tuple(name for name in slots if name not in _DATES))
        object.__setattr__(self, "held", tuple(name for name in slots if name in _DATES))
        object.__setattr__(self, "settled", numbers | flags)


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """All that the finder knows of a language."""

    lang: str
    """ISO 639-1 code."""

    words: Mapping[str, Classes]
    """By spelling; a lower-case entry stands for any case."""

    suffixes: Mapping[str, str]
    """Classes of the letters after a number."""

    tags: Mapping[frozenset[str], str]
    """The character of each set of classes."""

    phrases: tuple[Phrase, ...]
    """Phrases made of words alone."""

    frames: tuple[Phrase, ...]
    """Phrases that hold other dates."""

    stand_ins: frozenset[str]
    """The characters of what stands for a date that such a phrase may hold."""

    def parts(self, text: str) -> list[str]:
        """Return what stands around the tokens of a text, and the tokens, in turns."""
        return _PARTS.split(text)

    def known(self, parts: Sequence[str]) -> list[Known]:
        """Return what the tokens of a text are, but for numbers that are parts of names."""
        return [*map(_known_of(self), parts[1::2])]

    def tokens(self, text: str, parts: Sequence[str], known: list[Known]) -> Tokens:
        """Return the tokens of a text in order, of its parts and what is known of them."""
        places = list(accumulate(map(len, parts), initial=0))
        starts = places[1:-1:2]
        if any(map(text.__contains__, _HYPHENS)):
            plain = Known(PLAIN, self.tags[_WORD])
            behind = [
                at for at, start in enumerate(starts) if start and text[start - 1] in _HYPHENS
            ]
            for at in behind:
                if self._is_inside(text, starts[at], known[at]):
                    known[at] = plain
        return Tokens(starts, places[2::2], known)

    def may_open(self, text: str, start: int) -> bool:
        """Return whether a date can begin with the first token from a code point on."""
        match = TOKEN.search(text, start)
        return match is not None and self._is_listed(match[0])

    def may_close(self, text: str) -> bool:
        """Return whether a date can end with the last token of a text that does not end blank."""
        tokens = TOKEN.findall(text.rsplit(None, 1)[-1]) if text else []
        return bool(tokens) and self._is_listed(tokens[-1])

    def _is_listed(self, token: str) -> bool:
        return _known_of(self)(token).tag != self.tags[_WORD]

    def _is_inside(self, text: str, start: int, known: Known) -> bool:
        """Whether a number behind a hyphen is part of a name: "F-16s", "MiG-29"."""
        if known.tag == self.tags[_WORD]:
            return False
        before = _PREFIX.search(text, max(0, start - _LONGEST_PREFIX), start)
        return before is not None and not self.classes(before[1]).keys() - {"word", "stop"}

    def classes(self, word: str) -> Classes:
        """Return what a token may be; never nothing."""
        word = dategrammar.spelled(word)
        below = word.lower()
        for spelling in (word, below, word.title() if word.isupper() else word):
            if spelling in self.words:
                return self.words[spelling]
        numbers = dategrammar.number(below, self.suffixes) if below[0].isdecimal() else {}
        return numbers or dategrammar.sign(word)


@cache
def _known_of(words: DateWords) -> Callable[[str], Known]:
    """Return what tells what a token is, which is asked of every word of a text."""
    plain = Known(PLAIN, words.tags[_WORD])

    def known(word: str) -> Known:
        classes = words.classes(word)
        return plain if classes is PLAIN else Known(classes, words.tags[frozenset(classes)])

    return lru_cache(maxsize=1 << 14)(known)


@cache
def load_date_words(lang: str) -> DateWords:
    """Read the date words of a language, once.

    Raises:
        UnknownNameError: There is no such language.
        DataFileError: The file does not have the form that its header describes.
    """
    known = sorted(path.parent.name for path in FOLDER.glob("*/dates.toml"))
    if lang not in known:
        raise UnknownNameError("language with date words", lang, known)
    return read_date_words(FOLDER / lang / "dates.toml", lang)


def read_date_words(path: Path, lang: str) -> DateWords:
    """Read a file of date words.

    Raises:
        DataFileError: The file does not have the form that its header describes.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        words = _lexicon(data)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataFileError(path, "words", f"cannot be read: {error}", "See its header") from error
    tags = _tags(words.values(), data["suffixes"].values())
    phrases = tuple(_phrases(path, data["phrases"], tags))
    frames = [phrase for phrase in phrases if _holds_dates(phrase)]
    plain = [phrase for phrase in phrases if not _holds_dates(phrase)]
    stand_ins = frozenset(tags[frozenset({name})] for name in ("date", "no"))
    return DateWords(lang, words, data["suffixes"], tags, tuple(plain), tuple(frames), stand_ins)


def _holds_dates(phrase: Phrase) -> bool:
    return bool(phrase.held) or "late" in phrase.constants


def _lexicon(data: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    words: dict[str, dict[str, int]] = {}
    for word, name, value in (*_named(data), *_listed(data), *_literal(data)):
        words.setdefault(dategrammar.spelled(word), {})[name] = value
    return words


def _named(data: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Months and weekdays, whose numbers are their places in their lists."""
    for name, first in (("month", 1), ("weekday", 0)):
        for value, (full, *short) in enumerate(data[name + "s"], first):
            yield full, name, value
            yield from ((word, name + "_short", value) for word in short)
            if full not in data["doubtful"]:
                yield full, name + "_alone", value
            if full.title() in data["doubtful"]:
                yield full.title(), name, value


def _listed(data: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    for name in ("num", "ordinal", "season"):
        for word, value in data[name].items():
            yield word, name, value
    for unit, spellings in data["unit"].items():
        yield from ((word, "unit", UNITS.index(unit)) for word in spellings)
    for name, spellings in data["class"].items():
        yield from ((word, name, 0) for word in spellings)


def _literal(data: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    for form in (form for phrase in data["phrases"] for form in phrase["forms"]):
        for kind, text in dategrammar.pieces(form):
            if kind == "word":
                yield text, "=" + text, 0
    for mark in ",.:;!?()":
        yield mark, "stop", 0
    yield from ((mark, "=" + mark, 0) for mark in ".-")


def _tags(words: Iterable[Classes], suffixes: Iterable[str]) -> dict[frozenset[str], str]:
    """Give each set of classes that a token can have a character of its own."""
    sets = [frozenset(classes) for classes in words]
    sets += [frozenset(names) for _, names in SHAPES]
    for names in suffixes:
        sets += [frozenset(names.split()), frozenset(names.split()) - {"day"}]
    sets += [frozenset({name}) for name in ("word", "stop", "break", "date", "no")]
    return {found: chr(0xE000 + place) for place, found in enumerate(dict.fromkeys(sets))}


def _phrases(
    path: Path, rows: Iterable[Any], tags: Mapping[frozenset[str], str]
) -> Iterator[Phrase]:
    date = frozenset({tags[frozenset({"date"})]})
    for place, row in enumerate(rows, 1):
        constants = {key: value for key, value in row.items() if key not in ("kind", "forms")}
        if row["kind"] not in KINDS or not constants.keys() <= CONSTANTS:
            raise DataFileError(
                path, f"phrase {place}", f"unknown kind or key in {row}", "See its header"
            )
        if "unit" in constants:
            constants["unit"] = UNITS.index(constants["unit"])
        for form in row["forms"]:
            try:
                compiled = dategrammar.compiled(form, tags)
                anchors = dategrammar.anchors(form, tags)
                yield Phrase(row["kind"], constants, compiled, anchors, anchors.count(date))
            except (KeyError, re.error) as error:
                raise DataFileError(
                    path, f"form {form!r}", f"bad element {error}", "See its header"
                ) from error
