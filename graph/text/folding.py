"""Compare text without case and accents."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return text without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, plain))


def fold_all(words: Iterable[str]) -> frozenset[str]:
    """Return some words without case and accents."""
    return frozenset(map(fold, words))
