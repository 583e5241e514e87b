"""The tables of a lemmatizer, packed: of the French ones, a tenth of the memory they else take.

They are asked once of each word that is met, so that a search among sorted numbers is quick enough.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.lookups import Lookups, Table
from spacy.strings import get_string_id
from srsly import msgpack_loads

#: Where a model keeps its tables.
FILE = Path("lemmatizer", "lookups", "lookups.bin")

_INDEX, _EXCEPTIONS, _LOOKUP = "lemma_index", "lemma_exc", "lemma_lookup"


class Packed:
    """The lemmas of words, by the numbers that spaCy gives words, in one run of bytes."""

    def __init__(self, numbers: Iterable[int], lemmas: Iterable[Sequence[str]]) -> None:
        """Pack the lemmas of some words."""
        keys = np.fromiter(numbers, np.uint64)
        lines = ["\t".join(row) for row in lemmas]
        order = np.argsort(keys)
        # No array of NumPy, in which one number is sought in three times the time.
        self._keys = array("Q", keys[order].tobytes())
        self._lines = "\n".join([*map(lines.__getitem__, order.tolist()), ""]).encode()
        self._ends = np.flatnonzero(np.frombuffer(self._lines, np.uint8) == ord("\n"))

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._keys)

    def get(self, word: str, default: Sequence[str] | None = None) -> Sequence[str] | None:
        """Return the lemmas of a word."""
        key = get_string_id(word)
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return default
        start = int(self._ends[at - 1]) + 1 if at else 0
        return self._lines[start : int(self._ends[at])].decode().split("\t")


class PackedWords:
    """Words that are known to be lemmas, by the numbers that spaCy gives words."""

    def __init__(self, words: Collection[str]) -> None:
        """Pack some words."""
        numbers = np.fromiter(map(get_string_id, words), np.uint64, len(words))
        self._keys = array("Q", np.sort(numbers).tobytes())

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._keys)

    def __contains__(self, word: str) -> bool:
        """Return whether a word is one of them."""
        key = get_string_id(word)
        at = bisect_left(self._keys, key)
        return at < len(self._keys) and self._keys[at] == key


class PackedLookups(Lookups):
    """The look-up tables of a lemmatizer."""

    def __init__(self, file: Path) -> None:
        """Read the tables of a model, and pack them."""
        super().__init__()
        tables = cast("dict[str, dict[int, Any]]", msgpack_loads(file.read_bytes()))
        self._packed = {name: _packed(name, tables.pop(name)) for name in list(tables)}

    def __contains__(self, name: str) -> bool:
        """Return whether there is a table."""
        return name in self._packed

    def has_table(self, name: str) -> bool:
        """Return whether there is a table."""
        return name in self._packed

    def get_table(self, name: str, default: object = None) -> Any:  # noqa: ANN401
        """Return a table, or a default where there is none."""
        return self._packed.get(name, default)


def spare_features(lemmatizer: Any) -> None:  # noqa: ANN401  # spaCy's, which may have none
    """Have a lemmatizer of spaCy ask once a part of speech and features if they are of a base form.

    Else it puts the features of each new word into a table first.
    """
    asked: Callable[[Any], bool] = lemmatizer.is_base_form
    known: dict[tuple[int, int], bool] = {}

    def is_base_form(token: Any) -> bool:  # noqa: ANN401
        kind = token.pos, token.morph.key
        if kind not in known:
            known[kind] = asked(token)
        return known[kind]

    lemmatizer.is_base_form = is_base_form


def _packed(name: str, table: dict[int, Any]) -> "Packed | Table":
    if name == _INDEX:
        return Table(name, {part: PackedWords(words) for part, words in table.items()})
    if name == _EXCEPTIONS:
        rows = table.items()
        return Table(name, {part: Packed(map(get_string_id, w), w.values()) for part, w in rows})
    if name == _LOOKUP and all(isinstance(lemmas, list) for lemmas in table.values()):
        return Packed(table, table.values())
    return Table(name, table)
