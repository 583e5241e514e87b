"""What an article is about, where the words of one field are those of another.

Sport speaks of attacks, defeats and alliances between nations. A single sentence
need not show it, so that the whole article is asked.
"""

import re
from collections.abc import Iterable
from functools import cache

#: How many sentences with its words make a topic.
_SEVERAL = 2


def is_about(sentences: Iterable[str], words: tuple[str, ...], title: str = "") -> bool:
    """Return whether half the sentences of an article, or its title and one, have some words.

    Args:
        sentences: Their texts.
        words: As written; several may be one entry ("the final").
        title: Of the article.
    """
    sentences = list(sentences)
    if not has_any("\n".join(sentences), words):  # as most articles
        return False
    speaks = [has_any(sentence, words) for sentence in sentences]
    if any(speaks) and has_any(title, words):
        return True
    return sum(speaks) >= _SEVERAL and 2 * sum(speaks) >= len(speaks)


def has_any(sentence: str, words: tuple[str, ...]) -> bool:
    """Return whether a sentence has one of some words."""
    single, several = _sorted(words)
    below = sentence.lower()
    found = frozenset(_WORD.findall(below))
    if not single.isdisjoint(found):
        return True
    told = [entry for longest, entry in several if longest in found]
    return any(re.search(rf"\b{re.escape(entry)}\b", below) for entry in told)


_WORD = re.compile(r"\w+")


@cache
def _sorted(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """Return the entries that are one word, and the others behind their longest word."""
    below = [word.lower() for word in words]
    single = frozenset(word for word in below if _WORD.fullmatch(word))
    several = (word for word in below if word not in single)
    return single, tuple((max(_WORD.findall(word), key=len), word) for word in several)
