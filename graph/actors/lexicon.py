"""Find listed names in tokens: folded, longest first, capitals respected.

Names and text are cut alike, into runs of letters and digits and single other
signs, with hyphens and apostrophes between them passed over; so "Kim Jong-un"
and "Kim Jong Un" are one name, as are "Côte d'Ivoire" and "Cote d’Ivoire". An
apostrophe inside a name is a letter of it: "Ra'ad", not "Moscow's" or "Qu'il".
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from graph.actors.records import UNDATED, Name, within
from graph.text.folding import fold

#: A token: with its group, a text is split into what stands between tokens, and them, in turns.
_TOKEN = re.compile(r"([^\W_]+|[^\w\s'’‐‑-]|_)")
#: An apostrophe inside a name: no elision stands before it, and no shortened verb behind it.
_INNER = re.compile(r"(?<=[^\W\d_]{2})(?<![Qq]u)['’](?=[^\W\d_]{2})(?!(?:re|ve|ll|hui)\b)")
#: What joins two words where nothing else stands between them.
_HYPHENS, _APOSTROPHES = frozenset("-‐‑"), frozenset("'’")
#: What may stand between two tokens of one name.
_GAP = re.compile(r"[ \t\u00a0\u202f]?\n?[-'’‐‑]?[ ]?")


class Token(NamedTuple):
    """A run of letters and digits, or one other sign."""

    text: str
    start: int
    """First code point in the article's text."""

    end: int
    """Just past the last."""

    folded: str
    glued: bool
    """Whether a hyphen joins it to the token before."""


class Hit(NamedTuple):
    """A listed name found in the tokens."""

    size: int
    """How many tokens it covers."""

    tag: str
    """The tag of the entries."""

    names: tuple[Name, ...]
    """The entries it may be on the day, the likeliest first; all of one tag."""


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut a text into tokens, passing over hyphens and apostrophes.

    Args:
        text: Any text.
        start: First code point to look at; offsets count from the beginning of the text.
        end: Just past the last.
    """
    tokens: list[Token] = []
    parts, behind = _TOKEN.split(text[start:end]), start
    for between, word in zip(parts[::2], parts[1::2], strict=False):
        at = behind + len(between)
        behind = at + len(word)
        if between in _APOSTROPHES and _in_name(text, at - 1, tokens):
            tokens[-1] = _with(tokens[-1], text, behind)
        else:
            tokens.append(Token(word, at, behind, fold(word), between in _HYPHENS and bool(tokens)))
    return tokens


def _in_name(text: str, at: int, tokens: Sequence[Token]) -> bool:
    """Whether an apostrophe stands inside a name."""
    return bool(tokens and _INNER.match(text, at)) and tokens[-1].text[0].isupper()


def _with(token: Token, text: str, end: int) -> Token:
    """Return a token with what stands behind its apostrophe."""
    folded = token.folded + fold(text[token.end + 1 : end])
    return token._replace(text=text[token.start : end], end=end, folded=folded)


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
            listed.setdefault(_cut(name.text)[1], []).append(name)
        # Tuples, and sizes that are held once: there are tens of thousands of either.
        self._names = {key: tuple(same) for key, same in listed.items()}
        self._longer: dict[str, dict[str, tuple[int, ...]]] = {}
        for first, *more in self._names:
            follow = self._longer.setdefault(first, {})
            if more:
                follow[more[0]] = _with_size(follow.get(more[0], ()), len(more) + 1)

    def match(
        self, text: str, tokens: Sequence[Token], at: int, published: str | None = None
    ) -> Hit | None:
        """Return the longest listed name that starts at a token, or None.

        Args:
            text: The article's text.
            tokens: Tokens of it.
            at: The index of the first token.
            published: ISO date of the article, on which the name must be in use.
        """
        alone, dated, longer = _start(self, tokens[at].text, tokens[at].folded)
        if longer and at + 1 < len(tokens):
            for size in longer.get(tokens[at + 1].folded, ()):
                span = tokens[at : at + size]
                entries = self._names.get(tuple([token.folded for token in span]))
                if entries is not None and _joined(text, span):
                    words = tuple([token.text for token in span])
                    if hit := _hit(_cased(entries, words), words, published):
                        return hit
        return _hit(dated, (tokens[at].text,), published) if dated else alone

    def starting(self, word: str, first: str) -> _Start:
        """Return what is listed that begins with a word, as it is written and folded."""
        longer = self._longer.get(first)
        if longer is None:  # as of most words
            return _NOTHING
        entries = _cased(self._names.get((first,), ()), (word,))
        if any(name.is_dated for name in entries):
            return _Start(None, entries, longer)
        return _Start(_hit(entries, (word,), None), (), longer)


@lru_cache(maxsize=1 << 13)
def _start(lexicon: Lexicon, word: str, folded: str) -> _Start:
    """Look a word up once: most words of a text are those of all texts."""
    return lexicon.starting(word, folded)


@cache
def _with_size(sizes: tuple[int, ...], size: int) -> tuple[int, ...]:
    """Return sizes with one more, the longest first."""
    return tuple(sorted({*sizes, size}, reverse=True))


def _cut(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a listed name, as they stand in a text, and the same folded."""
    if name.replace(" ", "").isalnum():  # as most are: nothing but spaces to cut at
        plain = name.split()
        return tuple(plain), tuple(map(fold, plain))
    tokens = tokenise(name)
    return tuple(token.text for token in tokens), tuple(token.folded for token in tokens)


@lru_cache(maxsize=1 << 12)
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a listed name that a text has: few of those that are listed."""
    return _cut(name)[0]


def _joined(text: str, span: Sequence[Token]) -> bool:
    gaps = ((left.end, right.start) for left, right in pairwise(span))
    return all(text[end:at] == " " or _GAP.fullmatch(text, end, at) for end, at in gaps)


def _cased(entries: Iterable[Name], words: tuple[str, ...]) -> tuple[Name, ...]:
    """Return the entries that words of a text may be by their capitals."""
    return tuple(name for name in entries if all(map(_is_cased, _words(name.text), words)))


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
    exact = [name for name in fitting if _words(name.text) == words]
    # In its years a name means what it meant then, whatever it means today.
    dated = [name for name in exact or fitting if name.is_dated]
    tag = min((name.tag for name in dated or exact or fitting), key=_PRIORITY.index)
    best = sorted((n for n in fitting if n.tag == tag), key=lambda n: not n.is_dated)
    return Hit(len(words), tag, tuple(best))


#: Which reading of a form wins where nothing else decides.
_PRIORITY = "JCKGPADWQFpUTBRrcLhMtvkj23zqexdolsagfubymn4wX9"
