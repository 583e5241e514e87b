"""The persons of a state, found by some words of a name."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from graph.actors.records import Person, names_of, words_of
from graph.text.folding import fold


class Citizens:
    """The persons of a state, by the words of their names once anybody asks for them."""

    def __init__(self, persons: Sequence[Person]) -> None:
        """Hold some persons, in file order."""
        self._persons = persons
        self._names = ""
        """Of all of them, folded, a line each: one search finds who has a word."""

        self._ends: list[int] = []
        """Where the line of each ends."""

    def named(self, words: frozenset[str]) -> list[Person]:
        """Return those whose names have all of some words, at least one, in file order."""
        if not self._ends:
            lines = [f"{fold(names_of(person.actor))}\n" for person in self._persons]
            self._names, self._ends = "".join(lines), [*accumulate(map(len, lines))]
        likely = self._having(max(words, key=len))
        return [person for person in likely if words <= words_of(person.actor)]

    def _having(self, word: str) -> Iterator[Person]:
        """Yield those in whose names some letters stand."""
        place = self._names.find(word)
        while place >= 0:
            at = bisect_right(self._ends, place)
            yield self._persons[at]
            place = self._names.find(word, self._ends[at])
