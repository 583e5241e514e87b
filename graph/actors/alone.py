"""What a word of a text is by itself, looked up once: most are those of all texts, and nobody's."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from graph.actors.lexicon import Hit, Lexicon, folded
from graph.actors.records import Name

#: Tags of names that may be a part of a hyphenated word.
UNHYPHENED = "ACDKGFBTcr"

#: Tags of names of one word that mean something else, or more, by what stands beside them.
_TIED = f"{UNHYPHENED}QXY"

#: How many words are kept.
_MANY = 1 << 14

#: Tags that a capitalised word may have by its form.
CAPITALS = "XNi"

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
    """Empty of a word that is so as it is written."""

    form: str
    """Its tag by its form alone, where it does not begin a sentence."""


#: Makes what a word is of its fields, in order, in two thirds of the time.
_alone = partial(tuple.__new__, Alone)

#: What most words are: nobody's, in small letters without accents, and nothing begins with them.
_PLAIN = Alone("w", (), None, {}, sure=True, folded="", form="w")


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
        if self._lexicon.is_plain(word):
            self._met[word] = _PLAIN
            return _PLAIN
        form, first = shape(word), folded(word)
        hit, dated, longer = self._lexicon.starting(word, first)
        tag, names = (form, ()) if hit is None else (hit.tag, hit.names)
        if dated or form in CAPITALS or (hit is not None and tag in _TIED):
            tag, names = "", ()
        self._met[word] = found = _alone((tag, names, hit, longer, not dated, first, form))
        return found


@lru_cache(maxsize=8)
def words_met(lexicon: Lexicon) -> WordsMet:
    """Return the words of texts that were looked up in a lexicon so far."""
    return WordsMet(lexicon)


def shape(word: str) -> str:
    """Return the tag of a word by its form alone: one that is not listed, and begins nothing."""
    if not word[0].isupper():
        return _SMALL.get(word[0], "w") if word[0].isalnum() else "," if word == "," else "."
    if len(word) == 1:
        return "i"
    return "N" if word.isupper() and not _ROMAN.fullmatch(word) else "X"
