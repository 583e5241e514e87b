"""What a word of a text is by itself, looked up once: most are those of all texts, and nobody's."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.actors.lexicon import Hit, Lexicon, folded
from graph.actors.records import Name

#: Tags of names that may be a part of a hyphenated word.
UNHYPHENED = "ACDKGFBTcr"

#: Tags of names of one word that mean something else, or more, by what stands beside them.
_TIED = f"{UNHYPHENED}QXY"

#: How many words are kept.
_MANY = 1 << 14

_SMALL = dict.fromkeys("0123456789", "9")
_ROMAN = re.compile(r"[IVX]+")


class Alone(NamedTuple):
    """What a word is, where no listed name goes on behind it."""

    tag: str
    """Empty where more than the next word decides, as it does of capitals."""

    names: tuple[Name, ...]
    hit: Hit | None
    """What is listed by that word alone."""

    longer: Mapping[str, object]
    """By the words, folded, with which a listed name goes on."""

    sure: bool
    """Whether that does not hang on the day."""

    folded: str


class WordsMet:
    """The words of texts, by one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Look words up in a lexicon, the same that ``words_met`` is asked with."""
        self._lexicon = lexicon
        self._met: dict[str, Alone] = {}

    def known(self, words: Sequence[str]) -> list[Alone]:
        """Return what each of some words is."""
        met = self._met
        return [met.get(word) or self._meet(word) for word in words]

    def _meet(self, word: str) -> Alone:
        """Look a word up, and keep what it is."""
        if len(self._met) >= _MANY:
            self._met.clear()
        plain, first = small(word), folded(word)
        hit, dated, longer = self._lexicon.starting(word, first)
        tag, names = (plain, ()) if hit is None else (hit.tag, hit.names)
        if dated or not plain or (hit is not None and tag in _TIED):
            tag, names = "", ()
        self._met[word] = found = Alone(tag, names, hit, longer, not dated, first)
        return found


@lru_cache(maxsize=8)
def words_met(lexicon: Lexicon) -> WordsMet:
    """Return the words of texts that were looked up in a lexicon so far."""
    return WordsMet(lexicon)


def small(word: str) -> str:
    """Return the tag of a word that is not listed and not capitalised; of others nothing."""
    if word[0].isupper():
        return ""
    return _SMALL.get(word[0], "w") if word[0].isalnum() else "," if word == "," else "."


def shape(word: str, *, begins: bool) -> str:
    """Return the tag of a word by its form alone.

    Args:
        word: One that is not listed.
        begins: Whether it begins a sentence, so that a capital says little.
    """
    if tag := small(word):
        return tag
    if len(word) == 1:
        return "i"
    if word.isupper() and not _ROMAN.fullmatch(word):
        return "N"
    return "Y" if begins else "X"
