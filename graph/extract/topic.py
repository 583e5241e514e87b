"""What an article is about, where the words of one field are those of another.

Sport speaks of attacks, defeats and alliances between nations. A single sentence
need not show it, so that the whole article is asked.
"""

import re
from collections.abc import Iterable
from functools import cache

#: How many sentences with its words make a topic.
_SEVERAL = 2


def is_about(sentences: Iterable[str], words: tuple[str, ...]) -> bool:
    """Return whether at least half the sentences of an article have one of some words.

    Args:
        sentences: Their texts.
        words: As written; several may be one entry ("the final").
    """
    speaks = [has_any(sentence, words) for sentence in sentences]
    return sum(speaks) >= _SEVERAL and 2 * sum(speaks) >= len(speaks)


def has_any(sentence: str, words: tuple[str, ...]) -> bool:
    """Return whether a sentence has one of some words."""
    return _any_of(words).search(sentence) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)
