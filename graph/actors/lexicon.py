"""Find listed names in tokens: folded, longest first, capitals respected.

Names and text are cut alike, into runs of letters and digits and single other
signs, with hyphens and apostrophes between them passed over; so "Kim Jong-un"
and "Kim Jong Un" are one name, as are "Côte d'Ivoire" and "Cote d’Ivoire".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from graph.actors.records import UNDATED, Name, within
from graph.text.folding import fold

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_JOINTS = frozenset("-'’‐‑")
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


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed name found in the tokens."""

    size: int
    """How many tokens it covers."""

    names: tuple[Name, ...]
    """The entries it may be on the day, the likeliest first; all of one tag."""

    @property
    def tag(self) -> str:
        """The tag of the entries."""
        return self.names[0].tag


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut a text into tokens, passing over hyphens and apostrophes.

    Args:
        text: Any text.
        start: First code point to look at; offsets count from the beginning of the text.
        end: Just past the last.
    """
    tokens: list[Token] = []
    joint = -1
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        if word in _JOINTS:
            hyphen = word not in "'’" and tokens and tokens[-1].end == at
            joint = match.end() if hyphen else -1
            continue
        tokens.append(Token(word, at, match.end(), fold(word), joint == at))
        joint = -1
    return tokens


class Lexicon:
    """Names by their folded tokens, and how long those are that begin with a token."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Index names; the order of ``names`` decides between equals."""
        self._names: dict[tuple[str, ...], list[tuple[Name, tuple[str, ...]]]] = {}
        sizes: dict[str, set[int]] = {}
        for name in names:
            words, key = _words(name.text)
            self._names.setdefault(key, []).append((name, words))
            sizes.setdefault(key[0], set()).add(len(key))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}

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
        sizes = self._sizes.get(tokens[at].folded)
        if sizes is None:  # as of most words
            return None
        day = published or UNDATED
        for size in sizes:
            span = tokens[at : at + size]
            entries = self._names.get(tuple(token.folded for token in span))
            if entries is None or not _joined(text, span):
                continue
            words = tuple(token.text for token in span)
            fitting = [
                name
                for name, listed in entries
                if all(map(_cased, listed, words)) and within(day, name.start, name.end)
            ]
            if fitting:
                return Hit(len(span), _of_best_tag(fitting, words))
        return None


@cache
def _words(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a listed name, as ``tokenise`` cuts them, and the same folded."""
    words = tuple(word for word in _TOKEN.findall(name) if word not in _JOINTS)
    return words, tuple(map(fold, words))


def _joined(text: str, span: Sequence[Token]) -> bool:
    return all(_GAP.fullmatch(text, left.end, right.start) for left, right in pairwise(span))


def _cased(listed: str, word: str) -> bool:
    """Whether a word in the text may be the listed one: capitals must be there."""
    if listed.islower() or not listed[:1].isalpha():
        return True
    if listed.isupper() and len(listed) > 1:
        return word.isupper()
    return word[0].isupper()


def _of_best_tag(names: list[Name], words: tuple[str, ...]) -> tuple[Name, ...]:
    exact = [name for name in names if _words(name.text)[0] == words]
    best = min(exact or names, key=lambda name: _PRIORITY.index(name.tag))
    # In its years a name means what it meant then, whatever it means today.
    return tuple(sorted((n for n in names if n.tag == best.tag), key=lambda n: not n.is_dated))


#: Which reading of a form wins where nothing else decides.
_PRIORITY = "JCKGPADWQFpUTBRrcLhMtvkj23zqexdolswX"
