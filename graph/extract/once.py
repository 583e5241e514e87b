"""Work out of a language's tables, once, what every sentence asks of them.

The tables are read once and never change, so what is made of one is kept beside it.
"""

from collections.abc import Callable, Collection
from functools import wraps
from typing import TypeVar

Table = TypeVar("Table")
Made = TypeVar("Made")


def once(make: Callable[[Table], Made]) -> Callable[[Table], Made]:
    """Make a function of a table keep what it returned for each table that it was given."""
    known: dict[int, Made] = {}
    tables: list[Table] = []  # kept too, so that no other can have the number of one

    @wraps(make)
    def made(table: Table) -> Made:
        try:
            return known[id(table)]
        except KeyError:
            tables.append(table)
        found = known[id(table)] = make(table)
        return found

    return made


def frozen(words: Collection[str], *more: Collection[str]) -> frozenset[str]:
    """Return the words that some lists of a table have; the lists are kept, so give no new ones."""
    # Nearly always it is one list, and some hundred times a sentence: no tuple is made for it.
    key = (id(words), *map(id, more)) if more else id(words)
    found = _frozen.get(key)
    if found is None:
        found = _frozen[key] = (words, *more), frozenset(words).union(*more)
    return found[1]


#: Words by the number of their list or lists, with those lists, so that no other has the number.
_frozen: dict[int | tuple[int, ...], tuple[tuple[Collection[str], ...], frozenset[str]]] = {}
