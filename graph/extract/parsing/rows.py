"""Rows of numbers that are looked up: each in one piece, made and found faster than a tuple.

What spaCy says of a word are numbers of 64 bits, and most words of an article are looked up only.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab


def numbers(vocab: Vocab, asked: Iterable[int | str]) -> list[int | str]:
    """Return spaCy's numbers of what is asked of words, which it else looks up for each text."""
    return [vocab.strings[each] if isinstance(each, str) else each for each in asked]


def packed(table: NDArray[Any]) -> list[bytes]:
    """Return the rows of a table of numbers, in order, each with its numbers in one piece."""
    size = table.itemsize * table.shape[1]
    rows: list[bytes] = np.ascontiguousarray(table).view(f"V{size}").ravel().tolist()
    return rows


def unpacked(rows: Sequence[bytes], columns: int) -> NDArray[np.uint64]:
    """Return the table, with so many columns, of which ``packed`` gave some rows."""
    return np.frombuffer(b"".join(rows), np.uint64).reshape(-1, columns)
