"""The persons of a state, found by some words of a name."""

from collections.abc import Sequence

from graph.actors.records import Person, names_of, words_of
from graph.text.folding import fold


class Citizens:
    """The persons of a state, by the words of their names once anybody asks for them."""

    def __init__(self, persons: Sequence[Person]) -> None:
        """Hold some persons, in file order."""
        self._persons = persons
        self._folded: list[str] = []

    def named(self, words: frozenset[str]) -> list[Person]:
        """Return those whose names have all of some words, at least one, in file order."""
        if not self._folded:
            self._folded = [fold(names_of(person.actor)) for person in self._persons]
        telling = max(words, key=len)
        found = zip(self._persons, self._folded, strict=True)
        likely = [person for person, folded in found if telling in folded]
        return [person for person in likely if words <= words_of(person.actor)]
