"""Compare text without case and accents."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return text without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join([char for char in plain if not unicodedata.combining(char)])


def fold_all(words: Iterable[str]) -> frozenset[str]:
    """Return some words without case and accents."""
    return frozenset(map(fold, words))
