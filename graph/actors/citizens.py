"""The persons of a state, found by some words of a name."""

from collections.abc import Sequence

from graph.actors.records import Person, words_of


class Citizens:
    """The persons of a state, by the words of their names once anybody asks for them."""

    def __init__(self, persons: Sequence[Person]) -> None:
        """Hold some persons, in file order."""
        self._persons = persons
        self._bearers: dict[str, list[Person]] = {}

    def named(self, words: frozenset[str]) -> list[Person]:
        """Return those whose names have all of some words, at least one, in file order."""
        if not self._bearers:
            for person in self._persons:
                for word in words_of(person.actor):
                    self._bearers.setdefault(word, []).append(person)
        fewest = min([self._bearers.get(word, []) for word in words], key=len)
        return [person for person in fewest if words <= words_of(person.actor)]
