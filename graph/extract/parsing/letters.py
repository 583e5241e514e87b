"""Spare a tokenizer its patterns at words of letters only, in which they find nothing.

spaCy looks in each new word for signs at its ends and inside, and for addresses. Of the words of an
article nine in ten have letters only, and no pattern of a model finds anything in those; a test
says so of every letter.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

#: What a tokenizer asks of a part of a word; what it is told of letters follows.
_ASKED = {"prefix_search": None, "suffix_search": None, "token_match": None, "url_match": None}
_INSIDE = "infix_finditer"

_Found = TypeVar("_Found")


def spare_letters(tokenizer: Any) -> None:  # noqa: ANN401  # spaCy's, which has no types
    """Have a tokenizer of spaCy try its patterns only at words that have more than letters."""
    nothing: dict[str, Sequence[object] | None] = {**_ASKED, _INSIDE: ()}
    # Whenever one of these is set, all exceptions are worked out anew: up to 1,300, in 0.05 s.
    exceptions, tokenizer.rules = tokenizer.rules, {}
    for name, answer in nothing.items():
        if (asked := getattr(tokenizer, name)) is not None:
            setattr(tokenizer, name, _sparing(asked, answer))
    tokenizer.rules = exceptions


def _sparing(asked: Callable[[str], _Found], nothing: _Found) -> Callable[[str], _Found]:
    return lambda word: nothing if word.isalpha() else asked(word)
