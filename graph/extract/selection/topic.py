"""What an article is about, where the words of one field are those of another.

Sport speaks of attacks, defeats and alliances between nations. A single sentence
need not show it, so that the whole article is asked.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from graph.extract.once import once

#: How many sentences with its words make a topic.
_SEVERAL = 2

#: Under a title with its words, one sentence of how many makes a topic.
_TITLED = 10

#: What Markdown or the mark of a note puts beside a word is none of it: "_its_", "it2".
_WORD = re.compile(r"[^\W\d_]+")


# A sentence is asked thrice: whether it is worth a parse, what the parser is shown, and when read.
@lru_cache(maxsize=1024)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


class Worded(NamedTuple):
    """A sentence and its words."""

    text: str
    words: frozenset[str]
    """In small letters."""

    @staticmethod
    def of(text: str) -> "Worded":
        """Cut a sentence into its words; an apostrophe or a hyphen parts them."""
        return Worded(text, _words_of(text))


def is_about(sentences: Sequence[Worded], words: Collection[str], title: str = "") -> bool:
    """Return whether half the sentences of an article have some words; a tenth under such a title.

    Args:
        sentences: All of them.
        words: A list of a language's, as written; several may be one entry ("the final").
        title: Of the article.
    """
    speaks = [has_any(sentence, words) for sentence in sentences]
    if _TITLED * sum(speaks) >= len(speaks) and has_any(Worded.of(title), words):
        return any(speaks)
    return sum(speaks) >= _SEVERAL and 2 * sum(speaks) >= len(speaks)


def has_any(sentence: Worded, words: Collection[str]) -> bool:
    """Return whether a sentence has one of some words."""
    listed = _sorted(words)
    if listed.telling.isdisjoint(sentence.words):  # as of most
        return False
    if not listed.single.isdisjoint(sentence.words):
        return True
    below = sentence.text.lower()
    told = [entry for longest, entry in listed.several if longest in sentence.words]
    return any(_whole(entry).search(below) for entry in told)


@cache
def _whole(entry: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(entry)}\b")


class _Listed(NamedTuple):
    """The words of a list, in small letters."""

    single: frozenset[str]
    """The entries that are one word."""

    several: tuple[tuple[str, str], ...]
    """The others behind their longest word."""

    telling: frozenset[str]
    """A word of each entry."""


@once
def _sorted(words: Collection[str]) -> _Listed:
    below = [word.lower() for word in words]
    single = frozenset(word for word in below if _WORD.fullmatch(word))
    several = [(max(_WORD.findall(word), key=len), word) for word in below if word not in single]
    return _Listed(single, tuple(several), single.union([longest for longest, _ in several]))
