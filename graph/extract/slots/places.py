"""Where the slots of patterns may be filled from one predicate."""

from collections.abc import Hashable, Sequence

from graph.extract.frames.patterns import Pattern, Slot
from graph.extract.parsing.word import Word
from graph.extract.slots.attempt import Attempt
from graph.extract.slots.candidates import Candidates
from graph.extract.slots.given import Given


class Places:
    """Answers about one word; most patterns that it is the predicate of look in the same places."""

    def __init__(self, candidates: Candidates, given: Given, word: Word) -> None:
        """Look at a word of a sentence, and at its arguments."""
        self._candidates, self._given, self._word = candidates, given, word
        self._known: dict[tuple[Hashable, bool, bool], list[Word]] = {}

    def of(self, slot: Slot, attempt: Attempt) -> Sequence[Word]:
        """Return the words that may fill a slot, the likeliest first.

        Args:
            slot: What is to be filled.
            attempt: What was filled before it.
        """
        pattern, arguments, words = attempt.pattern, attempt.arguments, attempt.words
        if len(words) > 1 or arguments is not self._given.of(pattern):
            return self._candidates.of(slot, arguments, words)
        return self.first(slot, pattern)

    def first(self, slot: Slot, pattern: Pattern) -> Sequence[Word]:
        """Return the words that may fill a slot of a pattern before any other is filled."""
        key = slot.way, pattern.part == "verb", pattern.judging
        known = self._known.get(key)
        if known is None:
            arguments = self._given.of(pattern)
            known = self._known[key] = self._candidates.of(slot, arguments, [self._word])
        return known
