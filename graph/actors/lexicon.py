"""Find listed names in tokens: folded, longest first, capitals respected.

Names and text are cut alike, into runs of letters and digits and single other
signs, with hyphens and apostrophes between them passed over; so "Kim Jong-un"
and "Kim Jong Un" are one name, as are "Côte d'Ivoire" and "Cote d’Ivoire". An
apostrophe inside a name is a letter of it: "Ra'ad", not "Moscow's" or "Qu'il".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from graph.actors.records import UNDATED, Name, within
from graph.text.folding import fold

#: A token: with its group, a text is split into what stands between tokens, and them, in turns.
_TOKEN = re.compile(r"([^\W_]++|[^\w\s'’‐‑-]|_)")
#: An apostrophe inside a name: no elision stands before it, and no shortened verb behind it.
_INNER = re.compile(r"['’](?<=[^\W\d_]{2}.)(?<![Qq]u.)(?=[^\W\d_]{2})(?!(?:re|ve|ll|hui)\b)")
#: What joins two words where nothing else stands between them.
_HYPHENS, _APOSTROPHES = frozenset("-‐‑"), frozenset("'’")
#: What may stand between two tokens of one name.
_GAP = re.compile(r"[ \t\u00a0\u202f]?\n?[-'’‐‑]?[ ]?")


@dataclass(slots=True)
class Tokens:
    """The runs of letters and digits of a text and its other signs, in order.

    Lists side by side, not a record for each: most words of a text are only looked up.
    """

    text: str
    """The whole text, which offsets are of."""

    words: list[str]
    starts: list[int]
    """First code point of each."""

    ends: list[int]
    """Just past its last."""

    gaps: list[str]
    """What stands before each; perhaps what stands behind the last one too."""

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.words)

    @property
    def has_hyphens(self) -> bool:
        """Whether a hyphen joins any of them."""
        return not _HYPHENS.isdisjoint(self.gaps)

    def is_glued(self, at: int) -> bool:
        """Return whether there is such a token, and a hyphen joins it to the one before."""
        return 0 < at < len(self.words) and self.gaps[at] in _HYPHENS


class Hit(NamedTuple):
    """A listed name found in the tokens."""

    size: int
    """How many tokens it covers."""

    tag: str
    """The tag of the entries."""

    names: tuple[Name, ...]
    """The entries it may be on the day, the likeliest first; all of one tag."""


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut a text into tokens, passing over hyphens and apostrophes.

    Args:
        text: Any text.
        start: First code point to look at; offsets count from the beginning of the text.
        end: Just past the last.
    """
    piece = text[start:end]
    parts = _TOKEN.split(piece)
    places = list(accumulate(map(len, parts), initial=start))
    gaps, words = parts[::2], parts[1::2]
    tokens = Tokens(text, words, places[1:-1:2], places[2::2], gaps)
    if _INNER.search(piece):  # as in few
        _join(tokens)
    return tokens


def _join(tokens: Tokens) -> None:
    """Make one token of those that an apostrophe inside a name parts."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    at = 1
    while at < len(words):
        apart = tokens.gaps[at] in _APOSTROPHES and _INNER.match(tokens.text, starts[at] - 1)
        if apart and words[at - 1][0].isupper():
            words[at - 1] = tokens.text[starts[at - 1] : ends[at]]
            del words[at], starts[at], ends[at - 1], tokens.gaps[at]
        else:
            at += 1


def folded(token: str) -> str:
    """Return a token without case and accents, and without an apostrophe inside it."""
    if token.isascii() and token.isalnum():  # done in less than what was folded is looked up
        return token.lower()
    return fold(token) if token.isalnum() else "".join(map(fold, _TOKEN.findall(token)))


class _Listed(NamedTuple):
    """What is listed by some words, as they are written."""

    hit: Hit | None
    """What they are, whatever the day."""

    dated: tuple[Name, ...] = ()
    """Their entries, where some are in use in some years only."""


_UNLISTED = _Listed(None)


class _Start(NamedTuple):
    """What is listed that begins with a word, as it is written."""

    alone: Hit | None
    """What the word is by itself, whatever the day."""

    dated: tuple[Name, ...]
    """Its entries, where some are in use in some years only."""

    longer: Mapping[str, tuple[int, ...]]
    """By the next word, folded: how many words those names have that go on so, longest first."""


_NOTHING = _Start(None, (), {})


class Lexicon:
    """Names by their folded words, and what may follow the first of them."""

    def __init__(self, names: Iterable[Name], compounds: Iterable[str] = ()) -> None:
        """Index names; the order of ``names`` decides between equals.

        Args:
            names: What is listed.
            compounds: Words that a hyphen may join to a name: "mediated".
        """
        self.compounds = frozenset(compounds)
        listed: dict[tuple[str, ...], list[Name]] = {}
        for name in names:
            listed.setdefault(tuple(map(folded, _cut(name.text))), []).append(name)
        # Tuples, and sizes that are held once: there are tens of thousands of either.
        self._names = {key: tuple(same) for key, same in listed.items()}
        self._longer: dict[str, dict[str, tuple[int, ...]]] = {}
        for first, *more in self._names:
            follow = self._longer.setdefault(first, {})
            if more:
                follow[more[0]] = _with_size(follow.get(more[0], ()), len(more) + 1)

    def match(
        self, tokens: Tokens, at: int, published: str | None = None, end: int | None = None
    ) -> Hit | None:
        """Return the longest listed name that starts at a token, or None.

        Args:
            tokens: Of a text.
            at: The index of the first token.
            published: ISO date of the article, on which the name must be in use.
            end: The index of the token that it must end before.
        """
        words = tokens.words
        alone, dated, longer = _start(self, words[at])
        last = len(words) if end is None else end
        if longer and at + 1 < last:
            for size in longer.get(folded(words[at + 1]), ()):
                name = tuple(words[at : min(at + size, last)])
                listed = _several(self, name)
                hit = _hit(listed.dated, name, published) if listed.dated else listed.hit
                if hit is not None and _joined(tokens, at, len(name)):
                    return hit
        return _hit(dated, (words[at],), published) if dated else alone

    def is_plain(self, word: str) -> bool:
        """Return whether a word is of small letters without accents, and nothing begins with it."""
        plain = word.isascii() and word.islower() and word.isalpha()
        return plain and word not in self._longer

    def starting(self, word: str, first: str) -> _Start:
        """Return what is listed that begins with a word, as it is written and folded."""
        longer = self._longer.get(first)
        if longer is None:  # as of most words
            return _NOTHING
        return _Start(*self.listed((word,), (first,)), longer)

    def listed(self, words: tuple[str, ...], below: tuple[str, ...]) -> _Listed:
        """Return what is listed by some words, as they are written and folded."""
        names = self._names.get(below)
        if names is None:
            return _UNLISTED
        entries = _cased(names, words)
        if any(name.is_dated for name in entries):
            return _Listed(None, entries)
        return _Listed(_hit(entries, words, None))


@lru_cache(maxsize=1 << 13)
def _start(lexicon: Lexicon, word: str) -> _Start:
    """Look a word up once: most words of a text are those of all texts."""
    return lexicon.starting(word, folded(word))


@lru_cache(maxsize=1 << 12)
def _several(lexicon: Lexicon, words: tuple[str, ...]) -> _Listed:
    """Look several words up once: most names of a text are those of all texts."""
    return lexicon.listed(words, tuple(map(folded, words)))


@cache
def _with_size(sizes: tuple[int, ...], size: int) -> tuple[int, ...]:
    """Return sizes with one more, the longest first."""
    return tuple(sorted({*sizes, size}, reverse=True))


def _cut(name: str) -> tuple[str, ...]:
    """Return the words of a listed name, as they stand in a text."""
    plain = name.replace(" ", "").isalnum()  # as most are: nothing but spaces to cut at
    return tuple(name.split() if plain else tokenise(name).words)


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> tuple[str, ...]:
    """Cut a listed name that a text has once: few of those that are listed."""
    return _cut(name)


def _joined(tokens: Tokens, at: int, size: int) -> bool:
    """Whether nothing stands between some tokens that parts one name from another."""
    gaps = tokens.gaps[at + 1 : at + size]
    return all(gap == " " or _GAP.fullmatch(gap) for gap in gaps)


def _cased(entries: Iterable[Name], words: tuple[str, ...]) -> tuple[Name, ...]:
    """Return the entries that words of a text may be by their capitals."""
    return tuple([name for name in entries if all(map(_is_cased, _words(name.text), words))])


def _is_cased(listed: str, word: str) -> bool:
    """Whether a word in the text may be the listed one: capitals must be there."""
    if listed.islower() or not listed[:1].isalpha():
        return True
    if listed.isupper() and len(listed) > 1:
        return word.isupper()
    return word[0].isupper()


def _hit(names: tuple[Name, ...], words: tuple[str, ...], published: str | None) -> Hit | None:
    """Return the entries in use on a day, of the likeliest tag."""
    day = published or UNDATED
    fitting = [name for name in names if within(day, name.start, name.end)]
    if not fitting:
        return None
    if len(fitting) == 1:
        return Hit(len(words), fitting[0].tag, tuple(fitting))
    exact = [name for name in fitting if _words(name.text) == words]
    # In its years a name means what it meant then, whatever it means today.
    dated = [name for name in exact or fitting if name.is_dated]
    tag = min((name.tag for name in dated or exact or fitting), key=_PRIORITY.index)
    best = sorted((n for n in fitting if n.tag == tag), key=lambda n: not n.is_dated)
    return Hit(len(words), tag, tuple(best))


#: Which reading of a form wins where nothing else decides.
_PRIORITY = "JCKGPADWQFpUTBRrcLhMtvkj23zqexdolsagfubymn4wX9"
